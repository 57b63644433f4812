"""What a publisher is known to repeat, between the separation and the store."""

import logging
from datetime import datetime

from articles.store.contract import Store
from crawler.separation.errors import InvalidFurniture
from crawler.separation.furniture import Furniture, parse_furniture, render_furniture

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
