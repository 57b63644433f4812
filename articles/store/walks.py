"""Walks over listings, and where one may stop.

A walk reads a listing from the top. It may stop where it meets *known ground*: an entry below which everything, down
to this walk's floor, is remembered already. An entry becomes known ground when a walk that saw it is finished and went
at least that far down. A walk that was killed makes none, so the next one goes on past what the killed one saw; when
it is finished it has covered what the killed one left out, and finishes that in its stead.

`listing_entries` keeps one walk per entry and listing. A walk that meets an entry takes it over, unless the entry is
known ground for it already. So an entry never claims more than was walked; at worst, after a kill or a change of
floors, it claims less, and a walk goes further than it need.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection, RowMapping, delete, insert, or_, select, true, update

from articles.errors import StoreError
from articles.identity import CanonicalUrl
from articles.store.schema.memory import LISTING_ENTRIES, LISTINGS, URLS, WALKS
from articles.store.terms import ListingEntry, UrlState
from articles.store.transactions import Transactions, insert_row, portions
from articles.store.urls import find_rows, insert_urls, update_url

_LAST_SHOWN = 100


class Walks(Transactions):
    """The part of the contract that concerns listings."""

    def begin_walk(self, publisher: str, listing_url: str, *, run_id: str, floor: datetime | None, at: datetime) -> int:
        with self._writing() as connection:
            values = {
                "listing_key": _listing_key(connection, publisher, listing_url),
                "run_id": run_id,
                "floor": floor,
                "started_at": at,
            }
            return insert_row(connection, WALKS, values)

    def remember_entries(self, walk: int, entries: Sequence[ListingEntry], *, at: datetime) -> frozenset[CanonicalUrl]:
        with self._writing() as connection:
            row = self._walk(connection, walk)
            keys = _remember(connection, row, entries, at=at)
            ground = _known_ground(connection, row, keys.values())
            unknown = {url: key for url, key in keys.items() if key not in ground}
            _take_over(connection, row, unknown.values())
            return frozenset(unknown)

    def newest_listed(self, walk: int) -> datetime | None:
        with self._reading() as connection:
            row = self._walk(connection, walk)
            shown = (
                select(URLS.c.published_at)
                .join(LISTING_ENTRIES)
                .where(
                    LISTING_ENTRIES.c.listing_key == row["listing_key"],
                    URLS.c.published_at.is_not(None),
                    URLS.c.state != UrlState.GONE.value,
                )
            )
            # Their order is one of texts: where offsets differ, the newest is among the last of them, not the last.
            last = shown.order_by(URLS.c.published_at.desc()).limit(_LAST_SHOWN)
            return max((moment for moment in connection.scalars(last) if moment), default=None)

    def note_empty_page(self, walk: int, page_number: int, *, before: datetime) -> bool:
        with self._writing() as connection:
            row = self._walk(connection, walk)
            connection.execute(update(WALKS).where(WALKS.c.walk_key == walk).values(empty_page=page_number))
            earlier = select(WALKS.c.walk_key).where(
                WALKS.c.listing_key == row["listing_key"],
                WALKS.c.run_id != row["run_id"],
                WALKS.c.started_at <= before,
                WALKS.c.empty_page <= page_number + 1,
            )
            return connection.scalar(earlier.limit(1)) is not None

    def finish_walk(self, walk: int, *, at: datetime) -> None:
        with self._writing() as connection:
            row = self._walk(connection, walk)
            no_deeper = true() if row["floor"] is None else WALKS.c.floor >= row["floor"]
            earlier = (WALKS.c.listing_key == row["listing_key"]) & (WALKS.c.walk_key < walk) & no_deeper
            unfinished = WALKS.c.finished_at.is_(None) & (earlier | (WALKS.c.walk_key == walk))
            connection.execute(update(WALKS).where(unfinished).values(finished_at=at))

    def _walk(self, connection: Connection, walk: int) -> RowMapping:
        """The walk with its publisher."""
        one = select(WALKS, LISTINGS.c.publisher).join(LISTINGS).where(WALKS.c.walk_key == walk)
        if (row := connection.execute(one).mappings().one_or_none()) is None:
            raise StoreError(f"the store {self._name}: no walk {walk} was ever begun")
        return row


def _listing_key(connection: Connection, publisher: str, listing_url: str) -> int:
    values = {"publisher": publisher, "url": listing_url}
    known = select(LISTINGS.c.listing_key).filter_by(**values)
    key = connection.scalar(known)
    return insert_row(connection, LISTINGS, values) if key is None else int(key)


def _remember(
    connection: Connection, walk: RowMapping, entries: Sequence[ListingEntry], *, at: datetime
) -> dict[CanonicalUrl, int]:
    """Note what a listing page says of each URL; their keys are returned."""
    publisher, run_id = walk["publisher"], walk["run_id"]
    merged: dict[CanonicalUrl, ListingEntry] = {}
    for entry in entries:
        merged[entry.url] = _merge(merged.get(entry.url), entry)
    rows = find_rows(connection, publisher, merged)
    new = [entry for url, entry in merged.items() if url not in rows]
    keys = insert_urls(connection, publisher, new, run_id=run_id, at=at)
    for url, entry in merged.items():
        if (row := rows.get(url)) is None:
            continue
        keys[url] = row["url_key"]
        said = {name: getattr(entry, name) for name in ("title", "summary", "published_at")}
        changes = {name: value for name, value in said.items() if value is not None and value != row[name]}
        if row["state"] == UrlState.GONE.value and row["settled_run_id"] != run_id:
            changes["state"] = UrlState.DISCOVERED.value
        if changes:
            update_url(connection, row["url_key"], **changes)
    return keys


def _merge(earlier: ListingEntry | None, later: ListingEntry) -> ListingEntry:
    """Field by field the later one, where it says something."""
    if earlier is None:
        return later
    return ListingEntry(
        url=later.url,
        title=later.title if later.title is not None else earlier.title,
        summary=later.summary if later.summary is not None else earlier.summary,
        published_at=later.published_at if later.published_at is not None else earlier.published_at,
    )


def _known_ground(connection: Connection, walk: RowMapping, keys: Collection[int]) -> set[int]:
    """Those of the URLs on which this walk may stop."""
    to_the_end = WALKS.c.floor.is_(None)
    deep_enough = to_the_end if walk["floor"] is None else or_(to_the_end, WALKS.c.floor <= walk["floor"])
    known = (
        select(LISTING_ENTRIES.c.url_key)
        .join(WALKS)
        .where(LISTING_ENTRIES.c.listing_key == walk["listing_key"], WALKS.c.finished_at.is_not(None), deep_enough)
    )
    ground: set[int] = set()
    for some in portions(keys):
        ground.update(connection.scalars(known.where(LISTING_ENTRIES.c.url_key.in_(some))))
    return ground


def _take_over(connection: Connection, walk: RowMapping, keys: Collection[int]) -> None:
    """Let the end of this walk be what makes these entries known ground."""
    listing_key = walk["listing_key"]
    of_listing = LISTING_ENTRIES.c.listing_key == listing_key
    for some in portions(keys):
        connection.execute(delete(LISTING_ENTRIES).where(of_listing, LISTING_ENTRIES.c.url_key.in_(some)))
        rows = [{"listing_key": listing_key, "url_key": key, "walk_key": walk["walk_key"]} for key in some]
        connection.execute(insert(LISTING_ENTRIES), rows)
