"""Exceptions in our own code, counted and named: Scrapy logs them and ends the crawl with `finished` all the same.

Most cost their own page only. Those that the next page would meet too, such as a full disk, end all crawls of this
process: nothing more is asked for that could not be kept, and what was stays open for the next run.
"""

import asyncio
import logging
from typing import Any, Final, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.errors import CANNOT_GO_ON
from crawler.items import FetchedPage

_log = logging.getLogger(__name__)
_running: Final[set["Faults"]] = set()
"""Those of all crawls of this process that have not ended: they share disk, store and worker."""


class Faults:
    """The exceptions that callbacks, start and pipelines let through."""

    def __init__(self, crawler: Crawler) -> None:
        self.first: str | None = None
        """The first one and the page it came up on; None when there was none."""
        self.count = 0
        self.has_ended_crawl = False
        """True when nothing more may be asked for."""
        self._crawler = crawler
        self._ending: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        faults = cls(crawler)
        crawler.signals.connect(faults.open, signal=signals.spider_opened)
        crawler.signals.connect(faults.close, signal=signals.spider_closed)
        crawler.signals.connect(faults.note_callback, signal=signals.spider_error)
        crawler.signals.connect(faults.note_pipeline, signal=signals.item_error)
        return faults

    def open(self) -> None:
        """The crawl begins."""
        _running.add(self)

    def close(self) -> None:
        """The crawl has ended."""
        _running.discard(self)

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
        if isinstance(error, CANNOT_GO_ON):
            self._end_crawls()

    def note_text(self, error: str, place: str, trace: str, *, can_go_on: bool) -> None:
        """Something raised in the worker, which Scrapy does not log either."""
        _log.error("%s: a fault of ours:\n%s", place, trace)
        self._count(error, place)
        if not can_go_on:
            self._end_crawls()

    def _count(self, error: str, place: str) -> None:
        self.count += 1
        if self.first is None:
            self.first = f"{error} ({place})"

    def _end_crawls(self) -> None:
        for faults in _running:
            faults.end_crawl(f"another publisher's crawl met {self.first}")

    def end_crawl(self, because: str) -> None:
        """Let what is under way come to its end, and ask for nothing more. `because`: why, if nothing failed here."""
        if self.has_ended_crawl or self._crawler.engine is None:
            return
        self.has_ended_crawl = True
        self.first = self.first or because
        # Not awaited: it waits for the very page that this is about.
        ending = self._crawler.engine.close_spider_async(reason="cannot_go_on")
        self._ending = asyncio.get_running_loop().create_task(ending)


def faults_of(crawler: Crawler) -> Faults:
    """The faults of a running crawl."""
    faults = crawler.get_extension(Faults)
    if faults is None:
        raise LookupError("crawler.extensions.faults.Faults is missing from the EXTENSIONS setting")
    return faults
