"""The pages that are remembered, and where else a page's blocks stand on them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crawler.separation.furniture.lesson import KEPT, OFFER, REMEMBERED, SENTENCE, Lesson, Trace
from crawler.separation.furniture.sketch import are_variants

# From so many pages with the very words on, variants tell nothing more.
_ENOUGH_PAGES = 6
Place = tuple[int, int]
"""A remembered page, and the number of a trace on it."""


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
        self._keys: dict[int, list[Place]] = {}
        self._sketches: dict[int, list[Place]] = {}

    @property
    def pages(self) -> Mapping[int, PageTraces]:
        """By number; the page learned last comes last."""
        return self._pages

    def add(self, number: int, traces: PageTraces) -> None:
        """Remember a page; what it taught before is forgotten."""
        self.drop(number)
        self._pages[number] = traces
        for entry, places in self._entries(number, traces):
            places.setdefault(entry[0], []).append(entry[1])

    def drop(self, number: int) -> None:
        """Forget a page, if it is remembered."""
        traces = self._pages.pop(number, None)
        if traces is None:
            return
        for entry, places in self._entries(number, traces):
            left = places[entry[0]]
            left.remove(entry[1])
            if not left:
                del places[entry[0]]

    def _entries(self, number: int, traces: PageTraces) -> Iterator[tuple[tuple[int, Place], dict[int, list[Place]]]]:
        for at, (key, sketch) in enumerate(zip(traces.keys, traces.sketches, strict=True)):
            yield (key, (number, at)), self._keys
            for value in sketch:
                yield (value, (number, at)), self._sketches

    def find_elsewhere(self, trace: Trace, own: int) -> dict[int, int]:
        """The other pages that have a block, or a variant of it: by page the number of its trace there."""
        found: dict[int, int] = {}
        for page, at in self._keys.get(trace.key, ()):
            if page != own:
                found.setdefault(page, at)
        if len(found) < _ENOUGH_PAGES and trace.sketch:
            shared = Counter(place for value in trace.sketch for place in self._sketches.get(value, ()))
            for (page, at), count in shared.items():
                if page != own and page not in found and are_variants(count):
                    found[page] = at
        return found
