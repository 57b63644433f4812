"""Publishers on a host of this machine, which the variable SITE_URL names. The crawl's worker finds them by name."""

import os
from dataclasses import replace
from urllib.parse import urlsplit

from crawler.base_spiders.listing_spider import ListingSpider, ListingStart
from crawler.spiders.kettner import KettnerSpider

_SITE_URL = os.environ["SITE_URL"]
_HOST = str(urlsplit(_SITE_URL).hostname)


class OneSpider(ListingSpider):
    """The one."""

    name = "one"
    title = "One"
    language = "de"
    zone = KettnerSpider.zone
    floor = 1
    allowed_domains = (_HOST,)
    rule = replace(KettnerSpider.rule, origin=_SITE_URL, hosts=frozenset({_HOST}))
    listings = (ListingStart(f"{_SITE_URL}/news", "Alles"),)


class OtherSpider(OneSpider):
    """The other."""

    name = "other"


class LocalSpider(OneSpider):
    """One that is under its floor when it brings fewer than ten articles."""

    name = "local"
    title = "Local News"
    floor = 10
