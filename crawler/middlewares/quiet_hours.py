"""In quiet hours nothing is asked for: neither when a run begins in them nor when it comes into them."""

from typing import Self
from zoneinfo import ZoneInfo

from scrapy import Request
from scrapy.crawler import Crawler

from crawler.errors import InQuietHours
from crawler.extensions.crawl_memory import memory_of
from crawler.politeness.quiet_hours import parse_quiet_hours


class KeepQuietHours:
    """Gives requests up while quiet hours are on; what was not asked stays open for the next run.

    Setting: PRESSESCHAU_QUIET_HOURS, in the publisher's zone or, as in `06:00-22:30 Europe/Berlin`, in another.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        zone: ZoneInfo = getattr(crawler.spidercls, "zone", None) or ZoneInfo("UTC")
        text = crawler.settings.get("PRESSESCHAU_QUIET_HOURS")
        self._hours = parse_quiet_hours(text, zone=zone) if text else None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raises: InQuietHours."""
        if self._hours is None:
            return
        memory = memory_of(self._crawler)
        if (end := self._hours.find_end(memory.clock.now())) is not None:
            memory.quiet_until = end
            raise InQuietHours(f"{request.url} was not asked: quiet hours until {end:%Y-%m-%d %H:%M} {end.tzinfo}")
