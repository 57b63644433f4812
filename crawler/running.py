"""A crawl job is run: Scrapy's process, one crawler per publisher, until all of them are done."""

import gc
from asyncio import Task
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from math import inf
from time import monotonic
from typing import Any

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader
from twisted.internet.error import ReactorNotRestartable

from crawler.base_spiders.publisher_spider import PublisherSpider
from crawler.clock import Clock
from crawler.errors import CrawledAlready, UnknownPublisher
from crawler.job import CrawlJob, CrawlOutcome, Progress
from crawler.origin import parse_origin
from crawler.outcome import crawl_outcome, crawl_progress, failed_outcome
from crawler.worker.current import worker_running

_PROGRESS_SECONDS = 0.1


def spider_classes() -> dict[str, type[PublisherSpider]]:
    """Every spider there is, by name."""
    loader = SpiderLoader.from_settings(project_settings())
    found = {name: loader.load(name) for name in sorted(loader.list())}
    return {name: spider for name, spider in found.items() if issubclass(spider, PublisherSpider)}


def publisher_titles() -> dict[str, str]:
    """Every publisher there is, by name, with its title for people."""
    return {name: spider.title for name, spider in spider_classes().items()}


def run_crawl(job: CrawlJob, on_progress: Callable[[Progress], None] | None = None) -> tuple[CrawlOutcome, ...]:
    """Crawl, and say what it came to, publisher by publisher, in the order asked for.

    Runs an event loop in this thread, which must be the main one, until all is done; a process can do it only once.
    The first SIGINT or SIGTERM ends it gracefully, the second at once. It starts a worker process, which has ended when
    it comes back; that is cheap as long as the caller has no store open.

    Raises: UnknownPublisher, InvalidOrigin, before anything is asked; CrawledAlready.
    """
    known = spider_classes()
    for name in job.publishers:
        if name not in known:
            raise UnknownPublisher(name, known)
    if job.origin:
        parse_origin(job.origin)
    started_at = Clock(job.clock_starts_at).now()
    with _startup_kept_aside(), worker_running(job.keep_open):
        return _crawl(job, [known[name] for name in dict.fromkeys(job.publishers or known)], started_at, on_progress)


def _crawl(
    job: CrawlJob,
    spiders: Sequence[type[PublisherSpider]],
    started_at: datetime,
    on_progress: Callable[[Progress], None] | None,
) -> tuple[CrawlOutcome, ...]:
    process = AsyncCrawlerProcess(_settings(job))
    crawlers: list[Crawler] = []
    tasks: list[Task[None]] = []
    for spider in spiders:
        crawler = process.create_crawler(spider)
        _report_progress(crawler, on_progress)
        arguments: dict[str, Any] = {"full": job.full, "since": job.since, "limit": job.limit}
        tasks.append(process.crawl(crawler, **arguments))
        crawlers.append(crawler)
    try:
        process.start()
    except ReactorNotRestartable as error:
        raise CrawledAlready("this process has crawled; start another for the next crawl") from error
    return tuple(_outcome(crawler, task, started_at) for crawler, task in zip(crawlers, tasks, strict=True))


@contextmanager
def _startup_kept_aside() -> Iterator[None]:
    """What is there already will stay: Python's search for cycles need not go through it again and again.

    It would take as long as a tenth of the crawl, and write into memory that a forked worker shares.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def project_settings() -> Settings:
    """The settings of `crawler.settings`, before a job adds its own."""
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    return settings


def _settings(job: CrawlJob) -> Settings:
    settings = project_settings()
    ordered = {
        "PRESSESCHAU_STORE": job.store_url,
        "PRESSESCHAU_ARCHIVE": str(job.archive) if job.archive else None,
        "PRESSESCHAU_RUN_ID": job.run_id,
        "PRESSESCHAU_ORIGIN": job.origin,
        "PRESSESCHAU_QUARANTINE": str(job.quarantine.absolute()) if job.quarantine else None,
        "PRESSESCHAU_RATE": job.rate,
        "PRESSESCHAU_QUIET_HOURS": job.quiet_hours,
        "PRESSESCHAU_CONTACT": job.contact,
        "PRESSESCHAU_CLOCK_STARTS_AT": job.clock_starts_at.isoformat() if job.clock_starts_at else None,
        **({"PRESSESCHAU_GONE_SHARE": 1} if job.accept_gone else {}),
        "LOG_FILE": str(job.log_file) if job.log_file else None,
        "LOG_INSTALL_ROOT_HANDLER": job.log_file is not None,
        "LOG_LEVEL": job.log_level,
        **job.settings,
    }
    settings.setdict(ordered, priority="cmdline")
    return settings


def _report_progress(crawler: Crawler, on_progress: Callable[[Progress], None] | None) -> None:
    if on_progress is None:
        return

    told_at = -inf

    def report() -> None:
        nonlocal told_at
        if (now := monotonic()) - told_at >= _PROGRESS_SECONDS:
            told_at = now
            on_progress(crawl_progress(crawler))

    def report_end() -> None:
        on_progress(crawl_progress(crawler))

    # Signals hold their receivers weakly.
    for signal in (signals.response_received, signals.item_scraped, signals.item_dropped):
        crawler.signals.connect(report, signal=signal, weak=False)
    crawler.signals.connect(report_end, signal=signals.spider_closed, weak=False)


def _outcome(crawler: Crawler, task: Task[None], started_at: datetime) -> CrawlOutcome:
    failure = task.exception() if task.done() and not task.cancelled() else None
    if failure is not None:
        return failed_outcome(crawler.spidercls.name, failure, at=started_at)
    return crawl_outcome(crawler)
