"""The URL rule of one publisher: every spelling seen is the same article."""

import pytest

from articles.identity import normalize_url
from crawler.spiders.kettner import KettnerSpider

RULE = KettnerSpider.rule
PATH = "/news/lasst-uber-acker-21-01-2026"


@pytest.mark.parametrize(
    "url",
    [
        f"https://www.kettner-edelmetalle.de{PATH}",
        f"http://kettner-edelmetalle.de{PATH}/",
        f"https://pages.kettner-edelmetalle.de{PATH}?utm_source=feed&x=1#top",
        f"https://WWW.Kettner-Edelmetalle.DE{PATH.upper()}",
        f"https://kettner-edelmetalle.at{PATH}",
        f"https://www.kettner-edelmetalle.ch{PATH}",
        f"https://kettner-edelmetalle.app//{PATH}",
    ],
)
def test_one_article_many_spellings(url: str) -> None:
    canonical = normalize_url(url, RULE)
    assert canonical == f"https://www.kettner-edelmetalle.de{PATH}"
    assert RULE.is_article(canonical)


@pytest.mark.parametrize(
    "path",
    ["/news", "/news/seite/2", "/news/c/cdu-csu", "/news/c/cdu-csu/seite/13", "/news/ohne-datum", "/gold/kaufen", "/"],
)
def test_what_is_no_article(path: str) -> None:
    assert not RULE.is_article(normalize_url(f"https://www.kettner-edelmetalle.de{path}", RULE))


def test_another_host_is_no_article() -> None:
    assert not RULE.is_article(normalize_url(f"https://kettner-edelmetalle.example{PATH}", RULE))
