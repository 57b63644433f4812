"""Pages are read again stretch by stretch, each with what its own pages teach.

A campaign of last year is learned from last year's pages. So a page that the publisher's memory does not hold, because
it is too old or because a kill came in between, is read once for what it teaches before it is read for good. What is
learned here is forgotten again, unless the publisher had no memory worth the name.
"""

from collections.abc import Generator, Iterable, Iterator
from itertools import islice

from articles.store.contract import Store
from articles.store.terms import ArchivedPage
from crawler.lessons import YOUNG_PAGES, load_furniture, save_furniture
from crawler.reseparating.processes import Readers
from crawler.reseparating.reading import Reading
from crawler.separation.furniture import MAX_PAGES, Furniture, render_furniture

_Stretch = tuple[ArchivedPage, ...]


def read_stretches(
    pages: Iterable[ArchivedPage], readers: Readers, store: Store, *, is_dry: bool
) -> Generator[tuple[Reading, ...], None, None]:
    """Read pages, given in the order they were fetched; the readings come chunk by chunk.

    Raises: StoreError.
    """
    for stretch in _stretches(pages):
        publishers = dict.fromkeys(page.memory.publisher for page in stretch)
        memories = {name: load_furniture(store, name) for name in publishers}
        young = [name for name, furniture in memories.items() if furniture.page_count < YOUNG_PAGES]
        _learn([page for page in stretch if not memories[page.memory.publisher].holds(_url(page))], readers, memories)
        for name in () if is_dry else young:
            save_furniture(store, name, memories[name], at=stretch[-1].fetched_at)
        yield from readers.read(stretch, _rendered(memories))


def _learn(pages: list[ArchivedPage], readers: Readers, memories: dict[str, Furniture]) -> None:
    for readings in readers.read(pages, _rendered(memories)):
        for reading in readings:
            if reading.lesson is not None:
                page = reading.page
                memories[page.memory.publisher].learn(_url(page), reading.lesson, page.fetched_at.date())


def _url(page: ArchivedPage) -> str:
    return page.memory.url


def _rendered(memories: dict[str, Furniture]) -> dict[str, bytes]:
    return {name: render_furniture(furniture) for name, furniture in memories.items()}


def _stretches(pages: Iterable[ArchivedPage]) -> Iterator[_Stretch]:
    rest = iter(pages)
    while stretch := tuple(islice(rest, MAX_PAGES)):
        yield stretch
