"""A crawl that is stopped or killed loses nothing, and the next one goes on."""

import json
import os
import signal
import threading
import time
from collections import Counter

import pytest

from crawler.settings import PRESSESCHAU_STEPS
from tests.crawler.crawling.crawls import Crawls
from tests.crawler.crawling.news_site import Answer, NewsSite, stories


def wait_for_requests(site: NewsSite, count: int) -> None:
    deadline = time.monotonic() + 60
    while len(site.asked) < count:
        assert time.monotonic() < deadline, f"only {len(site.asked)} requests arrived"
        threading.Event().wait(0.005)


@pytest.mark.parametrize("request_count", [3, 12, 30])
def test_kill_9(crawls: Crawls, site: NewsSite, request_count: int) -> None:
    site.stories = stories(40)
    process = crawls.start(rate=100)
    wait_for_requests(site, request_count)
    process.kill()
    process.communicate(timeout=60)
    outcome = crawls()
    assert outcome["fault"] is None
    stored = crawls.stored()
    assert {revision.url for revision in stored} == {story.url for story in site.stories}
    assert len(stored) == 40
    assert {revision.number for revision in stored} == {1}
    # What was stored before the kill is settled; it may be asked again as a young article, never be stored again.
    assert max(Counter(site.asked_articles()).values()) <= 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_gracefully(crawls: Crawls, site: NewsSite, number: int) -> None:
    site.stories = stories(40)
    process = crawls.start(rate=20)
    wait_for_requests(site, 12)
    os.kill(process.pid, number)
    asked_at = time.monotonic()
    outcome = crawls.outcome(process)
    assert time.monotonic() - asked_at < 5
    assert outcome["interrupted"] is True
    assert outcome["fault"] is None
    assert outcome["alarms"] == []
    crawls()
    assert len(crawls.stored()) == 40


def test_a_second_signal_ends_it_at_once(crawls: Crawls, site: NewsSite) -> None:
    hanging = threading.Event()
    site.answers["/news"] = lambda _: Answer(503) if hanging.wait(30) else None
    process = crawls.start()
    wait_for_requests(site, 6)
    os.kill(process.pid, signal.SIGINT)
    threading.Event().wait(0.5)  # the first signal must have been dealt with
    os.kill(process.pid, signal.SIGINT)
    outcome = crawls.outcome(process)
    hanging.set()
    assert outcome["interrupted"] is True
    assert outcome["fault"] is None


def test_a_signal_ends_a_long_hold(crawls: Crawls, site: NewsSite) -> None:
    site.answers["/news"] = lambda _: Answer(503, headers={"Retry-After": "600"})
    process = crawls.start()
    wait_for_requests(site, 6)
    os.kill(process.pid, signal.SIGTERM)
    asked_at = time.monotonic()
    assert crawls.outcome(process)["interrupted"] is True
    assert time.monotonic() - asked_at < 5


def test_an_exception_in_a_callback_is_a_fault(crawls: Crawls, site: NewsSite) -> None:
    crawls.settings["PRESSESCHAU_LISTING_PAGE_LIMIT"] = "many"
    outcome = crawls()
    assert outcome["fault"].startswith("ValueError: ")
    assert outcome["fault"].endswith(", and 4 more")
    assert not any(walk["finished"] for walk in outcome["walks"])
    del crawls.settings["PRESSESCHAU_LISTING_PAGE_LIMIT"]
    crawls()
    assert len(crawls.stored()) == 12


def test_an_exception_of_ours_is_a_fault_and_leaves_the_page_open(crawls: Crawls, site: NewsSite) -> None:
    steps = PRESSESCHAU_STEPS | {"tests.crawler.crawling.breaking.BreakOnce": 100}
    crawls.settings["PRESSESCHAU_STEPS"] = json.dumps(steps)
    outcome = crawls()
    assert outcome["outcomes"]["created"] == 11
    assert "ZeroDivisionError" in outcome["fault"]
    assert "https://www.kettner-edelmetalle.de/news/" in outcome["fault"]
    assert "ZeroDivisionError" in crawls.log()
    del crawls.settings["PRESSESCHAU_STEPS"]
    assert crawls()["outcomes"]["created"] == 1
