"""One crawl of a publisher that has only the last few of `kettner`'s listings; started by `requests_a_night`."""

import sys

from crawler.base_spiders.listing_spider import ListingSpider
from crawler.spiders.kettner import KettnerSpider
from tests.crawler.crawling import crawl_once

if __name__ == "__main__":
    spider: type[ListingSpider] = KettnerSpider
    spider.listings = spider.listings[-int(sys.argv[1]) :]
    spider.floor = 1
    crawl_once.main()
