"""A probe: a crawl of one publisher that reads the first page of each listing and few articles, and keeps nothing."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from articles.model import Revision
from articles.store import open_store
from articles.store.contract import Store
from crawler.clock import Clock
from crawler.job import CrawlJob, CrawlOutcome
from crawler.running import run_crawl, spider_classes
from presseschau.exit_status import ExitStatus
from presseschau.verdict import judge

_RUN = "probe"


@dataclass(frozen=True, kw_only=True, slots=True)
class Probe:
    """What a probe found."""

    exit_status: ExitStatus
    shown: tuple[str, ...]
    """Listings and articles, a line each."""
    complaints: tuple[str, ...]
    """What is wrong, a line each; empty when the publisher is well."""


def probe(publisher: str, *, article_count: int, origin: str | None, rate: float, contact: str | None) -> Probe:
    """Ask a publisher for little, and say how it looks.

    Raises: UnknownPublisher; StoreError, OSError, when the directory for temporary files cannot be written.
    """
    with TemporaryDirectory(prefix="presseschau-") as name:
        directory = Path(name)
        job = CrawlJob(
            publishers=(publisher,),
            store_url=f"sqlite:///{directory / 'probe.sqlite'}",
            run_id=_RUN,
            origin=origin,
            limit=article_count,
            rate=rate,
            contact=contact,
            log_file=directory / "probe.log",
            settings={"PRESSESCHAU_PROBE": True, "PRESSESCHAU_LISTING_PAGE_LIMIT": 1},
        )
        with open_store(job.store_url) as store:
            store.begin_run(_RUN, command="check", at=Clock().now())
        (outcome,) = run_crawl(job)
        with open_store(job.store_url) as store:
            return _findings(outcome, store)


def _findings(outcome: CrawlOutcome, store: Store) -> Probe:
    status, complaints = judge([outcome])
    rejections = [f"{url}: {reason}" for _, url, reason in store.rejections_of_run(_RUN)]
    stored = store.newest(1000)
    if status is ExitStatus.OK and not stored:
        status, complaints = ExitStatus.ALARM, ("no article could be had",)
    elif status is ExitStatus.OK and len(rejections) > len(stored):
        reason = f"{len(rejections)} of {len(rejections) + len(stored)} pages held no article"
        status, complaints = ExitStatus.ALARM, (reason,)
    entry_count = sum(store.totals().urls.values())
    floor = spider_classes()[outcome.publisher].floor
    return Probe(
        exit_status=status,
        shown=(
            *(f"listing  {walk.entry_count:>3} articles  {walk.listing_url}" for walk in outcome.walks),
            f"floor    {floor:>3}; all first pages together show {entry_count} articles",
            *map(_shown, stored),
        ),
        complaints=(*complaints, *outcome.warnings, *rejections),
    )


def _shown(revision: Revision) -> str:
    article = revision.article
    dated = f"{article.published_at:%Y-%m-%d %H:%M}" if article.published_at else "no date"
    facts = f"{dated}, {article.word_count} words, {len(article.topics)} topics, confidence {article.confidence:.2f}"
    return f"article  {article.title}\n         {facts}  {revision.url}"
