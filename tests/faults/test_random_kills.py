"""Kills at random moments over repeated nights, every second one on a disk that is about to be full.

Store and files agree after each, and nothing is lost or doubled. Some of the kills are of the night's worker; the night
then goes on to its end. Five kills by default; the variable PRESSESCHAU_KILLS asks for more. Where no disk may be
mounted all of them have room.
"""

import os
import random
import resource
import signal
import subprocess
import threading
from datetime import timedelta
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
BETWEEN = timedelta(minutes=5)
"""Each run begins later than the one before it ended: what that turned down is due then."""
MOST_LEFT_KILOBYTES = 2000
"""Some of what a night writes."""
WORKERS = 0.5
"""The share of kills that are of the worker."""
SAME = ("id", "url", "revision", "deleted", "title", "text", "published_at", "topics")


Essence = dict[str, dict[str, Any]]
Undisturbed = tuple[dict[int, Essence], dict[int, float]]
pytestmark = pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="Linux alone tells what a process has spent"
)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    """What two nights leave behind that nobody interrupts, night by night, and the CPU seconds of each."""
    program = Program(tmp_path_factory.mktemp("undisturbed"))
    records, seconds = {}, {}
    with DemoPublisher() as publisher:
        for number in (1, 2):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            assert program.night(number, publisher).returncode == 0
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            seconds[number] = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            records[number] = essence(program)
    return records, seconds


def essence(program: Program) -> Essence:
    """The newest record of each article, by URL; without what a repeated 404 withdraws sooner in a repeated night."""
    doubtful = {a.url for a in expected_articles(2) if a.withdrawn_status == HTTPStatus.NOT_FOUND}
    records = program.newest_records().values()
    return {record["url"]: {name: record[name] for name in SAME} for record in records if record["url"] not in doubtful}


def verify(program: Program) -> None:
    if (program.directory / "output/presseschau.sqlite").exists():
        done = program("status", "--verify")
        assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("number", range(ROUNDS))
def test_killed_nights_end_as_undisturbed_ones(tmp_path: Path, number: int, undisturbed: Undisturbed) -> None:
    awaited, seconds = undisturbed
    dice = random.Random(number)
    program = Program(tmp_path)
    with DemoPublisher() as publisher, small_disk(tmp_path / "output") as disk:
        for night, kills in KILLS_PER_ROUND.items():
            for kill in range(kills):
                if disk.is_mounted and kill % 2:
                    disk.leave(dice.randint(0, MOST_LEFT_KILOBYTES))
                is_worker, after_seconds = dice.random() < WORKERS, dice.uniform(0.2, seconds[night])
                program.variables["PRESSESCHAU_CLOCK"] = (NIGHTS[night] + kill * BETWEEN).isoformat()
                kill_night(program, publisher, night, after_seconds=after_seconds, is_worker=is_worker)
                if disk.is_mounted:
                    disk.resize(ROOMY_KILOBYTES)
                verify(program)
            done = program.night(night, publisher, later=kills * BETWEEN)
            assert done.returncode == 0, done.stderr.decode()
            verify(program)
            found = essence(program)
            assert {
                url: (found.get(url), record) for url, record in awaited[night].items() if found.get(url) != record
            } == {}
            assert found.keys() == awaited[night].keys()
            pairs = [(record["id"], record["revision"]) for record in program.records()]
            assert len(pairs) == len(set(pairs)), "a revision stands in two lines"


def kill_night(
    program: Program, publisher: DemoPublisher, night: int, *, after_seconds: float, is_worker: bool
) -> None:
    publisher.set_night(night)
    process = subprocess.Popen(
        program.command("nightly", "--origin", publisher.origin, "--rate", 0),
        cwd=program.directory,
        env=program.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    # CPU time, not that of a clock: whatever else the machine does, all of a night is hit.
    while process.poll() is None and cpu_seconds(process.pid) < after_seconds:
        threading.Event().wait(0.01)
    if not is_worker:
        process.kill()
    elif workers := children(process.pid):
        os.kill(workers[0], signal.SIGKILL)
    process.wait(timeout=120)


def children(pid: int) -> list[int]:
    """The processes that it has started and that are there still."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):  # it has just ended
        return []


def cpu_seconds(pid: int) -> float:
    """What a process and those it has started have spent (proc_pid_stat(5), fields 14 to 17)."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    own = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    return own + sum(map(cpu_seconds, children(pid)))
