"""Which blocks that repeat are furniture: judged run by run, by what repeats together and how many pages have it.

How many *other* pages must have it:

| what repeats | other pages |
| --- | --- |
| a run that holds an offer, or lines around its sentences as a box has | 1 |
| a run with a line that has nothing to do with the article around it | 1 |
| another run with a line; a single line; a single sentence with an offer in it | 2 |
| sentences alone | 3 |
| anything but an offer that says a word of the title | at least 3 |
| anything but an offer that shares much of the article's own words | at least 6 |

Where a sentence is one of the body's first two, only pages count where it is so, too, or has the same neighbour: else
it is the article's own lead, and the others tease it. A sub-heading over text of the article's own stays, and so does a
list or a table that does not repeat as a whole.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crawler.separation.furniture.lesson import (
    AD,
    FIRST,
    GROUPED,
    HEADING,
    KEPT,
    MAYBE_HEADING,
    OFFER,
    SENTENCE,
    Lesson,
)
from crawler.separation.furniture.matching import PageTraces
from crawler.separation.furniture.sketch import words_of

_BOX_BLOCKS = 3
_BESIDE, _FAR = (1, 2), -9
_COMPANY_SHARE = 0.5
_MAX_OFFER_CHARS = 700
_MIN_WHOLE_SHARE = 0.8
_OWN_SHARE = 0.4
_STEM_LETTERS, _MIN_LETTERS = 6, 5
_USUAL_SHARE = 0.3
_LINE_PAGES, _SENTENCE_PAGES, _OWN_PAGES = 2, 3, 6


@dataclass(frozen=True, slots=True)
class Repeat:
    """Why a block is furniture."""

    reason: str
    """In words for people."""
    opens: bool
    """True when what stands before it is mostly not before it elsewhere: something else begins here."""


class Judgement:
    """One page's repetitions."""

    def __init__(
        self, lesson: Lesson, elsewhere: Sequence[Mapping[int, int]], pages: Mapping[int, PageTraces], known: set[int]
    ) -> None:
        """Args: elsewhere, per trace the other stories' pages that have it; known, the keys found before."""
        self._traces = lesson.traces
        self._title_stems = _stems(lesson.title)
        self._elsewhere = elsewhere
        self._pages = pages
        self._known = known
        self._beside: dict[int, int] = {}
        self._counts = [self._count(at) for at in range(len(self._traces))]
        self._own_stems = self._read_own_stems()

    def find_furniture(self) -> dict[int, Repeat]:
        """The numbers of the traces that are furniture, each with the reason."""
        found: dict[int, str] = {}
        for run in self._runs():
            needed = self._needed(run)
            together = ", with its neighbours," if len(run) > 1 else ""
            for at in run:
                count = self._counts[at]
                is_known = self._traces[at].key in self._known and not self._traces[at].signs & FIRST
                if is_known and needed < _OWN_PAGES:
                    found[at] = "the publisher is known to repeat it"
                elif count >= needed:
                    found[at] = f"it repeats{together} on {count} other {'page' if count == 1 else 'pages'}"
        self._spare_headings(found)
        self._spare_parts(found)
        return {at: Repeat(reason, self._opens(at)) for at, reason in found.items()}

    def _opens(self, at: int) -> bool:
        if at == 0 or not self._elsewhere[at] or not self._elsewhere[at - 1]:
            return False
        before, here = self._elsewhere[at - 1], self._elsewhere[at]
        return self._count_beside(at) < _COMPANY_SHARE * min(len(before), len(here))

    def _count(self, at: int) -> int:
        found = self._elsewhere[at]
        if not self._traces[at].signs & FIRST:
            return len(found)
        return sum(
            bool(self._pages[page].signs[there] & (FIRST | AD | OFFER)) or self._has_company(at, page, there)
            for page, there in found.items()
        )

    def _has_company(self, at: int, page: int, there: int) -> bool:
        """True when what stands beside it in the body stands beside it on that page, too."""
        return any(
            0 <= at + step < len(self._traces)
            and self._traces[at + step].signs & KEPT
            and self._elsewhere[at + step].get(page) == there + step
            for step in (-1, 1)
        )

    def _runs(self) -> list[range]:
        runs = []
        start = 0
        while start < len(self._traces):
            stop = start + 1
            if self._is_met(start):
                while stop < len(self._traces) and self._is_met(stop) and self._joins(stop):
                    stop += 1
                runs.append(range(start, stop))
            start = stop
        return runs

    def _is_met(self, at: int) -> bool:
        return self._counts[at] > 0 or self._traces[at].key in self._known

    def _joins(self, at: int) -> bool:
        """True when the pages that have a trace have the one before it too, most of them next to it.

        What stands on every page, such as a share bar, is no company for what stands before it on two.
        """
        beside = self._count_beside(at)
        return beside > 0 and beside >= _COMPANY_SHARE * max(len(self._elsewhere[at - 1]), len(self._elsewhere[at]))

    def _count_beside(self, at: int) -> int:
        """How many pages have a trace right behind the one before it; asked for more than once, hence remembered."""
        if at not in self._beside:
            here = self._elsewhere[at]
            before = self._elsewhere[at - 1].items()
            self._beside[at] = sum(here.get(page, _FAR) - there in _BESIDE for page, there in before)
        return self._beside[at]

    def _needed(self, run: range) -> int:
        speaks_itself = self._is_offer(run)
        is_offer = speaks_itself or self._stands_by_offer(run)
        needed = self._needed_by_shape(run, is_offer=is_offer)
        return needed if speaks_itself else max(needed, self._needed_for_the_story(run))

    def _needed_by_shape(self, run: range, *, is_offer: bool) -> int:
        # What the page drops by itself, such as a share bar, is no part of a box in the body.
        signs = [self._traces[at].signs for at in run if is_offer or self._traces[at].signs & KEPT]
        lines = sum(not each & SENTENCE for each in signs)
        if len(signs) == 1:
            return _LINE_PAGES if lines or is_offer else _SENTENCE_PAGES
        if is_offer:
            return 1
        if lines == len(signs):
            return _LINE_PAGES
        if len(signs) >= _BOX_BLOCKS and 2 * lines >= len(signs):
            return 1
        if lines:
            return _LINE_PAGES if signs[0] & HEADING else 1
        return _SENTENCE_PAGES

    def _is_offer(self, run: range) -> bool:
        """True when it wants something of the reader, by its own words or by those around it on another page."""
        if sum(len(self._traces[at].text) for at in run) > _MAX_OFFER_CHARS:
            return False
        return any(self._traces[at].signs & (OFFER | AD) for at in run) or any(
            self._pages[page].signs[there] & AD for at in run for page, there in self._elsewhere[at].items()
        )

    def _stands_by_offer(self, run: range) -> bool:
        """True when the line next to it, here and there, wants something of the reader: a button of many offers."""
        for inner, outer, step in ((run[0], run[0] - 1, -1), (run[-1], run[-1] + 1, 1)):
            if 0 <= outer < len(self._traces) and self._traces[outer].signs & (OFFER | AD):
                there = self._elsewhere[outer]
                if any(there.get(page) == at + step for page, at in self._elsewhere[inner].items()):
                    return True
        return False

    def _needed_for_the_story(self, run: range) -> int:
        """More, when it says a word of the title, or when much of it is said by the article around it, too."""
        stems = {stem for at in run for stem in _stems(self._traces[at].text)}
        if stems and len(stems & self._own_stems) >= _OWN_SHARE * len(stems):
            return _OWN_PAGES
        return _SENTENCE_PAGES if stems & self._title_stems else 0

    def _read_own_stems(self) -> set[str]:
        return {
            stem
            for trace, count in zip(self._traces, self._counts, strict=True)
            if not count and trace.signs & KEPT and trace.key not in self._known
            for stem in _stems(trace.text)
        }

    def _spare_headings(self, found: dict[int, str]) -> None:
        for at in list(found):
            signs = self._traces[at].signs
            heads = at + 1 < len(self._traces) and at + 1 not in found and self._traces[at + 1].signs & KEPT
            is_usual = self._counts[at] > _USUAL_SHARE * len(self._pages)
            is_last = at > 0 and self._joins(at)
            maybe = signs & MAYBE_HEADING and not is_usual and not is_last
            if heads and not signs & OFFER and (signs & HEADING or maybe):
                del found[at]

    def _spare_parts(self, found: dict[int, str]) -> None:
        start = 0
        while start < len(self._traces):
            stop = start
            while stop < len(self._traces) and self._traces[stop].signs & GROUPED:
                stop += 1
            total = sum(len(self._traces[at].text) for at in range(start, stop))
            if sum(len(self._traces[at].text) for at in range(start, stop) if at in found) < _MIN_WHOLE_SHARE * total:
                for at in range(start, stop):
                    found.pop(at, None)
            start = stop + 1


def _stems(text: str) -> set[str]:
    return {word[:_STEM_LETTERS] for word in words_of(text) if len(word) >= _MIN_LETTERS}
