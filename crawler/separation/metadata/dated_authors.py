"""Authors who stand in the dateline: "Paul Engel · 03.02.2024", "3 May 2024 by Paul Engel", "12:30 Uhr | Paul Engel".

What such a line holds beside its date, its time and their labels is a name, or it is no such line.
"""

import re
from collections.abc import Iterator

from crawler.dates import without_dates
from crawler.separation.datelines import DATELINE_WORDS
from crawler.separation.metadata.people import IN_BRACKETS

_MAX_CHARS = 100
_BY = re.compile(r"(?:^|(?<=\s))(?i:von|by|par|por|di|redaktion:|autor(?:in)?:?|author:?|text:)\s+(?=[^\W\d_a-zäöüß])")
_MARKS = re.compile(r"[|/·•∙~–—,;\n]|\s-\s|\s{2,}")
_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(
    r"(?:(?:Dr|Prof)\. )*[^\W\d_a-zäöüß][\w'’-]*\.?"
    r"(?: (?:von|van|de|der|zu|la|di|da)){0,2}(?: [^\W\d_a-zäöüß][\w'’-]*\.?){1,2}"
)


def find_dated_names(text: str) -> Iterator[str]:
    """The name that a line with a date holds, if there is a single one."""
    rest = without_dates(text) if len(text) <= _MAX_CHARS else text
    if rest == text:
        return
    rest = IN_BRACKETS.sub(" ", rest)
    by = _BY.search(rest)
    told = _parts(rest)
    if len(told) != 1 or not _NAME.fullmatch(told[0]):
        told = _parts(rest[by.end() :])[:1] if by else []
    yield from filter(_NAME.fullmatch, told)


def _parts(rest: str) -> list[str]:
    return [part for part in map(_without_labels, _MARKS.split(rest)) if part]


def _without_labels(part: str) -> str:
    words = part.strip(" .:").split()
    while words and DATELINE_WORDS.issuperset(_WORD.findall(words[-1].lower())):
        words.pop()
    while words and DATELINE_WORDS.issuperset(_WORD.findall(words[0].lower())):
        words.pop(0)
    return " ".join(words)
