"""SQLite as the home of a store.

`synchronous` is FULL, so each commit is on the disk before a method returns. NORMAL would be whole after a power cut
too, but without the last commits: an article that feeds already carry would be unknown again, and if its publisher
changed or withdrew it meanwhile, lost. The price is one sync per page, against at most a few pages a second.
"""

import sqlite3
import time
from pathlib import Path
from sqlite3 import Connection as Driver
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

from articles.records.line import render_json

_BUSY_TIMEOUT_SECONDS = 60  # a writer holds the lock for milliseconds; only a migration of a large store takes longer
_MODE_WAIT_SECONDS = 0.02
_connected: set[int] = set()
"""The connections of this process, by identity."""
_PRIMARY_CODE = 0xFF  # the rest of an SQLite error code says more of the same


def create_sqlite_engine(path: Path) -> Engine:
    """An engine over the file; nothing is opened yet."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        json_serializer=render_json,
        connect_args={"timeout": _BUSY_TIMEOUT_SECONDS},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "close", _note_closed)
    return engine


def is_connected() -> bool:
    """True while this process has any SQLite store open.

    It must not be copied by fork then: the copy would believe itself in possession of locks that are not its own, also
    for connections that it opens later (sqlite.org/howtocorrupt.html, 2.6).
    """
    return bool(_connected)


def _prepare(driver: Driver, entry: ConnectionPoolEntry) -> None:
    del entry
    _connected.add(id(driver))
    driver.isolation_level = None  # the driver would begin transactions by rules of its own
    driver.execute("PRAGMA foreign_keys = ON")
    driver.execute("PRAGMA synchronous = FULL")
    driver.execute("PRAGMA fullfsync = ON")  # macOS: without it, a sync stops at the drive's own cache
    driver.execute("PRAGMA checkpoint_fullfsync = ON")


def _note_closed(driver: Driver, entry: ConnectionPoolEntry) -> None:
    del entry
    _connected.discard(id(driver))


def _begin(connection: Connection) -> None:
    """A writer takes the lock before it looks: else two might look, and the second write by what is no longer so."""
    writes = connection.get_execution_options().get("writes", False)
    driver: Any = connection.connection.driver_connection  # the pool tells no type
    driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")


def use_write_ahead_log(engine: Engine) -> None:
    """Let readers and the writer not wait for each other; the file keeps this mode for ever.

    SQLite's busy timeout does not hold for a change of this mode (sqlite.org/pragma.html), so others that open a new
    store in the same moment are waited for here, as long as by that timeout.
    """
    deadline = time.monotonic() + _BUSY_TIMEOUT_SECONDS
    proxied = engine.raw_connection()
    driver: Any = proxied.driver_connection  # the pool tells no type
    try:
        while not _takes_mode(driver):
            if time.monotonic() > deadline:
                driver.execute("PRAGMA journal_mode = WAL")  # once more, for its error
                return
            time.sleep(_MODE_WAIT_SECONDS)
    finally:
        proxied.close()


def _takes_mode(driver: Driver) -> bool:
    """Set the mode where it is not set; False while another process keeps the file to itself."""
    try:
        (mode,) = driver.execute("PRAGMA journal_mode").fetchone()
        if mode != "wal":
            driver.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & _PRIMARY_CODE not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise
        return False
    return True
