"""Archived pages: noting where they stand, and finding those that a new separation should read."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from itertools import islice
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    and_,
    bindparam,
    false,
    func,
    or_,
    select,
    true,
    update,
)

from articles.identity import ArticleId
from articles.model import Article
from articles.store.addresses import addresses_of_article
from articles.store.amending import amend, is_untold
from articles.store.known_article import find_known
from articles.store.revising import revise
from articles.store.runs import note_outcome
from articles.store.schema.articles import ARTICLES, REVISIONS
from articles.store.schema.memory import URLS
from articles.store.schema.pages import PAGES
from articles.store.terms import ArchivedPage, ArchivePlace, Fetched, Outcome, Saved, UrlState
from articles.store.topics import note_topics
from articles.store.transactions import Transactions, insert_row, portions
from articles.store.urls import memory_of

_PAGE_SIZE = 200  # archived pages in memory at once while they are listed
_OWNERS, _OTHERS = ARTICLES.alias("owners"), PAGES.alias("others")
_OF_PAGE = ("page_key", "fetched_at", "file", "offset_bytes", "length_bytes", "separation", "awaits_lesson", "lesson")
_PAGES = (
    select(
        URLS,
        ARTICLES.c.id.label("article_id"),
        *(PAGES.c[name].label(f"page_{name}") for name in _OF_PAGE),
        _OWNERS.c.id.label("owner_id"),
        REVISIONS.c.page_key.label("source_key"),
    )
    .select_from(PAGES)
    .join(URLS, URLS.c.url_key == PAGES.c.url_key)
    .join(ARTICLES, ARTICLES.c.article_key == URLS.c.article_key, isouter=True)
    .join(_OWNERS, _OWNERS.c.article_key == PAGES.c.article_key, isouter=True)
    .join(
        REVISIONS,
        and_(REVISIONS.c.article_key == _OWNERS.c.article_key, REVISIONS.c.number == _OWNERS.c.newest_number),
        isouter=True,
    )
)
_PLACE = ("url_key", "fetched_at", "file", "offset_bytes", "length_bytes")
_SAME_PAGE = select(PAGES.c.page_key).where(*(PAGES.c[name] == bindparam(name) for name in _PLACE))


def note_page(connection: Connection, asked: RowMapping, article_key: int | None, fetched: Fetched) -> int | None:
    """Note where the page of the URL asked is archived, and whose it is; its key, or None when it is not archived.

    A page that is noted already is only given its article: it was read anew.
    """
    if (place := fetched.archived) is None:
        return None
    values = {
        "article_key": article_key,
        "separation": fetched.separation,
        "awaits_lesson": fetched.awaits_lesson,
        "lesson": fetched.lesson if fetched.awaits_lesson and article_key is not None else None,
    }
    where = {
        "url_key": asked["url_key"],
        "fetched_at": fetched.at,
        "file": place.file,
        "offset_bytes": place.offset_bytes,
        "length_bytes": place.length_bytes,
    }
    # A URL that was never answered has no page yet.
    page_key = None if asked["settled_at"] is None else connection.scalar(_SAME_PAGE, where)
    if page_key is None:
        return insert_row(connection, PAGES, where | values)
    connection.execute(update(PAGES).where(PAGES.c.page_key == page_key).values(values))
    return int(page_key)


class Pages(Transactions):
    """The part of the contract that concerns archived pages."""

    def pages_of(self, article_id: ArticleId) -> Sequence[ArchivedPage]:
        pages = _PAGES.where(_OWNERS.c.id == article_id).order_by(PAGES.c.page_key.desc())
        with self._reading() as connection:
            return tuple(map(_page_of, connection.execute(pages).mappings()))

    def count_awaiting(self, *, publishers: Sequence[str] = ()) -> int:
        with self._reading() as connection:
            return connection.scalar(_PAGES.where(_awaiting(publishers)).with_only_columns(func.count())) or 0

    def pages_awaiting(self, *, publishers: Sequence[str] = ()) -> Iterator[ArchivedPage]:
        awaiting = _PAGES.where(_awaiting(publishers)).with_only_columns(PAGES.c.page_key)
        with self._reading() as connection:
            keys = iter(connection.scalars(awaiting.order_by(PAGES.c.page_key)).all())
        while some := tuple(islice(keys, _PAGE_SIZE)):
            pages = _PAGES.where(PAGES.c.page_key.in_(some)).order_by(PAGES.c.page_key)
            with self._reading() as connection:
                rows = connection.execute(pages).mappings().all()
            yield from map(_page_of, rows)

    def count_pages(self, *, publishers: Sequence[str] = (), since: date | None = None, separation: str) -> int:
        wanted = _wanted(publishers, since, separation)
        with self._reading() as connection:
            return connection.scalar(_PAGES.where(wanted).with_only_columns(func.count())) or 0

    def pages_to_separate(
        self, *, publishers: Sequence[str] = (), since: date | None = None, separation: str
    ) -> Iterator[ArchivedPage]:
        key = 0
        while True:
            with self._reading() as connection:
                some = connection.execute(pages_after(key, publishers, since, separation)).mappings().all()
            if not some:
                return
            yield from map(_page_of, some)
            key = some[-1]["page_page_key"]

    def archived_pages(self) -> Iterator[ArchivedPage]:
        key = 0
        while True:
            pages = _PAGES.where(PAGES.c.page_key > key).order_by(PAGES.c.page_key).limit(_PAGE_SIZE)
            with self._reading() as connection:
                some = connection.execute(pages).mappings().all()
            if not some:
                return
            yield from map(_page_of, some)
            key = some[-1]["page_page_key"]

    def revise_article(
        self, page: ArchivedPage, article: Article, *, run_id: str, separation: str, at: datetime
    ) -> Saved:
        with self._writing() as connection:
            row = connection.execute(select(PAGES).where(PAGES.c.page_key == page.key)).mappings().one()
            _note_separation(connection, [page.key], separation)
            known = find_known(connection, row["article_key"])
            last = known.newest
            if last is None or last["deleted"] or last["fetched_at"] > row["fetched_at"]:
                return Saved.UNCHANGED
            if is_untold(connection, last, row):
                return amend(connection, known, article, page_key=page.key)
            if last["revision_hash"] == article.revision_hash:
                return Saved.UNCHANGED
            revise(
                connection,
                known,
                article,
                Fetched(url=page.memory.url, at=row["fetched_at"], status=200),
                urls=addresses_of_article(connection, known.article_key),
                topic_keys=note_topics(connection, known.publisher, article, is_newest=False),
                page_key=page.key,
                run_id=run_id,
                at=at,
            )
            note_outcome(connection, Outcome.REVISED, run_id=run_id, url_key=row["url_key"], at=at)
            return Saved.REVISED

    def note_separated(self, pages: Iterable[ArchivedPage], *, separation: str) -> None:
        with self._writing() as connection:
            _note_separation(connection, [page.key for page in pages], separation)


def pages_after(key: int, publishers: Sequence[str], since: date | None, separation: str) -> Select[*tuple[Any, ...]]:
    """The next pages that `pages_to_separate` gives."""
    pages = _PAGES.where(_wanted(publishers, since, separation), PAGES.c.page_key > key)
    return pages.order_by(PAGES.c.page_key).limit(_PAGE_SIZE)


def _is_newest_of_article() -> ColumnElement[bool]:
    newest = select(func.max(_OTHERS.c.page_key)).where(_OTHERS.c.article_key == PAGES.c.article_key)
    return PAGES.c.page_key == newest.scalar_subquery()


def _awaiting(publishers: Sequence[str]) -> ColumnElement[bool]:
    awaiting = and_(PAGES.c.awaits_lesson == true(), _OWNERS.c.deleted == false(), _is_newest_of_article())
    return and_(awaiting, URLS.c.publisher.in_(publishers)) if publishers else awaiting


def _wanted(publishers: Sequence[str], since: date | None, separation: str) -> ColumnElement[bool]:
    newest_of_url = select(func.max(_OTHERS.c.page_key)).where(_OTHERS.c.url_key == PAGES.c.url_key)
    conditions = [
        or_(PAGES.c.separation.is_(None), PAGES.c.separation != separation),
        or_(
            and_(_OWNERS.c.deleted == false(), _is_newest_of_article()),
            and_(
                URLS.c.article_key.is_(None),
                URLS.c.state == UrlState.REJECTED.value,
                PAGES.c.page_key == newest_of_url.scalar_subquery(),
            ),
        ),
    ]
    if publishers:
        conditions.append(URLS.c.publisher.in_(publishers))
    if since is not None:
        conditions.append(PAGES.c.fetched_at >= datetime.combine(since, time(), tzinfo=UTC))
    return and_(*conditions)


def _note_separation(connection: Connection, keys: Iterable[int], separation: str) -> None:
    values = {"separation": separation, "awaits_lesson": False, "lesson": None}
    for some in portions(keys):
        connection.execute(update(PAGES).where(PAGES.c.page_key.in_(some)).values(values))


def _page_of(row: RowMapping) -> ArchivedPage:
    return ArchivedPage(
        key=row["page_page_key"],
        place=ArchivePlace(
            file=row["page_file"], offset_bytes=row["page_offset_bytes"], length_bytes=row["page_length_bytes"]
        ),
        fetched_at=row["page_fetched_at"],
        memory=memory_of(row),
        article_id=None if row["owner_id"] is None else ArticleId(row["owner_id"]),
        is_source=row["source_key"] == row["page_page_key"],
        separation=row["page_separation"],
        awaits_lesson=row["page_awaits_lesson"],
        lesson=row["page_lesson"],
    )
