"""A full disk and an output that cannot be written: a clear word, a whole state, and the next run carries on."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from presseschau.demo.server import DemoPublisher
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
