"""Buttons and forms."""

from crawler.separation.labels.kind import Kind

KIND = Kind(
    name="controls",
    marks="button|btn|form|input|textarea|select|dialog|modal|popup|overlay|login|search|suche|tooltip|dropdown|tabs|alert",
    opening=(
        r"(?:mehr anzeigen|weiterlesen|mehr erfahren|alle anzeigen|schließen|close|menü|menu|suche|search"
        r"|anmelden|login|log in"
        r"|registrieren|abmelden|ok|abbrechen|senden|submit|weiter|zurück|skip to (?:main )?content"
        r"|zum inhalt(?: springen)?"
        r"|nach oben|back to top|load more|show more|mehr laden|read more|continue reading|learn more)\W*$"
    ),
)
