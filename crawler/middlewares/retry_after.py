"""A host that says it is overloaded is left alone: as long as its Retry-After asks, else ever longer.

Scrapy retries such answers at once and reads no Retry-After. The hold stops every request to the host, not only the one
that was answered; the retry itself is RetryMiddleware's and waits like all others.
"""

import random
from http import HTTPStatus
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.answers import find_header
from crawler.extensions.crawl_memory import memory_of
from crawler.origin import asked_host, find_origin
from crawler.politeness.backoff import backoff_seconds
from crawler.politeness.retry_after import find_retry_after
from crawler.politeness.turns import TURNS

_OVERLOADED = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})


class RetryAfter:
    """Holds a host back after 429 and 503, and after any answer with a Retry-After.

    Setting: PRESSESCHAU_BACKOFF_SECONDS, the first pause after an overload without a Retry-After that lies ahead; it
    doubles with every further one in a row, whatever was asked for, give or take a quarter.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._origin = find_origin(crawler.settings)
        self._backoff_seconds = crawler.settings.getfloat("PRESSESCHAU_BACKOFF_SECONDS")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """The answer, unchanged."""
        now = memory_of(self._crawler).clock.now()
        seconds = find_retry_after(find_header(response, "Retry-After"), now=now)
        host = asked_host(request.url, self._origin)
        pace = TURNS.paces[host]
        pace.overload_count = pace.overload_count + 1 if response.status in _OVERLOADED else 0
        if not seconds and pace.overload_count:  # also where it names a moment that has passed, by the host's own clock
            chance = random.random()  # noqa: S311 - no secret
            seconds = backoff_seconds(self._backoff_seconds, overload_count=pace.overload_count, chance=chance)
        if seconds:
            TURNS.hold(host, seconds=seconds)
        return response
