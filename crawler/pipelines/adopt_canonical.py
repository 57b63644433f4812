"""The canonical URL that a page claims, believed only as far as it cannot do harm.

Pages claim the home page, another host, or the article before. A false claim that was believed would make one article
of two, and the next fetch of the other a revision of this one; that could not be undone. So a claim to be another
article is believed when that one is stored with the very same title and text. An unknown one is put on the list of what
is to be asked for; everything else is ignored.
"""

from dataclasses import replace

from articles.identity import CanonicalUrl
from crawler.items import SeparatedArticle
from crawler.worker.desk import Step


class AdoptCanonical(Step):
    """Makes a canonical URL an alias of the article, where that is safe."""

    def process_item(self, item: SeparatedArticle) -> SeparatedArticle:
        """The item, with one more of the article's URLs or without."""
        claimed = self._claimed(item)
        if claimed is None:
            return item
        memory = self.desk.memory
        other = memory.find_stored(claimed)
        if other is not None and other.canonical_hash == item.article.canonical_hash:
            return replace(item, fetched=replace(item.fetched, seen_urls=(*item.fetched.seen_urls, claimed)))
        if other is None and memory.recall(claimed) is None:
            memory.discover(claimed)
        return item

    def _claimed(self, item: SeparatedArticle) -> CanonicalUrl | None:
        if item.canonical_url is None:
            return None
        claimed = self.desk.publisher.find_article(item.canonical_url)
        known = (item.fetched.url, item.fetched.answered_url, *item.fetched.seen_urls)
        return None if claimed in known else claimed
