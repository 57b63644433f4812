import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.replace_file import replace_file


def test_puts_a_file_in_place_for_all_to_read(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file.txt"
    assert replace_file(path, [b"one ", b"two"]) is True
    assert path.read_bytes() == b"one two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_leaves_equal_bytes_untouched(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    replace_file(path, [b"same"])
    os.utime(path, ns=(1, 1))
    assert replace_file(path, [b"sa", b"me"]) is False
    assert path.stat().st_mtime_ns == 1


@pytest.mark.parametrize("old", [b"", b"other", b"longer than the new one"])
def test_replaces_whatever_was_there(tmp_path: Path, old: bytes) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(old)
    assert replace_file(path, [b"newer"]) is True
    assert path.read_bytes() == b"newer"


def test_a_failure_in_the_middle_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(b"old")

    def chunks() -> Iterator[bytes]:
        yield b"half"
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match=r"file\.txt"):
        replace_file(path, chunks())
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
