"""The nightly job: crawl, JSON Lines, feeds, report. The whole of it is `run_night`.

A stage that went wrong never harms what an earlier night published: the feeds are touched only when the crawl ended
well, and every file is put in place whole.
"""

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path

from articles.export import export_days
from articles.store import open_store
from articles.store.contract import Store
from articles.store.opening import sqlite_path
from crawler.clock import Clock
from crawler.job import CrawlJob, CrawlOutcome, Progress
from crawler.quarantine import Quarantine
from crawler.reseparating.job import ReseparationJob, ReseparationOutcome, ReseparationProgress, core_count
from crawler.reseparating.running import run_reseparation
from crawler.running import publisher_titles, run_crawl
from feeds.publish import publish_feeds
from feeds.websub import ping_hub
from presseschau.exit_status import ExitStatus
from presseschau.lock import run_lock
from presseschau.new_furniture import NewFurniture, find_new_furniture, load_known_texts
from presseschau.report import Report, save_report
from presseschau.verdict import judge

ARCHIVE_NAME = "archive"
STORE_NAME = "presseschau.sqlite"
QUARANTINE_NAME = "quarantine"
# Killed runs and lone crawls in a row; beyond that `presseschau export` writes everything.
_RUNS_LOOKED_BACK = 1000

_STAGES = {"nightly": ("crawl", "export", "feeds"), "reseparate": ("export", "feeds")}
"""The stages of a command that is not one itself, besides what it does alone."""


@dataclass(frozen=True, kw_only=True)
class Night:
    """What one run is to do."""

    command: str
    """`nightly`, the stage that runs alone (`crawl`, `export` or `feeds`), or `reseparate` in place of a crawl."""
    output: Path
    store: str | None = None
    """URL; None: SQLite in the output directory."""
    publishers: tuple[str, ...] = ()
    """Spiders' names; empty: all."""
    origin: str | None = None
    full: bool = False
    since: date | None = None
    limit: int | None = None
    rate: float = 1.0
    """Requests a second per host; 0: no limit."""
    quiet_hours: str | None = None
    """In which nothing is asked; see `CrawlJob`."""
    contact: str | None = None
    accept_gone: bool = False
    """Withdraw what is gone, however much it is."""
    archive: bool = True
    """Whether pages are kept as fetched."""
    processes: int | None = None
    """How many read pages again at once. None: as many as there are cores, and one after a crawl."""
    dry_run: bool = False
    """Of `reseparate`: nothing is stored or written."""
    base_url: str | None = None
    hub: str | None = None
    """URL of a WebSub hub; None: none is told."""
    entries: int = 50
    """The most entries of a live feed."""
    teasers_only: tuple[str, ...] = ()
    """Publishers whose full text feeds do not carry."""
    fold_repeats: bool = False
    """Whether feeds leave out what repeats an earlier article's text."""
    tombstones: bool = False
    language: str = "de"
    """Of the reader pages with plain names."""
    everything: bool = False
    """Write every feed anew."""
    clock: datetime | None = None
    """Aware; the run goes as if it began then. None: the machine's time."""

    def does(self, stage: str) -> bool:
        """True when the stage belongs to this run."""
        return self.command == stage or stage in _STAGES.get(self.command, ())


def run_night(night: Night, on_progress: Callable[[Progress | ReseparationProgress], None] | None = None) -> Report:
    """Do the job under the output directory's lock; the report that comes back has been saved.

    Raises: LockHeldError, StoreError, OSError (a full disk, a directory that cannot be written).
    """
    clock = Clock(night.clock)
    started_at = clock.now()
    run_id = f"{started_at:%Y-%m-%dT%H%M%SZ}-{secrets.token_hex(2)}"
    url = store_url(night)
    with run_lock(night.output, sqlite_path(url)) as locks:
        with open_store(url) as store:
            _tidy(night.output)
            store.begin_run(run_id, command=night.command, at=started_at)
            known = load_known_texts(store, night.publishers or publisher_titles()) if night.does("crawl") else {}
        # The crawl starts a second process, cheaply as long as no store is open in this one.
        outcomes = run_crawl(_crawl_job(night, run_id, locks), on_progress) if night.does("crawl") else ()
        with open_store(url) as store:
            reseparated = _read_again(night, store, run_id, outcomes, on_progress)
            status, messages = judge(outcomes, reseparated)
            lines = _export(night, store, run_id) if night.does("export") else ()
            publishes = night.does("feeds") and status in (ExitStatus.OK, ExitStatus.ALARM)
            published = _publish(night, store, outcomes) if publishes else None
            report = Report(
                run_id=run_id,
                command=night.command,
                version=version("presseschau"),
                started_at=started_at,
                finished_at=clock.now(),
                exit_status=status,
                messages=messages,
                publishers=_publishers(outcomes, find_new_furniture(store, run_id, known) if outcomes else {}),
                reseparation=asdict(reseparated) if reseparated else None,
                rejections=_rejections(night, store, run_id),
                jsonlines=tuple(str(path.relative_to(night.output)) for path in lines),
                feeds=published,
            )
            save_report(report, night.output)
            store.finish_run(run_id, exit_status=status, at=report.finished_at)
    return report


@contextmanager
def lock_store(night: Night) -> Iterator[Store]:
    """The store of a run, open, with the locks on it and on the output directory.

    Raises: LockHeldError, StoreError, OSError.
    """
    url = store_url(night)
    with run_lock(night.output, sqlite_path(url)), open_store(url) as store:
        yield store


def _tidy(output: Path) -> None:
    """Make the folders that are written to, and remove what a killed run left half written (feeds do so themselves)."""
    for name in ("articles", "reports"):
        (output / name).mkdir(exist_ok=True)
        for leftover in (output / name).glob(".*.part"):
            leftover.unlink()


def store_url(night: Night) -> str:
    """The address of the store that a run works on."""
    return night.store or f"sqlite:///{(night.output / STORE_NAME).absolute()}"


def _crawl_job(night: Night, run_id: str, locks: tuple[int, ...]) -> CrawlJob:
    return CrawlJob(
        publishers=night.publishers,
        store_url=store_url(night),
        run_id=run_id,
        origin=night.origin,
        full=night.full,
        since=night.since,
        limit=night.limit,
        rate=night.rate,
        quiet_hours=night.quiet_hours,
        contact=night.contact,
        accept_gone=night.accept_gone,
        archive=night.output / ARCHIVE_NAME if night.archive else None,
        clock_starts_at=night.clock,
        quarantine=night.output / QUARANTINE_NAME,
        log_file=night.output / "reports" / f"{run_id}.log",
        keep_open=locks,
    )


def _read_again(
    night: Night,
    store: Store,
    run_id: str,
    outcomes: Sequence[CrawlOutcome],
    on_progress: Callable[[ReseparationProgress], None] | None,
) -> ReseparationOutcome | None:
    """Read the pages again that were read before the crawl had seen those after them, unless that is for next night."""
    may_follow_crawl = night.archive and not any(outcome.interrupted for outcome in outcomes)
    if night.does("reseparate") or (night.does("crawl") and may_follow_crawl):
        return reseparate(night, store, run_id, on_progress)
    return None


def reseparate(
    night: Night, store: Store, run_id: str, on_progress: Callable[[ReseparationProgress], None] | None
) -> ReseparationOutcome:
    """Read the archived pages again; after a crawl those that await what the pages fetched after them teach.

    Raises: UnknownPublisher, StoreError, OSError.
    """
    job = ReseparationJob(
        archive=night.output / ARCHIVE_NAME,
        store_url=store_url(night),
        run_id=run_id,
        publishers=night.publishers,
        awaiting_only=not night.does("reseparate"),
        since=night.since,
        dry_run=night.dry_run,
        # After a crawl few pages are read: a second process would be there for its memory alone.
        process_count=night.processes or (core_count() if night.does("reseparate") else 1),
        clock_starts_at=night.clock,
    )
    return run_reseparation(job, store, on_progress)


def _export(night: Night, store: Store, run_id: str) -> tuple[Path, ...]:
    """Write the days on which this run stored something, and those an earlier run left without writing them.

    `export` alone writes every day.
    """
    if night.command == "export":
        return export_days(store, night.output, store.stored_days())
    days = set(store.days_of_run(run_id))
    for run in store.last_runs(_RUNS_LOOKED_BACK):
        if run.finished_at is not None and run.command in ("nightly", "reseparate", "export"):
            break  # it wrote its own days and those before it
        days.update(store.days_of_run(run.run_id))
    return export_days(store, night.output, sorted(days))


def _publish(night: Night, store: Store, outcomes: Sequence[CrawlOutcome]) -> dict[str, object]:
    """Write the feeds, without what a publisher brought whose crawl raised an alarm.

    It comes when a later crawl of that publisher is well. `feeds` alone, which crawls nothing, takes everything: that
    is what somebody asks for who has looked.
    """
    held_back = frozenset(outcome.publisher for outcome in outcomes if outcome.alarms)
    well = frozenset(outcome.publisher for outcome in outcomes if outcome.reachable and not outcome.alarms)
    published = publish_feeds(
        store,
        night.output,
        base_url=night.base_url,
        entry_count=night.entries,
        publisher_titles=publisher_titles(),
        teasers_only=frozenset(night.teasers_only),
        hub_url=night.hub,
        fold_repeats=night.fold_repeats,
        tombstones=night.tombstones,
        page_language=night.language,
        everything=night.everything,
        held_back=held_back,
        released=None if night.command == "feeds" else well,
    )
    # A hub that does not answer costs its readers an hour, never the night.
    unheard = ping_hub(night.hub, published.changed_urls) if night.hub else ()
    return {
        "written": [str(path.relative_to(night.output)) for path in published.written],
        "unchanged_count": len(published.unchanged),
        "removed": [str(path.relative_to(night.output)) for path in published.removed],
        "retired": published.retired,
        "held_back": published.held_back,
        "warnings": [*published.warnings, *unheard],
    }


def _rejections(night: Night, store: Store, run_id: str) -> tuple[dict[str, object], ...]:
    """The pages that gave no article, with where their bytes are kept; None when there were none to keep."""
    quarantine = Quarantine(directory=night.output / QUARANTINE_NAME, run_id=run_id)
    return tuple(
        {
            "publisher": publisher,
            "url": url,
            "reason": reason,
            "quarantine": str(path.relative_to(night.output)) if (path := quarantine.path(url)).exists() else None,
        }
        for publisher, url, reason in store.rejections_of_run(run_id)
    )


def _publishers(
    outcomes: Sequence[CrawlOutcome], new_furniture: Mapping[str, NewFurniture]
) -> tuple[dict[str, object], ...]:
    """What the report says of each publisher; `furniture` is None where nothing became it."""
    return tuple(
        _as_mapping(outcome) | {"furniture": asdict(found) if (found := new_furniture.get(outcome.publisher)) else None}
        for outcome in outcomes
    )


def _as_mapping(outcome: CrawlOutcome) -> dict[str, object]:
    fields = asdict(outcome)
    for name in ("started_at", "finished_at"):
        fields[name] = fields[name].isoformat(timespec="seconds")
    return fields
