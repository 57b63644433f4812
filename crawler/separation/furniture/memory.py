"""The memory of one publisher: its newest pages, and the texts found to be furniture. Learning is its only change.

Both are bounded: the oldest page goes when there are more than `MAX_PAGES`, and so does a text that was met for the
longest time no more when there are more than `MAX_TEXTS`, or when it was not met for `MAX_DAYS`. Only hashes are kept,
never markup, so that a redesign costs nothing.
"""

from collections.abc import Mapping
from datetime import date
from hashlib import blake2b

from crawler.separation.furniture.judging import Judgement, Repeat
from crawler.separation.furniture.kinship import find_same_stories
from crawler.separation.furniture.lesson import AD, KEPT, OFFER, Lesson
from crawler.separation.furniture.matching import PageIndex, PageTraces, traces_of

MAX_PAGES = 256
MAX_TEXTS = 4096
MAX_DAYS = 60


class Furniture:
    """What a publisher is known to repeat."""

    def __init__(self) -> None:
        self._index = PageIndex()
        self._known: dict[int, int] = {}
        """Key of a text that was found to be furniture: ordinal of the day it was last met."""

    @property
    def page_count(self) -> int:
        """How many pages it remembers."""
        return len(self._index.pages)

    def holds(self, identity: str) -> bool:
        """True when it remembers this very page."""
        return number_of(identity) in self._index.pages

    @property
    def pages(self) -> Mapping[int, PageTraces]:
        """What it remembers of each page, for storing; the page learned last comes last."""
        return self._index.pages

    @property
    def known(self) -> Mapping[int, int]:
        """The texts that are furniture, for storing: by key the ordinal of the day each was last met."""
        return self._known

    def find_repeated(self, identity: str, lesson: Lesson) -> dict[int, Repeat]:
        """Which of a page's blocks are furniture, each with the reason; the page itself never counts as another."""
        own = number_of(identity)
        everywhere = [self._index.find_elsewhere(trace, own) for trace in lesson.traces]
        for page in find_same_stories(lesson, everywhere, self._index.pages):
            for found_at in everywhere:
                found_at.pop(page, None)
        found = Judgement(lesson, everywhere, self._index.pages, set(self._known)).find_furniture()
        return {lesson.traces[at].place: repeat for at, repeat in found.items()}

    def learn(self, identity: str, lesson: Lesson, on: date) -> None:
        """Remember a page, and which of its blocks were furniture. The same page again takes the place of itself."""
        day = on.toordinal()
        self._index.add(number_of(identity), traces_of(lesson, day))
        for trace in lesson.traces:
            # What no page takes for body need not be known: it may be another article's teaser.
            if trace.place in lesson.repeated and trace.signs & (KEPT | AD | OFFER):
                self._known.pop(trace.key, None)
                self._known[trace.key] = day
        self._forget(day)

    def _forget(self, day: int) -> None:
        pages = self._index.pages
        while len(pages) > MAX_PAGES or pages[next(iter(pages))].day < day - MAX_DAYS:
            self._index.drop(next(iter(pages)))
        while self._known:
            oldest = next(iter(self._known))
            if len(self._known) <= MAX_TEXTS and self._known[oldest] >= day - MAX_DAYS:
                break
            del self._known[oldest]

    def remember(self, pages: Mapping[int, PageTraces], known: Mapping[int, int]) -> None:
        """Take over what another memory held."""
        for number, traces in pages.items():
            self._index.add(number, traces)
        self._known.update(known)


def number_of(identity: str) -> int:
    """The number of a page: the same for the same identity (`Page.identity`)."""
    return int.from_bytes(blake2b(identity.encode("utf-8", "replace"), digest_size=7).digest())
