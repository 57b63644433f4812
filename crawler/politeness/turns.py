"""Requests take turns: one after the other per host, each when the host's pace allows it.

One process asks a host as one visitor, however many spiders run in it; so there is one `TURNS` for all of them.
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from time import monotonic
from typing import Final

from crawler.errors import CrawlStopping, HostHeld
from crawler.politeness.pace import HostPace

# How soon a waiting request notices that the crawl is being stopped.
_LOOK_UP_SECONDS = 0.2


class Turns:
    """Who may ask which host next."""

    def __init__(self) -> None:
        self.paces: defaultdict[str, HostPace] = defaultdict(HostPace)
        """By host, with its port when it has one."""
        self._connections: dict[str, asyncio.Semaphore] = {}
        self._queues: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def take(
        self, host: str, *, interval_seconds: float, hold_limit_seconds: float, is_stopping: Callable[[], bool]
    ) -> None:
        """Wait until a request to this host may leave, and note that it does.

        Raises: HostHeld, when the host wants to be left alone for longer than the limit, once or after each request;
        CrawlStopping.
        """
        pace = self.paces[host]
        async with self._queues[host]:  # first come, first served
            while True:
                if is_stopping():
                    raise CrawlStopping(f"the crawl is being stopped; {host} was not asked")
                if pace.crawl_delay_seconds > hold_limit_seconds:
                    delay = pace.crawl_delay_seconds
                    raise HostHeld(f"{host} wants to be left alone for {delay:g} s between two requests (Crawl-delay)")
                if (hold := pace.hold_left_seconds(monotonic())) > hold_limit_seconds:
                    raise HostHeld(f"{host} asks to be left alone for another {hold:.0f} s")
                wait = pace.wait_seconds(monotonic(), interval_seconds=interval_seconds)
                if wait <= 0:
                    break
                await asyncio.sleep(min(wait, _LOOK_UP_SECONDS))
            pace.note_request(monotonic(), interval_seconds=interval_seconds)

    def connection(self, host: str, *, limit: int) -> asyncio.Semaphore:
        """What a request to this host holds from before its turn until it is answered.

        `limit`: how many may be under way at once, all spiders together; that of the first who asks holds.
        """
        return self._connections.setdefault(host, asyncio.Semaphore(limit))

    def hold(self, host: str, *, seconds: float) -> None:
        """Leave a host alone for this long."""
        self.paces[host].hold(monotonic(), seconds=seconds)


TURNS: Final = Turns()
