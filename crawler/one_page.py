"""One page asked for on its own, as politely as a crawl: robots.txt, reservations, pace, User-Agent."""

from collections.abc import AsyncIterator, Iterator
from http import HTTPStatus

import scrapy
from scrapy import Request
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response, TextResponse
from twisted.python.failure import Failure

from crawler.answers import find_header, is_readable, read_text
from crawler.errors import PageNotHad
from crawler.running import project_settings

_ALL_STATUSES = list(range(400, 600))


class OnePage(scrapy.Spider):
    """Asks for one page, and keeps the answer or why there is none."""

    name = "one-page"

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url
        self.answer: Response | None = None
        self.reason = "it was not asked for"

    async def start(self) -> AsyncIterator[Request]:
        """The one request."""
        meta = {"handle_httpstatus_list": _ALL_STATUSES}
        yield Request(self.url, callback=self.keep, errback=self.note_failure, meta=meta)

    def keep(self, response: Response) -> Iterator[Request]:
        """Keep the answer."""
        self.answer = response
        yield from ()

    def note_failure(self, failure: Failure) -> None:
        """Keep the reason."""
        self.reason = str(failure.value) or type(failure.value).__name__


def fetch_page(url: str, *, contact: str | None, rate: float) -> TextResponse:
    """The page's answer, in the charset that it is written in. A process can ask only once.

    Raises: PageNotHad, saying why: robots.txt or a reservation forbids it, no answer, an error, no web page.
    """
    settings = project_settings()
    ordered = {"PRESSESCHAU_CONTACT": contact, "PRESSESCHAU_RATE": rate, "PRESSESCHAU_ARCHIVE": None}
    settings.setdict({**ordered, "LOG_LEVEL": "CRITICAL"}, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(OnePage)
    process.crawl(crawler, url=url)
    process.start()
    spider = crawler.spider
    if not isinstance(spider, OnePage) or spider.answer is None:
        raise PageNotHad(url, spider.reason if isinstance(spider, OnePage) else "the crawl could not begin")
    answer = spider.answer
    if answer.status != HTTPStatus.OK:
        raise PageNotHad(url, f"HTTP {answer.status}")
    if not is_readable(answer):
        raise PageNotHad(url, f"no web page: {find_header(answer, 'Content-Type') or 'no type'}")
    return read_text(answer)
