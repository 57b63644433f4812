"""The last step before the socket: wait for the host's turn, ask the origin that is meant, count what is sent."""

from time import monotonic
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response

from articles.identity import UrlRule
from crawler.errors import ForeignUrl
from crawler.extensions.faults import faults_of
from crawler.middlewares.note_request import ARTICLE_URL
from crawler.origin import Origin, asked_host, find_origin
from crawler.politeness.turns import TURNS
from crawler.tally import SOURCE_URL, count


class PoliteDownload(HTTP11DownloadHandler):
    """Downloads http and https, never faster than the host's pace, and no more at once than one visitor would.

    Settings: PRESSESCHAU_RATE, the most requests a second per host (0: no limit); PRESSESCHAU_HOLD_LIMIT_SECONDS, the
    longest that a host may make us wait before it is given up for this run; PRESSESCHAU_ORIGIN, see `crawler.origin`.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        rate = crawler.settings.getfloat("PRESSESCHAU_RATE")
        self._interval_seconds = 1 / rate if rate else 0.0
        self._hold_limit_seconds = crawler.settings.getfloat("PRESSESCHAU_HOLD_LIMIT_SECONDS")
        self._connection_limit = crawler.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")
        self._origin = find_origin(crawler.settings)

    async def download_request(self, request: Request) -> Response:
        """Raises: what `Turns.take` raises, and Scrapy's download errors."""
        host = asked_host(request.url, self._origin)
        async with TURNS.connection(host, limit=self._connection_limit):
            return await self._download_in_turn(host, request)

    async def _download_in_turn(self, host: str, request: Request) -> Response:
        await TURNS.take(
            host,
            interval_seconds=self._interval_seconds,
            hold_limit_seconds=self._hold_limit_seconds,
            is_stopping=self._is_stopping,
        )
        count(self.crawler, "requests", _kind(request))
        if "redirect_times" in request.meta:
            count(self.crawler, "requests", "redirects")
        if "retry_times" in request.meta:
            count(self.crawler, "requests", "retries")
        if self._origin is None:
            return await super().download_request(request)
        return await self._download_from(self._origin, request)

    def _is_stopping(self) -> bool:
        return not self.crawler.engine.running or faults_of(self.crawler).has_ended_crawl

    async def _download_from(self, origin: Origin, request: Request) -> Response:
        rule: UrlRule | None = getattr(self.crawler.spider, "rule", None)
        if rule is None or not rule.owns(request.url):
            raise ForeignUrl(f"{request.url}: with an origin set, nothing but the publisher's pages is asked for")
        # A proxy was chosen for the publisher's host; the origin is asked directly.
        meta = {
            key: value for key, value in request.meta.items() if key not in ("proxy", "_scheme_proxy", "_auth_proxy")
        }
        started_at = monotonic()
        response = await super().download_request(request.replace(url=origin.fetched_url(request.url), meta=meta))
        request.meta["download_latency"] = monotonic() - started_at  # AutoThrottle reads it there
        if location := response.headers.get("Location"):
            response.headers["Location"] = origin.canonical_url(location.decode("latin-1"), rule)
        return response.replace(url=request.url)


def _kind(request: Request) -> str:
    if urlsplit(request.url).path in ("/robots.txt", "/.well-known/tdmrep.json"):
        return "robots"
    if SOURCE_URL in request.meta:
        return "sources"
    return "articles" if ARTICLE_URL in request.meta else "listings"
