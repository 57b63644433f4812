"""Retry-After (RFC 9110, 10.2.3): how long a host wants to be left alone."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def find_retry_after(value: str | None, *, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for, in either of its forms; None when it is absent or unreadable.

    `now`: aware; what a date is counted from. A date that has passed gives 0.
    """
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:  # "-0000" says UTC without a place
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
