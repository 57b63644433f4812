"""The runs of a store, and what URLs came to in them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert  # PostgreSQL's takes the same words

from articles.errors import StoreError
from articles.identity import CanonicalUrl
from articles.store.schema.articles import REVISIONS
from articles.store.schema.memory import URLS
from articles.store.schema.runs import RUNS, SIGHTINGS
from articles.store.terms import Outcome, Run
from articles.store.transactions import Transactions

_SIGHTING = upsert(SIGHTINGS)
_SIGHTING = _SIGHTING.on_conflict_do_update(
    index_elements=list(SIGHTINGS.primary_key),
    set_={"reason": _SIGHTING.excluded.reason, "at": _SIGHTING.excluded.at},
)


def note_outcome(
    connection: Connection, outcome: Outcome, *, run_id: str, url_key: int, at: datetime, reason: str | None = None
) -> None:
    """Note what a URL came to; the same outcome again in the same run takes the place of the first."""
    note_outcomes(connection, outcome, run_id=run_id, url_keys=[url_key], at=at, reason=reason)


def note_outcomes(
    connection: Connection,
    outcome: Outcome,
    *,
    run_id: str,
    url_keys: Iterable[int],
    at: datetime,
    reason: str | None = None,
) -> None:
    """Note that these URLs came to the same."""
    values = {"run_id": run_id, "outcome": outcome.value, "reason": reason, "at": at}
    if rows := [values | {"url_key": url_key} for url_key in url_keys]:
        connection.execute(_SIGHTING, rows)


class Runs(Transactions):
    """The part of the contract that concerns runs."""

    def begin_run(self, run_id: str, *, command: str, at: datetime) -> None:
        with self._writing() as connection:
            if connection.scalar(select(RUNS.c.run_id).where(RUNS.c.run_id == run_id)) is not None:
                raise StoreError(f"the store {self._name}: there was a run {run_id} before; each needs its own id")
            connection.execute(insert(RUNS), {"run_id": run_id, "command": command, "started_at": at})

    def finish_run(self, run_id: str, *, exit_status: int, at: datetime) -> None:
        with self._writing() as connection:
            run = update(RUNS).where(RUNS.c.run_id == run_id)
            if connection.execute(run.values(finished_at=at, exit_status=exit_status)).rowcount == 0:
                raise StoreError(f"the store {self._name}: no run {run_id} was ever begun")

    def last_runs(self, count: int) -> Sequence[Run]:
        newest = select(RUNS).order_by(RUNS.c.started_at.desc(), RUNS.c.run_id.desc()).limit(count)
        with self._reading() as connection:
            return tuple(Run(**row) for row in connection.execute(newest).mappings())

    def days_of_run(self, run_id: str) -> Sequence[date]:
        days = select(REVISIONS.c.stored_day).where(REVISIONS.c.run_id == run_id).distinct()
        with self._reading() as connection:
            return tuple(connection.scalars(days.order_by(REVISIONS.c.stored_day)))

    def outcomes_of_run(self, run_id: str) -> dict[str, dict[str, int]]:
        counts = (
            select(URLS.c.publisher, SIGHTINGS.c.outcome, func.count())
            .join(URLS)
            .where(SIGHTINGS.c.run_id == run_id)
            .group_by(URLS.c.publisher, SIGHTINGS.c.outcome)
            .order_by(URLS.c.publisher, SIGHTINGS.c.outcome)
        )
        outcomes: dict[str, dict[str, int]] = {}
        with self._reading() as connection:
            for publisher, outcome, count in connection.execute(counts):
                outcomes.setdefault(publisher, {})[outcome] = count
        return outcomes

    def rejections_of_run(self, run_id: str) -> Iterable[tuple[str, CanonicalUrl, str]]:
        rejections = (
            select(URLS.c.publisher, URLS.c.url, SIGHTINGS.c.reason)
            .select_from(SIGHTINGS)
            .join(URLS)
            .where(SIGHTINGS.c.run_id == run_id, SIGHTINGS.c.outcome == Outcome.REJECTED.value)
            .order_by(URLS.c.publisher, SIGHTINGS.c.at, URLS.c.url_key)
        )
        with self._reading() as connection:
            return tuple(
                (publisher, CanonicalUrl(url), reason) for publisher, url, reason in connection.execute(rejections)
            )
