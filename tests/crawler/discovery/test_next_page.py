"""Where a listing goes on."""

from urllib.parse import urljoin

import pytest
from lxml.html import document_fromstring

from crawler.discovery.next_page import NextPage, find_next_page

SITE = "https://www.gazette.example"


def found(links: str, *, at: str = "/news", page_path: str | None = None) -> NextPage | None:
    tree = document_fromstring(f"<html><head></head><body>{links}</body></html>")
    return find_next_page(tree, url=SITE + at, page_path=page_path, own_link=lambda href: own_link(SITE + at, href))


def own_link(url: str, href: str) -> str | None:
    link = urljoin(url, href)
    return link if link.startswith(SITE) else None


@pytest.mark.parametrize(
    ("at", "links", "expected"),
    [
        ("/news", "<link rel=next href='/news?offset=30'>", "/news?offset=30"),
        ("/news", "<a rel='nofollow next' href='older'>älter</a>", "/older"),
        ("/news", "<a href='/news'>1</a><a href='/news/seite/2'>2</a><a href='/news/seite/3'>3</a>", "/news/seite/2"),
        ("/news/", "<a href='/news/page/2/'>2</a>", "/news/page/2/"),
        ("/news", "<a href='?page=2'>2</a>", "/news?page=2"),
        ("/news", "<a href='/news-2.html'>2</a>", "/news-2.html"),
        (
            "/news/c/spd/seite/9",
            "<a href='/news/c/spd/seite/8'>8</a><a href='/news/c/spd/seite/10'>10</a>",
            "/news/c/spd/seite/10",
        ),
        ("/news?page=2&sort=new", "<a href='/news?page=3&sort=new'>3</a>", "/news?page=3&sort=new"),
        ("/2026/news/seite/2", "<a href='/2026/news/seite/3#list'>3</a>", "/2026/news/seite/3"),
    ],
)
def test_by_link(at: str, links: str, expected: str) -> None:
    assert found(links, at=at) == NextPage(url=SITE + expected, is_guess=False)


@pytest.mark.parametrize(
    ("at", "links"),
    [
        ("/news", ""),
        ("/news", "<a href='/news/seite/3'>3</a><a href='/news/c/spd'>SPD</a><a href='#2'>2</a>"),
        ("/news", "<a href='/news/partei-gewinnt-2'>ein Artikel</a>"),
        ("/news/seite/3", "<a href='/news/seite/2'>2</a><a href='/news'>1</a>"),
        ("/news", "<a rel=next href='https://elsewhere.example/news/seite/2'>2</a>"),
        ("/news", "<a href='/newsletter/2'>2</a>"),
    ],
)
def test_no_link_is_no_page(at: str, links: str) -> None:
    assert found(links, at=at) is None


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("/news", "/news/seite/2"),
        ("/news/", "/news/seite/2"),
        ("/news/seite/2", "/news/seite/3"),
        ("/news/c/cdu-csu/seite/99/", "/news/c/cdu-csu/seite/100"),
    ],
)
def test_by_pattern(at: str, expected: str) -> None:
    assert found("", at=at, page_path="/seite/{n}") == NextPage(url=SITE + expected, is_guess=True)


def test_a_link_is_better_than_the_pattern() -> None:
    page = found("<a href='/news?page=2'>2</a>", page_path="/seite/{n}")
    assert page == NextPage(url=f"{SITE}/news?page=2", is_guess=False)
