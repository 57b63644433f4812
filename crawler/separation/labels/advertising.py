"""Any other advertisement, and text that says of itself that it is one."""

from crawler.separation.labels.kind import Kind

KIND = Kind(
    name="advertising",
    marks=(
        "ad|ads|adv|advert|adverts|advertisement|advertising|advertorial|anzeige|anzeigen|werbung|sponsor|sponsored"
        "|sponsors|promo|promotion|promobox|adslot|adunit|adbox|banner|dfp|gpt|outbrain|taboola|plista|cta|partner"
        "|commercial|marketing"
    ),
    opening=(
        r"(?:anzeige|werbung|advertisement|advertising|sponsored|gesponsert|advertorial|publicidad|publicité|promotion"
        r"|bezahlter inhalt|paid content)\W*$"
        r"|(?:anzeige|werbung|gesponsert|sponsored|advertisement|promoted)(?:\s*[:|]|\n|\s[–—-]\s)"
    ),
    anywhere=(
        r"\b(?:jetzt|heute|hier|gleich) (?:kostenlos|gratis|anmelden|sichern|registrieren|teilnehmen"
        r"|anfordern|testen|starten)\b"
        r"|\b(?:platz|plätze|vorteil|angebot|exemplar) (?:jetzt )?sichern\b|\bkeine versteckten kosten\b"
        r"|\b(?:register|claim|save your (?:seat|spot)|enroll) now\b|\bscroll to continue\b|\bstory continues below\b"
    ),
    triggers=(
        r"kostenlos|gratis|anmelden|sichern|registrieren|teilnehmen|anfordern|testen|starten|versteckten|now"
        r"|scroll|story"
    ),
)
