"""What holds for every publisher: its facts are complete, and they fit each other."""

import re

import pytest

from articles.identity import normalize_url
from crawler.base_spiders.listing_spider import ListingSpider
from crawler.running import publisher_titles, spider_classes

SPIDERS = spider_classes()


@pytest.fixture(params=list(SPIDERS.values()), ids=list(SPIDERS))
def spider(request: pytest.FixtureRequest) -> type[ListingSpider]:
    found: type[ListingSpider] = request.param
    assert issubclass(found, ListingSpider)
    return found


def test_there_are_spiders() -> None:
    assert "kettner" in SPIDERS
    assert publisher_titles()["kettner"] == "Kettner Edelmetalle News"


def test_names(spider: type[ListingSpider]) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]*", spider.name)
    assert spider.__module__ == f"crawler.spiders.{spider.name}", "a publisher's file bears its name"
    assert spider.title.strip() == spider.title != ""


def test_language_and_zone(spider: type[ListingSpider]) -> None:
    assert re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", spider.language)
    assert "/" in spider.zone.key, "a zone is a place, so that summer time is known"


def test_hosts(spider: type[ListingSpider]) -> None:
    rule = spider.rule
    assert re.fullmatch(r"https://[a-z0-9.-]+", rule.origin)
    assert all(host == host.lower() for host in rule.hosts)
    for host in rule.hosts:
        assert any(host == domain or host.endswith(f".{domain}") for domain in spider.allowed_domains)


def test_examples_are_articles(spider: type[ListingSpider]) -> None:
    assert spider.article_examples
    for url in spider.article_examples:
        assert spider.rule.is_article(normalize_url(url, spider.rule)), url


def test_listings_are_no_articles(spider: type[ListingSpider]) -> None:
    assert spider.listings
    pages = [(spider.page_path or "").replace("{n}", str(number)) for number in (2, 160)]
    for start in spider.listings:
        assert spider.rule.owns(start.url)
        assert start.title
        for url in (start.url, *(start.url + page for page in pages)):
            assert not spider.rule.is_article(normalize_url(url, spider.rule)), url
    assert not spider.rule.is_article(normalize_url(f"{spider.rule.origin}/"))


def test_the_page_pattern_has_its_number(spider: type[ListingSpider]) -> None:
    assert spider.page_path is None or spider.page_path.count("{n}") == 1


def test_the_topic_pattern_captures_a_slug(spider: type[ListingSpider]) -> None:
    assert spider.topic_path is None or re.compile(spider.topic_path).groups == 1


def test_the_floor_is_set(spider: type[ListingSpider]) -> None:
    assert spider.floor > 0


def test_settings_are_not_loosened(spider: type[ListingSpider]) -> None:
    """A publisher may be asked more slowly than others, never less politely."""
    loosening = {"ROBOTSTXT_OBEY", "DOWNLOAD_HANDLERS", "DOWNLOAD_VERIFY_CERTIFICATES", "DOWNLOADER_MIDDLEWARES"}
    assert not loosening & set(spider.custom_settings or {})
