"""The last step: the article enters the store, and its URL is settled."""

from typing import Self

from scrapy import Spider
from scrapy.crawler import Crawler

from articles.identity import UrlRule, article_id
from crawler.extensions.crawl_memory import memory_of
from crawler.items import SeparatedArticle


class StoreArticle:
    """Stores separated articles."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_item(self, item: SeparatedArticle) -> SeparatedArticle:
        """Raises: StoreError."""
        store_article(self._crawler, item)
        return item


def store_article(crawler: Crawler, item: SeparatedArticle) -> None:
    """Store a separated article and settle its URL.

    Raises: StoreError.
    """
    spider: Spider | None = crawler.spider
    rule: UrlRule | None = getattr(spider, "rule", None)
    url = item.fetched.answered_url or item.fetched.url
    memory_of(crawler).save_article(item.article, item.fetched, known=item.known, new_id=article_id(url, rule))
