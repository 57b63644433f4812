"""The rows of the crawl's memory, one per article URL; what every part of the store that touches them needs."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, insert, select, update

from articles.identity import ArticleId, CanonicalUrl
from articles.store.addresses import owners_of
from articles.store.runs import note_outcomes
from articles.store.schema.articles import ARTICLES
from articles.store.schema.memory import URLS
from articles.store.terms import ListingEntry, Outcome, UrlMemory, UrlState
from articles.store.transactions import portions

MEMORY = select(URLS, ARTICLES.c.id.label("article_id")).join(ARTICLES, isouter=True)
"""Rows that `memory_of` reads."""
# Put together once: each page asks them several times, and making a statement takes as long as running it.
_BY_URL = select(URLS).where(URLS.c.publisher == bindparam("of_publisher"), URLS.c.url == bindparam("at_url"))
_BY_KEY = update(URLS).where(URLS.c.url_key == bindparam("of_url"))
_BY_URLS = select(URLS).where(
    URLS.c.publisher == bindparam("of_publisher"), URLS.c.url.in_(bindparam("urls", expanding=True))
)
_KEYS = _BY_URLS.with_only_columns(URLS.c.url, URLS.c.url_key)
_NEW = insert(URLS)


def memory_of(row: RowMapping) -> UrlMemory:
    """The row in the words of the contract."""
    url = CanonicalUrl(row["url"])
    same = ("publisher", "etag", "last_modified", "content_hash", "failure_count", "discovered_at", "settled_at")
    return UrlMemory(
        url=url,
        state=UrlState(row["state"]),
        entry=ListingEntry(url=url, title=row["title"], summary=row["summary"], published_at=row["published_at"]),
        article_id=None if row["article_id"] is None else ArticleId(row["article_id"]),
        next_check_at=row["next_check_at"],
        **{name: row[name] for name in same},
    )


def find_rows(connection: Connection, publisher: str, urls: Iterable[CanonicalUrl]) -> dict[str, RowMapping]:
    """The rows of those URLs that are known, by URL."""
    rows: dict[str, RowMapping] = {}
    for some in portions(urls):
        known = connection.execute(_BY_URLS, {"of_publisher": publisher, "urls": some}).mappings()
        rows.update({row["url"]: row for row in known})
    return rows


def insert_urls(
    connection: Connection, publisher: str, entries: Iterable[ListingEntry], *, run_id: str, at: datetime
) -> dict[CanonicalUrl, int]:
    """Remember URLs that are unknown so far, each once; their keys are returned.

    One may be an article's all the same, by an alias.
    """
    keys: dict[CanonicalUrl, int] = {}
    for some in portions(entries):
        urls = [entry.url for entry in some]
        owners = owners_of(connection, urls)
        connection.execute(_NEW, [_discovered(publisher, entry, owners.get(entry.url), at) for entry in some])
        known = connection.execute(_KEYS, {"of_publisher": publisher, "urls": urls})
        keys |= {CanonicalUrl(row.url): row.url_key for row in known}
    note_outcomes(connection, Outcome.DISCOVERED, run_id=run_id, url_keys=keys.values(), at=at)
    return keys


def _discovered(publisher: str, entry: ListingEntry, article_key: int | None, at: datetime) -> dict[str, object]:
    return {
        "article_key": article_key,
        "publisher": publisher,
        "url": entry.url,
        "state": UrlState.DISCOVERED.value,
        "title": entry.title,
        "summary": entry.summary,
        "published_at": entry.published_at,
        "failure_count": 0,
        "discovered_at": at,
    }


def row_of(connection: Connection, publisher: str, url: CanonicalUrl, *, run_id: str, at: datetime) -> RowMapping:
    """The row of a URL, made now if it is unknown: what is asked or answered must not go unnoted."""
    asked = {"of_publisher": publisher, "at_url": url}
    if (row := connection.execute(_BY_URL, asked).mappings().one_or_none()) is None:
        insert_urls(connection, publisher, [ListingEntry(url=url)], run_id=run_id, at=at)
        row = connection.execute(_BY_URL, asked).mappings().one()
    return row


def update_url(connection: Connection, url_key: int, **values: Any) -> None:
    """Change columns of one row."""
    connection.execute(_BY_KEY, {"of_url": url_key, **values})
