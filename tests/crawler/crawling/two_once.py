"""One crawl of two publishers on one host, started by `test_one_budget`."""

import json
import sys
from dataclasses import asdict

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from crawler.outcome import crawl_outcome
from tests.crawler.crawling.local_spiders import OneSpider, OtherSpider


def main(store_url: str, archive: str | None = None) -> None:
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    settings.setdict(
        {
            "PRESSESCHAU_STORE": store_url,
            "PRESSESCHAU_ARCHIVE": archive,
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
