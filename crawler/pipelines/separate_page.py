"""Page in, separated article out; a page without an article, or one whose publisher reserves it, ends here."""

from dataclasses import replace
from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from crawler.extensions.crawl_memory import memory_of
from crawler.items import ArticlePage, SeparatedArticle
from crawler.separation.article import separate_page
from crawler.separation.errors import NotAnArticle

_RESERVED = "tdm reservation"


class SeparatePage:
    """Separates the article from the rest of its page."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_item(self, item: ArticlePage) -> SeparatedArticle:
        """Raises: DropItem, after the page was settled as rejected."""
        if item.tdm_reservation:
            raise self._rejection(item, _RESERVED)
        try:
            separation = separate_page(item.page)
        except NotAnArticle as error:
            raise self._rejection(item, error.reason) from error
        if separation.tdm_reservation:
            raise self._rejection(item, _RESERVED)
        said = (*item.robots, *separation.robots)
        warnings = [f"the publisher says {word}" for word in ("noindex", "noarchive") if word in said]
        new = [warning for warning in warnings if warning not in separation.article.warnings]
        article = replace(separation.article, warnings=(*separation.article.warnings, *new))
        return SeparatedArticle(
            article=article,
            canonical_url=separation.canonical_url,
            fetched=item.fetched,
            known=item.known,
            tree=item.page.tree,
            body=item.body,
        )

    def _rejection(self, item: ArticlePage, reason: str) -> DropItem:
        may_be_kept = reason != _RESERVED and "noarchive" not in item.robots
        body = item.body if may_be_kept else None
        memory_of(self._crawler).settle_rejected(item.fetched, known=item.known, reason=reason, body=body)
        return DropItem(f"{item.fetched.url}: {reason}", log_level="INFO")
