"""When a page is asked again.

Publishers edit young articles and leave old ones alone. A page whose article was younger than a day at its last check
is due on every run; after that each interval is as long as the article is old, so that its age doubles from check to
check, up to half a year. A page that gave no article is due on the next run, then after ever longer pauses.

A sitemap or a feed is due once a night, and ever more rarely, down to once a week, while it tells nothing new; but
never so late that an article could have come and gone in it: news sitemaps name those of two days. A listing that
breaks has all of them asked at once, whatever is due.
"""

import hashlib
from datetime import datetime, timedelta

YOUNG = timedelta(days=1)
SECOND_NIGHT = timedelta(hours=12)
"""What is seen again this much later is seen on a second night, not in a second run of the same one."""
LONGEST_INTERVAL = timedelta(days=180)
LONGEST_PAUSE = timedelta(days=32)
# Articles met in one walk over an archive would all be due in the same night; a quarter of the interval parts them.
_SPREAD_FROM = timedelta(days=7)
_SPREAD = 0.25
IDLE_CHECKS = 3
"""From so many checks on that told nothing, a source is idle: every second night is enough, after as many more every
fourth."""
_MOST_NIGHTS = 7
# As long as a news sitemap names an article.
_UNKNOWN_REACH_NIGHTS = 2
# A night may begin earlier than the one before.
_EARLY = timedelta(hours=4)


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


def next_try(*, failure_count: int, now: datetime, chances: int = 1) -> datetime:
    """When a page that gave no article is due again: at once, that is on the next run, then after 1, 2, 4 … days.

    Args: failure_count: rejections in a row before this one. chances: after so many of them it is due at once.
    """
    if failure_count < chances:
        return now
    return now + min(timedelta(days=2 ** min(failure_count - chances, 10)), LONGEST_PAUSE)


def next_source_check(*, idle_count: int, failure_count: int, reach: timedelta | None, now: datetime) -> datetime:
    """When a sitemap or a feed is due again.

    Args: idle_count: checks in a row, this one included, that told nothing which listings had not shown. failure_count:
    likewise those that gave nothing readable. reach: how long it goes on naming an article; None when nothing says.
    """
    if failure_count:
        return now + min(timedelta(days=2 ** min(failure_count - 1, 10)), LONGEST_PAUSE)
    nights = min(2 ** min(idle_count // IDLE_CHECKS, 10), _MOST_NIGHTS)
    longest = _UNKNOWN_REACH_NIGHTS if reach is None else max(1, round(reach / timedelta(days=1)))
    return now + timedelta(days=min(nights, longest)) - _EARLY


def _share(url: str) -> float:
    """A number from 0 to 1 that is always the same for a URL."""
    return hashlib.sha256(url.encode()).digest()[0] / 255
