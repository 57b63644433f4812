"""Times in records: RFC 3339."""

import re
from datetime import UTC, datetime

# RFC 3339, 5.6, with upper-case T and Z and without leap seconds, which Python's times lack.
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)")


def render_moment(moment: datetime) -> str:
    """The time with its own offset; in UTC when the offset is no whole minute, which RFC 3339 cannot write."""
    offset = moment.utcoffset()
    if offset is None or offset.total_seconds() % 60:
        moment = moment.astimezone(UTC)
    return moment.isoformat()


def render_utc(moment: datetime) -> str:
    """The time in UTC, with `Z`."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def parse_moment(text: str) -> datetime:
    """The aware time; `Z` is UTC.

    Raises: ValueError, when it is no RFC 3339 time.
    """
    if not _MOMENT.fullmatch(text):
        raise ValueError(f"an RFC 3339 time such as 2026-01-31T07:05:00+01:00 is wanted, not {text!r}")
    return datetime.fromisoformat(text)
