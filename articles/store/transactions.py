"""Every method of a store is one transaction; here they begin, end and fail.

Writers come one at a time (`BEGIN IMMEDIATE` in SQLite), so a method may look before it writes. A home without such a
lock would take one here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import islice
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine, Table, insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.dml import ReturningInsert

from articles.errors import StoreError, StoreUnusable

_Value = TypeVar("_Value")

# What SQLite says, and what a person can do about it.
_REMEDIES = {
    "locked": "another process has been writing for too long; wait until it is done, or stop it",
    "readonly": "make the file and its directory writable, or choose another --store",
    "disk I/O": "see whether the disk is full or broken; what was stored before is whole",
    "full": "make room on the disk; what was stored before is whole",
    "malformed": "the file is damaged; put back a copy, or move it away and crawl again",
    "not a database": "the file is no SQLite database; choose another --store, or put back a copy",
    "unable to open": "check that the path is a file in a directory that is there and writable",
    "FOREIGN KEY": "something refers to a run or walk that was never begun in this store",
}


@contextmanager
def store_errors(engine: Engine, name: str) -> Iterator[None]:
    """Turn the driver's errors into StoreErrors that name the store and say what to do.

    While a connection is being made the driver's own come through, later those that SQLAlchemy wraps around them.
    """
    try:
        yield
    except (DBAPIError, engine.dialect.loaded_dbapi.Error) as error:
        raise _store_error(engine, name, error) from error


def _store_error(engine: Engine, name: str, error: BaseException) -> StoreError:
    cause = error.orig if isinstance(error, DBAPIError) else error
    driver = engine.dialect.loaded_dbapi
    # PEP 249: "related to the database's operation and not necessarily under the control of the programmer"; SQLite's
    # driver has the bare DatabaseError for a file that is damaged.
    is_unusable = isinstance(cause, driver.OperationalError) or type(cause) is driver.DatabaseError
    said = str(cause)
    remedy = next((remedy for sign, remedy in _REMEDIES.items() if sign in said), "see whether disk and file are well")
    return (StoreUnusable if is_unusable else StoreError)(f"the store {name}: {said}: {remedy}")


def insert_row(connection: Connection, table: Table, values: Mapping[str, object]) -> int:
    """Insert one row into a table whose key the database counts; the key is returned."""
    return int(connection.execute(_insertion(table), dict(values)).scalar_one())


@cache
def _insertion(table: Table) -> ReturningInsert[Any]:
    """Made once: putting a statement together takes as long as running it."""
    (key,) = table.primary_key.columns
    return insert(table).returning(key)


def portions(values: Iterable[_Value]) -> Iterator[Sequence[_Value]]:
    """The values in portions that one `IN (…)` may carry; databases limit how many a statement takes."""
    rest = iter(values)
    while some := tuple(islice(rest, 500)):
        yield some


class Transactions:
    """A store's engine, lent out one transaction at a time. Threads may share it."""

    def __init__(self, engine: Engine, name: str) -> None:
        """Args: engine, connected to a store of the present schema; name, how messages call the store."""
        self._engine = engine
        self._writer = engine.execution_options(writes=True)
        self._name = name

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """One moment of the store: what others write meanwhile is not seen."""
        with self._beginning(self._engine) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """All or nothing: durable when it ends, undone when it raises."""
        with self._beginning(self._writer) as connection:
            yield connection

    @contextmanager
    def _beginning(self, engine: Engine) -> Iterator[Connection]:
        with store_errors(engine, self._name), engine.begin() as connection:
            yield connection
