"""What the crawl and its worker tell each other, and how it travels: a length of four bytes, then a pickle.

Both ends are the same program and the line is nobody else's, so a pickle is safe here.
"""

import pickle
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from logging import LogRecord
from typing import BinaryIO

from articles.identity import CanonicalUrl
from articles.store.terms import Fetched
from crawler.archive.exchange import Exchange
from crawler.clock import Clock
from crawler.met_texts import Meeting
from crawler.worker.spider_place import SpiderPlace

_LENGTH = struct.Struct("!I")


@dataclass(frozen=True, kw_only=True, slots=True)
class Begin:
    """The crawl of a publisher begins; or a worker takes over from one that died."""

    publisher: str
    """Name of its spider."""
    spider: SpiderPlace
    """Where its spider's class is found."""
    settings: Mapping[str, object]
    """Those that the worker needs."""
    run_id: str
    clock: Clock
    met: tuple[Meeting, ...]
    """The texts that were met already in this run."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GivenPage:
    """A page to be worked on."""

    publisher: str
    exchange: Exchange
    fetched: Fetched


@dataclass(frozen=True, kw_only=True, slots=True)
class DecideOne:
    """Nothing is left to be asked: decide about the first of the pages that were held back."""

    publisher: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Finish:
    """The crawl of a publisher is over."""

    publisher: str


Message = Begin | GivenPage | DecideOne | Finish


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """An exception that code of ours raised."""

    error: str
    """Its name and text."""
    place: str
    """The page it came up on, or what was being done."""
    trace: str
    can_go_on: bool
    """False when the next page would meet it too."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """What a message came to; every message has one such answer."""

    dropped: str | None = None
    """Why the page is not stored, at least not yet. None: it is."""
    held: tuple[CanonicalUrl, ...] = ()
    """The pages that are held back now."""
    counts: tuple[tuple[str, str, int], ...] = ()
    """What is to be counted: group, key and number, see `crawler.tally`."""
    met: tuple[Meeting, ...] = ()
    """Texts that were met."""
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A line of the worker's log; it may come between any two answers."""

    record: LogRecord


def pack(message: object) -> bytes:
    """A message as it travels."""
    body = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(body)) + body


def read_message(stream: BinaryIO) -> Message | None:
    """The next message; None when the other end is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    body = stream.read(length)
    if len(body) < length:
        return None
    message: Message = pickle.loads(body)  # noqa: S301
    return message


class Arriving:
    """Answers, put together from the pieces in which they arrive."""

    def __init__(self) -> None:
        self._rest = bytearray()

    def add(self, piece: bytes) -> Iterator[Done | Said]:
        """The answers that this piece completes."""
        self._rest += piece
        while len(self._rest) >= _LENGTH.size:
            end = _LENGTH.size + _LENGTH.unpack_from(self._rest)[0]
            if len(self._rest) < end:
                return
            body = bytes(self._rest[_LENGTH.size : end])
            del self._rest[:end]
            yield pickle.loads(body)  # noqa: S301
