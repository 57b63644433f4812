"""When a page is asked again.

Publishers edit young articles and leave old ones alone. A page whose article was younger than a day at its last check
is due on every run; after that each interval is as long as the article is old, so that its age doubles from check to
check, up to half a year. A page that gave no article is due on the next run, then after ever longer pauses.
"""

import hashlib
from datetime import datetime, timedelta

YOUNG = timedelta(days=1)
LONGEST_INTERVAL = timedelta(days=180)
LONGEST_PAUSE = timedelta(days=32)
# Articles met in one walk over an archive would all be due in the same night; a quarter of the interval parts them.
_SPREAD_FROM = timedelta(days=7)
_SPREAD = 0.25


def next_check(url: str, *, born_at: datetime, now: datetime) -> datetime:
    """When the page of a known article is due again.

    Args: born_at: when it was published, or else first met. now: when it was checked; both aware.
    """
    age = now - born_at
    if age < YOUNG:
        return now
    interval = min(age, LONGEST_INTERVAL)
    if interval >= _SPREAD_FROM:
        interval -= interval * _SPREAD * _share(url)
    return now + interval


def next_try(*, failure_count: int, now: datetime) -> datetime:
    """When a page that gave no article is due again: at once, that is on the next run, then after 1, 2, 4 … days.

    `failure_count`: rejections in a row before this one.
    """
    if failure_count == 0:
        return now
    return now + min(timedelta(days=2 ** min(failure_count - 1, 10)), LONGEST_PAUSE)


def _share(url: str) -> float:
    """A number from 0 to 1 that is always the same for a URL."""
    return hashlib.sha256(url.encode()).digest()[0] / 255
