"""The only writer of JSON Lines: from the store to the files below `output/articles/`."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from articles.records import render_line, render_record
from articles.replace_file import replace_file
from articles.store.contract import Store


def export_days(store: Store, output: Path, days: Iterable[date]) -> tuple[Path, ...]:
    """Write the JSON Lines files of these days (UTC): `articles/YYYY-MM-DD.jsonl` below `output`.

    Each is replaced whole, and not touched when it holds the same already; a few revisions are in memory at a time,
    however many the day has. A day on which nothing was stored gets no file. Returned are the paths of the
    others, in order.

    Raises: StoreError; OSError, when a file cannot be written: the days before it are written, it stands as it was.
    """
    return tuple(_export_day(store, output, day) for day in sorted(set(days) & set(store.stored_days())))


def _export_day(store: Store, output: Path, day: date) -> Path:
    path = output / "articles" / f"{day.isoformat()}.jsonl"
    replace_file(path, (render_line(render_record(revision)) for revision in store.revisions_of_day(day)))
    return path
