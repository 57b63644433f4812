"""Kills at random moments over repeated nights, every second one on a disk that is about to be full.

Store and files agree after each, and nothing is lost or doubled. Some of the kills are of the night's worker; the night
then goes on to its end. Five kills by default; the variable PRESSESCHAU_KILLS asks for more. Where no disk may be
mounted all of them have room.
"""

import os
import random
import signal
import subprocess
import threading
import time
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest

from presseschau.demo.nights import NIGHTS
from presseschau.demo.server import DemoPublisher
from presseschau.demo.truth import expected_articles
from tests.faults.small_disk import ROOMY_KILOBYTES, small_disk
from tests.journeys.program import Program

KILLS_PER_ROUND = {1: 2, 2: 3}
ROUNDS = max(1, int(os.environ.get("PRESSESCHAU_KILLS", "5")) // sum(KILLS_PER_ROUND.values()))
MOST_LEFT_KILOBYTES = 2000
"""Some of what a night writes."""
WORKERS = 0.5
"""The share of kills that are of the worker."""
SAME = ("id", "url", "revision", "deleted", "title", "text", "published_at", "topics")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[int, list[dict[str, Any]]], float]:
    """What two nights leave behind that nobody interrupts, night by night, and how many seconds the first took."""
    program = Program(tmp_path_factory.mktemp("undisturbed"))
    records = {}
    with DemoPublisher() as publisher:
        started_at = time.monotonic()
        for number in (1, 2):
            assert program.night(number, publisher).returncode == 0
            if number == 1:
                seconds = time.monotonic() - started_at
            records[number] = essence(program)
    return records, seconds


def essence(program: Program) -> list[dict[str, Any]]:
    """The newest record of each article; without what a repeated 404 withdraws sooner when a night is repeated."""
    doubtful = {a.url for a in expected_articles(2) if a.withdrawn_status == HTTPStatus.NOT_FOUND}
    records = sorted(program.newest_records().values(), key=lambda record: str(record["id"]))
    return [{name: record[name] for name in SAME} for record in records if record["url"] not in doubtful]


def verify(program: Program) -> None:
    if (program.directory / "output/presseschau.sqlite").exists():
        done = program("status", "--verify")
        assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("number", range(ROUNDS))
def test_killed_nights_end_as_undisturbed_ones(
    tmp_path: Path, number: int, undisturbed: tuple[dict[int, list[dict[str, Any]]], float]
) -> None:
    awaited, seconds = undisturbed
    dice = random.Random(number)
    program = Program(tmp_path)
    with DemoPublisher() as publisher, small_disk(tmp_path / "output") as disk:
        for night, kills in KILLS_PER_ROUND.items():
            for kill in range(kills):
                if disk.is_mounted and kill % 2:
                    disk.leave(dice.randint(0, MOST_LEFT_KILOBYTES))
                is_worker, after_seconds = dice.random() < WORKERS, dice.uniform(0.3, seconds)
                kill_night(program, publisher, night, after_seconds=after_seconds, is_worker=is_worker)
                if disk.is_mounted:
                    disk.resize(ROOMY_KILOBYTES)
                verify(program)
            done = program.night(night, publisher)
            assert done.returncode == 0, done.stderr.decode()
            verify(program)
            assert essence(program) == awaited[night]
            pairs = [(record["id"], record["revision"]) for record in program.records()]
            assert len(pairs) == len(set(pairs)), "a revision stands in two lines"


def kill_night(
    program: Program, publisher: DemoPublisher, night: int, *, after_seconds: float, is_worker: bool
) -> None:
    publisher.set_night(night)
    program.variables["PRESSESCHAU_CLOCK"] = NIGHTS[night].isoformat()
    process = subprocess.Popen(
        program.command("nightly", "--origin", publisher.origin, "--rate", 0),
        cwd=program.directory,
        env=program.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    threading.Event().wait(after_seconds)
    if not is_worker:
        process.kill()
    elif children := Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split():
        os.kill(int(children[0]), signal.SIGKILL)
    process.wait(timeout=120)
