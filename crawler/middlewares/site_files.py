"""Files that hosts publish for crawlers, fetched once a day and host however many runs, spiders and requests want them.

RFC 9309, 2.4, lets a robots.txt be kept for 24 hours. An hour less, so that a night that begins a little earlier than
the one before asks anew.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import timedelta
from http import HTTPStatus
from typing import Final

from scrapy.crawler import Crawler
from scrapy.http import Response

from articles.store.sources_contract import SiteFile
from crawler.extensions.crawl_memory import memory_of

_FRESH = timedelta(hours=23)
SITE_FILE: Final = "presseschau_site_file"
"""The key of a request's meta by which such a file is known wherever it is redirected to: what waits for the file must
not be waited for by it."""
_FETCHING: Final[defaultdict[str, asyncio.Lock]] = defaultdict(asyncio.Lock)
"""By URL, for all spiders of this process."""


async def fetch_site_file(crawler: Crawler, url: str, fetch: Callable[[], Awaitable[Response]]) -> SiteFile:
    """The file at this URL: as it is remembered, or else as it is fetched now, and then remembered.

    What a server answers that fails, or is asked too much, is not remembered: the next run asks again.

    Raises: what `fetch` raises.
    """
    memory = memory_of(crawler)
    has_store = memory.is_open  # a crawl begins with what the store remembers; `scrapy shell` leaves none behind
    async with _FETCHING[url]:
        known = memory.find_site_file(url) if has_store else None
        if known and abs(memory.clock.now() - known.fetched_at) < _FRESH:  # a clock may have been put back
            return known
        response = await fetch()
        file = SiteFile(url=url, status=response.status, body=response.body, fetched_at=memory.clock.now())
        if has_store and _is_lasting(response.status):
            memory.save_site_file(file)
        return file


def _is_lasting(status: int) -> bool:
    is_refusal = HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR
    return status == HTTPStatus.OK or (is_refusal and status != HTTPStatus.TOO_MANY_REQUESTS)
