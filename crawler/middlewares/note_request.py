"""A request for an article is written down before it leaves, so that nothing depends on how the crawl ends."""

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler

from crawler.extensions.crawl_memory import memory_of

ARTICLE_URL = "presseschau_article_url"
"""The key of a request's meta that names the article URL it was sent for; redirects and retries keep it."""


class NoteRequest:
    """Notes in the store which article URL is being asked for, and with the first of many which others wait."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Stands behind every middleware that may give the request up."""
        if url := request.meta.get(ARTICLE_URL):
            memory_of(self._crawler).note_request(url)
