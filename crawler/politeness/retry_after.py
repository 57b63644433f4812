"""Retry-After (RFC 9110, 10.2.3): how long a host wants to be left alone."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_LONGEST_SECONDS = 366 * 86400.0


def find_retry_after(value: str | None, *, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for, in either of its forms; None when it is absent or unreadable.

    `now`: aware; what a date is counted from. A date that has passed gives 0, and more than a year is a year.
    """
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text), _LONGEST_SECONDS)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:  # "-0000" says UTC without a place
        moment = moment.replace(tzinfo=UTC)
    return min(max(0.0, (moment - now).total_seconds()), _LONGEST_SECONDS)
