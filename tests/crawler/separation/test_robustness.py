"""Whatever is sent as a page: it gives an article, or NotAnArticle, and never anything else."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring, tostring

from crawler.separation.article import separate_page
from crawler.separation.errors import NotAnArticle
from crawler.separation.outcome import Separation
from crawler.separation.page import Page

SENTENCE = "Am Morgen standen die Boote still, und niemand wusste, wohin der Wind sie treiben würde. "
ARTICLE = f"<html><head><title>Stille</title></head><body><h1>Stille am Hafen</h1><p>{SENTENCE * 3}</p></body></html>"


def try_separate(content: str) -> Separation | None:
    try:
        return separate_page(Page(url="https://example.org/a", content=content))
    except NotAnArticle:
        return None


@pytest.mark.parametrize(
    "content",
    [
        "",
        " \n\t ",
        "\x00",
        "\x00\x01\x02<p>\ud800</p>",
        "<",
        "<html></html>",
        "<html><head></head></html>",
        "<!-- nothing -->",
        "<p></p>",
        "\ufeff",
        "%PDF-1.7 \x00\x01 stream",
        "&#0;&#xd800;&#x110000;&nbsp;&notanentity;",
        "<frameset><frame src=a></frameset>",
        "<script type='application/ld+json'>{{{</script>",
        "<meta name=date content='0000-99-99'><h1>x</h1>",
        "<a href='http://[bad'>x</a>",
    ],
)
def test_pages_without_an_article_are_named_so(content: str) -> None:
    with pytest.raises(NotAnArticle):
        separate_page(Page(url=None, content=content))


@pytest.mark.parametrize("depth", [300, 10_000])
def test_deep_nesting_loses_no_text(depth: int) -> None:
    content = ARTICLE.replace("<p>", "<div>" * depth + "<p>").replace("</p>", "</p>" + "</div>" * depth)
    found = try_separate(content)
    assert found is not None
    assert SENTENCE.strip() in found.article.text


def test_ten_megabytes_are_read() -> None:
    content = ARTICLE.replace("<p>", "<p>" + SENTENCE * 3 + "</p><p>", 1)
    paragraphs = (f"<p>{number}. {SENTENCE * 3}</p>" for number in range(10_000_000 // (len(SENTENCE) * 3)))
    content = content.replace("</body>", "".join(paragraphs) + "</body>")
    found = try_separate(content)
    assert found is not None
    assert len(found.article.text) > 9_000_000


def test_control_characters_and_lone_surrogates_leave_the_text() -> None:
    found = try_separate(ARTICLE.replace("Boote", "Bo\x00o\x08te \ud83d"))
    assert found is not None
    assert "\x08" not in found.article.text
    found.article.text.encode("utf-8")


def test_broken_links_and_images_break_nothing() -> None:
    broken = "<p>" + SENTENCE + "<a href='http://[::1'>hier</a> <a href='javascript:alert(1)'>da</a><img src='//'></p>"
    found = try_separate(ARTICLE.replace("</body>", broken + "</body>"))
    assert found is not None
    assert "javascript" not in found.article.html
    assert "hier" in found.article.text


def test_the_callers_tree_is_read_and_not_changed() -> None:
    tree = document_fromstring(ARTICLE)
    before = tostring(tree)
    found = separate_page(Page(url=None, content=ARTICLE, tree=tree))
    assert found.article.title == "Stille am Hafen"
    assert tostring(tree) == before


TAGS = [
    "p",
    "div",
    "b",
    "a",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "h1",
    "h2",
    "span",
    "br",
    "img",
    "blockquote",
    "figure",
    "pre",
]
PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(
        [SENTENCE, "<!--", "-->", "<script>", "</script>", "&", "<![CDATA[", "13.11.2025", "#Thema", "Themen:"]
    ),
    st.sampled_from(
        ["<div class='related'>", "<section hidden>", "<nav>", "<article>", "<h1 class=title>Der Titel</h1>"]
    ),
    st.text(max_size=30),
)


@given(st.lists(PIECES, max_size=60).map("".join))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_soup_is_separated_or_refused(content: str) -> None:
    try_separate(content)


@given(st.text(max_size=2000))
@settings(deadline=None)
def test_any_text_is_separated_or_refused(content: str) -> None:
    try_separate(content)
