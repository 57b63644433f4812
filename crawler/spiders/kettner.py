"""Kettner Edelmetalle News, https://www.kettner-edelmetalle.de/news. Daily, German, free."""

import re
from zoneinfo import ZoneInfo

from articles.identity import UrlRule
from crawler.base_spiders.listing_spider import ListingSpider, ListingStart

_ORIGIN = "https://www.kettner-edelmetalle.de"


class KettnerSpider(ListingSpider):
    """Some 20 to 35 new articles a day; the section of politics first, then the politics topics, then everything."""

    # scrapy.Spider
    name = "kettner"
    # A domain stands for its subdomains too; the rule below names the hosts that are really asked.
    allowed_domains = (
        "kettner-edelmetalle.de",
        "kettner-edelmetalle.at",
        "kettner-edelmetalle.ch",
        "kettner-edelmetalle.app",
    )

    # PublisherSpider
    title = "Kettner Edelmetalle News"
    language = "de"
    zone = ZoneInfo("Europe/Berlin")
    rule = UrlRule(
        origin=_ORIGIN,
        hosts=frozenset(
            f"{prefix}kettner-edelmetalle.{domain}"
            for prefix in ("", "www.", "pages.")
            for domain in ("de", "at", "ch", "app")
        ),
        article_path=re.compile(r"/news/[a-z0-9-]+-\d{2}-\d{2}-\d{4}"),
        tag_authority="kettner-edelmetalle.de",
        tag_date="2025",
        case_insensitive_path=True,
    )
    topic_path = r"/news/c/(?P<slug>[a-z0-9-]+)"
    floor = 5  # less than one page of one listing; fewer means that no listing could be read
    article_examples = (
        f"{_ORIGIN}/news/machtkampf-um-zentralasien-putin-lasst-trump-nicht-das-feld-uberlassen-13-11-2025",
        "https://pages.kettner-edelmetalle.de/News/Machtkampf-um-Zentralasien-13-11-2025/?utm_source=x#top",
        "http://KETTNER-edelmetalle.ch/news/acker-21-01-2026",
    )

    # ListingSpider
    listings = (
        ListingStart(f"{_ORIGIN}/news/c/politik", "Politik"),
        ListingStart(f"{_ORIGIN}/news/c/cdu-csu", "CDU-CSU"),
        ListingStart(f"{_ORIGIN}/news/c/spd", "SPD"),
        ListingStart(f"{_ORIGIN}/news/c/wahlen", "Wahlen"),
        ListingStart(f"{_ORIGIN}/news", "Alle Nachrichten"),
    )
    page_path = "/seite/{n}"
