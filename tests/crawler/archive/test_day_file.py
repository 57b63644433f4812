"""A file only grows, by whole records, whatever stops its writer and whoever else writes to it."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.archive.day_file import DayFile
from crawler.errors import DamagedArchive

ROOT = Path(__file__).parents[3]
HEAD = gzip.compress(b"head", mtime=0)


def record(number: int) -> bytes:
    return gzip.compress(f"record {number}".encode() + bytes(range(number % 200)), mtime=0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive" / "2026-11-20.warc.gz"


def open_file(path: Path) -> DayFile:
    return DayFile(path, lambda: HEAD)


def write(path: Path, *numbers: int) -> list[int]:
    file = open_file(path)
    try:
        return [file.add(record(number)) for number in numbers]
    finally:
        file.close()


def test_the_head_comes_once(path: Path) -> None:
    assert write(path, 1, 2) == [len(HEAD), len(HEAD) + len(record(1))]
    write(path, 3)
    assert path.read_bytes() == HEAD + record(1) + record(2) + record(3)


def test_a_torn_record_is_cut_off_wherever_it_was_torn(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(path, 1)
    whole = path.read_bytes()
    for length in range(1, len(record(2))):
        path.write_bytes(whole + record(2)[:length])
        assert write(path, 3) == [len(whole)]
        assert path.read_bytes() == whole + record(3)
    assert f"{len(record(2)) - 1} bytes were cut off" in caplog.text


@pytest.mark.parametrize("rest", [b"\0" * 4096, b"no gzip at all", b"\x1f\x8b\x08\0" * 50])
def test_what_never_was_a_record_is_cut_off(path: Path, rest: bytes) -> None:
    write(path, 1)
    whole = path.read_bytes()
    path.write_bytes(whole + rest)
    write(path, 2)
    assert path.read_bytes() == whole + record(2)


def test_a_torn_head_is_written_anew(path: Path) -> None:
    write(path, 1)
    path.write_bytes(HEAD[:7])
    assert write(path, 2) == [len(HEAD)]
    assert path.read_bytes() == HEAD + record(2)


def test_what_stands_behind_damage_is_not_given_up(path: Path) -> None:
    write(path, 1, 2, 3)
    damaged = bytearray(path.read_bytes())
    damaged[len(HEAD) + 15] ^= 0xFF
    path.write_bytes(damaged)
    with pytest.raises(DamagedArchive, match=f"at byte {len(HEAD)}"):
        open_file(path)
    assert path.read_bytes() == damaged


def test_another_writer_may_come_in_between_and_be_killed(path: Path) -> None:
    file = open_file(path)
    file.add(record(1))
    write(path, 2)
    with path.open("ab") as other:
        other.write(record(3)[:9])
    assert file.add(record(4)) == len(HEAD) + len(record(1)) + len(record(2))
    file.close()
    assert path.read_bytes() == HEAD + record(1) + record(2) + record(4)


def test_a_file_that_was_cut_short_meanwhile_is_left_alone(path: Path) -> None:
    file = open_file(path)
    file.add(record(1))
    path.write_bytes(b"")
    with pytest.raises(DamagedArchive, match="cut short"):
        file.add(record(2))
    file.close()


_WRITER = """
import resource, sys
from pathlib import Path
from tests.crawler.archive.test_day_file import open_file, record
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]), resource.RLIM_INFINITY))
file = open_file(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    file.add(record(number))
    print(number, flush=True)
"""


def writer(path: Path, start: int, stop: int, *, max_bytes: int = -1) -> "subprocess.Popen[str]":
    """Adds records and reports each; its file may grow to `max_bytes` only, as if the disk were full then."""
    command = [sys.executable, "-c", _WRITER, str(path), str(start), str(stop), str(max_bytes)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_full_disk_leaves_whole_records(path: Path) -> None:
    with writer(path, 100, 200, max_bytes=1000) as process:
        said, complained = process.communicate(timeout=60)
    assert "OSError" in complained
    count = said.count("\n")
    assert 0 < count < 100
    assert path.read_bytes() == HEAD + b"".join(record(100 + number) for number in range(count))


def test_two_processes_write_at_once(path: Path) -> None:
    both = [writer(path, 0, 60), writer(path, 1000, 1060)]
    assert [process.communicate(timeout=60)[0].count("\n") for process in both] == [60, 60]
    stored = path.read_bytes()
    assert all(record(number) in stored for number in (*range(60), *range(1000, 1060)))
    assert len(stored) == len(HEAD) + sum(len(record(number)) for number in (*range(60), *range(1000, 1060)))


@pytest.mark.parametrize("count", [1, 7, 30])
def test_what_was_added_survives_kill_9(path: Path, count: int) -> None:
    with writer(path, 0, 1_000_000) as process:
        assert process.stdout is not None
        for _ in range(count):
            process.stdout.readline()
        process.kill()
        added = count + process.stdout.read().count("\n")
    write(path, 5)
    stored = path.read_bytes()
    assert stored.startswith(HEAD + b"".join(map(record, range(added))))
    assert stored.endswith(record(5))
    assert gzip.decompress(stored)
