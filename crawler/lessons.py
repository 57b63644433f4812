"""What a publisher is known to repeat, and how its pages were read by that, between the separation and the store."""

import json
import logging
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from articles.store.contract import Store
from articles.store.terms import ListingEntry
from crawler.separation.errors import InvalidFurniture
from crawler.separation.furniture import (
    Furniture,
    Lesson,
    notice_furniture,
    parse_furniture,
    parse_lesson,
    reads_the_same,
    render_furniture,
    render_lesson,
    with_noticed,
)

_log = logging.getLogger(__name__)

YOUNG_PAGES = 24
"""A memory that holds fewer pages has yet to learn what is usual at a publisher."""


def read_furniture(publisher: str, stored: bytes | None) -> Furniture:
    """The memory as it was stored; an empty one when there is none, or none that this version reads."""
    if stored is None:
        return Furniture()
    try:
        return parse_furniture(stored)
    except InvalidFurniture as error:
        _log.warning("what %s repeats from page to page: %s", publisher, error)
        return Furniture()


def load_furniture(store: Store, publisher: str) -> Furniture:
    """Raises: StoreError."""
    return read_furniture(publisher, store.find_furniture(publisher))


def save_furniture(store: Store, publisher: str, furniture: Furniture, *, at: datetime) -> None:
    """Raises: StoreError."""
    store.save_furniture(publisher, render_furniture(furniture), at=at)


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstReading:
    """All that a page's article can depend on beside the page itself, as it was when it was read."""

    identity: str
    """Of the page; see `crawler.separation.page`."""
    entry: ListingEntry
    """What listings said of it."""
    lesson: Lesson

    def stands(self, furniture: Furniture) -> bool:
        """True when the page, read again with what is known by now, would give the very same article."""
        noticed = notice_furniture(self.identity, self.lesson, furniture)
        return reads_the_same(self.lesson, with_noticed(self.lesson, noticed))

    def learned_anew(self, furniture: Furniture) -> Lesson:
        """What the page teaches, with what is furniture of it by what is known by now."""
        return with_noticed(self.lesson, notice_furniture(self.identity, self.lesson, furniture))


def render_reading(reading: FirstReading) -> bytes:
    """The reading as `Fetched.lesson` carries it."""
    head = json.dumps([reading.identity, _digest(reading.entry)]).encode()
    return head + b"\n" + render_lesson(reading.lesson)


def find_reading(stored: bytes | None, entry: ListingEntry) -> FirstReading | None:
    """The reading that was stored.

    None when there is none or none that this version reads, and when listings say something else by now (`entry`).
    """
    if stored is None:
        return None
    head, _, lesson = stored.partition(b"\n")
    try:
        identity, digest = json.loads(head)
        reading = FirstReading(identity=identity, entry=entry, lesson=parse_lesson(lesson))
    except (ValueError, InvalidFurniture) as error:
        _log.warning("how %s was read first: %s", entry.url, error)
        return None
    return reading if digest == _digest(entry) else None


def _digest(entry: ListingEntry) -> str:
    said = [entry.title, entry.summary, entry.published_at.isoformat() if entry.published_at else None]
    return blake2b(json.dumps(said).encode(), digest_size=16).hexdigest()
