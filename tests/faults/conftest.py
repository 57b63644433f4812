"""A site of twelve stories whose answers a test replaces, and crawls of it.

Where a fault is tried, each on a real server or a real disk:

| what goes wrong | where |
| --- | --- |
| a server that says nothing; charsets; thousands of topics; control characters; clocks | `test_hostile_answers` |
| bodies: giant, endless, drop by drop, cut off, packed wrongly, bombs of four kinds | `test_broken_bodies` |
| answers that are no HTTP | `test_broken_protocol` |
| headers that lie or mean nothing | `test_hostile_headers` |
| redirects: loops, other hosts, private addresses, other schemes | `test_redirects`, `test_private_names` |
| listings: endless, in circles, broken, moving while they are read | `test_listings`, `test_moving_listings` |
| sitemaps and feeds: bombs, files of this machine, other servers, without end | `test_hostile_sources` |
| something else in an article's place: notices, home pages, "not found" with 200 | `test_other_pages` |
| what a publisher forbids or reserves, on one host and on many at once | `test_robots_of_many_hosts`, `test_reserved` |
| pages that kill, hang or starve their process; it is killed, stopped, or dies at the end | `test_worker` |
| kill -9 while crawling; at any moment, over nights, on a disk that fills up | `test_kill`, `test_random_kills` |
| SIGTERM, SIGINT twice, a second run at once, a request in flight when the machine dies | `test_interrupted_nights` |
| a full disk, a read-only output, an archive or a quarantine that cannot be written | `test_disk` |
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crawler.crawling.crawls import Crawls
from tests.crawler.crawling.news_site import NewsSite, stories


@pytest.fixture
def site() -> Iterator[NewsSite]:
    with NewsSite(stories(12)) as site:
        yield site


@pytest.fixture
def crawls(tmp_path: Path, site: NewsSite) -> Crawls:
    crawls = Crawls(tmp_path, site)
    crawls.settings["PRESSESCHAU_QUARANTINE"] = str(tmp_path / "quarantine")
    return crawls
