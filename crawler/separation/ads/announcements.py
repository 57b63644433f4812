"""Lines that say what an advertisement is, before its title: "Anzeige", "Exklusives Webinar", "Seminar am 12. Mai"."""

import re

_LABEL = re.compile(r"(?:anzeige|werbung|gesponsert|sponsored|advertisement|promotion|advertorial)\W*", re.IGNORECASE)
_EVENT = re.compile(
    r"(?:(?:kostenlos|gratis|exklusiv|neu|aktuell|unser|live|online|free|new)\w{0,2}[ -]+){0,3}"
    r"(?:web-?|abend)?(?:webinar|seminar|event|vortrag|workshop|masterclass)(?:,? (?:am|ab|vom|on)\b.{0,40})?[^\w:]*",
    re.IGNORECASE,
)


def is_label(text: str) -> bool:
    """True for a line that says that what follows is advertising, and nothing else."""
    return _LABEL.fullmatch(text) is not None


def is_announcement(text: str) -> bool:
    """True for a label, and for a line that says what kind of event follows, and when, but not which."""
    return is_label(text) or _EVENT.fullmatch(text) is not None
