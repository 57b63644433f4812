"""Reading articles back: one, the newest, those of a day."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, exists, false, select

from articles.identity import ArticleId, CanonicalUrl
from articles.model import Revision
from articles.store.addresses import addresses_in_order
from articles.store.revisions import EVERY, NEWEST, revision_of
from articles.store.schema.articles import ARTICLE_TOPICS, ARTICLE_URLS, ARTICLES, REVISIONS, TOPICS
from articles.store.topics import SECTION, TOPIC, newest_names
from articles.store.transactions import Transactions, portions

_PAGE_SIZE = 50  # revisions in memory at once while a day is read
# Put together once: the crawl asks them of every page.
_ID_AT = select(ARTICLES.c.id).join(ARTICLE_URLS).where(ARTICLE_URLS.c.url == bindparam("at_url"))
_KEY_OF = select(ARTICLES.c.article_key).where(ARTICLES.c.id == bindparam("of_id"))


class Reading(Transactions):
    """The part of the contract that reads articles."""

    def find_revision(self, article_id: ArticleId) -> Revision | None:
        with self._reading() as connection:
            key = connection.scalar(_KEY_OF, {"of_id": article_id})
            return None if key is None else present(connection, [key])[0]

    def find_article_id(self, url: CanonicalUrl) -> ArticleId | None:
        with self._reading() as connection:
            found = connection.scalar(_ID_AT, {"at_url": url})
            return None if found is None else ArticleId(found)

    def addresses(self) -> Iterator[tuple[ArticleId, CanonicalUrl]]:
        pairs = select(ARTICLES.c.id, ARTICLE_URLS.c.url).join(ARTICLE_URLS).order_by(ARTICLES.c.sorted_at.desc())
        with self._reading() as connection:
            yield from ((ArticleId(row.id), CanonicalUrl(row.url)) for row in connection.execute(pairs))

    def history(self, article_id: ArticleId) -> Sequence[Revision]:
        with self._reading() as connection:
            revisions = EVERY.where(ARTICLES.c.id == article_id).order_by(REVISIONS.c.number)
            return tuple(map(revision_of, connection.execute(revisions).mappings()))

    def newest(
        self, count: int, *, topic: str | None = None, section: str | None = None, publisher: str | None = None
    ) -> Sequence[Revision]:
        with self._reading() as connection:
            wanted = [(kind, slug) for kind, slug in ((TOPIC, topic), (SECTION, section)) if slug is not None]
            if not wanted:
                return present(connection, connection.scalars(newest_keys(count, publisher)).all())
            first, *others = (_topic_keys(connection, kind, slug, publisher) for kind, slug in wanted)
            found = {
                (row.sorted_at, row.article_key)
                for topic_key in first
                for row in connection.execute(newest_filed(topic_key, count, *others))
            }
            return present(connection, [article_key for _, article_key in sorted(found, reverse=True)[:count]])

    def stored_days(self) -> Sequence[date]:
        with self._reading() as connection:
            days = select(REVISIONS.c.stored_day).distinct().order_by(REVISIONS.c.stored_day)
            return tuple(connection.scalars(days))

    def revisions_of_day(self, day: date) -> Iterator[Revision]:
        # Page by page, each its own transaction, so that a slow reader does not keep the log from being folded in.
        # Revisions are only ever added, behind the last one read.
        key = 0
        while True:
            with self._reading() as connection:
                page = connection.execute(day_page(day, key)).mappings().all()
            if not page:
                return
            yield from map(revision_of, page)
            key = page[-1]["revision_key"]


def newest_keys(count: int, publisher: str | None) -> Select[int]:
    """The newest live articles."""
    live = select(ARTICLES.c.article_key).where(ARTICLES.c.deleted == false())
    if publisher is not None:
        live = live.where(ARTICLES.c.publisher == publisher)
    return live.order_by(ARTICLES.c.sorted_at.desc(), ARTICLES.c.article_key.desc()).limit(count)


def newest_filed(topic_key: int, count: int, *others: Sequence[int]) -> Select[datetime, int]:
    """The newest articles under a topic that stand under one of each of the others too."""
    filed = select(ARTICLE_TOPICS.c.sorted_at, ARTICLE_TOPICS.c.article_key)
    filed = filed.where(ARTICLE_TOPICS.c.topic_key == topic_key)
    for keys in others:
        also = ARTICLE_TOPICS.alias()
        filed = filed.where(
            exists().where(also.c.article_key == ARTICLE_TOPICS.c.article_key, also.c.topic_key.in_(keys))
        )
    return filed.order_by(ARTICLE_TOPICS.c.sorted_at.desc(), ARTICLE_TOPICS.c.article_key.desc()).limit(count)


def day_page(day: date, after_key: int) -> Select[*tuple[Any, ...]]:
    """The next revisions stored on a day."""
    page = EVERY.where(REVISIONS.c.stored_day == day, REVISIONS.c.revision_key > after_key)
    return page.order_by(REVISIONS.c.revision_key).limit(_PAGE_SIZE)


def _topic_keys(connection: Connection, kind: str, slug: str, publisher: str | None) -> Sequence[int]:
    """The topics with this slug; each publisher has its own."""
    keys = select(TOPICS.c.topic_key).where(TOPICS.c.kind == kind, TOPICS.c.slug == slug)
    if publisher is not None:
        keys = keys.where(TOPICS.c.publisher == publisher)
    return connection.scalars(keys).all()


def present(connection: Connection, article_keys: Sequence[int]) -> Sequence[Revision]:
    """The newest revisions of these articles, in this order, with the URLs and names of now."""
    revisions: dict[int, Revision] = {}
    urls: dict[int, list[CanonicalUrl]] = {}
    for some in portions(article_keys):
        for row in connection.execute(NEWEST.where(ARTICLES.c.article_key.in_(some))).mappings():
            revisions[row["article_key"]] = revision_of(row)
        for key, url in connection.execute(addresses_in_order(some)):
            urls.setdefault(key, []).append(CanonicalUrl(url))
    now = [replace(revisions[key], urls=tuple(urls[key])) for key in article_keys]
    return newest_names(connection, now)
