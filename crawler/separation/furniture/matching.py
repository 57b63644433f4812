"""The pages that are remembered, and where else a page's blocks stand on them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from crawler.separation.furniture.lesson import KEPT, OFFER, REMEMBERED, SENTENCE, Lesson, Trace
from crawler.separation.furniture.sketch import are_variants

# From so many pages with the very words on, variants tell nothing more.
_ENOUGH_PAGES = 6
Place = tuple[int, int]
"""A remembered page, and the number of a trace on it."""
_Place = TypeVar("_Place")
_Told = TypeVar("_Told")


@dataclass(frozen=True, kw_only=True, slots=True)
class PageTraces:
    """One remembered page."""

    day: int
    """Ordinal of the day it was learned."""
    keys: tuple[int, ...]
    signs: tuple[int, ...]
    sketches: tuple[tuple[int, ...], ...]
    told_chars: int
    """Length of what it tells: see `count_told`."""


def traces_of(lesson: Lesson, day: int) -> PageTraces:
    """A lesson as it is remembered."""
    return PageTraces(
        day=day,
        keys=tuple(trace.key for trace in lesson.traces),
        signs=tuple(trace.signs & REMEMBERED for trace in lesson.traces),
        sketches=tuple(trace.sketch for trace in lesson.traces),
        told_chars=sum(len(trace.text) for trace in lesson.traces if tells(trace.signs)),
    )


def tells(signs: int) -> bool:
    """True for a sentence that the page alone takes for body."""
    return signs & (KEPT | SENTENCE | OFFER) == KEPT | SENTENCE


class PageIndex:
    """The remembered pages, oldest first, and where each key and each sketch stands."""

    def __init__(self) -> None:
        self._pages: dict[int, PageTraces] = {}
        self._keys: dict[int, dict[int, int]] = {}
        """By key and page the number of the first trace with that key there."""
        self._sketches: dict[int, dict[Place, None]] = {}
        """By value the places, in the order they were learned."""

    @property
    def pages(self) -> Mapping[int, PageTraces]:
        """By number; the page learned last comes last."""
        return self._pages

    def add(self, number: int, traces: PageTraces) -> None:
        """Remember a page; what it taught before is forgotten."""
        self.drop(number)
        self._pages[number] = traces
        for at, (key, sketch) in enumerate(zip(traces.keys, traces.sketches, strict=True)):
            self._keys.setdefault(key, {}).setdefault(number, at)
            for value in sketch:
                self._sketches.setdefault(value, {})[number, at] = None

    def drop(self, number: int) -> None:
        """Forget a page, if it is remembered."""
        traces = self._pages.pop(number, None)
        if traces is None:
            return
        for key in set(traces.keys):
            _take(self._keys, key, number)
        for at, sketch in enumerate(traces.sketches):
            for value in set(sketch):
                _take(self._sketches, value, (number, at))

    def find_elsewhere(self, trace: Trace, own: int) -> dict[int, int]:
        """The other pages that have a block, or a variant of it: by page the number of its trace there.

        What is found is the caller's own.
        """
        found = dict(self._keys.get(trace.key, ()))
        found.pop(own, None)
        if len(found) < _ENOUGH_PAGES and trace.sketch:
            shared = Counter(place for value in trace.sketch for place in self._sketches.get(value, ()))
            for (page, at), count in shared.items():
                if page != own and page not in found and are_variants(count):
                    found[page] = at
        return found


def _take(places: dict[int, dict[_Place, _Told]], entry: int, place: _Place) -> None:
    """Take a place away, and with the last one the entry."""
    left = places[entry]
    del left[place]
    if not left:
        del places[entry]
