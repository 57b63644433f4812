"""The crawl's memory of URLs: what is known, what is open, what is due."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, bindparam, case, select, update

from articles.identity import CanonicalUrl
from articles.store.schema.memory import URLS
from articles.store.terms import ListingEntry, UrlMemory, UrlState
from articles.store.transactions import Transactions, portions
from articles.store.urls import MEMORY, find_rows, insert_urls, memory_of

_MOST_AHEAD = timedelta(days=1)
"""A clock that is put back so far was put right; by less, by daylight saving or the network."""
_BY_URL = MEMORY.where(URLS.c.publisher == bindparam("of_publisher"), URLS.c.url == bindparam("at_url"))
_AT_URLS = (URLS.c.publisher == bindparam("of_publisher"), URLS.c.url.in_(bindparam("at_urls", expanding=True)))
_BY_URLS = MEMORY.where(*_AT_URLS)
_REQUESTED = (
    update(URLS)
    .where(*_AT_URLS)
    .values(
        requested_at=bindparam("requested_at"),
        state=case((URLS.c.state == UrlState.DISCOVERED.value, UrlState.REQUESTED.value), else_=URLS.c.state),
    )
)
_OPEN = (UrlState.DISCOVERED.value, UrlState.REQUESTED.value)
_RECURRING = (UrlState.SETTLED.value, UrlState.REJECTED.value, UrlState.MISSING.value)


def open_urls(publisher: str) -> Select[*tuple[Any, ...]]:
    """What `pending` asks."""
    open_ = MEMORY.where(URLS.c.publisher == publisher, URLS.c.state.in_(_OPEN))
    return open_.order_by(URLS.c.discovered_at, URLS.c.url_key)


def due_urls(publisher: str, now: datetime) -> Select[*tuple[Any, ...]]:
    """What `due` asks."""
    due = MEMORY.where(URLS.c.publisher == publisher, URLS.c.next_check_at <= now, URLS.c.state.in_(_RECURRING))
    return due.order_by(URLS.c.next_check_at, URLS.c.url_key)


def _settled_in_future(publisher: str, now: datetime) -> Select[*tuple[Any, ...]]:
    """No index leads there; it is asked once a run."""
    settled = URLS.c.settled_at > now + _MOST_AHEAD
    return MEMORY.where(URLS.c.publisher == publisher, settled, URLS.c.state.in_(_RECURRING)).order_by(URLS.c.url_key)


class Memory(Transactions):
    """The part of the contract that concerns URLs before they are answered."""

    def discover(self, publisher: str, url: CanonicalUrl, *, run_id: str, at: datetime) -> None:
        with self._writing() as connection:
            known = select(URLS.c.url_key).where(URLS.c.publisher == publisher, URLS.c.url == url)
            if connection.scalar(known) is None:
                insert_urls(connection, publisher, [ListingEntry(url=url)], run_id=run_id, at=at)

    def find_memory(self, publisher: str, url: CanonicalUrl) -> UrlMemory | None:
        with self._reading() as connection:
            asked = {"of_publisher": publisher, "at_url": url}
            row = connection.execute(_BY_URL, asked).mappings().one_or_none()
            return None if row is None else memory_of(row)

    def find_memories(self, publisher: str, urls: Sequence[CanonicalUrl]) -> Mapping[CanonicalUrl, UrlMemory]:
        with self._reading() as connection:
            found = [
                memory_of(row)
                for some in portions(urls)
                for row in connection.execute(_BY_URLS, {"of_publisher": publisher, "at_urls": some}).mappings()
            ]
        return {memory.url: memory for memory in found}

    def pending(self, publisher: str) -> Sequence[UrlMemory]:
        with self._reading() as connection:
            return tuple(map(memory_of, connection.execute(open_urls(publisher)).mappings()))

    def due(self, publisher: str, *, now: datetime) -> Sequence[UrlMemory]:
        with self._reading() as connection:
            queries = (due_urls(publisher, now), _settled_in_future(publisher, now))
            return tuple(memory_of(row) for query in queries for row in connection.execute(query).mappings())

    def note_requests(self, publisher: str, urls: Sequence[CanonicalUrl], *, run_id: str, at: datetime) -> None:
        with self._writing() as connection:
            known = find_rows(connection, publisher, urls)
            unknown = dict.fromkeys(url for url in urls if url not in known)
            if unknown:
                insert_urls(connection, publisher, [ListingEntry(url=url) for url in unknown], run_id=run_id, at=at)
            for some in portions(urls):
                connection.execute(_REQUESTED, {"of_publisher": publisher, "at_urls": some, "requested_at": at})
