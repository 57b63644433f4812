"""One run at a time on one output directory, and on one store."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class LockHeldError(Exception):
    """Another run is working on the same output directory, or on the same store."""


@contextmanager
def run_lock(output: Path, store: Path) -> Iterator[None]:
    """Hold two locks: `.lock` in the output directory, and `.<name>.lock` beside the store's file.

    They are advisory `flock`s. The kernel gives them back however the process ends, so a killed run never blocks the
    next one.

    Raises: LockHeldError, at once, when another process holds one of them; OSError, when one cannot be written.
    """
    store = store.resolve()  # however many names lead there
    with _file_lock(output / ".lock"), _file_lock(store.with_name(f".{store.name}.lock")):
        yield


@contextmanager
def _file_lock(path: Path) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Without truncation: until the lock is ours the file tells who holds it.
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.read(descriptor, 100).decode(errors="replace").strip()
            message = f"another run ({holder or 'unknown process'}) holds {path}; try again when it has ended"
            raise LockHeldError(message) from error
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"process {os.getpid()}\n".encode())
        yield
    finally:
        os.close(descriptor)
