"""Nights at a publisher in unknown markup: what its pages teach is used on all of them before anybody is told."""

import os
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from articles.store import open_store
from tests.crawler.crawling.news_site import NIGHT
from tests.crawler.separation.furniture.rotating_publisher import offered_sentences
from tests.journeys.program import Program
from tests.journeys.warm_site import COUNT, WarmSite


@pytest.fixture
def site() -> Iterator[WarmSite]:
    with WarmSite() as serving:
        serving.show(COUNT)
        yield serving


def start(program: Program, site: WarmSite, *options: str) -> "subprocess.Popen[bytes]":
    command = program.command("nightly", "--origin", site.origin, "--rate", 0, *options)
    return subprocess.Popen(
        command,
        cwd=program.directory,
        env=program.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def night(program: Program, site: WarmSite, *options: str, day: int = 0) -> dict[str, Any]:
    program.variables["PRESSESCHAU_CLOCK"] = NIGHT.replace(day=NIGHT.day + day).isoformat()
    process = start(program, site, *options)
    _, said = process.communicate(timeout=120)
    assert (process.returncode, said) == (0, b"")
    return program.report()


def wrong_bodies(program: Program, site: WarmSite) -> list[str]:
    """The articles whose text, in any line of JSON Lines, is not what was planted."""
    return [record["url"] for record in program.records() if record["text"] != site.planted[record["url"]].text]


def test_the_first_night_tells_nobody_what_it_read_before_its_lesson(tmp_path: Path, site: WarmSite) -> None:
    program = Program(tmp_path)
    report = night(program, site)
    assert report["reseparation"]["page_count"] == COUNT
    assert report["reseparation"]["revised_count"] > 0, "some pages came before their lesson"
    assert report["reseparation"]["standing_count"] > COUNT / 2, "most pages say what they said"
    assert wrong_bodies(program, site) == []
    assert [record["revision"] for record in program.records()] == [1] * COUNT
    feeds = b"".join(path.read_bytes() for path in (tmp_path / "output/feeds").rglob("*.json"))
    assert not [line for line in offered_sentences(list(site.planted.values())) if line.encode() in feeds]
    assert program("status", "--verify").returncode == 0
    taken_out = report["publishers"][0]["furniture"]
    assert taken_out["text_count"] == 1
    assert taken_out["first"][0]["text"].startswith("Die Redaktion der Gazette haftet nicht")
    # The next night knows it all beforehand, also where no page is kept to be read again.
    site.show(COUNT + 6)
    second = night(program, site, "--no-archive", day=1)
    assert second["reseparation"] is None
    assert second["publishers"][0]["furniture"] is None
    assert second["publishers"][0]["outcomes"]["created"] == 6
    assert wrong_bodies(program, site) == []
    assert {record["revision"] for record in program.records()} == {1}


def test_to_read_only_what_may_change_is_to_read_all_again(tmp_path: Path, site: WarmSite) -> None:
    program = Program(tmp_path)
    counted = night(program, site)["reseparation"]
    assert 0 < counted["standing_count"] < COUNT
    with closing(sqlite3.connect(tmp_path / "output/presseschau.sqlite")) as store:
        assert store.execute("SELECT count(*) FROM pages WHERE lesson IS NOT NULL OR awaits_lesson").fetchone() == (0,)
        store.execute("UPDATE pages SET separation = NULL")
        store.commit()
    assert program("reseparate").returncode == 0
    again = program.report()["reseparation"]
    assert (again["page_count"], again["standing_count"]) == (COUNT, 0)
    assert (again["revised_count"], again["changes"]) == (0, {})


def test_a_killed_night_is_put_right_by_the_next(tmp_path: Path, site: WarmSite) -> None:
    program = Program(tmp_path, {"PRESSESCHAU_CLOCK": NIGHT.isoformat()})
    process = start(program, site)
    with open_store(tmp_path / "output/presseschau.sqlite") as store:
        while store.totals().live_count < 12 and process.poll() is None:
            pass
    os.kill(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    night(program, site)
    assert wrong_bodies(program, site) == []
    assert sorted(record["url"] for record in program.records()) == sorted(list(site.planted)[-COUNT:])
    assert {record["revision"] for record in program.records()} == {1}
    assert program("status", "--verify").returncode == 0
