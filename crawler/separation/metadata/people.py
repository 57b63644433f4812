"""Authors: persons only. Agencies, editorial offices, sites and addresses are none."""

import re
from collections.abc import Iterable

_PREFIX = re.compile(
    r"^\s*(?:von|by|par|por|di|text|autor(?:in)?(?:en)?|author|ein (?:kommentar|gastbeitrag|beitrag"
    r"|artikel|interview) von"
    r"|geschrieben von|written by|words by|interview)\s*:?\s+",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:,|;|\||•|/|\band\b|\bund\b|\s&\s|\bet\b|\by\b|\bsowie\b|\n)\s*")
_NO_PERSON = re.compile(
    r"\b(?:dpa|afp|reuters|apa|ap|sid|epd|kna|ots|dts|redaktion\w*|newsroom|news|team|staff|editor(?:s"
    r"|ial)?|admin\w*|online"
    r"|agentur\w*|agency|zeitung|magazin|verlag|gmbh|ag|e\.?v\.?|nachrichten|press|presse|media"
    r"|media group|desk|www|webmaster"
    r"|correspondent|reporter|korrespondent\w*|gastautor\w*|autor\w*|volontär\w*|service|journal|blog"
    r"|times|post|author|user"
    r"|contributor|chefredakteur\w*|redakteur\w*)\b|https?:|@|\d|\.(?:de|com|org|net)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w.'’ -]+")
# One word before "und", two or more behind it: a family name for both.
_SHARED = re.compile(
    r"(?:(?<=^)|(?<=, )|(?<=; ))(?P<first>[A-ZÄÖÜ][\w.'’-]+)(?P<joint> (?:und|and|&|et|y) )"
    r"(?P<second>[A-ZÄÖÜ][\w.'’-]+ (?P<family>(?:(?:von|van|de|der|zu|la|du|den) )*[A-ZÄÖÜ][\w'’-]+))(?=$|[,;])"
)
_MAX_WORDS = 5
"""Abbreviated titles and particles not counted."""


def find_persons(claimed: Iterable[str], site_names: Iterable[str]) -> tuple[str, ...]:
    """The persons among the claimed authors, in order, each once."""
    known = {name.casefold() for name in site_names}
    persons: dict[str, str] = {}
    for claim in claimed:
        for part in _PARTS.split(_with_shared_names(_PREFIX.sub("", " ".join(claim.split())))):
            name = _PREFIX.sub("", part).strip(" .,-–|()")
            if _is_person(name) and name.casefold() not in known:
                persons.setdefault(name.casefold(), name)
    return tuple(persons.values())


def _with_shared_names(claim: str) -> str:
    """`Hans und Grete Müller` as `Hans Müller und Grete Müller`."""
    return _SHARED.sub(lambda match: f"{match['first']} {match['family']}{match['joint']}{match['second']}", claim)


def _is_person(name: str) -> bool:
    words = name.split()
    own = [word for word in words if not word.endswith(".") and not word[0].islower()]
    if not words or len(own) > _MAX_WORDS or _NO_PERSON.search(name) or not _NAME.fullmatch(name):
        return False
    # A single word is a nickname or an account, unless the script needs no spaces.
    return len(words) > 1 or not name.isascii()
