"""The processes that read pages: they share nothing of ours, and are gone when we are.

Pages travel in chunks. What fails on a chunk, be it an exception or the death of a process, is found by reading its
pages one by one; a page that cannot be read is a fault by name, and the others go on. A process dies by itself of a
page that takes too long; one that says nothing at all, because it was stopped, is killed.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Self

from articles.store import open_store
from articles.store.contract import Store
from articles.store.terms import ArchivedPage
from crawler.lessons import read_furniture
from crawler.reseparating.reading import Reading, read_page
from crawler.separation.furniture import Furniture

CHUNK_SIZE = 16
"""Pages that travel together."""
_AHEAD = 3
"""Chunks per process that are under way or wait to be taken from it; more would only be memory."""
_Chunk = tuple[ArchivedPage, ...]
_Waiting = deque[tuple[_Chunk, Future[tuple[Reading, ...]]]]


class Readers:
    """Processes that read pages."""

    def __init__(self, *, archive: Path, store_url: str, process_count: int, page_limit_seconds: float) -> None:
        """They are started now; use it as a context manager, or they stay."""
        self._given = (archive, store_url, page_limit_seconds)
        self._process_count = process_count
        self._pool = Pool(*self._given, process_count)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._pool.close()

    def read(
        self, pages: Iterable[ArchivedPage], memories: Mapping[str, bytes]
    ) -> Generator[tuple[Reading, ...], None, None]:
        """Read pages, of which the first are under way when this returns; the readings come chunk by chunk, in order.

        Args: memories: by publisher what it is known to repeat, as it is stored.
        """
        rest = iter(pages)
        waiting: _Waiting = deque()
        self._submit_ahead(rest, waiting, memories)
        return self._take(rest, waiting, memories)

    def _take(
        self, rest: Iterator[ArchivedPage], waiting: _Waiting, memories: Mapping[str, bytes]
    ) -> Generator[tuple[Reading, ...], None, None]:
        while waiting:
            chunk, future = waiting.popleft()
            failure = self._pool.wait(future, page_count=len(chunk))
            readings = future.result() if failure is None else self._read_singly(chunk, memories)
            self._submit_ahead(rest, waiting, memories)
            yield readings

    def _submit_ahead(self, rest: Iterator[ArchivedPage], waiting: _Waiting, memories: Mapping[str, bytes]) -> None:
        while len(waiting) < _AHEAD * self._process_count and (chunk := tuple(islice(rest, CHUNK_SIZE))):
            waiting.append((chunk, self._pool.submit(chunk, memories)))

    def _read_singly(self, chunk: _Chunk, memories: Mapping[str, bytes]) -> tuple[Reading, ...]:
        readings: list[Reading] = []
        pool = Pool(*self._given, 1)
        try:
            for page in chunk:
                future = pool.submit((page,), memories)
                error = pool.wait(future, page_count=1)
                if error is None:
                    readings += future.result()
                else:
                    readings.append(Reading(page=page, fault=f"{type(error).__name__}: {error} ({page.memory.url})"))
        finally:
            pool.close()
        return tuple(readings)


class Pool:
    """Processes that are replaced when one of them dies."""

    def __init__(self, archive: Path, store_url: str, page_limit_seconds: float, process_count: int) -> None:
        self._given = (archive, store_url, page_limit_seconds)
        self._page_limit_seconds = page_limit_seconds
        self._process_count = process_count
        self._executor = self._start()

    def close(self) -> None:
        self._executor.shutdown(cancel_futures=True)

    def submit(self, chunk: _Chunk, memories: Mapping[str, bytes]) -> Future[tuple[Reading, ...]]:
        try:
            return self._executor.submit(_read_chunk, chunk, memories)
        except BrokenExecutor:
            self._executor.shutdown()
            self._executor = self._start()
            return self._executor.submit(_read_chunk, chunk, memories)

    def wait(self, future: Future[tuple[Reading, ...]], *, page_count: int) -> BaseException | None:
        """What a reading ended with, None for well; processes that hold it up for too long are killed."""
        # All that was given to them before may have to be read first, and a process that starts takes a while.
        limit_seconds = (_AHEAD * page_count + 1) * self._page_limit_seconds
        try:
            return future.exception(timeout=limit_seconds)
        except TimeoutError:
            for process in multiprocessing.active_children():
                process.kill()
            return future.exception()

    def _start(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self._process_count,
            mp_context=_context(self._process_count),
            initializer=_begin,
            initargs=self._given,
        )


def _context(process_count: int) -> BaseContext:
    """Processes that are no copies of ours, which has connections to the store and threads.

    Where there is such a thing, several are copies of a server that has imported the program; for one of them the
    server would only be another process.
    """
    if process_count == 1 or "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["crawler.reseparating.preloaded"])
    return context


# Within a process


@dataclass(frozen=True, slots=True)
class _Place:
    """What a process reads from and compares with; opened once."""

    archive: Path
    store: Store
    page_limit_seconds: float


_places: list[_Place] = []


def _begin(archive: Path, store_url: str, page_limit_seconds: float) -> None:
    # A Ctrl-C reaches everybody at the terminal; the one who started us decides what becomes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _places.append(_Place(archive, open_store(store_url), page_limit_seconds))


def _end_with_parent() -> None:
    """A parent that was killed cannot tell us; nothing else would end us then."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _read_chunk(chunk: _Chunk, memories: Mapping[str, bytes]) -> tuple[Reading, ...]:
    (place,) = _places
    readings = []
    for page in chunk:
        # Nobody handles the signal: it ends this process, also in the midst of native code.
        signal.setitimer(signal.ITIMER_REAL, place.page_limit_seconds)
        readings.append(read_page(page, place.archive, place.store, _furniture(page.memory.publisher, memories)))
        signal.setitimer(signal.ITIMER_REAL, 0)
    return tuple(readings)


def _furniture(publisher: str, memories: Mapping[str, bytes]) -> Furniture:
    return _parsed(publisher, memories.get(publisher))


@lru_cache(maxsize=16)
def _parsed(publisher: str, stored: bytes | None) -> Furniture:
    return read_furniture(publisher, stored)
