"""The last step: the article enters the store, and its URL is settled."""

from articles.identity import article_id
from crawler.items import SeparatedArticle
from crawler.worker.desk import Desk, Step


class StoreArticle(Step):
    """Stores separated articles."""

    def process_item(self, item: SeparatedArticle) -> SeparatedArticle:
        """Raises: StoreError."""
        store_article(self.desk, item)
        return item


def store_article(desk: Desk, item: SeparatedArticle) -> None:
    """Store a separated article and settle its URL.

    Raises: StoreError.
    """
    new_id = article_id(item.fetched.answered_url or item.fetched.url, desk.publisher.rule)
    desk.memory.settling.save_article(item.article, item.fetched, known=item.known, new_id=new_id)
