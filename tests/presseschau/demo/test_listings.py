"""The listings of the demo site."""

from urllib.parse import urlsplit

import pytest
from lxml import html as lxml_html

from presseschau.demo.address import SITE_ORIGIN, listing_path, url_slug
from presseschau.demo.adverts import CONSULTATION
from presseschau.demo.answers import answer_to
from presseschau.demo.listings import ENTRIES_PER_PAGE, FORBIDDEN_PREVIEW
from presseschau.demo.topics import topic_name, topic_slugs
from presseschau.demo.truth import ExpectedArticle, expected_articles


def _walk(topic: str | None, night: int) -> list[str]:
    """The text of every page of a listing."""
    pages: list[str] = []
    while (answer := answer_to(listing_path(topic, len(pages) + 1), night)).status == 200:
        pages.append(answer.body.decode())
    return pages


def _titles(page: str) -> list[str]:
    tree = lxml_html.document_fromstring(page)
    in_list = tree.findall(".//h2/a")
    in_cards = [card[1] for card in tree.findall(".//a") if "card" in card.get("class", "").split()]
    return ["".join(map(str, element.itertext())) for element in (*in_list, *in_cards)]


def _under(topic: str | None, night: int) -> list[ExpectedArticle]:
    shown = [article for article in expected_articles(night) if article.state != "withdrawn" and article.is_listed]
    return [a for a in shown if topic is None or topic in {t.slug for t in (*a.topics, *a.sections)}]


@pytest.mark.parametrize("night", [1, 2])
@pytest.mark.parametrize("topic", topic_slugs())
def test_a_topic_lists_its_articles_newest_first(topic: str, night: int) -> None:
    pages = _walk(topic, night)
    articles = _under(topic, night)
    assert [title for page in pages for title in _titles(page)] == [article.title for article in articles]
    assert all(len(_titles(page)) == ENTRIES_PER_PAGE for page in pages[:-1])
    shown = "".join(pages)
    for article in articles:
        assert article.summary in shown
        assert f"{article.published_at:%d.%m.%Y}" in shown
        assert f"{article.published_at:%H:%M} Uhr" in shown


@pytest.mark.parametrize("night", [1, 2])
def test_the_list_of_all_news_has_every_article_and_the_forbidden_preview(night: int) -> None:
    titles = [title for page in _walk(None, night) for title in _titles(page)]
    assert sorted(titles) == sorted([article.title for article in _under(None, night)] + [FORBIDDEN_PREVIEW.title])


def test_an_advertisement_stands_behind_the_first_entry() -> None:
    for topic in (None, "politik", "spd"):
        page = answer_to(listing_path(topic, 1), 1).body.decode()
        first, second = (page.index(article.summary) for article in _under(topic, 1)[:2])
        assert first < page.index(CONSULTATION.lines[0]) < second


def test_the_spiders_starting_points_exist_and_the_busy_ones_have_several_pages() -> None:
    assert len(_walk(None, 1)) >= 7
    assert len(_walk("politik", 1)) >= 3
    assert all(len(_walk(topic, 1)) >= 1 for topic in ("cdu-csu", "spd", "wahlen", "finanzen", "wirtschaft"))


def test_new_articles_push_old_ones_over_page_borders() -> None:
    first, second = _titles(_walk(None, 1)[0]), _titles(_walk(None, 2)[0])
    assert not set(first) & set(second)
    assert len(_walk("strassenbau", 1)) == 1
    assert len(_walk("strassenbau", 2)) == 2


def test_links_are_relative_in_one_markup_and_absolute_in_the_other() -> None:
    article = next(a for a in expected_articles(1) if {t.slug for t in a.sections} >= {"wirtschaft", "politik"})
    path = urlsplit(article.url).path
    assert f'href="{path}"' in answer_to("/news", 1).body.decode()
    assert f'href="{SITE_ORIGIN}{path}"' in "".join(_walk("politik", 1))


def test_topics_have_umlauts_and_slashes_in_their_names_but_not_in_their_addresses() -> None:
    assert url_slug("Öffentlicher Nahverkehr / Bahn") == "offentlicher-nahverkehr-bahn"
    assert topic_name("bader-schwimmhallen", 1) == "Bäder/Schwimmhallen"
    assert topic_name("strassenbau", 1) == "Straßenbau"
