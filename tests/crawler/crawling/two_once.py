"""One crawl of two publishers on one host, started by `test_one_budget`."""

import json
import sys
from dataclasses import asdict, replace

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from crawler.base_spiders.listing_spider import ListingSpider, ListingStart
from crawler.outcome import crawl_outcome
from crawler.spiders.kettner import KettnerSpider


def main(site_url: str, store_url: str) -> None:
    class OneSpider(ListingSpider):
        name = "one"
        title = "One"
        language = "de"
        zone = KettnerSpider.zone
        floor = 1
        allowed_domains = ("127.0.0.1",)
        rule = replace(KettnerSpider.rule, origin=site_url, hosts=frozenset({"127.0.0.1"}))
        listings = (ListingStart(f"{site_url}/news", "Alles"),)

    class OtherSpider(OneSpider):
        name = "other"

    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    settings.setdict(
        {
            "PRESSESCHAU_STORE": store_url,
            "PRESSESCHAU_RATE": 0,
            "PRESSESCHAU_SITEMAPS": False,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 2,
            "PRESSESCHAU_CLOCK_STARTS_AT": "2026-11-20T03:00+01:00",
            "LOG_LEVEL": "ERROR",
        },
        priority="cmdline",
    )
    process = AsyncCrawlerProcess(settings)
    crawlers = [process.create_crawler(spider) for spider in (OneSpider, OtherSpider)]
    for crawler in crawlers:
        process.crawl(crawler)
    process.start()
    sys.stdout.write(json.dumps([asdict(crawl_outcome(crawler)) for crawler in crawlers], default=str))


if __name__ == "__main__":
    main(*sys.argv[1:])
