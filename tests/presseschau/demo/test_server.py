"""The demo publisher over real HTTP: what clients and robots rely on."""

import gzip
import http.client
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from presseschau.demo.address import SITE_ORIGIN
from presseschau.demo.answers import DISALLOWED
from presseschau.demo.server import DemoPublisher
from presseschau.demo.sources import NEWS_SITEMAP_PATH
from presseschau.demo.truth import ExpectedArticle, expected_articles


@pytest.fixture
def publisher() -> Iterator[DemoPublisher]:
    with DemoPublisher() as served:
        yield served


def _ask(
    publisher: DemoPublisher, path: str, method: str = "GET", **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection(urlsplit(publisher.origin).netloc, timeout=10)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def _path(article: ExpectedArticle) -> str:
    return urlsplit(article.url).path


def _live(night: int) -> list[ExpectedArticle]:
    return [article for article in expected_articles(night) if article.is_live]


def test_a_connection_is_kept_for_many_requests(publisher: DemoPublisher) -> None:
    connection = http.client.HTTPConnection(urlsplit(publisher.origin).netloc, timeout=10)
    for path in ("/robots.txt", "/news", "/news/seite/2"):
        connection.request("GET", path)
        response = connection.getresponse()
        assert response.status == 200
        assert response.read()
        assert not response.will_close
    connection.close()
    assert publisher.requests.counts() == {"robots": 1, "listing": 2}


def test_head_says_what_get_would_and_sends_no_body(publisher: DemoPublisher) -> None:
    path = _path(_live(1)[0])
    got, body = _ask(publisher, path)
    headed, nothing = _ask(publisher, path, "HEAD")
    assert nothing == b""
    for name in ("ETag", "Last-Modified", "Content-Type", "Content-Length"):
        assert headed.headers[name] == got.headers[name]
    assert int(headed.headers["Content-Length"]) == len(body)


def test_gzip_only_when_asked(publisher: DemoPublisher) -> None:
    _, plain = _ask(publisher, "/news")
    response, zipped = _ask(publisher, "/news", Accept_Encoding="gzip, br")
    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(zipped) == plain
    assert len(zipped) < len(plain)


def test_within_a_night_every_article_answers_304(publisher: DemoPublisher) -> None:
    articles = _live(1)
    for article in articles:
        first, _ = _ask(publisher, _path(article))
        for condition in (
            {"If_None_Match": first.headers["ETag"] or ""},
            {"If_Modified_Since": first.headers["Last-Modified"] or ""},
        ):
            again, body = _ask(publisher, _path(article), **condition)
            assert (again.status, body) == (304, b"")
            assert again.headers["ETag"] == first.headers["ETag"]
    assert publisher.requests.counts() == {"article": len(articles), "article_not_modified": 2 * len(articles)}


def test_on_the_second_night_304_is_answered_exactly_where_the_truth_says_so(publisher: DemoPublisher) -> None:
    before = {article.key: _ask(publisher, _path(article))[0] for article in _live(1)}
    publisher.set_night(2)
    for article in _live(2):
        if article.key not in before:
            continue
        first = before[article.key]
        for condition in (
            {"If_None_Match": first.headers["ETag"] or ""},
            {"If_Modified_Since": first.headers["Last-Modified"] or ""},
        ):
            response, _ = _ask(publisher, _path(article), **condition)
            if article.former_url is None:
                assert response.status == (304 if article.answers_not_modified else 200), article.key


@pytest.mark.parametrize("header", ["yesterday", "Fri, 99 Nov 2026 02:00:00 GMT", ""])
def test_a_date_that_is_none_is_ignored(publisher: DemoPublisher, header: str) -> None:
    response, _ = _ask(publisher, _path(_live(1)[0]), If_Modified_Since=header)
    assert response.status == 200


def test_the_log_tells_nights_and_kinds_apart(publisher: DemoPublisher) -> None:
    _ask(publisher, "/robots.txt")
    _ask(publisher, "/news/c/politik?utm_source=x")
    publisher.set_night(2)
    _ask(publisher, "/impressum")
    _ask(publisher, "/news/c/unbekannt")
    _ask(publisher, "/news/seite/99")
    _ask(publisher, "/news/nie-geschrieben-01-01-2026")
    assert publisher.requests.counts(1) == {"robots": 1, "listing": 1}
    assert publisher.requests.counts(2) == {"other": 1, "listing": 2, "article": 1}
    assert [request.path for request in publisher.requests.of_night(1)] == ["/robots.txt", "/news/c/politik"]
    assert publisher.requests.of_night()[-1].status == 404


def test_robots_forbid_what_listings_link_to(publisher: DemoPublisher) -> None:
    _, robots = _ask(publisher, "/robots.txt")
    assert robots.decode().splitlines()[1:] == [
        *(f"Disallow: {prefix}" for prefix in DISALLOWED),
        "",
        f"Sitemap: {SITE_ORIGIN}{NEWS_SITEMAP_PATH}",
    ]
    listings = b"".join(_ask(publisher, f"/news/seite/{number}")[1] for number in (2, 3)) + _ask(publisher, "/news")[1]
    assert b'href="/news/intern/' in listings
    assert b'href="/news/vorschau-' in listings


def test_the_first_page_has_one_address(publisher: DemoPublisher) -> None:
    response, _ = _ask(publisher, "/news/seite/1")
    assert (response.status, response.headers["Location"]) == (301, "/news")


@pytest.mark.parametrize("night", [0, 3])
def test_there_are_two_nights(publisher: DemoPublisher, night: int) -> None:
    with pytest.raises(KeyError):
        publisher.set_night(night)
    with pytest.raises(KeyError):
        DemoPublisher(night)
    assert publisher.night == 1


def test_a_closed_publisher_frees_its_port() -> None:
    with DemoPublisher() as served:
        port = urlsplit(served.origin).port or 0
    with DemoPublisher(port=port) as again:
        assert urlsplit(again.origin).port == port
