"""One archived page is read again, in a process of its own kind: from the archive to what differs from the store."""

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from articles.changes import find_changes, is_fleeting
from articles.store.contract import Store
from articles.store.terms import ArchivedPage, Fetched
from crawler.archive.archive import load_page
from crawler.archive.exchange import Exchange
from crawler.base_spiders.article_page import parse_article_page
from crawler.base_spiders.publisher_spider import PublisherSpider
from crawler.errors import ArchiveFileMissing, DamagedRecord, PageRejected
from crawler.items import ArticlePage, SeparatedArticle
from crawler.lessons import FirstReading
from crawler.running import spider_classes
from crawler.separated import separate_article
from crawler.separation.furniture import Furniture
from crawler.separation_version import separation_version


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What reading a page again came to. Without anything below: it says what is stored."""

    page: ArchivedPage
    first: FirstReading | None = None
    """What the page teaches of its publisher, and what its article depends on. None when it gave no article."""
    stands: bool = False
    """True when it was clear, without reading it, that the page says what it said."""
    found: SeparatedArticle | None = None
    """The article, when a revision is to be made of it."""
    changes: tuple[str, ...] = ()
    """The parts in which it differs from what is stored; see `articles.changes`."""
    rejection: str | None = None
    """Why the page gives no article."""
    missing_file: str | None = None
    """The archive's file that is gone."""
    damage: str | None = None
    """Why the record cannot be read."""
    fault: str | None = None
    """The exception that code of ours raised."""


def read_page(page: ArchivedPage, archive: Path, store: Store, furniture: Furniture) -> Reading:
    """Read a page again; nothing is written.

    Args: furniture: what its publisher is known to repeat.

    Raises: StoreError, OSError; whatever the separation of this page raises that is no rejection.
    """
    try:
        item = load_article_page(page, archive, store)
        # The parsed page and its bytes are done with, and a tree cannot go from one process to another.
        found = replace(separate_article(item, furniture), tree=None, body=b"")
    except ArchiveFileMissing as error:
        return Reading(page=page, missing_file=str(error.path))
    except DamagedRecord as error:
        return Reading(page=page, damage=str(error))
    except PageRejected as error:
        return Reading(page=page, rejection=str(error))
    reading = _compared(page, replace(found, lesson=None), store)
    if found.lesson is None:
        return reading
    first = FirstReading(identity=item.page.identity, entry=page.memory.entry, lesson=found.lesson)
    return replace(reading, first=first)


def load_article_page(page: ArchivedPage, archive: Path, store: Store) -> ArticlePage:
    """An archived page as the crawl would hand it to separation.

    Raises: ArchiveFileMissing; DamagedRecord; PageRejected, for what is no web page; OSError.
    """
    publisher = _publishers().get(page.memory.publisher)
    if publisher is None:
        raise DamagedRecord(f"there is no publisher {page.memory.publisher!r} any more")
    return _article_page(load_page(archive, page.place), page, publisher, store)


@lru_cache(maxsize=1)
def _publishers() -> dict[str, type[PublisherSpider]]:
    return spider_classes()


def _article_page(
    exchange: Exchange, page: ArchivedPage, publisher: type[PublisherSpider], store: Store
) -> ArticlePage:
    url = page.memory.url
    answered = publisher.find_article(exchange.url)
    if answered is None or exchange.at != page.fetched_at:
        raise DamagedRecord(f"{page.place.file}, byte {page.place.offset_bytes}: not the page of {url}")
    fetched = Fetched(
        url=url,
        answered_url=answered if answered != url else None,
        at=page.fetched_at,
        status=exchange.status,
        archived=page.place,
        separation=separation_version(),
    )
    other = store.find_memory(page.memory.publisher, answered) if answered != url else None
    return parse_article_page(publisher, exchange, fetched, page.memory, answered=other)


def _compared(page: ArchivedPage, found: SeparatedArticle, store: Store) -> Reading:
    if page.article_id is None:
        # A page that led to a known article is that one's, and older than what is stored of it.
        urls = (found.fetched.url, found.fetched.answered_url)
        is_known = any(url is not None and store.find_article_id(url) is not None for url in urls)
        return Reading(page=page, found=None if is_known else found)
    stored = store.find_revision(page.article_id)
    if stored is None:
        raise LookupError(f"{page.article_id} has a page and no revision")
    if stored.fetched_at > page.fetched_at:
        return Reading(page=page)  # what is stored was read from a later page, which was not archived
    changes = find_changes(stored.article, found.article)
    if not page.is_source:
        changes = tuple(change for change in changes if not is_fleeting(change))
    is_other = stored.article.revision_hash != found.article.revision_hash
    # Of what nobody was told of yet, advertisements too are put right.
    is_wanted = is_other or (page.awaits_lesson and bool(changes))
    return Reading(page=page, found=found if is_wanted else None, changes=changes)
