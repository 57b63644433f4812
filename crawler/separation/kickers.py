"""Kickers inside a heading: a few words in an element of their own, before the title's.

    <h1><span>Nach dem Sturm</span> Die Fähre fährt wieder</h1>

A reader sees two lines, and no mark between them. Where the heading itself has one, hidden or not, it says both.
"""

from collections.abc import Iterable

from lxml.etree import _Element

from crawler.separation.blocks import PageBlock

_OWN_LINE = frozenset({"span", "small", "div", "p", "time"})
_MARKS = " \t\n:|•·–—-"
_MAX_KICKER_WORDS, _MIN_TITLE_WORDS = 6, 3


def find_title_without_kicker(heading: PageBlock, claims: Iterable[str]) -> tuple[str, str] | None:
    """The kicker and the title behind it; None where the heading has none, or a claim runs on from one to the other."""
    element = heading.region.element
    while element is not None and len(element) == 1 and not _is_text(element.text) and not _is_text(element[0].tail):
        element = element[0]
    if element is None or not len(element) or _is_text(element.text) or element[0].tag not in _OWN_LINE:
        return None
    kicker = _text_of(element[0]).strip(_MARKS)
    title = " ".join(f"{element[0].tail or ''} {' '.join(map(_with_tail, list(element)[1:]))}".split()).lstrip(_MARKS)
    words = kicker.count(" ") + 1
    if not kicker or words > _MAX_KICKER_WORDS or title.count(" ") + 1 < _MIN_TITLE_WORDS or len(title) <= len(kicker):
        return None
    runs_on = f"{kicker} {title}"
    if title[0].islower() or any(runs_on in " ".join(claim.split()) for claim in claims):
        return None
    return kicker, title


def joins_kicker(chosen: str, kicker: str, title: str) -> bool:
    """True for a title that runs on from kicker to title; with a mark between them it is one title."""
    behind = chosen.removeprefix(kicker)
    return len(behind) < len(chosen) and behind.strip() == title


def _is_text(text: str | None) -> bool:
    return bool(text) and not (text or "").isspace()


def _text_of(element: _Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _with_tail(element: _Element) -> str:
    return f"{_text_of(element)}{element.tail or ''}"
