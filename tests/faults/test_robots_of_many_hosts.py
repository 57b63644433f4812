"""Fifty requests at once to each of several hosts: where robots.txt says no, or cannot be had, no page is fetched."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.crawler.crawling.crawls import ROOT
from tests.crawler.crawling.news_site import Answer, NewsSite, stories

FORBIDDEN = Answer(body=b"User-agent: *\nDisallow: /\n", headers={"Content-Type": "text/plain"})


@pytest.fixture
def sites() -> Iterator[list[NewsSite]]:
    with ExitStack() as stack:
        yield [stack.enter_context(NewsSite(stories(1))) for _ in range(8)]


def crawl(sites: list[NewsSite], directory: Path) -> dict[str, int]:
    command = [sys.executable, "-m", "tests.faults.many_hosts_once", f"sqlite:///{directory / 'news.sqlite'}"]
    done = subprocess.run(
        [*command, *(site.origin for site in sites)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    requests: dict[str, int] = json.loads(done.stdout)
    return requests


def asked(site: NewsSite) -> set[str]:
    return {asked.path for asked in site.asked}


@pytest.mark.parametrize("answer", [FORBIDDEN, Answer(503), Answer(429)], ids=["disallow", "503", "429"])
def test_no_page_is_fetched(sites: list[NewsSite], tmp_path: Path, answer: Answer) -> None:
    for site in sites:
        site.robots = answer
    requests = crawl(sites, tmp_path)
    assert [asked(site) for site in sites] == [{"/robots.txt"}] * len(sites)
    assert requests.get("articles", 0) == 0
    if answer is FORBIDDEN:
        assert [len(site.asked) for site in sites] == [1] * len(sites), "one fetch, however many requests wait for it"


def test_each_host_has_its_own_rules(sites: list[NewsSite], tmp_path: Path) -> None:
    """Otherwise a test in which nothing is ever asked for would pass."""
    for site in sites[::2]:
        site.robots = FORBIDDEN
    crawl(sites, tmp_path)
    assert [len(asked(site) - {"/robots.txt", "/.well-known/tdmrep.json"}) for site in sites] == [0, 50] * 4
