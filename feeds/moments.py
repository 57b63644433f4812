"""Times as every feed format and reader can take them.

RFC 3339 and RFC 822 know no seconds in an offset, though local mean time (which the zone database gives for old dates)
has them, and validators doubt minutes other than 00 and 30. Such times are written in UTC.
"""

from datetime import UTC, datetime, timedelta

from feeds.errors import InvalidFeed

_STEP = timedelta(minutes=30)


def is_writable(moment: datetime) -> bool:
    """True when the time has an offset that every reader can take."""
    offset = moment.utcoffset()
    return offset is not None and not offset % _STEP


def normalize_moment(moment: datetime) -> datetime:
    """The same moment, with its own offset where every reader can take it, else in UTC.

    Raises: InvalidFeed, when the moment has no time zone.
    """
    if moment.utcoffset() is None:
        raise InvalidFeed(f"a feed's time needs a time zone: {moment.isoformat()}")
    return moment if is_writable(moment) else moment.astimezone(UTC)
