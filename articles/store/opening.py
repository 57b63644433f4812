"""From a store's address to the open store."""

import re
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from articles.errors import StoreError, UnknownStore
from articles.store.sql_store import SqlStore
from articles.store.sqlite import create_sqlite_engine, use_write_ahead_log
from articles.store.transactions import store_errors
from articles.store.versions import bring_up

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):/{2}")


def open_sqlite(url: str | Path) -> SqlStore:
    """The SQLite store at this address; see `articles.store.open_store`."""
    path = sqlite_path(url).absolute()  # connections are made later too, when the working directory may be another
    name = str(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"the store {name}: its directory cannot be made: {error}; choose another --store") from error
    engine = create_sqlite_engine(path)
    with ExitStack() as undo, store_errors(engine, name):
        undo.callback(engine.dispose)
        bring_up(engine, name)
        use_write_ahead_log(engine)  # not before it is clear whose file this is
        undo.pop_all()
    return SqlStore(engine, name)


def sqlite_path(url: str | Path) -> Path:
    """The file that an address names.

    Raises: UnknownStore, when it names no SQLite file. The message leaves out what may hold a password.
    """
    scheme = _SCHEME.match(url) if isinstance(url, str) else None
    if scheme is None:
        if not str(url).strip() or url == ":memory:":
            raise UnknownStore(f"a store is a file, such as sqlite:///presseschau.sqlite, not {url!r}")
        return Path(url).expanduser()
    if scheme[1].lower() in ("postgresql", "postgres") or scheme[1].lower().startswith("postgresql+"):
        raise UnknownStore("PostgreSQL is not supported as a store yet; use sqlite:///PATH")
    if scheme[1].lower() != "sqlite":
        raise UnknownStore(f"no store answers to {scheme[0]}; use sqlite:///PATH")
    try:
        parts = make_url(str(url))
    except ArgumentError as error:
        raise UnknownStore(f"not a store's address: {url}; use sqlite:///PATH") from error
    if parts.host or parts.query or not parts.database or parts.database == ":memory:":
        raise UnknownStore(f"a store is a file, such as sqlite:///presseschau.sqlite, not {url}")
    return Path(parts.database).expanduser()
