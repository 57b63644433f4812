"""Which schema a store carries, and how it comes to carry the present one.

Alembic does the work, and is imported only then: at most starts the schema is current, and one query tells.
"""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from articles.errors import StoreError, StoreTooNew

PRESENT = "0007"
"""The newest migration; a test holds it to the files in `migrations/versions`."""
MIGRATIONS = Path(__file__).parent / "migrations"
# Tables of which a store has one at every version, so that no other program's database is taken for an empty one.
_VERSION_TABLE = "alembic_version"


def bring_up(engine: Engine, name: str) -> None:
    """Give the store the present schema; a new one all of it, an old one what it lacks, in one transaction.

    Raises: StoreTooNew; StoreError, when the database is somebody else's.
    """
    with engine.begin() as connection:
        if _version(connection, name) == PRESENT:
            return
    with engine.execution_options(writes=True).begin() as connection:
        # Asked again: another process may have brought it up while this one waited for its turn.
        if (version := _version(connection, name)) != PRESENT:
            _migrate(connection, name, version)


def _version(connection: Connection, name: str) -> str | None:
    """None for an empty database."""
    tables = inspect(connection).get_table_names()
    if _VERSION_TABLE in tables:
        version = connection.scalar(text(f"SELECT version_num FROM {_VERSION_TABLE}"))  # noqa: S608  # a constant
        return None if version is None else str(version)
    if tables:
        raise StoreError(
            f"the store {name}: a database of another program (it has a table {tables[0]!r}); choose another"
        )
    return None


def _migrate(connection: Connection, name: str, version: str | None) -> None:
    from alembic import command  # noqa: PLC0415  # takes longer to import than the store to open
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if version is not None and version not in known:
        raise StoreTooNew(
            f"the store {name}: its schema {version} is of a later presseschau than this one, which knows {PRESENT}; "
            "update presseschau, or choose another --store"
        )
    command.upgrade(config, PRESENT)
