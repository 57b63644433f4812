"""Revisions: what makes a new one, what it says, and how it is read back."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, RowMapping, bindparam, insert, select, update

from articles.identity import ArticleId, CanonicalUrl
from articles.model import Article, Revision
from articles.records.fields import Fields
from articles.records.parts import parse_parts, render_parts
from articles.store.addresses import addresses_of_article
from articles.store.known_article import KnownArticle
from articles.store.schema.articles import ARTICLES, REVISIONS
from articles.store.terms import Fetched

NEWEST = select(REVISIONS, ARTICLES.c.id, ARTICLES.c.publisher).join(
    ARTICLES,
    (ARTICLES.c.article_key == REVISIONS.c.article_key) & (ARTICLES.c.newest_number == REVISIONS.c.number),
)
"""Newest revisions, one per article, as rows that `revision_of` reads."""
_NEWEST_OF = NEWEST.where(ARTICLES.c.article_key == bindparam("of_article"))
# Put together once: making a statement takes as long as running it.
_NEW = insert(REVISIONS)
_ARTICLE = update(ARTICLES).where(ARTICLES.c.article_key == bindparam("of_article"))
EVERY = select(REVISIONS, ARTICLES.c.id, ARTICLES.c.publisher).join(ARTICLES)
"""All revisions, likewise."""


def revision_of(row: RowMapping) -> Revision:
    """The row in the words of the model, as it was when it was stored."""
    return Revision(
        id=ArticleId(row["id"]),
        urls=tuple(map(CanonicalUrl, row["urls"])),
        article=parse_parts(Fields(row["article"], f"the stored article {row['id']}")),
        **{name: row[name] for name in _SAME},
    )


_SAME = ("publisher", "number", "deleted", "same_as", "fetched_at", "stored_at", "updated_at", "run_id")


def newest_row(connection: Connection, article_key: int) -> RowMapping | None:
    """The newest revision; None when the article has none yet."""
    return connection.execute(_NEWEST_OF, {"of_article": article_key}).mappings().one_or_none()


def first_updated_at(article: Article, fetched_at: datetime) -> datetime:
    """Of a first revision: what the page says, where it can be true; else when it was fetched."""
    published_at, modified_at = article.published_at, article.modified_at
    if modified_at is not None and modified_at <= fetched_at and (published_at is None or modified_at >= published_at):
        return modified_at
    return published_at if published_at is not None else fetched_at


def later_updated_at(article: Article, fetched_at: datetime, previous: datetime) -> datetime:
    """Of a revision with another title, text or images: always after the previous one, or readers would miss it."""
    modified_at = article.modified_at
    if modified_at is not None and previous < modified_at <= fetched_at:
        return modified_at
    return fetched_at if fetched_at > previous else previous + timedelta(seconds=1)


def store_revision(
    connection: Connection,
    known: KnownArticle,
    article: Article,
    fetched: Fetched,
    *,
    urls: Sequence[CanonicalUrl],
    same_as: ArticleId | None,
    page_key: int | None,
    run_id: str,
    at: datetime,
) -> None:
    """Store the article's next revision, whatever the last one was, and give it its place in the order."""
    fetched_at = fetched.at.astimezone(UTC)
    last = known.newest
    if last is None:
        updated_at = first_updated_at(article, fetched_at)
    elif last["canonical_hash"] == article.canonical_hash:
        updated_at = last["updated_at"]
    else:
        updated_at = later_updated_at(article, fetched_at, last["updated_at"])
    number = 1 if last is None else last["number"] + 1
    values = {
        "article_key": known.article_key,
        "number": number,
        "deleted": False,
        "canonical_hash": article.canonical_hash,
        "revision_hash": article.revision_hash,
        "fetched_at": fetched_at,
        "updated_at": updated_at,
        "article": render_parts(article),
        "same_as": same_as,
        "page_key": page_key,
        "urls": urls,
    }
    _insert(connection, values, at=at, run_id=run_id)
    if not known.is_new:
        sorted_at = known.sorted_at(article.published_at)
        changed = {"newest_number": number, "deleted": False, "sorted_at": sorted_at}
        connection.execute(_ARTICLE, {"of_article": known.article_key} | changed)


def store_tombstone(connection: Connection, article_key: int, at: datetime, *, run_id: str) -> None:
    """Store a revision that says the article was withdrawn; it repeats the last one."""
    last = newest_row(connection, article_key)
    if last is None:
        raise AssertionError(f"a live article without a revision: {article_key}")
    repeated = ("canonical_hash", "revision_hash", "updated_at", "article", "same_as", "page_key")
    values = {
        **{name: last[name] for name in repeated},
        "article_key": article_key,
        "number": last["number"] + 1,
        "deleted": True,
        "fetched_at": at,
        "urls": addresses_of_article(connection, article_key),
    }
    _insert(connection, values, at=at, run_id=run_id)
    changed = {"newest_number": values["number"], "deleted": True}
    connection.execute(_ARTICLE, {"of_article": article_key} | changed)


def _insert(connection: Connection, values: dict[str, object], *, at: datetime, run_id: str) -> None:
    stored = {"stored_at": at, "stored_day": at.astimezone(UTC).date(), "run_id": run_id}
    connection.execute(_NEW, values | stored)
