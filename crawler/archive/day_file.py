"""One file of the archive while it is written: whole records are added at its end, by one process at a time.

A process may be killed in the middle of a write. Before the next record is added, whoever adds it cuts the file back to
the last whole one. Nothing else is ever taken from a file: one that is damaged in its middle is left as it is.
"""

import fcntl
import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Self

from crawler.archive.members import holds_member, whole_end
from crawler.errors import DamagedArchive

_log = logging.getLogger(__name__)


class DayFile:
    """A file of the archive, open for adding. Several processes may have it open."""

    def __init__(self, path: Path, render_head: Callable[[], bytes]) -> None:
        """Opens the file, or makes it. `render_head` gives the record that an empty one begins with.

        Raises: DamagedArchive, when whole records stand behind broken ones; OSError.
        """
        self.path = path
        self._render_head = render_head
        self._whole_end = 0
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("a+b", buffering=0)
        try:
            with self._locked():
                self._repair()
        except BaseException:
            self._file.close()
            raise

    def add(self, records: bytes) -> int:
        """Add records, and return the offset at which they begin. They are on the disk then, or not in the file at all.

        Raises: DamagedArchive; OSError, such as for a full disk.
        """
        with self._locked():
            self._repair()
            start = self._whole_end
            if start == 0:
                head = self._render_head()
                records, start = head + records, len(head)
            try:
                self._write(records)
                os.fsync(self._file.fileno())
            except BaseException:
                os.ftruncate(self._file.fileno(), self._whole_end)
                raise
            if self._whole_end == 0:
                _sync_directory(self.path.parent)
            self._whole_end += len(records)
            return start

    def close(self) -> None:
        """Nothing is left to write."""
        self._file.close()

    def _write(self, records: bytes) -> None:
        rest = memoryview(records)
        while rest:
            rest = rest[self._file.write(rest) :]

    def _repair(self) -> None:
        """Cut off what a killed process left; what others added whole stays."""
        end = os.fstat(self._file.fileno()).st_size
        if end == self._whole_end:
            return
        if end < self._whole_end:
            raise DamagedArchive(f"{self.path} was cut short while it was written to; leave it alone during a run")
        whole = whole_end(self._file, self._whole_end, end)
        if whole < end:
            if holds_member(self._file, whole, end):
                raise DamagedArchive(f"{self.path} is damaged at byte {whole}, and whole records stand behind that")
            _log.warning("%s ended in the middle of a record; %d bytes were cut off", self.path, end - whole)
            os.ftruncate(self._file.fileno(), whole)
        self._whole_end = whole

    def _locked(self) -> "_Lock":
        return _Lock(self._file.fileno())


def _sync_directory(directory: Path) -> None:
    """Make a new file's name survive a power cut too."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class _Lock:
    """An advisory `flock`; the kernel gives it back however the process ends."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def __enter__(self) -> Self:
        fcntl.flock(self._descriptor, fcntl.LOCK_EX)
        return self

    def __exit__(self, *exc_info: object) -> None:
        fcntl.flock(self._descriptor, fcntl.LOCK_UN)
