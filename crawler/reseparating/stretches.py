"""Pages are read again stretch by stretch, each with what its own pages teach.

A campaign of last year is learned from last year's pages. So a page that the publisher's memory does not hold, because
it is too old or because a kill came in between, first adds what it teaches. What is learned here is forgotten again,
unless the publisher had no memory worth the name.

Reading is what costs. A page that awaits its lesson says what it teaches, and by what it was read, in the store; any
other says so when it is read for what it teaches. So it is read for good only where what was learned since can make
another article of it.
"""

from collections.abc import Generator, Iterable, Iterator
from itertools import islice

from articles.store.contract import Store
from articles.store.terms import ArchivedPage
from crawler.lessons import YOUNG_PAGES, FirstReading, find_reading, load_furniture, save_furniture
from crawler.reseparating.processes import Readers
from crawler.reseparating.reading import Reading
from crawler.separation.furniture import MAX_PAGES, Furniture, Lesson, render_furniture

_Stretch = tuple[ArchivedPage, ...]


def read_stretches(
    pages: Iterable[ArchivedPage], readers: Readers, store: Store, *, separation: str, is_dry: bool
) -> Generator[tuple[Reading, ...], None, None]:
    """Read pages, given in the order they were fetched; the readings come chunk by chunk.

    Args: separation: the version that reads them.

    Raises: StoreError.
    """
    before: _StretchReading | None = None
    for pages_of_stretch in _stretches(pages):
        publishers = dict.fromkeys(page.memory.publisher for page in pages_of_stretch)
        memories = {name: load_furniture(store, name) for name in publishers}
        young = [name for name, furniture in memories.items() if furniture.page_count < YOUNG_PAGES]
        stretch = _StretchReading(pages_of_stretch, memories, separation)
        under_way = stretch.begin(readers)
        if before is not None:  # what it came to is looked through while the processes read this one
            yield from before.read(readers)
        stretch.learn(under_way)
        for name in () if is_dry else young:
            save_furniture(store, name, memories[name], at=pages_of_stretch[-1].fetched_at)
        before = stretch
    if before is not None:
        yield from before.read(readers)


class _StretchReading:
    """One stretch on its way: how its pages were read so far, and what their publishers are known to repeat."""

    def __init__(self, pages: _Stretch, memories: dict[str, Furniture], separation: str) -> None:
        self._pages = pages
        self._memories = memories
        self._first: dict[int, FirstReading] = {}
        self._readings: dict[int, Reading] = {}
        for page in pages:
            # Another version's reading says nothing of what this one would read.
            first = find_reading(page.lesson, page.memory.entry) if page.separation == separation else None
            if first is not None:
                self._first[page.key] = first

        self._unknown = [page for page in pages if not self._memory(page).holds(self._identity(page))]

    def begin(self, readers: Readers) -> Iterator[tuple[Reading, ...]]:
        """Have those pages read that the memories do not hold, and of which nothing says what they teach."""
        unread = [page for page in self._unknown if page.key not in self._first]
        return readers.read(unread, _rendered(self._memories))

    def learn(self, under_way: Iterable[tuple[Reading, ...]]) -> None:
        """Add what the pages teach that the memories do not hold."""
        lessons = {
            page.key: first.learned_anew(self._memory(page))
            for page in self._unknown
            if (first := self._first.get(page.key)) is not None
        }
        for readings in under_way:
            for reading in readings:
                self._readings[reading.page.key] = reading
                if reading.first is not None:
                    self._first[reading.page.key] = reading.first
                    lessons[reading.page.key] = reading.first.lesson
        for page in self._unknown:
            lesson: Lesson | None = lessons.get(page.key)
            if lesson is not None:
                self._memory(page).learn(self._identity(page), lesson, page.fetched_at.date())

    def read(self, readers: Readers) -> Iterator[tuple[Reading, ...]]:
        """Read the pages by what is known now."""
        standing = [page for page in self._pages if self._stands(page)]
        if standing:
            yield tuple(self._readings.get(page.key) or Reading(page=page, stands=True) for page in standing)
        done = {page.key for page in standing}
        yield from readers.read((page for page in self._pages if page.key not in done), _rendered(self._memories))

    def _stands(self, page: ArchivedPage) -> bool:
        first = self._first.get(page.key)
        return first is not None and first.stands(self._memory(page))

    def _memory(self, page: ArchivedPage) -> Furniture:
        return self._memories[page.memory.publisher]

    def _identity(self, page: ArchivedPage) -> str:
        first = self._first.get(page.key)
        return page.memory.url if first is None else first.identity


def _rendered(memories: dict[str, Furniture]) -> dict[str, bytes]:
    return {name: render_furniture(furniture) for name, furniture in memories.items()}


def _stretches(pages: Iterable[ArchivedPage]) -> Iterator[_Stretch]:
    rest = iter(pages)
    while stretch := tuple(islice(rest, MAX_PAGES)):
        yield stretch
