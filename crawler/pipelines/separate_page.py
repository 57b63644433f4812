"""Page in, separated article out; a page without an article, or one whose publisher reserves it, ends here."""

from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from crawler.errors import PageRejected
from crawler.extensions.crawl_memory import memory_of
from crawler.items import ArticlePage, SeparatedArticle
from crawler.separated import RESERVED, separate_article


class SeparatePage:
    """Separates the article from the rest of its page."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_item(self, item: ArticlePage) -> SeparatedArticle:
        """Raises: DropItem, after the page was settled as rejected."""
        try:
            return separate_article(item)
        except PageRejected as error:
            reason = str(error)
            may_be_kept = reason != RESERVED and "noarchive" not in item.robots
            body = item.response.body if may_be_kept else None
            memory_of(self._crawler).settle_rejected(item.fetched, known=item.known, reason=reason, body=body)
            raise DropItem(f"{item.fetched.url}: {reason}", log_level="INFO") from error
