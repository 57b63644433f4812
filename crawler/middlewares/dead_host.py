"""A host that has stopped answering is given up, so that a night does not spend hours on time-outs.

What was not asked stays open in the store, and the next run asks for it.
"""

from collections import Counter
from http import HTTPStatus
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.answers import NO_ANSWER
from crawler.errors import HostHeld
from crawler.origin import asked_host, find_origin


class DeadHost:
    """Counts, host by host, how many requests in a row got no answer or an error of the server.

    Setting: PRESSESCHAU_DEAD_HOST_COUNT, from which number on nothing more is asked there in this run.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._origin = find_origin(crawler.settings)
        self._limit = crawler.settings.getint("PRESSESCHAU_DEAD_HOST_COUNT")
        self._failures: Counter[str] = Counter()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raises: HostHeld."""
        host = asked_host(request.url, self._origin)
        if self._failures[host] >= self._limit:
            raise HostHeld(f"{host} failed {self._failures[host]} times in a row; nothing more is asked in this run")

    def process_response(self, request: Request, response: Response) -> Response:
        """The answer, unchanged."""
        host = asked_host(request.url, self._origin)
        has_failed = response.status >= HTTPStatus.INTERNAL_SERVER_ERROR
        self._failures[host] = self._failures[host] + 1 if has_failed else 0
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Nothing is done about the exception; RetryMiddleware comes next."""
        if isinstance(exception, NO_ANSWER):
            self._failures[asked_host(request.url, self._origin)] += 1
