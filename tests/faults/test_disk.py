"""A full disk and an output that cannot be written: a clear word, a whole state, and the next run carries on."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from presseschau.demo.server import DemoPublisher
from tests.crawler.crawling.crawls import ROOT, Crawls
from tests.crawler.crawling.news_site import Answer, Asked, NewsSite, stories
from tests.faults.small_disk import ROOMY_KILOBYTES, SmallDisk, small_disk
from tests.journeys.program import Program


@pytest.fixture
def publisher() -> Iterator[DemoPublisher]:
    with DemoPublisher() as publisher:
        yield publisher


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "output") as disk:
        yield disk


def limited(program: Program, publisher: DemoPublisher, kilobytes: int) -> subprocess.CompletedProcess[bytes]:
    """Night 1 with no file longer than that, which stands in for a full disk where none can be mounted."""
    publisher.set_night(1)
    program.variables["PRESSESCHAU_CLOCK"] = "2026-11-20T03:00:00+01:00"
    command = program.command("nightly", "--origin", publisher.origin, "--rate", 0)
    return subprocess.run(
        ["sh", "-c", f'ulimit -f {kilobytes * 2}; exec "$@"', "sh", *command],
        cwd=program.directory,
        env=program.environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("kilobytes", [64, 700, 1900], ids=["at the start", "while crawling", "later"])
def test_a_full_disk(tmp_path: Path, publisher: DemoPublisher, disk: SmallDisk, kilobytes: int) -> None:
    program = Program(tmp_path)
    if disk.is_mounted:
        disk.resize(kilobytes)
        done = program.night(1, publisher)
    else:
        done = limited(program, publisher, min(kilobytes, 500))
    assert done.returncode == 1, done.stderr
    said = done.stderr.decode()
    assert "Traceback" not in said
    assert any(word in said for word in ("full", "No space left", "too large", "disk")), said
    if disk.is_mounted:
        disk.resize(ROOMY_KILOBYTES)
    done = program.night(1, publisher)
    assert (done.returncode, done.stderr) == (0, b"")
    assert program("status", "--verify").returncode == 0
    assert len(program.newest_records()) > 50


def test_a_read_only_output(tmp_path: Path, publisher: DemoPublisher, disk: SmallDisk) -> None:
    program = Program(tmp_path)
    if disk.is_mounted:
        disk.make_read_only()
    else:
        disk.directory.chmod(0o500)
    done = program.night(1, publisher)
    assert done.returncode == 1
    said = done.stderr.decode()
    assert "Traceback" not in said
    assert str(disk.directory.name) in said
    assert publisher.requests.counts(1) == {}, "nothing is asked for that could not be kept"


UNDER_WAY = 20
"""Of sixty pages, those that may have been asked for before it shows that they cannot be kept: six wait for the worker,
others are under way or were answered."""


@pytest.mark.parametrize("what", ["archive", "store"])
def test_what_a_full_disk_could_not_keep_is_not_asked_for(
    crawls: Crawls, site: NewsSite, disk: SmallDisk, tmp_path: Path, what: str
) -> None:
    if not disk.is_mounted:
        pytest.skip("no disk may be mounted here")
    site.stories = stories(60)
    archive = str((disk.directory if what == "archive" else tmp_path) / "archive")
    crawls.directory = disk.directory if what == "store" else tmp_path
    asked_before: list[int] = []

    def fill(_: Asked) -> Answer | None:
        # Early: later the store's log file is written anew from its beginning, and takes no more room.
        if not asked_before and len(site.asked_articles()) >= 5:
            asked_before.append(len(site.asked_articles()))
            disk.leave(0)
        return None

    site.answers = dict.fromkeys((story.path for story in site.stories), fill)
    log = tmp_path / "night.log"
    process = crawls.start(rate=20, archive=archive, log_file=str(log))
    process.communicate(timeout=120)
    assert len(site.asked_articles()) - asked_before[0] <= UNDER_WAY
    assert any(said in log.read_text() for said in ("No space left on device", "database or disk is full"))
    site.answers.clear()
    disk.resize(ROOMY_KILOBYTES)
    assert crawls(archive=archive)["fault"] is None
    assert {revision.url for revision in crawls.stored()} == {story.url for story in site.stories}


def test_nothing_more_is_asked_for_where_the_archive_cannot_be(crawls: Crawls, site: NewsSite, tmp_path: Path) -> None:
    site.stories = stories(60)
    (tmp_path / "archive").write_text("This is no directory.")
    outcome = crawls(archive=str(tmp_path / "archive"), rate=20)
    assert "nothing more was asked for" in outcome["fault"]
    assert len(site.asked_articles()) <= UNDER_WAY
    (tmp_path / "archive").unlink()
    assert crawls(archive=str(tmp_path / "archive"))["outcomes"]["created"] == 60


def test_the_crawls_of_all_publishers_end(site: NewsSite, tmp_path: Path) -> None:
    """They share the disk. The first page of one is the end of both."""
    site.stories = stories(60)
    (tmp_path / "archive").write_text("This is no directory.")
    command = [sys.executable, "-m", "tests.crawler.crawling.two_once", f"sqlite:///{tmp_path}/n.sqlite"]
    done = subprocess.run(
        [*command, str(tmp_path / "archive")],
        cwd=ROOT,
        env=os.environ | {"SITE_URL": site.origin},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    outcomes = json.loads(done.stdout)
    assert [outcome["interrupted"] for outcome in outcomes] == [False, False]
    assert all("nothing more was asked for" in outcome["fault"] for outcome in outcomes)
    assert len(site.asked_articles()) <= 2 * (16 + UNDER_WAY), "without a limit sixteen are under way, here twice"


def test_a_quarantine_that_cannot_be_written_costs_no_article(crawls: Crawls, site: NewsSite, tmp_path: Path) -> None:
    (tmp_path / "quarantine").write_text("This is no directory.")
    site.answers[site.stories[-1].path] = lambda _: Answer(body=b"<p>Hier steht nichts.</p>")
    site.answers[site.stories[-2].path] = lambda _: Answer(302, headers={"Location": "/news"})
    outcome = crawls(rate=20)
    assert "QuarantineFailed" in outcome["fault"]
    assert "and 1 more" in outcome["fault"]
    assert outcome["outcomes"]["created"] == 10
    (tmp_path / "quarantine").unlink()
    assert crawls()["outcomes"]["rejected"] == 2, "they are asked for again"
