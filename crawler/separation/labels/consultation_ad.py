"""An advertisement for advice: a talk with one's own advisers, free of charge, by telephone or appointment."""

from crawler.separation.labels.kind import Kind

KIND = Kind(
    name="consultation ad",
    marks="beratung|consultation|consulting|callback|rueckruf",
    anywhere=(
        r"\b(?:kostenlose[rsn]?|kostenfreie[rsn]?|unverbindliche[rsn]?|persönliche[rsn]?|individuelle[rsn]?"
        r"|gratis-?)\s*"
        r"(?:[\w-]+\s+)?(?:[\w-]*beratung\w*|erstgespräch|beratungsgespräch|beratungstermin|rückruf)"
        r"|\btermin (?:vereinbaren|buchen|anfragen|sichern)\b|\bunsere? berater(?:in|innen)?\b"
        r"|\b(?:lassen sie sich|wir beraten sie|beraten sie|beratungstermin|jetzt termin|rufen sie uns)\b"
        r"|\bfree (?:consultation|advice|initial call)\b|\bbook (?:a|your) (?:call|consultation)\b"
    ),
    triggers=(r"\w*beratung\w*|erstgespräch|rückruf|lassen|beraten|berater(?:in|innen)?|termin|rufen|free|book"),
)
