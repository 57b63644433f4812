"""Answers that an article is gone (404, 410), held until the crawl has shown how many there are.

A publisher takes an article back now and then. When many are gone in one night, its server is wrong or its addresses
have changed; then nothing is withdrawn, and a person looks (`crawler.alarms`). What is held when a run is killed or
interrupted is asked again.
"""

from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler

from articles.errors import ArticleError
from articles.store.terms import Fetched, ListingEntry, UrlMemory
from crawler.extensions.crawl_memory import memory_of
from crawler.extensions.faults import faults_of
from crawler.tally import count, counts, is_too_many


class Withdrawals:
    """Settles what is gone when nothing is left to be asked.

    Settings: PRESSESCHAU_GONE_SHARE and PRESSESCHAU_GONE_COUNT, beyond which nothing is withdrawn.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._held: list[Fetched] = []

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        withdrawals = cls(crawler)
        crawler.signals.connect(withdrawals.decide, signal=signals.spider_idle)
        return withdrawals

    def hold(self, fetched: Fetched, *, known: UrlMemory) -> None:
        """Take note of an answer that says so.

        Where no article was ever seen or announced, as at the canonical URL that pages wrongly claim, none is gone.
        """
        self._held.append(fetched)
        if known.article_id is None and known.entry == ListingEntry(url=known.url):
            count(self._crawler, "withdrawals", "unmissed")

    def decide(self) -> None:
        """Nothing is left to be asked: withdraw what is gone, or note only that it is missing when it is too much."""
        outcomes = counts(self._crawler, "outcomes")
        unmissed = counts(self._crawler, "withdrawals").get("unmissed", 0)
        gone = outcomes.get("missing", 0) + outcomes.get("withdrawn", 0) + len(self._held) - unmissed
        answered = sum(outcomes.values()) - outcomes.get("failed", 0) - outcomes.get("forbidden", 0) + len(self._held)
        is_believed = not is_too_many(self._crawler, "GONE", gone, answered)
        if not is_believed:
            count(self._crawler, "withdrawals", "withheld", len(self._held))
        memory = memory_of(self._crawler)
        while self._held:
            fetched = self._held.pop(0)
            try:
                memory.settling.settle_missing(fetched, is_believed=is_believed)
            except ArticleError as error:  # Scrapy would log what a signal's receiver raises, and go on
                faults_of(self._crawler).note(error, fetched.url)


def withdrawals_of(crawler: Crawler) -> Withdrawals:
    """Those of a running crawl."""
    withdrawals = crawler.get_extension(Withdrawals)
    if withdrawals is None:
        raise LookupError("crawler.extensions.withdrawals.Withdrawals is missing from the EXTENSIONS setting")
    return withdrawals
