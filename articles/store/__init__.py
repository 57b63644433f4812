"""Where articles are kept. `articles.store.contract` says what a store promises; `open_store` gives one."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articles.store.contract import Store

__all__ = ["open_store"]


def open_store(url: str | Path) -> "Store":
    """The store at this address, with the present schema; a new one is created, its parent directories too.

    An address is `sqlite:///relative.sqlite`, `sqlite:////absolute.sqlite`, or a path.

    Raises: UnknownStore, StoreTooNew; StoreError, when there is no store and none can be made.
    """
    from articles.store.opening import open_sqlite  # noqa: PLC0415  # the contract's words shall not cost SQLAlchemy

    return open_sqlite(url)
