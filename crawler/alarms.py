"""What a person must look at after a crawl: too few articles, too many pages that are none, too many that are gone."""

from collections.abc import Iterator

from scrapy.crawler import Crawler

from crawler.base_spiders.publisher_spider import PublisherSpider
from crawler.extensions.crawl_memory import memory_of
from crawler.tally import counts, is_too_many


def find_alarms(crawler: Crawler, spider: PublisherSpider) -> tuple[str, ...]:
    """The alarms of a crawl that ran to its end, in words.

    Settings: PRESSESCHAU_REJECTED_SHARE and PRESSESCHAU_REJECTED_COUNT, PRESSESCHAU_GONE_SHARE and
    PRESSESCHAU_GONE_COUNT (an alarm takes more than the share and at least the count; for what is gone see
    `crawler.extensions.withdrawals`); PRESSESCHAU_SAME_TEXT_COUNT.
    """
    return (*_thin_listings(spider), *_many_rejected(crawler), *_many_gone(crawler), *_one_text(crawler))


def _thin_listings(spider: PublisherSpider) -> Iterator[str]:
    for url in spider.empty_listings:
        yield f"the listing {url} shows no entries; it was redesigned, or a notice stands in its place"
    shown = set().union(*(walk.shown for walk in spider.walks))
    # A run that stops at its limit leaves listings unread.
    if len(shown) < spider.floor and (spider.is_probe or not spider.limit_is_reached):
        yield f"its listings show {len(shown)} articles, under its floor of {spider.floor}"


def _many_rejected(crawler: Crawler) -> Iterator[str]:
    outcomes = counts(crawler, "outcomes")
    # Pages that were rejected before are broken for good; only what is new tells of a redesign.
    rejected = counts(crawler, "rejections").get("first", 0)
    read = outcomes.get("created", 0) + outcomes.get("revised", 0) + rejected
    if is_too_many(crawler, "REJECTED", rejected, read):
        yield f"{rejected} of {read} pages read held no article"


def _many_gone(crawler: Crawler) -> Iterator[str]:
    outcomes = counts(crawler, "outcomes")
    unmissed = counts(crawler, "withdrawals").get("unmissed", 0)
    gone = outcomes.get("missing", 0) + outcomes.get("withdrawn", 0) - unmissed
    answered = sum(outcomes.values()) - outcomes.get("failed", 0) - outcomes.get("forbidden", 0)
    if counts(crawler, "withdrawals").get("withheld"):
        yield (
            f"{gone} of {answered} pages asked for are gone; no article was withdrawn; "
            "if the publisher meant it, run the next night with --accept-gone"
        )


def _one_text(crawler: Crawler) -> Iterator[str]:
    """A notice that stands in place of many articles and reads like one."""
    number = memory_of(crawler).met.most
    if number >= crawler.settings.getint("PRESSESCHAU_SAME_TEXT_COUNT"):
        yield f"{number} pages show one and the same text"
