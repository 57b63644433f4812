"""One publisher's place in the worker: its memory, and the steps that its pages go through."""

import signal
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cached_property
from traceback import format_exception
from typing import Any

from scrapy.exceptions import DropItem
from scrapy.settings import BaseSettings
from scrapy.utils.misc import load_object

from articles.identity import CanonicalUrl
from articles.store import open_store
from crawler.base_spiders.article_page import parse_article_page
from crawler.base_spiders.publisher_spider import PublisherSpider
from crawler.errors import CANNOT_GO_ON
from crawler.origin import Origin, find_origin
from crawler.quarantine import find_quarantine
from crawler.settling import Settling
from crawler.worker.messages import Begin, Done, Fault, GivenPage
from crawler.worker.page_memory import PageMemory
from crawler.worker.spider_place import load_spider


class Step:
    """One step of a page's way: `crawler.pipelines` holds them, the setting PRESSESCHAU_STEPS names and orders them."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def process_item(self, item: Any) -> Any:
        """The item for the next step.

        Raises: DropItem, when the page's way ends here.
        """
        return item

    def held_urls(self) -> tuple[CanonicalUrl, ...]:
        """The pages that this step holds back."""
        return ()

    def decide_one(self) -> None:
        """Decide about the first of them; nothing is left to be asked."""

    def close(self) -> None:
        """The crawl is over."""


class Desk:
    """Works on the pages of one publisher, one after the other."""

    def __init__(self, begin: Begin) -> None:
        """Nothing is opened yet: what fails then is told as the fault of a page.

        Raises: ImportError, NameError, AttributeError, for a spider's class that cannot be had.
        """
        self.settings = BaseSettings(dict(begin.settings))
        self.publisher: type[PublisherSpider] = load_spider(begin.spider)
        """The facts of the publisher."""
        self._begin = begin
        self._counts: Counter[tuple[str, str]] = Counter()
        self._faults: list[Fault] = []
        self._undo = ExitStack()
        self._memory: PageMemory | None = None
        self._steps: list[Step] | None = None

    @cached_property
    def origin(self) -> Origin | None:
        """The origin that is asked in place of the publisher's own; None when it is the publisher's own."""
        return find_origin(self.settings)

    @property
    def memory(self) -> PageMemory:
        """What is known of the publisher."""
        if self._memory is None:
            store = self._undo.enter_context(open_store(str(self.settings["PRESSESCHAU_STORE"])))
            settling = Settling(
                store=store,
                publisher=self._begin.publisher,
                run_id=self._begin.run_id,
                clock=self._begin.clock,
                quarantine=find_quarantine(self.settings, self._begin.run_id),
                count=self.count,
            )
            self._memory = PageMemory(store, settling)
            self._memory.met.learn(self._begin.met)
        return self._memory

    def count(self, group: str, key: str) -> None:
        """Have the crawl count something; see `crawler.tally`."""
        self._counts[group, key] += 1

    def work_on(self, given: GivenPage) -> Done:
        """Let a page go all its way."""
        return self._done(given.fetched.url, lambda: self._process(given))

    def decide_one(self) -> Done:
        """Decide about the first of the pages that are held back."""
        return self._done("what was held back", self._decide)

    def finish(self) -> Done:
        """Keep what is to be kept, and close all that is open."""
        return self._done("the end of the crawl", self._close)

    def begin_steps(self) -> Sequence[Step]:
        """The steps of a page's way; made by the first page."""
        if self._steps is None:
            order = self.settings.getdict("PRESSESCHAU_STEPS")
            self._steps = [load_object(path)(self) for path in sorted(order, key=order.__getitem__)]
        return self._steps

    def _process(self, given: GivenPage) -> None:
        if (known := self.memory.recall(given.fetched.url)) is None:
            raise LookupError(f"{given.fetched.url} was asked for, and the store does not know it")
        steps = self.begin_steps()
        with self._limit():
            url = given.fetched.answered_url
            answered = self.memory.recall(url) if url else None
            item: Any = parse_article_page(self.publisher, given.exchange, given.fetched, known, answered=answered)
            for step in steps:
                item = step.process_item(item)

    def _decide(self) -> None:
        holding = next((step for step in self._steps or () if step.held_urls()), None)
        if holding is not None:
            with self._limit():
                holding.decide_one()

    @contextmanager
    def _limit(self) -> Iterator[None]:
        """Ends this process when one page takes too long, also in the midst of native code: nobody handles the signal.

        That is as safe as any other kill.
        """
        signal.setitimer(signal.ITIMER_REAL, self.settings.getfloat("PRESSESCHAU_PAGE_LIMIT_SECONDS"))
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    def _close(self) -> None:
        with self._undo:  # which closes all of them, and the store last, whatever one of them raises
            for step in reversed(self._steps or ()):
                self._undo.callback(step.close)

    def _done(self, place: str, work: Callable[[], None]) -> Done:
        dropped = None
        try:
            work()
        except DropItem as drop:
            dropped = str(drop)
        except MemoryError:
            raise  # the page's own fault, and not to be survived here: see `crawler.worker.serving`
        except Exception as error:  # noqa: BLE001 - as Scrapy around its pipelines: one page must not cost the others
            trace = "".join(format_exception(error))
            can_go_on = not isinstance(error, CANNOT_GO_ON)
            said = f"{type(error).__name__}: {error}"
            self._faults.append(Fault(error=said, place=place, trace=trace, can_go_on=can_go_on))
            dropped = f"{place}: a fault of ours"
        counts = tuple((group, key, number) for (group, key), number in self._counts.items())
        faults = tuple(self._faults)
        self._counts.clear()
        self._faults.clear()
        return Done(
            dropped=dropped,
            held=tuple(url for step in self._steps or () for url in step.held_urls()),
            counts=counts,
            met=self._memory.met.take_news() if self._memory else (),
            faults=faults,
        )
