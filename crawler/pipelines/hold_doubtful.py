"""A page that may be something else in an article's place is held back until the crawl has shown whether it is.

A page that bears the headline it was announced by is believed at once. Of the others, a listing and what speaks of
nothing that was announced are turned down; the rest wait until nothing is left to be asked. Then a text that stood
under several addresses is turned down everywhere, and any other is stored. Since a notice may repeat the headline, a
text also waits that was met before in the same run, or that shares nothing with what is known of its article: the
stored text or, of a new one, the teaser. What waits when a run is killed or interrupted is asked again.
"""

from collections.abc import Iterable
from dataclasses import replace
from http import HTTPStatus

from scrapy.exceptions import DropItem

from articles.identity import CanonicalUrl
from articles.sameness import shares_text
from articles.store.terms import Fetched, ListingEntry, UrlState
from crawler.announcement import bears_headline, body_key, is_about, is_listing, notice_key, tells_teaser, text_key
from crawler.items import SeparatedArticle
from crawler.met_texts import Met
from crawler.pipelines.store_article import store_article
from crawler.worker.desk import Desk, Step

# So many wait in memory at most; then the first of them is believed if its text is still the only one of its kind.
_MOST_HELD = 200
_MOST_HELD_BYTES = 32 * 1024 * 1024
_DOUBLE = 2


class HoldDoubtful(Step):
    """Turns down what stands in an article's place, and holds back what may.

    Setting: PRESSESCHAU_SAME_TEXT_COUNT, from which number on pages with one text are a notice whatever their headline.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._same_text_count = desk.settings.getint("PRESSESCHAU_SAME_TEXT_COUNT")
        self._held: list[SeparatedArticle] = []

    def process_item(self, item: SeparatedArticle) -> SeparatedArticle:
        """The item, when there is no doubt.

        Raises: DropItem.
        """
        memory, url = self.desk.memory, item.fetched.url
        key = text_key(item.article)
        is_repeated = bool(memory.met.urls(Met.TEXT, key) - {url, item.fetched.answered_url})
        memory.met.add(Met.TEXT, key, url)
        announced = item.known.entry
        if bears_headline(item.tree, announced):
            is_replacing = self._replaces_another(item)
            if is_replacing:
                memory.met.add(Met.REPLACING, body_key(item.article), url)
            if not (is_repeated or is_replacing):
                return item
        else:
            memory.met.add(Met.UNANNOUNCED, notice_key(item.article), url)
            if reason := self._find_fault(item, announced):
                memory.settling.settle_rejected(item.fetched, known=item.known, reason=reason, body=item.body)
                raise DropItem(f"{url}: {reason}", log_level="INFO")
        self._hold(item)
        raise DropItem(f"{url} is held back until it is clear what it is", log_level="INFO")

    def held_urls(self) -> tuple[CanonicalUrl, ...]:
        return tuple(item.fetched.url for item in self._held)

    def decide_one(self) -> None:
        """Nothing is left to be asked: store the first of what was held back, or turn it down.

        Raises: StoreError, QuarantineFailed.
        """
        self._settle(self._held.pop(0))

    def _find_fault(self, item: SeparatedArticle, announced: ListingEntry) -> str | None:
        if not is_about(item.article, announced):
            return "it speaks of nothing that was announced; a notice stands in the article's place"
        if item.tree is None:
            return None
        url = item.fetched.answered_url or item.fetched.url
        now = self.desk.memory.clock.now()
        entries = self.desk.publisher.read_listing(item.tree, url, origin=self.desk.origin, now=now).entries
        return "a listing stands in the article's place" if is_listing(item.article, entries) else None

    def _replaces_another(self, item: SeparatedArticle) -> bool:
        """True when the article that the page would revise, or a new one's teaser, says something else altogether."""
        stored = self.desk.memory.find_stored(item.fetched.answered_url or item.fetched.url)
        if stored is None:
            return not tells_teaser(item.article, item.known.entry)
        return not shares_text(stored, item.article)

    def _hold(self, item: SeparatedArticle) -> None:
        self._held.append(replace(item, tree=None))  # nobody looks into the page again
        while len(self._held) > _MOST_HELD or sum(len(held.body) for held in self._held) > _MOST_HELD_BYTES:
            self._settle(self._held.pop(0))

    def _settle(self, item: SeparatedArticle) -> None:
        memory, url = self.desk.memory, item.fetched.url
        same = memory.met.urls(Met.TEXT, text_key(item.article))
        unannounced = memory.met.urls(Met.UNANNOUNCED, notice_key(item.article))
        replacing = memory.met.urls(Met.REPLACING, body_key(item.article))
        is_doubled = len(unannounced) >= _DOUBLE and url in unannounced
        is_notice = len(replacing) >= _DOUBLE and url in replacing
        if is_doubled or is_notice or len(same) >= self._same_text_count:
            reason = f"its text stands in place of {len(same | unannounced | replacing)} articles"
            memory.settling.settle_rejected(item.fetched, known=item.known, reason=reason, body=item.body)
            self.desk.count("held", "rejected")
            if len(same) >= self._same_text_count:
                self._doubt_stored(same, reason)
            return
        store_article(self.desk, item)
        self.desk.count("held", "stored")

    def _doubt_stored(self, urls: Iterable[CanonicalUrl], reason: str) -> None:
        """Have what was believed, since it was the first of its text, asked again by the next run, whatever its age."""
        memory = self.desk.memory
        held = {item.fetched.url for item in self._held}
        for url in urls:
            known = memory.recall(url)
            if known is not None and known.state is UrlState.SETTLED and url not in held:
                fetched = Fetched(url=url, at=memory.clock.now(), status=HTTPStatus.OK)
                memory.settling.settle_rejected(fetched, known=known, reason=reason)
