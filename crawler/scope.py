"""How far one run goes: the spider arguments `full`, `since` and `limit`."""

from dataclasses import dataclass
from datetime import date

from crawler.errors import InvalidScope

_YES, _NO = frozenset({"1", "true", "yes", "on"}), frozenset({"", "0", "false", "no", "off"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Scope:
    """How far one run goes."""

    full: bool = False
    """Every listing is walked to its end."""
    since: date | None = None
    """Nothing that listings date before this day is asked for. None: no such floor."""
    limit: int | None = None
    """The most new articles asked for, and the most known ones asked again. None: no limit."""


def parse_scope(*, full: str | bool = False, since: str | date | None = None, limit: str | int | None = None) -> Scope:
    """The scope that arguments name, as text from the command line or as values.

    Raises: InvalidScope.
    """
    return Scope(full=_parse_switch(str(full)), since=_parse_since(since), limit=_parse_limit(limit))


def _parse_switch(value: str) -> bool:
    text = value.strip().lower()
    if text not in _YES | _NO:
        raise InvalidScope(f"full is 1 or 0, not {value!r}")
    return text in _YES


def _parse_since(value: str | date | None) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value.strip())
    except ValueError as error:
        raise InvalidScope(f"since is a day such as 2026-01-31, not {value!r}") from error


def _parse_limit(value: str | int | None) -> int | None:
    if value is None:
        return None
    try:
        limit = int(value)
    except ValueError as error:
        raise InvalidScope(f"limit is a whole number, not {value!r}") from error
    if limit < 0:
        raise InvalidScope(f"limit is 0 or more, not {value!r}")
    return limit
