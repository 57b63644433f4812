"""Another origin in place of the publisher's."""

import re

import pytest

from articles.identity import UrlRule
from crawler.errors import InvalidOrigin
from crawler.origin import asked_host, parse_origin

RULE = UrlRule(
    origin="https://www.gazette.example",
    hosts=frozenset({"gazette.example"}),
    article_path=re.compile(r"/news/.*"),
    tag_authority="gazette.example",
    tag_date="2025",
)
ORIGIN = parse_origin("http://127.0.0.1:8000/")


def test_there() -> None:
    assert ORIGIN.fetched_url("https://gazette.example/news/a?b=c") == "http://127.0.0.1:8000/news/a?b=c"
    assert asked_host("https://gazette.example/news/a", ORIGIN) == "127.0.0.1:8000"
    assert asked_host("https://Gazette.example/news/a", None) == "gazette.example"


def test_and_back() -> None:
    assert ORIGIN.canonical_url("http://127.0.0.1:8000/news/a?b=c", RULE) == "https://www.gazette.example/news/a?b=c"


@pytest.mark.parametrize(
    "url",
    ["/news/a", "http://127.0.0.1:8001/news/a", "https://127.0.0.1:8000/a", "http://else.example/", "http://[bad"],
)
def test_what_is_not_on_the_origin_stays(url: str) -> None:
    assert ORIGIN.canonical_url(url, RULE) == url


def test_an_address_of_ipv6() -> None:
    assert parse_origin("http://[::1]:8000").host == "[::1]:8000"


@pytest.mark.parametrize(
    "text", ["", "127.0.0.1:8000", "ftp://host", "http://", "http://host/path", "http://host:x", "http://user@host"]
)
def test_what_is_no_origin(text: str) -> None:
    with pytest.raises(InvalidOrigin):
        parse_origin(text)
