"""What a host reserves beforehand from text and data mining (`/.well-known/tdmrep.json`) is not asked for."""

import asyncio
from collections import defaultdict
from http import HTTPStatus
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.httpobj import urlparse_cached

from crawler.answers import NO_ANSWER
from crawler.errors import Reserved
from crawler.middlewares.site_files import SITE_FILE, fetch_site_file
from crawler.reservations import InvalidReservations, Reservation, is_reserved, parse_reservations

_PATH = "/.well-known/tdmrep.json"
_MAX_BYTES = 512 * 1024


class TdmReservations:
    """One fetch of the file per host and day, once robots.txt has let a first request through.

    A host without the file, or whose file cannot be had or read, reserves nothing beforehand; what its answers reserve
    is respected all the same.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._reservations: dict[str, tuple[Reservation, ...]] = {}
        self._fetching: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raises: Reserved."""
        parts = urlparse_cached(request)
        if SITE_FILE in request.meta or parts.path in (_PATH, "/robots.txt") or not parts.netloc:
            return
        site = f"{parts.scheme}://{parts.netloc}"
        async with self._fetching[site]:
            if site not in self._reservations:
                self._reservations[site] = await self._fetch(site)
        if is_reserved(f"{parts.path}?{parts.query}" if parts.query else parts.path, self._reservations[site]):
            raise Reserved(f"{site}{_PATH} reserves {request.url} from text and data mining")

    async def _fetch(self, site: str) -> tuple[Reservation, ...]:
        request = Request(site + _PATH, meta={"dont_retry": True, SITE_FILE: True}, callback=NO_CALLBACK)
        logger = self._crawler.spider.logger if self._crawler.spider else None
        try:
            file = await fetch_site_file(
                self._crawler, request.url, lambda: self._crawler.engine.download_async(request)
            )
            is_there = file.status == HTTPStatus.OK and len(file.body) <= _MAX_BYTES
            return parse_reservations(file.body) if is_there else ()
        except (*NO_ANSWER, DownloadCancelledError, IgnoreRequest, InvalidReservations) as error:
            if logger:
                logger.info("%s%s says nothing: %s", site, _PATH, error)
            return ()
