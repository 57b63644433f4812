"""One run at a time on one output directory, and on one store."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ORPHAN_SECONDS = 30.0
_LOOK_UP_SECONDS = 0.05


class LockHeldError(Exception):
    """Another run is working on the same output directory, or on the same store."""


@contextmanager
def run_lock(output: Path, store: Path) -> Iterator[tuple[int, ...]]:
    """Hold two locks: `.lock` in the output directory, and `.<name>.lock` beside the store's file.

    They are advisory `flock`s. The kernel gives them back however the process ends, so a killed run never blocks the
    next one. What comes back are their descriptors: a lock is held as long as any process has its file open, and a
    second process of the run has to keep it open too. When the first is killed, the second ends with the page that it
    is working on; for that moment the next run waits.

    Raises: LockHeldError, at once, when another process holds one of them; OSError, when one cannot be written.
    """
    store = store.resolve()  # however many names lead there
    with _file_lock(output / ".lock") as first, _file_lock(store.with_name(f".{store.name}.lock")) as second:
        yield first, second


@contextmanager
def _file_lock(path: Path) -> Iterator[int]:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Without truncation: until the lock is ours the file tells who holds it.
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        _take(descriptor, path)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"process {os.getpid()}\n".encode(), 0)
        yield descriptor
    finally:
        os.close(descriptor)


def _take(descriptor: int, path: Path) -> None:
    deadline = time.monotonic() + _ORPHAN_SECONDS
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(descriptor, 100, 0).decode(errors="replace").strip()
            if _is_alive(holder) or time.monotonic() > deadline:
                message = f"another run ({holder or 'unknown process'}) holds {path}; try again when it has ended"
                raise LockHeldError(message) from error
            time.sleep(_LOOK_UP_SECONDS)
        else:
            return


def _is_alive(holder: str) -> bool:
    """False only when it is certain that the process which a lock file names has ended."""
    number = holder.removeprefix("process ")
    if not number.isdecimal():
        return True
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
