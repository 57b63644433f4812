"""One crawl of a publisher whose name leads to this machine; started by `test_private_names`."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.resolver import CachingThreadedResolver
from scrapy.settings import Settings
from twisted.internet.defer import Deferred, succeed

from crawler.base_spiders.listing_spider import ListingSpider, ListingStart
from crawler.outcome import crawl_outcome
from crawler.spiders.kettner import KettnerSpider


def lie(resolver: CachingThreadedResolver, name: str, timeout: Sequence[int] = ()) -> "Deferred[str]":
    """Every name leads to this machine."""
    return succeed("127.0.0.1")


def main(host: str, port: str, store_url: str) -> None:
    setattr(CachingThreadedResolver, "getHostByName", lie)  # noqa: B010 - mypy forbids to assign to a method
    site_url = f"http://{host}:{port}"

    class LocalSpider(ListingSpider):
        name = "local"
        title = "Local News"
        language = "de"
        zone = KettnerSpider.zone
        floor = 1
        allowed_domains = (host,)
        rule = replace(KettnerSpider.rule, origin=site_url, hosts=frozenset({host}))
        listings = (ListingStart(f"{site_url}/news", "Alles"),)

    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    ordered = {"PRESSESCHAU_STORE": store_url, "PRESSESCHAU_RATE": 0, "RETRY_TIMES": 0, "LOG_LEVEL": "ERROR"}
    settings.setdict({**ordered, "PRESSESCHAU_CLOCK_STARTS_AT": "2026-11-20T03:00+01:00"}, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(LocalSpider)
    process.crawl(crawler)
    process.start()
    sys.stdout.write(json.dumps(asdict(crawl_outcome(crawler)), default=str))


if __name__ == "__main__":
    main(*sys.argv[1:])
