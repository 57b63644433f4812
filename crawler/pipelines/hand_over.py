"""A fetched page is handed over to the worker, and what becomes of it is noted here.

All that is costly about a page happens there, in the steps that the setting PRESSESCHAU_STEPS names. A page's way
through Scrapy's pipelines ends when the worker has answered, so that a crawl waits for it before it takes itself for
idle. While some pages wait for the worker, nothing more is asked for: a kill would have them all fetched again.
"""

import asyncio
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from articles.errors import ArticleError
from articles.identity import CanonicalUrl
from articles.store.terms import Fetched
from crawler.answers import may_say_reserved
from crawler.errors import CrawlError, WorkerFailed
from crawler.exchanges import exchange_of
from crawler.extensions.crawl_memory import memory_of
from crawler.extensions.faults import faults_of
from crawler.items import FetchedPage
from crawler.tally import count
from crawler.worker.current import current_worker
from crawler.worker.messages import Begin, Done, GivenPage
from crawler.worker.spider_place import find_place
from crawler.worker.worker import Died, Worker

_MOST_WAITING = 8
"""As many as are asked for at once come on top."""
_CHANCES = 3
"""A worker can be killed twice for no fault of the page under its hands, which the first page of a run always is."""
_OTHER_SETTINGS = ("USER_AGENT", "LOG_LEVEL")
"""Those that the worker needs besides ours."""


class HandOver:
    """Hands pages over to the worker.

    Settings: PRESSESCHAU_PAGE_LIMIT_SECONDS and PRESSESCHAU_WORKER_MEMORY_MB, the most that a page may take there.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._name = crawler.spidercls.name
        self._worker: Worker | None = None
        self._beginning = asyncio.Lock()
        self._held: tuple[CanonicalUrl, ...] = ()
        self._waiting_count = 0
        self._is_through = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        pipeline = cls(crawler)
        crawler.signals.connect(pipeline.note_idle, signal=signals.spider_idle)
        return pipeline

    async def process_item(self, item: FetchedPage) -> FetchedPage:
        """The item, when its article is stored.

        Raises: DropItem; WorkerFailed; QuarantineFailed.
        """
        with self._waiting():
            worker = self._worker or await self._begin()
            exchange = exchange_of(item.response, at=item.fetched.at)
            answer = await worker.give(GivenPage(publisher=self._name, exchange=exchange, fetched=item.fetched))
        if isinstance(answer, Died):
            raise DropItem(self._turn_down(item, answer.reason), log_level="WARNING")
        self._note(answer)
        if answer.dropped is not None:
            raise DropItem(answer.dropped, log_level="INFO")
        return item

    def note_idle(self) -> None:
        """Nothing is left to be asked."""
        self._is_through = True

    async def close_spider(self) -> None:
        """Have the worker decide about what it holds back, if the crawl came to its end, and close what it has open."""
        if self._worker is None:
            return
        try:
            while self._is_through and self._held:
                first = self._held[0]
                self._note_end(await self._worker.decide_one(self._name), f"deciding about {first}")
            self._note_end(await self._worker.finish(self._name), "closing what was open")
        except (CrawlError, ArticleError, OSError) as error:  # Scrapy would only log it
            faults_of(self._crawler).note(error, "the end of the crawl")

    @contextmanager
    def _waiting(self) -> Iterator[None]:
        engine = self._crawler.engine
        self._waiting_count += 1
        if self._waiting_count >= _MOST_WAITING:
            engine.pause()
        try:
            yield
        finally:
            self._waiting_count -= 1
            if self._waiting_count < _MOST_WAITING:
                engine.unpause()

    async def _begin(self) -> Worker:
        async with self._beginning:
            if self._worker is None:
                worker = current_worker()
                limit_seconds = self._crawler.settings.getfloat("PRESSESCHAU_PAGE_LIMIT_SECONDS")
                await worker.begin(self._name, self._told, limit_seconds=limit_seconds)
                self._worker = worker
        return self._worker

    def _told(self) -> Begin:
        """What a worker is to know of this crawl. What an earlier one held back is left open: it knows it no more."""
        self._leave_open(self._held)
        self._held = ()
        settings, memory = self._crawler.settings, memory_of(self._crawler)
        ours = [name for name in settings if name.startswith("PRESSESCHAU_")]
        return Begin(
            publisher=self._name,
            spider=find_place(self._crawler.spidercls),
            settings={name: settings[name] for name in (*ours, *_OTHER_SETTINGS)},
            run_id=memory.run_id,
            clock=memory.clock,
            met=memory.met.all(),
        )

    def _note(self, done: Done) -> None:
        for group, key, number in done.counts:
            count(self._crawler, group, key, number)
        for fault in done.faults:
            faults_of(self._crawler).note_text(fault.error, fault.place, fault.trace, can_go_on=fault.can_go_on)
        memory_of(self._crawler).met.learn(done.met)
        self._held = done.held

    def _note_end(self, answer: Done | Died, work: str) -> None:
        if isinstance(answer, Done):
            self._note(answer)
        else:
            error = WorkerFailed(f"{work} {answer.reason}; the log names what it may have lost")
            faults_of(self._crawler).note(error, "the end of the crawl")

    def _turn_down(self, item: FetchedPage, reason: str) -> str:
        """Settle a page of which the worker died, and keep its bytes unless they may be reserved."""
        memory = memory_of(self._crawler)
        known = memory.recall(item.fetched.url)
        if known is None:
            raise LookupError(f"{item.fetched.url} was asked for, and the store does not know it")
        said = f"reading it {reason}"
        if known.settled_at == item.fetched.at:  # the worker died between settling it and saying so
            return f"{item.fetched.url} is settled; {said}"
        body = None if may_say_reserved(item.response) else item.response.body
        fetched = Fetched(url=item.fetched.url, at=item.fetched.at, status=item.fetched.status)
        memory.settling.settle_rejected(fetched, known=known, reason=said, body=body, chances=_CHANCES)
        self._warn(f"{item.fetched.url}: {said}")
        return f"{item.fetched.url}: {said}"

    def _leave_open(self, urls: Iterable[CanonicalUrl]) -> None:
        for url in urls:
            self._warn(f"{url} was held back by a worker that died; the next run asks for it again")
            memory_of(self._crawler).leave_open("failed")

    def _warn(self, text: str) -> None:
        warnings: list[str] = getattr(self._crawler.spider, "warnings", [])
        warnings.append(text)
