"""What a crawl came to, put together from its spider, its memory and its counts."""

from collections.abc import Mapping
from datetime import datetime

from scrapy.crawler import Crawler

from crawler.alarms import find_alarms
from crawler.base_spiders.publisher_spider import PublisherSpider
from crawler.cross_check import find_sole
from crawler.extensions.crawl_memory import memory_of
from crawler.extensions.faults import Faults
from crawler.job import CrawlOutcome, Progress, SourceOutcome, WalkOutcome
from crawler.origin import find_origin
from crawler.politeness.turns import TURNS
from crawler.tally import counts

_OUTCOMES = ("created", "revised", "unchanged", "rejected", "missing", "withdrawn", "failed", "forbidden")
_REQUESTS = ("listings", "articles", "sources", "robots", "retries", "redirects")
# Any other end was brought about by something that went wrong, such as `memusage_exceeded`.
_ORDERLY_ENDS = ("finished", "shutdown", None)


def crawl_progress(crawler: Crawler) -> Progress:
    """How far a crawl has come."""
    spider = _spider(crawler)
    return Progress(
        publisher=spider.name,
        listing_page_count=sum(walk.page_count for walk in spider.walks),
        article_count=spider.asked_count,
        settled_count=sum(counts(crawler, "outcomes").values()),
    )


def crawl_outcome(crawler: Crawler) -> CrawlOutcome:
    """What a crawl that ran came to."""
    memory = memory_of(crawler)
    spider = _spider(crawler)
    end: str | None = crawler.stats.get_value("finish_reason")
    is_interrupted = end in ("shutdown", None)  # None: a second signal ended it before it could close
    is_quiet = memory.quiet_until is not None
    is_reachable = is_quiet or _is_reachable(crawler, spider)
    origin = find_origin(crawler.settings)
    hosts = [host for host in TURNS.paces if spider.rule.owns(f"//{host}") or (origin and host == origin.host)]
    return CrawlOutcome(
        publisher=spider.name,
        started_at=memory.started_at,
        finished_at=memory.finished_at,
        reachable=is_reachable,
        interrupted=is_interrupted,
        fault=_fault(crawler, end),
        alarms=find_alarms(crawler, spider) if is_reachable and not is_interrupted and not is_quiet else (),
        warnings=tuple(spider.warnings),
        requests={kind: counts(crawler, "requests").get(kind, 0) for kind in _REQUESTS},
        outcomes={kind: counts(crawler, "outcomes").get(kind, 0) for kind in _OUTCOMES},
        walks=_walks(spider),
        sources=_sources(spider),
        quiet_until=memory.quiet_until.isoformat() if memory.quiet_until else None,
        delay_seconds={host: TURNS.paces[host].longest_interval_seconds for host in hosts},
        held_seconds={host: TURNS.paces[host].held_seconds for host in hosts},
    )


def failed_outcome(publisher: str, failure: BaseException, *, at: datetime) -> CrawlOutcome:
    """What a crawl came to that did not even start."""
    return CrawlOutcome(
        publisher=publisher,
        started_at=at,
        finished_at=at,
        reachable=True,  # nobody tried
        interrupted=False,
        fault=f"{type(failure).__name__}: {failure}",
        alarms=(),
        warnings=(),
        requests=dict.fromkeys(_REQUESTS, 0),
        outcomes=dict.fromkeys(_OUTCOMES, 0),
        walks=(),
        delay_seconds={},
        held_seconds={},
    )


def _spider(crawler: Crawler) -> PublisherSpider:
    if not isinstance(crawler.spider, PublisherSpider):
        raise TypeError(f"{crawler.spider!r} is no spider of a publisher")
    return crawler.spider


def _is_reachable(crawler: Crawler, spider: PublisherSpider) -> bool:
    """False when something was to be asked, and nothing was answered, nor forbidden by a robots.txt that was read."""
    was_heard = counts(crawler, "answers") or counts(crawler, "forbidden")
    return bool(was_heard) or not (spider.walks or spider.asked_count)


def _fault(crawler: Crawler, end: str | None) -> str | None:
    faults = crawler.get_extension(Faults)
    if faults is not None and faults.first is not None:
        others = f", and {faults.count - 1} more" if faults.count > 1 else ""
        end_of_all = "; so nothing more was asked for, and the next run goes on from there"
        return f"{faults.first}{others}{end_of_all if faults.has_ended_crawl else ''}"
    return None if end in _ORDERLY_ENDS else f"the crawl ended with {end}"


def _walks(spider: PublisherSpider) -> tuple[WalkOutcome, ...]:
    sole = _sole(spider)
    return tuple(
        WalkOutcome(
            listing_url=walk.listing_url,
            page_count=walk.page_count,
            entry_count=len(walk.shown),
            new_count=walk.new_count,
            finished=walk.end is not None and walk.end.is_finished,
            end=walk.end.reason if walk.end else "the crawl was stopped",
            sole_count=len(sole[walk.listing_url]),
        )
        for walk in spider.walks
    )


def _sources(spider: PublisherSpider) -> tuple[SourceOutcome, ...]:
    sole = _sole(spider)
    return tuple(
        SourceOutcome(
            url=reading.source.url,
            kind=reading.source.kind.value,
            found_in=reading.source.found_in,
            result=reading.result,
            named_count=len(reading.named),
            new_count=len(reading.new),
            sole=sole[reading.source.url],
        )
        for reading in spider.source_round.readings
        if reading.source.found_in or reading.named
    )


def _sole(spider: PublisherSpider) -> Mapping[str, tuple[str, ...]]:
    """By listing, sitemap or feed, the new articles that it alone named."""
    readings = spider.source_round.readings
    named = {walk.listing_url: frozenset(walk.shown) for walk in spider.walks}
    named |= {reading.source.url: reading.named for reading in readings}
    return find_sole(named, spider.listed.union(*(reading.new for reading in readings)))
