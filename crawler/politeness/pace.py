"""When the next request to one host may leave: the slowest of rate, Crawl-delay and Retry-After holds.

Times are seconds of one monotonic clock, handed in.
"""

import math
from dataclasses import dataclass


@dataclass(slots=True)
class HostPace:
    """The pace of one host."""

    crawl_delay_seconds: float = 0.0
    """As its robots.txt asks; 0 when it asks for none."""
    longest_interval_seconds: float = 0.0
    """The longest interval that was kept so far."""
    overload_count: int = 0
    """Answers in a row that said it is overloaded."""
    held_seconds: float = 0.0
    """How long the host was left alone altogether, all holds together."""
    _last_request_at: float = -math.inf
    _held_until: float = -math.inf

    def hold_left_seconds(self, now: float) -> float:
        """How long nothing may leave because the host asked for a pause; 0 when it did not."""
        return max(0.0, self._held_until - now)

    def wait_seconds(self, now: float, *, interval_seconds: float) -> float:
        """How long the next request must wait; 0 when it may leave now.

        `interval_seconds`: the interval that our own rate asks for.
        """
        interval = max(interval_seconds, self.crawl_delay_seconds)
        return max(self.hold_left_seconds(now), self._last_request_at + interval - now, 0.0)

    def note_request(self, now: float, *, interval_seconds: float) -> None:
        """A request leaves now."""
        self._last_request_at = now
        self.longest_interval_seconds = max(self.longest_interval_seconds, interval_seconds, self.crawl_delay_seconds)

    def hold(self, now: float, *, seconds: float) -> None:
        """Leave the host alone for this long; a longer hold that is on stays."""
        until = now + max(0.0, seconds)
        self.held_seconds += max(0.0, until - max(now, self._held_until))
        self._held_until = max(self._held_until, until)
