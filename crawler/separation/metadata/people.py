"""Authors: persons only. Agencies, editorial offices, sites and addresses are none."""

import re
from collections.abc import Iterable

_PREFIX = re.compile(
    r"^\s*(?:von|by|par|por|di|text|autor(?:in)?(?:en)?|author|interview"
    r"|(?:ein (?:kommentar|gastbeitrag|beitrag|artikel|interview)|rezept|pressemitteilung|geschrieben|veröffentlicht"
    r"|eingestellt|erstellt|verfasst|gepostet|aufgezeichnet) von|publié par|escrito por"
    r"|(?:written|words|posted|published) by)\s*:?\s+",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\s*(?:,|;|\||•|/|\band\b|\bund\b|\s&\s|\bet\b|\by\b|\bsowie\b|\bog\b|\boch\b|\bmit\b|\s[-–—]\s|\n)\s*"
)
IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_FOR = re.compile(r"\s+(?:for|für|pour|para)\s+(?:the|die|das|den|le|la|el)?\b.*$")
# "J. R." and "Bacon Jr." end in a point that is theirs.
_POINTED = re.compile(r"\b(?:[^\W\d_]|[Jj]r|[Ss]r)\.$")
_NO_PERSON = re.compile(
    r"\b(?:dpa|afp|reuters|apa|ap|sid|epd|kna|ots|dts|redaktion\w*|newsroom|news|team|staff|editor(?:s"
    r"|ial)?|admin\w*|online"
    r"|agentur\w*|agency|zeitung|magazin|verlag|gmbh|ag|e\.?v\.?|nachrichten|press|presse|media"
    r"|media group|desk|www|webmaster"
    r"|correspondent|reporter|korrespondent\w*|gastautor\w*|autor\w*|volontär\w*|service|journal|blog"
    r"|times|post|author|user|getty|imago|scanpix|ritzau|tass|ansa|xinhua|anadolu|agence|agencia|studio\w*"
    r"|stiftung|universität|university|institut\w*|verein|verband|partei|ministerium|foundation|association|company|inc"
    r"|ltd|llc|kg|group|gruppe|radio|tv|fernsehen|rundfunk|support|gastbeitrag|leserbrief"
    r"|contributor|moderator\w*|member|mitglied|recipe|rezept|chefredakteur\w*|redakteur\w*)\b|https?:|@|\d|\.(?:de|com|org|net)\b",
    re.IGNORECASE,
)
# Two elements side by side: "By" and the name.
_GLUED_BY = re.compile(r"^(?:By|Von|Par|Por)(?=[A-ZÀ-Þ])")
# "The Gazette", "Der Bote"; "La" and "Le" begin names, too.
_ARTICLE = re.compile(r"(?:the|der|die|das|el|los|las|il|lo) ", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w.'’ -]+")
# One word before "und", two or more behind it: a family name for both.
_SHARED = re.compile(
    r"(?:(?<=^)|(?<=, )|(?<=; ))(?P<first>[A-ZÄÖÜ][\w.'’-]+)(?P<joint> (?:und|and|&|et|y) )"
    r"(?P<second>[A-ZÄÖÜ][\w.'’-]+ (?P<family>(?:(?:von|van|de|der|zu|la|du|den) )*[A-ZÄÖÜ][\w'’-]+))(?=$|[,;])"
)
# "Karl von der Heide", "Prof. h.c. Karl"; any other small word is a sentence's.
_SMALL = re.compile(
    r"v[oa]n|vom|de[mnrs]?|del(?:la)?|d[aiu]|das|dos?|zu[mr]?|l[aeo]|[ae]l|bin|ibn|ben|a[fv]|te[nr]|[yei]|\w+\..*"
)
_CASED = re.compile(r"[a-zà-öø-ÿ]")
_ADDRESS = re.compile(r"[(\[][^()\[\]]*(?:www|\.\w{2,3}\b)")
_MAX_WORDS = 5
"""Abbreviated titles and particles not counted."""


def find_persons(claimed: Iterable[str], site_names: Iterable[str]) -> tuple[str, ...]:
    """The persons among the claimed authors, in order, each once."""
    known = {name.casefold() for name in site_names}
    persons: dict[str, str] = {}
    for claim in claimed:
        if _ADDRESS.search(claim):  # "The Gazette (www.gazette.example)"
            continue
        for part in _PARTS.split(_with_shared_names(_PREFIX.sub("", " ".join(IN_BRACKETS.sub("", claim).split())))):
            name = _FOR.sub("", _PREFIX.sub("", _GLUED_BY.sub("", part, count=1))).strip(" ,-–|()")
            name = name if _POINTED.search(name) else name.rstrip(" .")
            if _is_person(name) and name.casefold() not in known:
                persons.setdefault(name.casefold(), name)
    return tuple(persons.values())


def _with_shared_names(claim: str) -> str:
    """`Hans und Grete Müller` as `Hans Müller und Grete Müller`."""
    return _SHARED.sub(lambda match: f"{match['first']} {match['family']}{match['joint']}{match['second']}", claim)


def _is_person(name: str) -> bool:
    words = name.split()
    own = [word for word in words if not word.endswith(".") and not word[0].islower()]
    if (
        not words
        or len(own) > _MAX_WORDS
        or _NO_PERSON.search(name)
        or not _NAME.fullmatch(name)
        or _ARTICLE.match(name)
    ):
        return False
    if any(word[0].islower() and not _SMALL.fullmatch(word) for word in words) and _CASED.search(name):
        return False
    # A single word is a nickname or an account, unless the script needs no spaces.
    return len(words) > 1 or not (name.isascii() or _CASED.search(name))
