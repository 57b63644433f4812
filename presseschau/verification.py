"""Whether the store and the files in the output directory agree."""

import json
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from articles.identity import ArticleId
from articles.records import render_line, render_record
from articles.store.contract import Store

_RUNS_LOOKED_BACK = 1000


def find_faults(store: Store, output: Path) -> Iterator[str]:
    """Every fault there is, a line each; none when all is well. No run may be under way.

    What runs stored that ended before they could write JSON Lines may be missing there; the next night adds it.
    """
    yield from store.find_faults()
    yield from _day_file_faults(store, output)
    yield from _feed_faults(store, output)


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
        if run.finished_at is not None and run.command in ("nightly", "export"):
            break
        runs.append(run.run_id)
    return frozenset(runs)


def _feed_faults(store: Store, output: Path) -> Iterator[str]:
    known: dict[str, bool] = {}
    for path in sorted((output / "feeds").rglob("*.*")):
        if path.suffix not in (".json", ".rss", ".atom") or path.name.startswith("."):
            continue
        try:
            ids = _ids_in(path)
        except (ValueError, KeyError, TypeError, etree.XMLSyntaxError) as error:
            yield f"{path}: it is no whole feed: {error}"
            continue
        for article_id in ids:
            if article_id not in known:
                known[article_id] = store.find_revision(ArticleId(article_id)) is not None
            if not known[article_id]:
                yield f"{path}: {article_id} is not in the store"


def _ids_in(path: Path) -> list[str]:
    """The entries' ids; empty for a JSON file that is no feed."""
    if path.suffix == ".json":
        document = json.loads(path.read_bytes())
        return [item["id"] for item in document["items"]] if "items" in document else []
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    tree = etree.parse(path, parser)
    found = tree.xpath("//item/guid/text() | //*[local-name()='entry']/*[local-name()='id']/text()")
    return [str(text) for text in found] if isinstance(found, list) else []
