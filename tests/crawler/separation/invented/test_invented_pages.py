"""Pages of publishers that nobody knows, in four kinds of markup: every field and every line is exactly right.

No class means anything, and every page has other advertisements in other places.
"""

from collections.abc import Callable

import pytest

from crawler.separation.article import separate_page
from crawler.separation.page import Page, Site
from tests.crawler.separation.invented.invented_page import ZONE, InventedPage
from tests.crawler.separation.invented.layouts import LAYOUTS, plain_text


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_all_of_it_is_found(layout: Callable[[InventedPage], str], seed: int) -> None:
    page = InventedPage(seed)
    url = None if layout is plain_text else "https://zeitung.example/politik/artikel-1"
    site = Site(name=None, language="de", zone=ZONE)
    article = separate_page(Page(content=layout(page), url=url, site=site)).article
    assert article.title == page.story.title
    assert [line for block in article.blocks for line in block.text.split("\n")] == page.body
    assert article.authors == page.authors
    assert (article.published_at or article.modified_at) == page.published_at
    assert tuple(topic.name for topic in article.topics) == page.story.topics
    found = sorted((ad.kind.value, ad.title or "", ad.speakers) for ad in article.ads)
    assert found == sorted((offer.kind.value, offer.title, offer.speakers) for offer in page.offers)
