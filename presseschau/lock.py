"""One run at a time on one output directory."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class LockHeldError(Exception):
    """Another run is working on the same output directory."""


@contextmanager
def run_lock(output: Path) -> Iterator[None]:
    """Hold the output directory's lock, an advisory `flock` on `.lock` inside it.

    The kernel gives it back however the process ends, so a killed run never blocks the next one.

    Raises: LockHeldError, at once, when another process holds it; OSError, when the directory cannot be written.
    """
    output.mkdir(parents=True, exist_ok=True)
    path = output / ".lock"
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
