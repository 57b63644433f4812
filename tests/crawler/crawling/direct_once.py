"""One crawl of a publisher on its own hosts, without an origin in its place; started by `test_own_hosts`."""

import json
import sys
from dataclasses import asdict

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from crawler.outcome import crawl_outcome
from tests.crawler.crawling.local_spiders import LocalSpider


def main(store_url: str) -> None:
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    settings.setdict(
        {
            "PRESSESCHAU_STORE": store_url,
            "PRESSESCHAU_ARCHIVE": None,
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
