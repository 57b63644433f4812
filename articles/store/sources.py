"""Sources beside listings: which there are, what they last said, and what they name."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import RowMapping, delete, select, update

from articles.identity import CanonicalUrl
from articles.store.schema.sources import SITE_FILES, SOURCES
from articles.store.sources_contract import SiteFile, Source, SourceKind
from articles.store.terms import ListingEntry
from articles.store.transactions import Transactions, insert_row
from articles.store.urls import find_rows, insert_urls, update_url


class Sources(Transactions):
    """The part of the contract that concerns sources."""

    def note_sources(self, publisher: str, sources: Sequence[Source]) -> None:
        with self._writing() as connection:
            known = set(connection.scalars(select(SOURCES.c.url).where(SOURCES.c.publisher == publisher)))
            for source in {source.url: source for source in sources}.values():
                if source.url not in known:
                    insert_row(connection, SOURCES, {"publisher": publisher, **_values(source)})

    def sources(self, publisher: str) -> Sequence[Source]:
        rows = select(SOURCES).where(SOURCES.c.publisher == publisher).order_by(SOURCES.c.source_key)
        with self._reading() as connection:
            return tuple(map(_source_of, connection.execute(rows).mappings()))

    def settle_source(self, publisher: str, source: Source) -> None:
        one = update(SOURCES).where(SOURCES.c.publisher == publisher, SOURCES.c.url == source.url)
        with self._writing() as connection:
            connection.execute(one.values(_values(source)))

    def remember_named(
        self, publisher: str, entries: Sequence[ListingEntry], *, run_id: str, at: datetime
    ) -> frozenset[CanonicalUrl]:
        with self._writing() as connection:
            rows = find_rows(connection, publisher, [entry.url for entry in entries])
            new: dict[CanonicalUrl, ListingEntry] = {}
            for entry in entries:
                if (row := rows.get(entry.url)) is None:
                    new.setdefault(entry.url, entry)
                elif said := _first_said(row, entry):
                    update_url(connection, row["url_key"], **said)
            return frozenset(insert_urls(connection, publisher, new.values(), run_id=run_id, at=at))

    def save_site_file(self, file: SiteFile) -> None:
        with self._writing() as connection:
            connection.execute(delete(SITE_FILES).where(SITE_FILES.c.url == file.url))
            insert_row(connection, SITE_FILES, asdict(file))

    def find_site_file(self, url: str) -> SiteFile | None:
        with self._reading() as connection:
            row = connection.execute(select(SITE_FILES).where(SITE_FILES.c.url == url)).mappings().one_or_none()
        if row is None:
            return None
        return SiteFile(url=url, status=row["status"], body=row["body"], fetched_at=row["fetched_at"])


def _values(source: Source) -> dict[str, object]:
    return asdict(source) | {"kind": source.kind.value}


def _source_of(row: RowMapping) -> Source:
    names = (name for name in Source.__dataclass_fields__ if name != "kind")
    return Source(kind=SourceKind(row["kind"]), **{name: row[name] for name in names})


def _first_said(row: RowMapping, entry: ListingEntry) -> dict[str, object]:
    """What the entry says that nobody said of this URL before."""
    said = {name: getattr(entry, name) for name in ("title", "summary", "published_at")}
    return {name: value for name, value in said.items() if value is not None and row[name] is None}
