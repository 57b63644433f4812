"""The crawl's hold on the store: opened when it is first needed, bound to publisher, run and clock, counting outcomes.

What a page came to that was read is written down by the worker; all other changes go through here. The calls are quick
and synchronous; they stay on the event loop's thread.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property, partial
from typing import Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler

from articles.identity import CanonicalUrl
from articles.store import open_store
from articles.store.contract import Store
from articles.store.sources_contract import SiteFile, Source
from articles.store.terms import ListingEntry, UrlMemory
from crawler.clock import Clock
from crawler.extensions.faults import Faults
from crawler.met_texts import MetTexts
from crawler.origin import find_origin
from crawler.quarantine import find_quarantine
from crawler.schedule import SECOND_NIGHT
from crawler.settling import Settling
from crawler.tally import count

_FAULT, _INTERRUPTED = 1, 130
"""Exit statuses, as the program's own commands give them."""


class CrawlMemory:
    """The store, as one crawl of one publisher sees it.

    Settings: PRESSESCHAU_STORE, the store's URL; PRESSESCHAU_RUN_ID, a run that the caller has begun, without which the
    crawl begins and finishes one of its own; PRESSESCHAU_CLOCK_STARTS_AT, see `crawler.clock`.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._store_url = str(crawler.settings["PRESSESCHAU_STORE"])
        starts_at = crawler.settings.get("PRESSESCHAU_CLOCK_STARTS_AT")
        self.clock = Clock(datetime.fromisoformat(starts_at) if starts_at else None)
        self.started_at = self.clock.now()
        self.finished_at = self.started_at
        self.met = MetTexts()
        """The texts that were met in this run."""
        self.quiet_until: datetime | None = None
        """When the quiet hours end that kept this crawl from asking. None: there were none."""
        given_run = crawler.settings.get("PRESSESCHAU_RUN_ID")
        self._owns_run = not given_run
        self._origin = find_origin(crawler.settings)
        self._opened: Store | None = None
        self._expected: dict[CanonicalUrl, None] = {}
        self.run_id = str(given_run or f"{self.started_at:%Y%m%dT%H%M%SZ}-{secrets.token_hex(2)}")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        memory = cls(crawler)
        crawler.signals.connect(memory.close, signal=signals.spider_closed)
        return memory

    @property
    def _store(self) -> Store:
        if self._opened is None:
            self._opened = open_store(self._store_url)
            if self._owns_run:
                self._opened.begin_run(self.run_id, command=f"scrapy crawl {self._publisher}", at=self.clock.now())
        return self._opened

    @property
    def is_open(self) -> bool:
        """True once the store was needed for anything."""
        return self._opened is not None

    @property
    def _publisher(self) -> str:
        return self._crawler.spidercls.name

    def close(self, spider: Spider, reason: str) -> None:  # noqa: ARG002 - the signal's own arguments
        """Finish the run if it is ours, and close the store if it was opened."""
        self.finished_at = self.clock.now()
        if self._opened is None:
            return
        if self._owns_run:
            faults = self._crawler.get_extension(Faults)
            is_faulty = faults is not None and faults.first is not None
            status = _INTERRUPTED if reason == "shutdown" else _FAULT if is_faulty else 0
            self._opened.finish_run(self.run_id, exit_status=status, at=self.finished_at)
        self._opened.close()

    # Listing walks

    def begin_walk(self, listing_url: str, *, floor: datetime | None) -> int:
        """See the store's contract; so with all that follow."""
        return self._store.begin_walk(
            self._publisher, listing_url, run_id=self.run_id, floor=floor, at=self.clock.now()
        )

    def newest_listed(self, walk: int) -> datetime | None:
        return self._store.newest_listed(walk)

    def remember_entries(self, walk: int, entries: Sequence[ListingEntry], *, at: datetime) -> frozenset[CanonicalUrl]:
        return self._store.remember_entries(walk, entries, at=at)

    def note_empty_page(self, walk: int, page_number: int) -> bool:
        before = self.clock.now() - SECOND_NIGHT
        return self._store.note_empty_page(walk, page_number, before=before)

    def finish_walk(self, walk: int) -> None:
        self._store.finish_walk(walk, at=self.clock.now())

    # Sources beside listings

    def note_sources(self, sources: Sequence[Source]) -> None:
        self._store.note_sources(self._publisher, sources)

    def sources(self) -> Sequence[Source]:
        return self._store.sources(self._publisher)

    def settle_source(self, source: Source) -> None:
        self._store.settle_source(self._publisher, source)

    def remember_named(self, entries: Sequence[ListingEntry]) -> frozenset[CanonicalUrl]:
        return self._store.remember_named(self._publisher, entries, run_id=self.run_id, at=self.clock.now())

    def find_site_file(self, url: str) -> SiteFile | None:
        """The file as its host, or the origin that is asked in its place, gave it last; None when it never did."""
        file = self._store.find_site_file(self._asked_url(url))
        return replace(file, url=url) if file else None

    def save_site_file(self, file: SiteFile) -> None:
        self._store.save_site_file(replace(file, url=self._asked_url(file.url)))

    def _asked_url(self, url: str) -> str:
        return self._origin.fetched_url(url) if self._origin else url

    # URLs

    def recall(self, url: CanonicalUrl) -> UrlMemory | None:
        return self._store.find_memory(self._publisher, url)

    def pending(self) -> Sequence[UrlMemory]:
        return self._store.pending(self._publisher)

    def due(self) -> Sequence[UrlMemory]:
        return self._store.due(self._publisher, now=self.clock.now())

    def recall_all(self, urls: Sequence[CanonicalUrl]) -> Mapping[CanonicalUrl, UrlMemory]:
        return self._store.find_memories(self._publisher, urls)

    def expect(self, url: CanonicalUrl) -> None:
        """Take note of a request that waits to be sent."""
        self._expected[url] = None

    def note_request(self, url: CanonicalUrl) -> None:
        """Note that a request is about to leave; whatever else waits is noted with it: one write for many."""
        if url in self._expected:
            waiting = tuple(self._expected)
            self._store.note_requests(self._publisher, waiting, run_id=self.run_id, at=self.clock.now())
            self._expected.clear()

    # What a URL came to

    @cached_property
    def settling(self) -> Settling:
        """What settles the URLs that the worker does not: those whose answers hold no page to be read."""
        return Settling(
            store=self._store,
            publisher=self._publisher,
            run_id=self.run_id,
            clock=self.clock,
            quarantine=find_quarantine(self._crawler.settings, self.run_id),
            count=partial(count, self._crawler),
        )

    def leave_open(self, kind: str) -> None:
        """Count a URL that came to nothing (`failed`, `forbidden`): it stays as it was, and the next run asks again."""
        count(self._crawler, "outcomes", kind)


def memory_of(crawler: Crawler) -> CrawlMemory:
    """The memory of a running crawl."""
    memory = crawler.get_extension(CrawlMemory)
    if memory is None:
        raise LookupError("crawler.extensions.crawl_memory.CrawlMemory is missing from the EXTENSIONS setting")
    return memory
