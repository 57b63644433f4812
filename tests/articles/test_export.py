"""JSON Lines: a file per day, whole, and left alone when nothing changed."""

import json
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from articles.export import export_days
from articles.records import parse_record
from articles.store import open_store
from tests.articles.records.record_schema import faults
from tests.articles.store.store_samples import article, at, crawl, topic

FIRST, SECOND = date(2026, 1, 31), date(2026, 2, 1)


def test_a_day_has_its_revisions_a_line_each(tmp_path: Path) -> None:
    with open_store(tmp_path / "store.sqlite") as store:
        one = crawl(store, "r1", 0)
        one.save("b", article("B", topics=(topic("X", "x"),)))
        one.save("a", article("A"))
        two = crawl(store, "r2", 24)
        two.save("b", article("B", topics=(topic("Neues X", "x"),)), seen=("b2",))
        two.missing("a", status=410)
        paths = export_days(store, tmp_path, [SECOND, FIRST, FIRST, date(2026, 3, 1)])
        assert [path.relative_to(tmp_path).as_posix() for path in paths] == [
            "articles/2026-01-31.jsonl",
            "articles/2026-02-01.jsonl",
        ]
        assert not (tmp_path / "articles" / "2026-03-01.jsonl").exists()
        first, second = (path.read_bytes().splitlines(keepends=True) for path in paths)
    assert [faults(line) for line in (*first, *second)] == [[], [], []]
    assert [parse_record(line).article.title for line in first] == ["B", "A"]
    assert [json.loads(line)["deleted"] for line in second] == [True]
    assert json.loads(first[0])["topics"][0]["name"] == "X", "a past day says what was known that day"


def test_an_unchanged_day_is_not_touched_and_a_changed_one_is_replaced(tmp_path: Path) -> None:
    with open_store(tmp_path / "store.sqlite") as store:
        run = crawl(store, "r1", 0)
        run.save("a")
        (path,) = export_days(store, tmp_path, [FIRST])
        before = path.stat()
        assert export_days(store, tmp_path, [FIRST]) == (path,)
        assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
        run.save("b")
        export_days(store, tmp_path, [FIRST])
        assert path.stat().st_ino != before.st_ino
        assert len(path.read_bytes().splitlines()) == 2
    assert [file.name for file in path.parent.iterdir()] == ["2026-01-31.jsonl"]


def test_a_day_that_cannot_be_read_to_its_end_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    with open_store(tmp_path / "store.sqlite") as store:
        run = crawl(store, "r1", 0)
        run.save("a")
        (path,) = export_days(store, tmp_path, [FIRST])
        before = path.read_bytes()
        run.save("b", article("x" * 100))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("articles.export.render_record", _fail)
            with pytest.raises(OSError, match="disk"):
                export_days(store, tmp_path, [FIRST])
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["2026-01-31.jsonl"]


def _fail(revision: object) -> dict[str, object]:
    raise OSError("the disk is full")


def test_a_large_day_is_streamed(tmp_path: Path) -> None:
    with open_store(tmp_path / "store.sqlite") as store:
        run = crawl(store, "r1", 0)
        for number in range(600):
            run.save(f"a{number}", article(str(number), text="Satz." * 3600))
        tracemalloc.start()
        (path,) = export_days(store, tmp_path, [at(0).date()])
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak < path.stat().st_size / 3
