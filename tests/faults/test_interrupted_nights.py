"""The nightly job is stopped or met by another while a request is under way: all stays whole, the next goes on."""

import fcntl
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crawler.crawling.news_site import NIGHT, Answer, Asked, NewsSite
from tests.journeys.program import Program


class Night:
    """A nightly job against a site one of whose articles is answered only when the test says so."""

    def __init__(self, directory: Path, site: NewsSite) -> None:
        self.program = Program(directory, {"PRESSESCHAU_CLOCK": NIGHT.isoformat()})
        self.site = site
        self.hanging = site.stories[6]
        self.processes: list[subprocess.Popen[bytes]] = []
        self.is_asked, self.may_answer = threading.Event(), threading.Event()
        site.answers[self.hanging.path] = self._hang

    def _hang(self, asked: Asked) -> Answer | None:
        self.is_asked.set()
        self.may_answer.wait(60)
        return None

    def command(self, *options: object) -> list[str]:
        return self.program.command("nightly", "--origin", self.site.origin, "--rate", 0, *options)

    def start(self) -> "subprocess.Popen[bytes]":
        """The job, with its request for the hanging article under way."""
        process = subprocess.Popen(
            self.command(),
            cwd=self.program.directory,
            env=self.program.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.processes.append(process)
        assert self.is_asked.wait(60)
        return process

    def worker(self, process: "subprocess.Popen[bytes]", *, other_than: int = 0) -> int:
        """The process that works for a night under way."""
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        for _ in range(1200):
            found = [pid for pid in map(int, children.read_text().split()) if pid != other_than]
            if found:
                return found[0]
            threading.Event().wait(0.05)
        raise AssertionError("no worker")

    def go_on(self) -> None:
        """Another run, undisturbed, comes to everything."""
        self.may_answer.set()
        self.site.forget()
        done = self.program("nightly", "--origin", self.site.origin, "--rate", 0)
        assert (done.returncode, done.stderr) == (0, b"")
        urls = [record["url"] for record in self.program.records()]
        assert sorted(urls) == sorted(story.url for story in self.site.stories)


@pytest.fixture
def night(tmp_path: Path, site: NewsSite) -> Iterator[Night]:
    night = Night(tmp_path, site)
    yield night
    night.may_answer.set()
    for process in night.processes:
        process.kill()
        process.communicate(timeout=60)


def test_the_machine_dies_with_a_request_in_flight(night: Night) -> None:
    process = night.start()
    os.kill(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)
    night.go_on()
    assert night.hanging.path in night.site.asked_articles(), "it is asked for again"
    assert night.program("status", "--verify").returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
@pytest.mark.parametrize("is_second", [False, True], ids=["the first worker", "the next worker"])
def test_the_lock_is_held_until_the_worker_has_ended_too(night: Night, is_second: bool) -> None:
    """It may still be writing when the crawl has been killed."""
    process = night.start()
    worker = night.worker(process)
    if is_second:
        os.kill(worker, signal.SIGKILL)
        worker = night.worker(process, other_than=worker)
    os.kill(worker, signal.SIGSTOP)
    os.kill(process.pid, signal.SIGKILL)
    process.wait(timeout=60)
    night.may_answer.set()
    with (night.program.directory / "output/.lock").open() as lock:
        with pytest.raises(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        threading.Timer(0.5, os.kill, (worker, signal.SIGCONT)).start()
    night.go_on()  # it waits for that


def test_sigterm_lets_the_request_in_flight_end(night: Night) -> None:
    process = night.start()
    process.send_signal(signal.SIGTERM)
    night.may_answer.set()
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"interrupted" in said
    assert b"Traceback" not in said
    night.go_on()


def test_sigint_twice_ends_it_at_once(night: Night) -> None:
    process = night.start()
    process.send_signal(signal.SIGINT)
    log = next((night.program.directory / "output/reports").glob("*.log"))
    for _ in range(600):  # the first signal must have been dealt with, or the two are one
        if b"SIGINT" in log.read_bytes():
            break
        threading.Event().wait(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in said
    assert not night.may_answer.is_set(), "it did not wait for the answer"
    night.go_on()
    assert night.hanging.path in night.site.asked_articles()


def test_a_second_run_at_once_is_turned_away(night: Night, tmp_path: Path) -> None:
    """By the output directory, and by the store under whatever name; it asks nobody for anything."""
    process = night.start()
    link = tmp_path / "another-name.sqlite"
    link.symlink_to(tmp_path / "output/presseschau.sqlite")
    for options, lock in (
        (["--store", f"sqlite:///{tmp_path / 'other.sqlite'}"], b"output/.lock"),
        (["--store", f"sqlite:///{link}", "--output", "other"], b"output/.presseschau.sqlite.lock"),
    ):
        done = night.program("nightly", "--origin", night.site.origin, "--contact", "second@example.org", *options)
        assert done.returncode == 75
        assert lock in done.stderr
    assert not any("second" in asked.headers["User-Agent"] for asked in night.site.asked)
    night.may_answer.set()
    process.communicate(timeout=60)
    assert process.returncode == 0
