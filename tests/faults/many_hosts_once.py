"""One crawl that asks many hosts for many pages at once; started by `test_robots_of_many_hosts`."""

import json
import sys
from collections.abc import AsyncIterator

import scrapy
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from scrapy.settings import Settings

from crawler.tally import counts


class ManyHosts(scrapy.Spider):
    """Asks each host for as many pages, all before any answer can be there."""

    name = "many-hosts"
    origins: tuple[str, ...] = ()
    page_count = 50

    async def start(self) -> AsyncIterator[scrapy.Request]:
        for number in range(self.page_count):
            for origin in self.origins:
                yield scrapy.Request(f"{origin}/news/meldung-{number}-19-11-2026", dont_filter=True)

    def parse(self, response: Response) -> None:
        """Whatever is answered, the server has the record of what was asked."""


def main(store_url: str, *origins: str) -> None:
    ManyHosts.origins = origins
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    ordered = {"PRESSESCHAU_STORE": store_url, "PRESSESCHAU_RATE": 0, "RETRY_TIMES": 1, "LOG_LEVEL": "CRITICAL"}
    settings.setdict({**ordered, "PRESSESCHAU_BACKOFF_SECONDS": 0.01, "CONCURRENT_REQUESTS": 100}, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(ManyHosts)
    process.crawl(crawler)
    process.start()
    sys.stdout.write(json.dumps(counts(crawler, "requests")))


if __name__ == "__main__":
    main(*sys.argv[1:])
