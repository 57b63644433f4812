"""A publisher's place in the worker."""

from datetime import UTC, datetime

import pytest

from crawler.clock import Clock
from crawler.worker.desk import Desk
from crawler.worker.messages import Begin


@pytest.mark.parametrize("path", ["nowhere.Spider", "crawler.spiders.kettner.Nobody"])
def test_a_spider_that_cannot_be_had_by_its_name_ends_it_before_any_page(path: str) -> None:
    clock = Clock(datetime(2026, 11, 20, 2, tzinfo=UTC))
    with pytest.raises((ImportError, NameError)):
        Desk(Begin(publisher="kettner", spider=path, settings={}, run_id="run-1", clock=clock, met=()))
