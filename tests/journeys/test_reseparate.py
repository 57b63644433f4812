"""`presseschau reseparate` over what the embedded publisher's nights left in the archive."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import threading
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from presseschau.demo.nights import NIGHTS
from presseschau.demo.server import DemoPublisher
from tests.journeys.changed_separation import with_changed_separation
from tests.journeys.program import Program

EMPTY_PAGE = "laternenanzunder"


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where two nights ran."""
    program = Program(tmp_path_factory.mktemp("nights"))
    with DemoPublisher() as publisher:
        for number in NIGHTS:
            assert program.night(number, publisher).returncode == 0
    return program.directory


@pytest.fixture
def program(nights: Path, tmp_path: Path) -> Program:
    """The program where two nights ran, a day later."""
    shutil.copytree(nights, tmp_path / "place")
    return Program(tmp_path / "place", {"PRESSESCHAU_CLOCK": "2026-11-22T03:00:00+01:00"})


def state(program: Program) -> dict[str, bytes | list[str]]:
    """Everything that a run could change."""
    output = program.directory / "output"
    files: dict[str, bytes | list[str]] = {
        str(path.relative_to(output)): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and not path.name.startswith((".lock", ".presseschau.sqlite", "presseschau.sqlite"))
    }
    with closing(sqlite3.connect(output / "presseschau.sqlite")) as store:
        return files | {"store": list(store.iterdump())}


def numbers(program: Program) -> dict[str, int]:
    """The newest revision's number of each live article, by URL."""
    return {record["url"]: record["revision"] for record in program.newest_records().values() if not record["deleted"]}


def counted(program: Program) -> dict[str, Any]:
    reseparation: dict[str, Any] = program.report()["reseparation"]
    return reseparation


def live_titles(program: Program) -> dict[str, str]:
    return {record["url"]: record["title"] for record in program.newest_records().values() if not record["deleted"]}


def test_the_same_separation_has_nothing_to_read(program: Program) -> None:
    before = program.records()
    done = program("reseparate")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert counted(program)["page_count"] == 0
    assert program.records() == before


def test_a_dry_run_says_what_would_change_and_changes_nothing(program: Program, tmp_path: Path) -> None:
    changed = with_changed_separation(program, tmp_path / "changed")
    before = state(program)
    titles = live_titles(program)
    shouted = [title for title in titles.values() if title[0] < "L"]
    done = changed("reseparate", "--dry-run")
    assert (done.returncode, done.stderr) == (0, b"")
    said = done.stdout.decode()
    assert f"{len(titles)} pages read again: {len(shouted)} articles revised, 0 found anew." in said
    assert f"{len(shouted)}  title\n" in said
    assert "  topics\n" in said
    assert "  ads\n" in said
    assert "  text\n" not in said
    assert state(program) == before
    assert changed("reseparate", "--dry-run", "--processes", 1).stdout == done.stdout


def test_revisions_only_where_results_differ_and_feeds_follow(program: Program, tmp_path: Path) -> None:
    changed = with_changed_separation(program, tmp_path / "changed")
    before, titles = numbers(program), live_titles(program)
    done = changed("reseparate")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    after = numbers(program)
    assert set(after) == set(before)
    shouted = {url for url, title in titles.items() if title[0] < "L"}
    assert {url for url in before if after[url] != before[url]} == shouted
    assert all(after[url] == before[url] + 1 for url in shouted)
    assert all(live_titles(program)[url] == titles[url].upper() for url in shouted)
    feed = json.loads((program.directory / "output/feeds/all.json").read_bytes())
    shown = {item["url"]: item["title"] for item in feed["items"] if item["url"] in shouted}
    assert shown == {url: titles[url].upper() for url in shown}
    assert len(shown) > 10
    assert counted(program)["revised_count"] == len(shouted)
    assert counted(program)["changes"]["title"] == len(shouted)
    assert changed("reseparate").returncode == 0
    assert counted(program)["page_count"] == 0
    # What was there is read as it was once more, by the program as it is.
    assert program("reseparate").returncode == 0
    assert live_titles(program) == titles


def test_a_page_that_gave_no_article_may_give_one(tmp_path: Path) -> None:
    program = Program(tmp_path)
    with DemoPublisher() as publisher:
        assert program.night(1, publisher).returncode == 0
    before = numbers(program)
    changed = with_changed_separation(program, tmp_path / "changed", before="A")
    assert changed("reseparate").returncode == 0
    (found,) = set(numbers(program)) - set(before)
    assert EMPTY_PAGE in found
    assert counted(program)["created_count"] == 1
    assert live_titles(program)[found] == "Gefunden"
    # The program as it is finds none there; what is stored stays.
    assert program("reseparate").returncode == 0
    assert counted(program)["rejections"] == {"no running text was found in it": 1}
    assert live_titles(program)[found] == "Gefunden"


def test_the_crawl_goes_on_after_it(program: Program, tmp_path: Path) -> None:
    changed = with_changed_separation(program, tmp_path / "changed")
    assert changed("reseparate").returncode == 0
    before = numbers(program)
    with DemoPublisher(2) as publisher:
        changed.variables["PRESSESCHAU_CLOCK"] = "2026-11-22T05:00:00+01:00"
        done = changed("nightly", "--origin", publisher.origin, "--rate", 0)
        assert (done.returncode, done.stderr) == (0, b"")
    after = numbers(program)
    assert len(after) > 50
    assert after.items() <= before.items(), "what the night withdrew aside, nothing changed"


def test_only_pages_since_a_day(program: Program, tmp_path: Path) -> None:
    changed = with_changed_separation(program, tmp_path / "changed", before="[")
    assert changed("reseparate", "--since", "2026-11-21").returncode == 0
    with closing(sqlite3.connect(program.directory / "output/presseschau.sqlite")) as store:
        (late,) = store.execute(
            "SELECT count(DISTINCT article_key) FROM pages JOIN articles USING (article_key)"
            " WHERE file LIKE '2026-11-21%' AND NOT deleted"
        ).fetchone()
    assert 0 < counted(program)["page_count"] == late < len(live_titles(program))


def test_a_file_that_was_deleted_is_named_and_its_pages_passed_over(program: Program, tmp_path: Path) -> None:
    changed = with_changed_separation(program, tmp_path / "changed", before="[")
    (program.directory / "output/archive/2026-11-20.warc.gz").unlink()
    before = numbers(program)
    done = changed("reseparate")
    assert done.returncode == 0
    assert done.stdout == b""
    (line,) = done.stderr.decode().splitlines()
    assert "archive/2026-11-20.warc.gz is gone" in line
    assert "passed over" in line
    revised = {url for url, number in numbers(program).items() if number != before.get(url)}
    assert 0 < len(revised) < len(before)
    assert counted(program)["revised_count"] == len(revised)


def test_a_page_that_code_of_ours_fails_on_is_a_fault_and_the_others_go_on(program: Program, tmp_path: Path) -> None:
    faulty, deadly = "kirchturmuhr", "planetenweg"
    changed = with_changed_separation(program, tmp_path / "changed", before="[", faulty=faulty, deadly=deadly)
    before = numbers(program)
    done = changed("reseparate", "--processes", 2)
    assert done.returncode == 1
    assert b"ZeroDivisionError" in done.stderr
    assert b"kirchturmuhr" in done.stderr
    assert b"BrokenProcessPool" in done.stderr
    assert b"planetenweg" in done.stderr
    after = numbers(program)
    unread = {url for url in before if after[url] == before[url]}
    assert sorted(name for name in (faulty, deadly) for url in unread if name in url) == sorted((faulty, deadly))
    assert len(unread) == 2


def test_a_page_that_is_never_read_does_not_hold_up_the_others(program: Program, tmp_path: Path) -> None:
    hanging = "kirchturmuhr"
    changed = with_changed_separation(program, tmp_path / "changed", before="[", hanging=hanging, page_limit_seconds=8)
    before = numbers(program)
    done = changed("reseparate", "--processes", 2)
    assert done.returncode == 1
    assert hanging.encode() in done.stderr
    after = numbers(program)
    (unread,) = [url for url in before if after[url] == before[url]]
    assert hanging in unread


def start(program: Program, *arguments: object) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        program.command("reseparate", *arguments),
        cwd=program.directory,
        env=program.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # Whoever starts the tests in the background of a shell hands down that SIGINT is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  # no threads here
    )


def wait_for_revisions(program: Program, count: int) -> None:
    """Return when so many more revisions are stored than two nights had."""
    path = program.directory / "output/presseschau.sqlite"
    turn = threading.Event()
    with closing(sqlite3.connect(path)) as store:
        (before,) = store.execute("SELECT count(*) FROM revisions").fetchone()
        for _ in range(1200):
            (now,) = store.execute("SELECT count(*) FROM revisions").fetchone()
            if now >= before + count:
                return
            turn.wait(0.05)
    raise AssertionError("no revisions were stored within a minute")


def wait_for_the_end_of(group: int) -> None:
    """Return when no process of the group is left."""
    turn = threading.Event()
    for _ in range(400):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        turn.wait(0.05)
    raise AssertionError("processes outlived the one that started them")


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGKILL, -9), (signal.SIGINT, 130), (signal.SIGTERM, 130)])
def test_a_run_that_was_stopped_is_taken_up_where_it_ended(
    program: Program, tmp_path: Path, sent: signal.Signals, status: int
) -> None:
    changed = with_changed_separation(program, tmp_path / "changed", before="[", seconds=0.05)
    before = numbers(program)
    process = start(changed)
    wait_for_revisions(program, 5)
    process.send_signal(sent)
    _, said = process.communicate(timeout=60)
    assert process.returncode == status
    assert b"Traceback" not in said
    wait_for_the_end_of(process.pid)
    done = changed("reseparate")
    assert (done.returncode, done.stderr) == (0, b"")
    assert 0 < counted(program)["page_count"] <= len(before) + 1 - 5
    after = numbers(program)
    assert {url: after[url] for url in before} == {url: number + 1 for url, number in before.items()}
    lines = Counter((record["id"], record["revision"]) for record in program.records())
    assert set(lines.values()) == {1}, "every revision is exported, and once"


def test_only_one_run_at_a_time(program: Program, tmp_path: Path) -> None:
    changed = with_changed_separation(program, tmp_path / "changed", before="[", seconds=2)
    process = start(changed)
    while not (program.directory / "output/.lock").read_text().endswith(f" {process.pid}\n"):
        assert process.poll() is None
    assert program("reseparate").returncode == 75
    assert program("reseparate", "--dry-run").returncode == 75
    process.kill()
    process.communicate(timeout=60)


@pytest.mark.parametrize("arguments", [("--publisher", "nobody"), ("--since", "yesterday"), ("--processes", "0")])
def test_wrong_usage(program: Program, arguments: tuple[str, ...]) -> None:
    for more in ((), ("--dry-run",)):
        done = program("reseparate", *arguments, *more)
        assert done.returncode == 2
        assert arguments[0].encode() in done.stderr or b"kettner" in done.stderr
        assert b"Traceback" not in done.stderr


def test_nothing_is_archived_where_nothing_shall_be(tmp_path: Path) -> None:
    program = Program(tmp_path)
    with DemoPublisher() as publisher:
        assert program.night(1, publisher, "--no-archive").returncode == 0
    assert not (tmp_path / "output/archive").exists()
    assert program("reseparate").returncode == 0
    assert counted(program)["page_count"] == 0
