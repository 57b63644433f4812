"""Page in, separated article out; a page without an article, or one whose publisher reserves it, ends here.

Each page is separated with what the publisher is known to repeat, and adds to that. What a later page teaches comes too
late for it: so it is marked to be read again, from the archive, when the crawl is over.
"""

from dataclasses import replace

from scrapy.exceptions import DropItem

from crawler.errors import PageRejected
from crawler.items import ArticlePage, SeparatedArticle
from crawler.lessons import FirstReading, render_reading
from crawler.separated import RESERVED, separate_article
from crawler.worker.desk import Step


class SeparatePage(Step):
    """Separates the article from the rest of its page."""

    def process_item(self, item: ArticlePage) -> SeparatedArticle:
        """Raises: DropItem, after the page was settled as rejected."""
        memory = self.desk.memory
        try:
            separated = separate_article(item, memory.furniture)
        except PageRejected as error:
            reason = str(error)
            may_be_kept = reason != RESERVED and "noarchive" not in item.robots
            body = item.response.body if may_be_kept else None
            memory.settling.settle_rejected(item.fetched, known=item.known, reason=reason, body=body)
            raise DropItem(f"{item.fetched.url}: {reason}", log_level="INFO") from error.with_traceback(None)
        fetched = replace(separated.fetched, awaits_lesson=True)
        if separated.lesson is not None:
            reading = FirstReading(identity=item.page.identity, entry=item.known.entry, lesson=separated.lesson)
            fetched = replace(fetched, lesson=render_reading(reading))
            memory.learn(item.page.identity, separated.lesson, on=fetched.at.date())
        return replace(separated, fetched=fetched)

    def close(self) -> None:
        """Keep what was learned."""
        self.desk.memory.save_furniture()
