"""A publisher's place in the worker."""

import json
from datetime import UTC, datetime

import pytest

from crawler.clock import Clock
from crawler.spiders.kettner import KettnerSpider
from crawler.worker.desk import Desk, Step
from crawler.worker.messages import Begin
from crawler.worker.spider_place import SpiderPlace, find_place

CLOCK = Clock(datetime(2026, 11, 20, 2, tzinfo=UTC))


@pytest.mark.parametrize(("module", "name"), [("nowhere", "Spider"), ("crawler.spiders.kettner", "Nobody")])
def test_a_spider_that_cannot_be_had_ends_it_before_any_page(module: str, name: str) -> None:
    place = SpiderPlace(module=module, name=name, file=None)
    with pytest.raises((ImportError, NameError)):
        Desk(Begin(publisher="kettner", spider=place, settings={}, run_id="run-1", clock=CLOCK, met=()))


class Closed(Step):
    """Says that it was closed."""

    names: list[str] = []  # noqa: RUF012 - one list for all, emptied by the test

    def close(self) -> None:
        self.names.append(type(self).__name__)


class BreaksAtEnd(Closed):
    """Fails when the crawl is over."""

    def close(self) -> None:
        super().close()
        raise OSError("No space left on device")


class ClosedToo(Closed):
    """Another one."""


def test_what_fails_at_the_end_keeps_no_other_step_from_closing() -> None:
    """Such as a full disk: what was learned is saved by another step than the one that closes the archive."""
    Closed.names.clear()
    steps = {f"{__name__}.{step.__name__}": order for order, step in enumerate((Closed, BreaksAtEnd, ClosedToo))}
    settings = {"PRESSESCHAU_STEPS": json.dumps(steps)}
    place = find_place(KettnerSpider)
    desk = Desk(Begin(publisher="kettner", spider=place, settings=settings, run_id="run-1", clock=CLOCK, met=()))
    desk.begin_steps()
    done = desk.finish()
    assert Closed.names == ["Closed", "BreaksAtEnd", "ClosedToo"]
    assert [(fault.error, fault.can_go_on) for fault in done.faults] == [("OSError: No space left on device", False)]
