"""The one worker of this process: started beforehand by `crawler.running`, or by the first page of any other crawl."""

import atexit
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from crawler.worker.worker import Worker

_running: list[Worker] = []


@contextmanager
def worker_running(keep_open: Sequence[int] = ()) -> Iterator[Worker]:
    """A worker for all crawls of this process, started while that is cheap; `keep_open`: see `start_worker`.

    When it is over, the worker has ended, and whatever it was writing is whole.
    """
    worker = Worker(keep_open)
    _running.append(worker)
    try:
        yield worker
    finally:
        _running.remove(worker)
        worker.end()


def current_worker() -> Worker:
    """The worker that runs; one is started if there is none, as in `scrapy crawl`, and ends with this process."""
    if not _running:
        worker = Worker()
        _running.append(worker)
        atexit.register(worker.end)
    return _running[-1]
