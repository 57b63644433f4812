"""A reseparation is run: pages are read in processes of their own, and what comes of them is stored here."""

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil

from articles.identity import UrlRule, article_id
from articles.store.contract import Store
from articles.store.terms import Saved
from crawler.clock import Clock
from crawler.errors import UnknownPublisher
from crawler.items import SeparatedArticle
from crawler.reseparating.job import ReseparationJob, ReseparationOutcome, ReseparationProgress
from crawler.reseparating.processes import CHUNK_SIZE, Readers
from crawler.reseparating.reading import Reading
from crawler.reseparating.stretches import read_stretches
from crawler.running import spider_classes
from crawler.separation_version import separation_version


def run_reseparation(
    job: ReseparationJob, store: Store, on_progress: Callable[[ReseparationProgress], None] | None = None
) -> ReseparationOutcome:
    """Read archived pages again, and store revisions where the result is another.

    Each chunk of pages is noted as read once its revisions are stored. So a run that was stopped or killed is taken up
    by the next one where it ended, and pages that the present separation has read are not read again.

    Raises: UnknownPublisher, StoreError, OSError.
    """
    publishers = spider_classes()
    for name in job.publishers:
        if name not in publishers:
            raise UnknownPublisher(name, publishers)
    rules = {name: publisher.rule for name, publisher in publishers.items()}
    version = separation_version()
    run = _Run(job=job, store=store, rules=rules, version=version, clock=Clock(job.clock_starts_at))
    if job.awaiting_only:
        page_count = store.count_awaiting(publishers=job.publishers)
        pages = store.pages_awaiting(publishers=job.publishers)
    else:
        page_count = store.count_pages(publishers=job.publishers, since=job.since, separation=version)
        pages = store.pages_to_separate(publishers=job.publishers, since=job.since, separation=version)
    if not page_count:
        return run.outcome()
    process_count = max(1, min(job.process_count, ceil(page_count / CHUNK_SIZE)))
    with (  # the processes end here, also when we are interrupted
        Readers(
            archive=job.archive,
            store_url=job.store_url,
            process_count=process_count,
            page_limit_seconds=job.page_limit_seconds,
        ) as readers,
        closing(read_stretches(pages, readers, store, separation=version, is_dry=job.dry_run)) as chunks,
    ):
        for readings in chunks:
            run.take(readings)
            if on_progress is not None:
                on_progress(ReseparationProgress(page_count=page_count, read_count=run.page_count))
    return run.outcome()


@dataclass(kw_only=True, slots=True)
class _Run:
    """A run under way: what it has counted so far."""

    job: ReseparationJob
    store: Store
    rules: dict[str, UrlRule]
    version: str
    clock: Clock
    page_count: int = 0
    standing_count: int = 0
    saved: Counter[Saved] = field(default_factory=Counter)
    changes: Counter[str] = field(default_factory=Counter)
    rejections: Counter[str] = field(default_factory=Counter)
    missing_files: Counter[str] = field(default_factory=Counter)
    damages: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def take(self, readings: Iterable[Reading]) -> None:
        """Store what readings say, and count it."""
        done = []
        for reading in readings:
            self.page_count += 1
            self.standing_count += reading.stands
            self._count(reading)
            if reading.found is not None:
                self.saved[self._save(reading, reading.found)] += 1
            elif not (reading.missing_file or reading.damage or reading.fault):
                done.append(reading.page)
        if done and not self.job.dry_run:
            self.store.note_separated(done, separation=self.version)

    def outcome(self) -> ReseparationOutcome:
        missing = (
            f"{file} is gone; {count} of its pages were passed over"
            for file, count in sorted(self.missing_files.items())
        )
        return ReseparationOutcome(
            page_count=self.page_count,
            standing_count=self.standing_count,
            revised_count=self.saved[Saved.REVISED],
            created_count=self.saved[Saved.CREATED],
            changes=dict(self.changes.most_common()),
            rejections=dict(self.rejections.most_common()),
            warnings=(*missing, *self.damages),
            faults=tuple(self.faults),
        )

    def _count(self, reading: Reading) -> None:
        self.changes.update(reading.changes)
        if reading.rejection is not None and reading.page.article_id is not None:
            self.rejections[reading.rejection] += 1
        if reading.missing_file is not None:
            self.missing_files[reading.missing_file] += 1
        if reading.damage is not None:
            self.damages.append(reading.damage)
        if reading.fault is not None:
            self.faults.append(reading.fault)

    def _save(self, reading: Reading, found: SeparatedArticle) -> Saved:
        page = reading.page
        if self.job.dry_run:
            return Saved.CREATED if page.article_id is None else Saved.REVISED
        now: datetime = self.clock.now()
        if page.article_id is not None:
            return self.store.revise_article(
                page, found.article, run_id=self.job.run_id, separation=self.version, at=now
            )
        publisher = page.memory.publisher
        return self.store.save_article(
            publisher,
            found.article,
            found.fetched,
            run_id=self.job.run_id,
            new_id=article_id(found.fetched.answered_url or found.fetched.url, self.rules[publisher]),
            next_check_at=page.memory.next_check_at or now,
            at=now,
        )
