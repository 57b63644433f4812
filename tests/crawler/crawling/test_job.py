"""The door: what a job that cannot be done says, and that a process crawls once."""

import subprocess
import sys

import pytest

from crawler.errors import InvalidOrigin, UnknownPublisher
from crawler.job import CrawlJob
from crawler.running import run_crawl
from tests.crawler.crawling.crawls import ROOT, Crawls
from tests.crawler.crawling.news_site import NewsSite


def test_an_unknown_publisher_is_named_with_those_that_are_known() -> None:
    job = CrawlJob(publishers=("ketner",), store_url="unused.sqlite", run_id="run-1")
    with pytest.raises(UnknownPublisher, match=r"ketner.*known are: kettner"):
        run_crawl(job)


def test_an_origin_must_be_one() -> None:
    with pytest.raises(InvalidOrigin):
        run_crawl(CrawlJob(store_url="unused.sqlite", run_id="run-1", origin="localhost"))


def test_a_process_crawls_once(crawls: Crawls, site: NewsSite) -> None:
    script = f"""
from articles.store import open_store
from crawler.clock import Clock
from crawler.errors import CrawledAlready
from crawler.job import CrawlJob
from crawler.running import run_crawl
progress = []
with open_store({str(crawls.store_path)!r}) as store:
    store.begin_run("run-1", command="crawl", at=Clock().now())
job = CrawlJob(store_url={str(crawls.store_path)!r}, run_id="run-1", origin={site.origin!r}, rate=0)
(outcome,) = run_crawl(job, progress.append)
last = progress[-1]
print(outcome.fault, outcome.outcomes["created"], last.publisher, last.article_count, last.settled_count)
try:
    run_crawl(job)
except CrawledAlready as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.stdout.splitlines() == [
        "None 12 kettner 12 12",
        "this process has crawled; start another for the next crawl",
    ], done.stderr
    assert done.stderr == "", "without a log file, nothing is said"
