"""Hours in which a publisher is not asked for anything, by the clock on its wall or on another one."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

_FORM = re.compile(r"(?P<start>\d\d:\d\d)\s*-\s*(?P<end>\d\d:\d\d)(?:\s+(?P<zone>\S+))?")


class InvalidQuietHours(ValueError):
    """Text that names no hours."""


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From one time of day to another, every day; over midnight when the end is the earlier of both."""

    start: time
    end: time
    """The first moment that is not quiet any more."""
    zone: ZoneInfo

    def find_end(self, now: datetime) -> datetime | None:
        """When they are over, in their zone; None when they are not on. `now`: aware."""
        local = now.astimezone(self.zone)
        wall = local.time()
        is_overnight = self.end < self.start
        is_on = (wall >= self.start or wall < self.end) if is_overnight else self.start <= wall < self.end
        if not is_on:
            return None
        day = local.date() + timedelta(days=1) if wall >= self.end else local.date()
        return datetime.combine(day, self.end, tzinfo=self.zone)


def parse_quiet_hours(text: str, *, zone: ZoneInfo) -> QuietHours:
    """The hours that text such as `06:00-22:30` or `06:00-22:30 Europe/Berlin` names.

    `zone`: of hours that name none.

    Raises: InvalidQuietHours.
    """
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise InvalidQuietHours(f"{text!r} names no hours; write them as 06:00-22:30 or 06:00-22:30 Europe/Berlin")
    try:
        start, end = time.fromisoformat(found["start"]), time.fromisoformat(found["end"])
        hours = QuietHours(start, end, ZoneInfo(found["zone"]) if found["zone"] else zone)
    except (ValueError, OSError, LookupError) as error:  # ZoneInfo: a name that is a directory, or unknown
        raise InvalidQuietHours(f"{text!r} names no hours: {error}") from error
    if start == end:
        raise InvalidQuietHours(f"{text!r} names no hours: they end when they begin")
    return hours
