"""What the worker does: it takes one message after the other, and answers each."""

import logging
import os
import resource
import select
import signal
import socket
import sys
from logging.handlers import QueueHandler

from crawler.worker.desk import Desk
from crawler.worker.messages import Begin, DecideOne, Done, Finish, GivenPage, Message, Said, pack, read_message

OUT_OF_MEMORY = 86
"""The exit status of a worker that a page cost more memory than PRESSESCHAU_WORKER_MEMORY_MB."""
_MEGABYTE = 1 << 20

_log = logging.getLogger(__name__)


def serve(line: socket.socket) -> None:
    """Work until the crawl is gone, or hangs up; what waits in the line then is left to the next run."""
    _take_no_signals()
    _Telling.install(line)
    worker = _Worker()
    with line, line.makefile("rb") as stream:
        try:
            while (message := read_message(stream)) is not None and not _is_hung_up(line):
                line.sendall(pack(worker.answer(message)))
        except (BrokenPipeError, ConnectionResetError):
            return
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        except Exception:  # noqa: BLE001 - the crawl is to hear of it; another worker goes on
            _log.exception("the worker cannot go on")
            os._exit(1)


class _Worker:
    """The desks of all publishers."""

    def __init__(self) -> None:
        self._desks: dict[str, Desk] = {}

    def answer(self, message: Message) -> Done:
        match message:
            case Begin():
                desk = self._desks[message.publisher] = Desk(message)
                _limit_memory(desk.settings.getint("PRESSESCHAU_WORKER_MEMORY_MB"))
                logging.getLogger().setLevel(desk.settings.get("LOG_LEVEL", "INFO"))
                return Done()
            case GivenPage():
                return self._desks[message.publisher].work_on(message)
            case DecideOne():
                return self._desks[message.publisher].decide_one()
            case Finish():
                return self._desks.pop(message.publisher).finish()


class _Telling(QueueHandler):
    """Sends log records to the crawl, which writes the log."""

    def __init__(self, line: socket.socket) -> None:
        super().__init__(line)  # type: ignore[arg-type]  # `enqueue` below knows what it is
        self._line = line

    @classmethod
    def install(cls, line: socket.socket) -> None:
        logging.captureWarnings(capture=True)
        root = logging.getLogger()
        root.handlers[:] = [cls(line)]

    def enqueue(self, record: logging.LogRecord) -> None:
        self._line.sendall(pack(Said(record=record)))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """The crawl is gone; `serve` notices it too."""


def _take_no_signals() -> None:
    # A Ctrl-C at the terminal, or a service manager, reaches all of us; the crawl decides what becomes of it.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # see `crawler.worker.desk`


def _limit_memory(megabytes: int) -> None:
    """Limit the address space, unless a limit of our caller's (`ulimit -v`) is lower.

    macOS knows no such limit, and answers with an error.
    """
    if not megabytes or sys.platform == "darwin":
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    given = [limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min([megabytes * _MEGABYTE, *given]), hard))


def _is_hung_up(line: socket.socket) -> bool:
    """True when the crawl's end is closed, also while something it had sent can still be read."""
    poll = select.poll()
    poll.register(line, 0)
    return bool(poll.poll(0))
