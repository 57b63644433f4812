"""robots.txt, strictly (RFC 9309): nothing is asked before it is known, and nothing while it cannot be had.

Scrapy's own middleware answers the third and later of several simultaneous first requests with "allowed", takes an
error of the server for permission, and does not keep Crawl-delay.
"""

import asyncio
from collections import defaultdict
from http import HTTPStatus

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import ProtegoRobotParser, RobotParser
from scrapy.utils.httpobj import urlparse_cached

from articles.store.sources_contract import SiteFile
from crawler.answers import NO_ANSWER
from crawler.errors import RobotsForbidden, RobotsUnknown
from crawler.middlewares.site_files import SITE_FILE, fetch_site_file
from crawler.origin import asked_host, find_origin
from crawler.politeness.turns import TURNS

_MAX_BYTES = 512 * 1024  # RFC 9309, 2.5: at least 500 KiB are read


class StrictRobots(RobotsTxtMiddleware):
    """One fetch of robots.txt per host and day, however many requests, spiders and runs want it."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._agent = str(crawler.settings["ROBOTSTXT_USER_AGENT"])
        self._origin = find_origin(crawler.settings)
        self._rules: dict[str, RobotParser | RobotsUnknown] = {}
        self._fetching: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def robot_parser(self, request: Request) -> RobotParser:
        """The rules of a request's host.

        Raises: RobotsUnknown, when they could not be had; then nothing may be asked there in this run.
        """
        parts = urlparse_cached(request)
        site = f"{parts.scheme}://{parts.netloc}"
        async with self._fetching[site]:
            if site not in self._rules:
                self._rules[site] = await self._fetch(site)
        rules = self._rules[site]
        if isinstance(rules, RobotsUnknown):
            raise RobotsUnknown(*rules.args)
        return rules

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Raises: RobotsForbidden."""
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest as error:
            raise RobotsForbidden(f"robots.txt forbids {request.url}") from error

    async def _fetch(self, site: str) -> RobotParser | RobotsUnknown:
        url = f"{site}/robots.txt"
        request = Request(
            url,
            priority=self.DOWNLOAD_PRIORITY,
            meta={"dont_obey_robotstxt": True, SITE_FILE: True},
            callback=NO_CALLBACK,
        )
        try:
            file = await fetch_site_file(self.crawler, url, lambda: self.crawler.engine.download_async(request))
        except (*NO_ANSWER, DownloadCancelledError, IgnoreRequest) as error:
            reason = str(error) or type(error).__name__
            return RobotsUnknown(f"{url} could not be fetched, so nothing is asked there: {reason}")
        return self._parse(file)

    def _parse(self, file: SiteFile) -> RobotParser | RobotsUnknown:
        # 429 is a 4xx by number and an overloaded server by meaning; what is left of 3xx are redirects not followed.
        is_refusal = HTTPStatus.BAD_REQUEST <= file.status < HTTPStatus.INTERNAL_SERVER_ERROR
        if is_refusal and file.status != HTTPStatus.TOO_MANY_REQUESTS:
            return ProtegoRobotParser(b"", self.crawler.spider)
        if file.status != HTTPStatus.OK:
            return RobotsUnknown(f"{file.url} answered {file.status}, so nothing is asked there")
        rules = ProtegoRobotParser(file.body[:_MAX_BYTES], self.crawler.spider)
        if delay := rules.crawl_delay(self._agent):
            TURNS.paces[asked_host(file.url, self._origin)].crawl_delay_seconds = delay
        return rules
