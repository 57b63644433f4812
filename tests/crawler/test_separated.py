"""What is made of a page goes when the page goes, and not when Python next looks for cycles."""

import gc
import weakref
from datetime import UTC, datetime

import pytest
from scrapy.http import HtmlResponse

from articles.identity import CanonicalUrl
from articles.store.terms import Fetched, ListingEntry, UrlMemory, UrlState
from crawler.base_spiders.article_page import parse_article_page
from crawler.errors import PageRejected
from crawler.exchanges import exchange_of
from crawler.items import ArticlePage
from crawler.separated import separate_article
from crawler.separation.blocks import Region
from crawler.separation.furniture import Furniture
from crawler.spiders.kettner import KettnerSpider

URL = CanonicalUrl("https://www.kettner-edelmetalle.de/news/die-bruecke-19-11-2026")
AT = datetime(2026, 11, 20, 3, tzinfo=UTC)
ARTICLE = b"<h1>Die Br\xc3\xbccke</h1>" + b"<p>Die Stadt sperrt die Br\xc3\xbccke f\xc3\xbcr drei Wochen.</p>" * 5
NO_ARTICLE = b"<ul>" + b"<li><a href=/news/x>y</a>" * 300


def page(body: bytes) -> ArticlePage:
    memory = UrlMemory(
        publisher="kettner",
        url=URL,
        state=UrlState.REQUESTED,
        entry=ListingEntry(url=URL),
        article_id=None,
        etag=None,
        last_modified=None,
        content_hash=None,
        failure_count=0,
        discovered_at=AT,
        settled_at=None,
        next_check_at=None,
    )
    response = HtmlResponse(URL, body=b"<html><body>" + body, encoding="utf-8", headers={"Content-Type": "text/html"})
    return parse_article_page(KettnerSpider, exchange_of(response, at=AT), Fetched(url=URL, at=AT, status=200), memory)


def separate(item: ArticlePage) -> PageRejected | None:
    try:
        separate_article(item, Furniture())
    except PageRejected as error:
        return error.with_traceback(None)  # the frames up to here are a test's own
    return None


def count_regions() -> int:
    return sum(isinstance(made, Region) for made in gc.get_objects())


@pytest.mark.parametrize(("body", "is_rejected"), [(ARTICLE, False), (NO_ARTICLE, True)])
def test_nothing_of_a_page_waits_for_the_garbage_collector(body: bytes, *, is_rejected: bool) -> None:
    gc.collect()
    before = count_regions()  # other tests may hold some
    gc.disable()
    try:
        item = page(body)
        answer = weakref.ref(item.response)
        rejection = separate(item)
        del item
        assert (rejection is not None) == is_rejected
        assert answer() is None
        assert count_regions() == before
    finally:
        gc.enable()
