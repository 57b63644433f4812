"""The worker as a process of the operating system: started, ended, and why it died."""

import gc
import os
import signal
import socket
import subprocess  # it starts this very program
import sys
import threading
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from articles.store.sqlite import is_connected
from crawler.worker.serving import OUT_OF_MEMORY, serve

_END_SECONDS = 5.0
_LOOK_UP_SECONDS = 0.01


@dataclass
class WorkerProcess:
    """A running worker, and our end of the line to it."""

    pid: int
    line: socket.socket
    popen: "subprocess.Popen[bytes] | None" = None
    """None: it was forked."""

    def kill(self) -> None:
        """End it at once, whatever it is doing, and also when it was stopped."""
        os.kill(self.pid, signal.SIGKILL)  # what it leaves half is what a power cut would leave

    def end(self) -> int:
        """Hang up and wait until it has ended, with what it was working on if that takes a moment; its exit status.

        The status is negative for a signal, as in `subprocess`.
        """
        with suppress(OSError):  # the other end is gone already
            self.line.shutdown(socket.SHUT_RDWR)
        self.line.close()
        deadline = time.monotonic() + _END_SECONDS
        while (status := self._status()) is None:
            if time.monotonic() > deadline:
                self.kill()
            time.sleep(_LOOK_UP_SECONDS)
        return status

    def _status(self) -> int | None:
        if self.popen is not None:
            return self.popen.poll()
        try:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
        except ChildProcessError:
            return 0
        return os.waitstatus_to_exitcode(status) if pid else None


def start_worker(keep_open: Sequence[int] = ()) -> WorkerProcess:
    """A worker: a copy of this process where that is safe, else a Python of its own, which takes a second to start.

    A copy shares our memory for the most part. It is safe on Linux while no other thread runs and no store is open:
    SQLite's locks do not survive a fork (sqlite.org/howtocorrupt.html, 2.6).

    Args: keep_open: files that the worker keeps open as long as it lives, such as a run's locks.
    """
    ours, theirs = socket.socketpair()
    is_safe = sys.platform == "linux" and threading.active_count() == 1 and not is_connected()
    return _fork(ours, theirs) if is_safe else _spawn(ours, theirs, keep_open)


def death_of(status: int, *, limit_seconds: float) -> str:
    """Why a worker died, from its exit status: in words that go on from "reading it"."""
    if status == -signal.SIGALRM:
        return f"took more than {limit_seconds:g} seconds"
    if status == OUT_OF_MEMORY:
        return "took more memory than a page may"
    if status < 0:
        return f"ended the process that did it, by signal {-status} ({signal.Signals(-status).name})"
    return f"ended the process that did it, with status {status}"


def _fork(ours: socket.socket, theirs: socket.socket) -> WorkerProcess:
    for stream in (sys.stdout, sys.stderr):
        stream.flush()  # or the copy would hold what is not written yet
    with _signals_blocked():
        pid = os.fork()
        if pid == 0:
            _become_worker(ours, theirs)
    theirs.close()
    return WorkerProcess(pid, ours)


@contextmanager
def _signals_blocked() -> Iterator[None]:
    """What is started here never sees the signals that are ours to answer, not even before it can ignore them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _become_worker(ours: socket.socket, theirs: socket.socket) -> None:
    """Never returns: nothing of the process that this is a copy of may go on here, not even its clearing up."""
    status = 1
    try:
        ours.close()
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        gc.freeze()  # what is not looked at by the collector stays shared memory
        serve(theirs)
        status = 0
    except BaseException:  # noqa: BLE001 - whatever it is, it ends here
        traceback.print_exc()
    finally:
        os._exit(status)


def _spawn(ours: socket.socket, theirs: socket.socket, keep_open: Sequence[int]) -> WorkerProcess:
    path = os.pathsep.join(each or os.curdir for each in sys.path)
    with theirs, _signals_blocked():
        popen = subprocess.Popen(  # noqa: S603  # no text of others in it
            # -P: or a package of that name in the working directory would be taken for ours
            [sys.executable, "-P", "-m", "crawler.worker", str(theirs.fileno())],
            stdin=subprocess.DEVNULL,
            pass_fds=(theirs.fileno(), *keep_open),
            env=os.environ | {"PYTHONPATH": path},
        )
    return WorkerProcess(popen.pid, ours, popen)
