"""One crawl of a publisher whose name leads to this machine; started by `test_private_names`."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.resolver import CachingThreadedResolver
from scrapy.settings import Settings
from twisted.internet.defer import Deferred, succeed

from crawler.outcome import crawl_outcome
from tests.crawler.crawling.local_spiders import OneSpider


def lie(resolver: CachingThreadedResolver, name: str, timeout: Sequence[int] = ()) -> "Deferred[str]":
    """Every name leads to this machine."""
    return succeed("127.0.0.1")


def main(store_url: str) -> None:
    setattr(CachingThreadedResolver, "getHostByName", lie)  # noqa: B010 - mypy forbids to assign to a method
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    ordered = {"PRESSESCHAU_STORE": store_url, "PRESSESCHAU_ARCHIVE": None, "PRESSESCHAU_RATE": 0, "RETRY_TIMES": 0}
    settings.setdict(
        {**ordered, "PRESSESCHAU_CLOCK_STARTS_AT": "2026-11-20T03:00+01:00", "LOG_LEVEL": "ERROR"}, priority="cmdline"
    )
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(OneSpider)
    process.crawl(crawler)
    process.start()
    sys.stdout.write(json.dumps(asdict(crawl_outcome(crawler)), default=str))


if __name__ == "__main__":
    main(*sys.argv[1:])
