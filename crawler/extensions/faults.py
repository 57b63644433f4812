"""Exceptions in our own code, counted and named: Scrapy logs them and ends the crawl with `finished` all the same."""

import logging
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.items import FetchedPage

_log = logging.getLogger(__name__)


class Faults:
    """The exceptions that callbacks, start and pipelines let through."""

    def __init__(self) -> None:
        self.first: str | None = None
        """The first one and the page it came up on; None when there was none."""
        self.count = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        faults = cls()
        crawler.signals.connect(faults.note_callback, signal=signals.spider_error)
        crawler.signals.connect(faults.note_pipeline, signal=signals.item_error)
        return faults

    def note_callback(self, failure: Failure, response: Response | Failure | None) -> None:
        """A callback, an errback or the spider's start raised."""
        request = getattr(response, "request", None)
        self.note(failure.value, request.url if request else "the spider's start")

    def note_pipeline(self, item: Any, failure: Failure) -> None:
        """A pipeline raised something other than DropItem."""
        self.note(failure.value, item.fetched.url if isinstance(item, FetchedPage) else repr(item))

    def note(self, error: BaseException | None, place: str) -> None:
        """Something raised where Scrapy gives no signal."""
        self._count(f"{type(error).__name__}: {error}", place)

    def note_text(self, error: str, place: str, trace: str) -> None:
        """Something raised in the worker, which Scrapy does not log either."""
        _log.error("%s: a fault of ours:\n%s", place, trace)
        self._count(error, place)

    def _count(self, error: str, place: str) -> None:
        self.count += 1
        if self.first is None:
            self.first = f"{error} ({place})"


def faults_of(crawler: Crawler) -> Faults:
    """The faults of a running crawl."""
    faults = crawler.get_extension(Faults)
    if faults is None:
        raise LookupError("crawler.extensions.faults.Faults is missing from the EXTENSIONS setting")
    return faults
