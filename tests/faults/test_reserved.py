"""What a publisher reserves from text and data mining, or wants no copies of."""

import pytest

from tests.crawler.crawling.crawls import Crawls
from tests.crawler.crawling.news_site import Answer, NewsSite, article_page

FILE = "/.well-known/tdmrep.json"


def test_a_reserved_host_is_not_asked(crawls: Crawls, site: NewsSite) -> None:
    site.answers[FILE] = lambda _: Answer(body=b'[{"location": "/", "tdm-reservation": 1}]')
    outcome = crawls()
    assert {asked.path for asked in site.asked} == {"/robots.txt", FILE}
    assert outcome["requests"]["robots"] == 2


def test_a_reserved_article_is_not_asked(crawls: Crawls, site: NewsSite) -> None:
    path = site.stories[0].path
    site.answers[FILE] = lambda _: Answer(body=f'[{{"location": "{path}", "tdm-reservation": 1}}]'.encode())
    outcome = crawls()
    assert (outcome["outcomes"]["created"], outcome["outcomes"]["forbidden"]) == (11, 1)
    assert path not in site.asked_articles()
    assert [asked.path for asked in site.asked].count(FILE) == 1


@pytest.mark.parametrize("answer", [Answer(404), Answer(500), Answer(body=b"<html>Startseite</html>"), Answer(301)])
def test_without_such_a_file_nothing_is_reserved(crawls: Crawls, site: NewsSite, answer: Answer) -> None:
    site.answers[FILE] = lambda _: answer
    assert crawls()["outcomes"]["created"] == 12


def test_a_reservation_in_the_page_is_respected(crawls: Crawls, site: NewsSite) -> None:
    page = article_page(site.stories[0]).replace(b"</head>", b'<meta name="tdm-reservation" content="1"></head>')
    site.answers[site.stories[0].path] = lambda _: Answer(body=page)
    assert crawls()["outcomes"]["rejected"] == 1
    assert not list((crawls.directory / "quarantine").rglob("*.html")), "a copy is what it must not have"


@pytest.mark.parametrize("place", ["header", "meta"])
def test_noarchive_goes_with_the_article(crawls: Crawls, site: NewsSite, place: str) -> None:
    story = site.stories[0]
    crawls()
    page, headers = article_page(story), {}
    if place == "meta":
        page = page.replace(b"</head>", b'<meta name="robots" content="noarchive"></head>')
    else:
        page, headers = page + b" ", {"X-Robots-Tag": "noarchive"}
    site.answers[story.path] = lambda _: Answer(body=page, headers=headers)
    crawls()
    (revision,) = [revision for revision in crawls.stored() if revision.url == story.url]
    assert revision.article.forbids_full_text
    assert revision.number == 2, "feeds must hear of it"
