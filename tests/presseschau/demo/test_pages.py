"""Every page of the demo site, as a parser sees it: well formed, true, and linked."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import pytest
from lxml import html as lxml_html

from presseschau.demo.address import MIRROR_ORIGIN, SITE_NAME, SITE_ORIGIN
from presseschau.demo.answers import Answer, AnswerKind, answer_to
from presseschau.demo.truth import ExpectedArticle, expected_articles

_LIVE = [
    pytest.param(article, night, id=f"{night}-{article.key}")
    for night in (1, 2)
    for article in expected_articles(night)
    if article.is_live
]


def _page(url: str, night: int) -> Answer:
    return answer_to(urlsplit(url).path, night)


def _tree(answer: Answer) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(answer.body.decode())


def _seen_text(tree: lxml_html.HtmlElement) -> str:
    """The visible text, white space folded, so that places in it can be compared."""
    body = tree.find("body")
    assert body is not None
    pieces = [str(piece) for piece in body.xpath(".//text()[not(ancestor::script)]")]
    return " ".join(" ".join(pieces).split())


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _sentences_of(article: ExpectedArticle) -> Iterator[str]:
    for block in article.blocks:
        yield from (
            block.items or [cell for row in block.rows or () for cell in row] or [block.text or block.caption or ""]
        )


@pytest.mark.parametrize(("article", "night"), _LIVE)
def test_the_page_says_the_whole_truth_in_order(article: ExpectedArticle, night: int) -> None:
    seen = _squeezed(_seen_text(_tree(_page(article.url, night))))
    place = seen.index(_squeezed(article.title))
    for text in _sentences_of(article):
        place = seen.index(_squeezed(text), place) + len(_squeezed(text))
    assert f"{article.published_at:%d.%m.%Y}" in seen
    assert f"{article.published_at:%H:%M}Uhr" in seen
    for topic in article.topics:
        assert f"#{_squeezed(topic.name)}" in seen
    for author in article.authors:
        assert _squeezed(author) in seen
    crumbs = [SITE_NAME + " News", *(section.name for section in article.sections)]
    places = [seen.rindex(_squeezed(crumb)) for crumb in crumbs]
    assert places == sorted(places) or article.markup in ("semantic", "microdata")


@pytest.mark.parametrize(("article", "night"), _LIVE)
def test_the_page_shows_its_advertisements_in_order(article: ExpectedArticle, night: int) -> None:
    seen = _squeezed(_seen_text(_tree(_page(article.url, night))))
    places = []
    for ad in article.ads[:3]:
        place = seen.index(_squeezed(ad.title))
        places.append(place)
        for text in (*ad.speakers, *ad.claims):
            place = seen.index(_squeezed(text), place)
    assert places == sorted(places)
    assert _squeezed(article.ads[3].title) in seen


@pytest.mark.parametrize(("article", "night"), _LIVE)
def test_advertising_stands_between_the_paragraphs(article: ExpectedArticle, night: int) -> None:
    seen = _squeezed(_seen_text(_tree(_page(article.url, night))))
    texts = [_squeezed(text) for text in _sentences_of(article)]
    start, end = seen.index(texts[0]), seen.index(texts[-1])
    between = [ad.title for ad in article.ads if start < seen.index(_squeezed(ad.title)) < end]
    assert len(between) == (1 if article.markup == "breaks" else 2)


def test_each_markup_keeps_its_character() -> None:
    for article in expected_articles(1):
        if not article.is_live:
            continue
        page = _page(article.url, 1).body.decode()
        assert ("application/ld+json" in page) == (article.markup == "semantic")
        assert ("itemprop=" in page) == (article.markup == "microdata")
        assert ("<br><br>" in page) == (article.markup == "breaks")
        assert ("<p" in page) == (article.markup in ("semantic", "microdata"))
        assert ('<meta name="description"' in page) == (article.markup in ("semantic", "soup"))
        assert ('rel="canonical"' in page) == (article.markup != "breaks")
        assert ("datetime=" in page) == (article.markup in ("semantic", "microdata"))


@pytest.mark.parametrize("night", [1, 2])
def test_every_link_and_picture_of_the_site_is_there(night: int) -> None:
    kinds: dict[AnswerKind, int] = {}
    seen, waiting = set(), ["/", "/news"]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = answer_to(path, night)
        kinds[answer.kind] = kinds.get(answer.kind, 0) + 1
        assert answer.status == 200, path
        if answer.body and answer.content_type.startswith("text/html"):
            waiting += list(_inner_links(_tree(answer), path))
    listed = [article for article in expected_articles(night) if article.is_listed]
    live = sum(article.is_live or article.state == "broken" for article in listed)
    assert kinds[AnswerKind.ARTICLE] == live
    assert kinds[AnswerKind.LISTING] > 25


def _inner_links(tree: lxml_html.HtmlElement, path: str) -> Iterator[str]:
    hosts = {urlsplit(origin).hostname for origin in (SITE_ORIGIN, MIRROR_ORIGIN)}
    for attribute in ("href", "src", "action"):
        for link in tree.xpath(f"//*/@{attribute}"):
            url = urlsplit(urljoin(SITE_ORIGIN + path, str(link)))
            if url.scheme in ("http", "https") and url.hostname in hosts:
                yield url.path or "/"


def test_robots_allow_every_article_and_listing_but_not_what_they_must_not() -> None:
    robots = RobotFileParser()
    robots.parse(answer_to("/robots.txt", 1).body.decode().splitlines())
    for article in expected_articles(2):
        assert robots.can_fetch("Presseschau", article.url)
    assert robots.can_fetch("Presseschau", SITE_ORIGIN + "/news/c/politik/seite/2")
    forbidden = re.findall(rb'href="(/news/(?:intern/|vorschau-)[^"]+)"', _whole_listing(1))
    assert len(set(forbidden)) == 2
    for path in forbidden:
        assert not robots.can_fetch("Presseschau", SITE_ORIGIN + path.decode())


def _whole_listing(night: int) -> bytes:
    pages, number = [answer_to("/news", night).body], 2
    while (answer := answer_to(f"/news/seite/{number}", night)).status == 200:
        pages.append(answer.body)
        number += 1
    return b"".join(pages)
