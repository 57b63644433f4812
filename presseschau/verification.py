"""Whether the store and the files in the output directory agree."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from articles.identity import normalize_url
from articles.records import render_line, render_record
from articles.store.contract import Store
from crawler.archive.verification import examine_archive
from crawler.running import spider_classes
from feeds.verification import find_feed_faults

_RUNS_LOOKED_BACK = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class Findings:
    """What the examination came to."""

    faults: tuple[str, ...]
    """What is lost, doubled, altered or half, a line each."""
    notes: tuple[str, ...]
    """What is not there and need not be."""


def examine(store: Store, output: Path, archive: Path) -> Findings:
    """Compare all that there is. No run may be under way.

    What runs stored that ended before they could write JSON Lines may be missing there; the next night adds it.

    Raises: StoreError, FeedError, OSError.
    """
    if faults := tuple(store.find_faults()):
        return Findings(faults=(*faults, "files were not compared with a store that is not whole"), notes=())
    archived = examine_archive(archive, store.archived_pages())
    faults = (
        *_doubled_articles(store),
        *_day_file_faults(store, output),
        *find_feed_faults(store, output),
        *archived.faults,
    )
    return Findings(faults=faults, notes=archived.notes)


def _doubled_articles(store: Store) -> Iterator[str]:
    """Two articles one of whose addresses is another spelling of the other's."""
    rules = [spider.rule for spider in spider_classes().values()]
    for article_id, url in store.addresses():
        for rule in rules:
            canonical = normalize_url(url, rule) if rule.owns(url) else url
            other = store.find_article_id(canonical) if canonical != url else None
            if other is not None and other != article_id:
                yield f"{article_id} and {other} are one article: {url} is {canonical}"


def _day_file_faults(store: Store, output: Path) -> Iterator[str]:
    unwritten = _unwritten_runs(store)
    days = set(store.stored_days())
    directory = output / "articles"
    for path in sorted(directory.glob("*.jsonl")):
        if path.stem not in {day.isoformat() for day in days}:
            yield f"{path}: the store holds nothing of this day"
    for day in sorted(days):
        path = directory / f"{day.isoformat()}.jsonl"
        lines = path.read_bytes().splitlines(keepends=True) if path.exists() else []
        written = iter([*lines, b""])
        line = next(written)
        for revision in store.revisions_of_day(day):
            if line == render_line(render_record(revision)):
                line = next(written)
            elif revision.run_id not in unwritten:
                yield f"{path}: revision {revision.number} of {revision.id} is missing, or differs from the store"
        if line:
            yield f"{path}: it holds a line that the store does not: {line[:80].decode(errors='replace')}"


def _unwritten_runs(store: Store) -> frozenset[str]:
    """The runs since the last that wrote JSON Lines."""
    runs = []
    for run in store.last_runs(_RUNS_LOOKED_BACK):
        if run.finished_at is not None and run.command in ("nightly", "reseparate", "export"):
            break
        runs.append(run.run_id)
    return frozenset(runs)
