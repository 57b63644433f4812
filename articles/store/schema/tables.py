"""What every table is made of: the one catalogue, and columns that know what our values need."""

from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, MetaData, String
from sqlalchemy.types import TypeDecorator

from articles.surrogates import replace_surrogates

# Constraints get names, so that a later migration can say which it changes.
METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Utc(TypeDecorator[datetime]):
    """An aware time, kept as UTC to the microsecond, so that it sorts and compares in SQL."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"a time in the store needs a zone: {value.isoformat()}")
        in_utc = value.astimezone(UTC)
        # SQLite has no type for times: the driver writes text, and an offset would spoil its order.
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Moment(TypeDecorator[datetime]):
    """An aware time with the offset it came with, as ISO 8601 text; for showing, not for sorting."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        del dialect
        if value is not None and value.utcoffset() is None:
            raise ValueError(f"a time in the store needs a zone: {value.isoformat()}")
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        del dialect
        return None if value is None else datetime.fromisoformat(value)


class Text(TypeDecorator[str]):
    """Text from outside: a lone surrogate, which no database takes, is replaced instead of losing the whole row."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        del dialect
        return None if value is None else replace_surrogates(value)
