"""The one address of the clock.

Everything that needs the time of day asks a `Clock`; the pure parts get times as arguments. A clock may be set to
another start, so that a night can be replayed or simulated: it then ticks on from there.
"""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells the time; with `starts_at`, as if it had been that time when this clock was made."""

    starts_at: datetime | None = None
    """Aware. None: the machine's own time."""
    _made_at: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        if self.starts_at is not None and self.starts_at.utcoffset() is None:
            raise ValueError(f"a clock's start needs a time zone: {self.starts_at.isoformat()}")

    def now(self) -> datetime:
        """The time, in UTC."""
        if self.starts_at is None:
            return datetime.now(UTC)
        return self.starts_at.astimezone(UTC) + timedelta(seconds=time.monotonic() - self._made_at)
