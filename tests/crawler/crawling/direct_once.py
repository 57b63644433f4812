"""One crawl of a publisher on its own hosts, without an origin in its place; started by `test_own_hosts`."""

import json
import sys
from dataclasses import asdict, replace

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from crawler.base_spiders.listing_spider import ListingSpider, ListingStart
from crawler.outcome import crawl_outcome
from crawler.spiders.kettner import KettnerSpider


def main(site_url: str, store_url: str) -> None:
    class LocalSpider(ListingSpider):
        name = "local"
        title = "Local News"
        language = "de"
        zone = KettnerSpider.zone
        floor = 10
        allowed_domains = ("127.0.0.1",)
        rule = replace(KettnerSpider.rule, origin=site_url, hosts=frozenset({"127.0.0.1"}))
        listings = (ListingStart(f"{site_url}/news", "Alles"),)

    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    settings.setdict(
        {
            "PRESSESCHAU_STORE": store_url,
            "PRESSESCHAU_RATE": 0,
            "PRESSESCHAU_CLOCK_STARTS_AT": "2026-11-20T03:00+01:00",
            "LOG_LEVEL": "ERROR",
        },
        priority="cmdline",
    )
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(LocalSpider)
    process.crawl(crawler)
    process.start()
    sys.stdout.write(json.dumps(asdict(crawl_outcome(crawler)), default=str))


if __name__ == "__main__":
    main(*sys.argv[1:])
