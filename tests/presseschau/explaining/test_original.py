"""What of a page is shown in its explanation, and what is not."""

from dataclasses import replace

import pytest
from lxml import html

from articles.model import Image
from crawler.separation.article import separate_page
from crawler.separation.page import Page
from crawler.separation.tree import parse_tree
from presseschau.explaining.original import render_original
from presseschau.explaining.stylesheets import make_inert


def original(body: str, *images: Image, base: str | None = None) -> str:
    tree = parse_tree(Page(url=None, content=f"<html><head></head><body>{body}</body></html>"))
    return render_original(tree, (), images, base)


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        '<p onclick="alert(1)">x</p>',
        '<a href="https://example.org/">x</a>',
        '<form action="https://example.org/"><button formaction="https://example.org/">x</button></form>',
        '<meta http-equiv="refresh" content="0; url=https://example.org/">',
        '<base href="https://example.org/">',
        '<link rel="stylesheet" href="https://example.org/x.css">',
        '<svg><script>alert(1)</script><use href="https://example.org/#x"/></svg>',
        '<math><mtext><img src="https://example.org/x.png"></mtext></math>',
        '<template shadowrootmode="open"><p>alert</p></template>',
        '<noscript><img src="https://example.org/x.png"></noscript>',
        "<p style=\"background: URL( 'https://example.org/x.png' )\">x</p>",
        '<video autoplay poster="https://example.org/x.png"><source src="https://example.org/x.mp4"></video>',
        '<p data-block="1" data-family="article">x</p>',
        '<x-ad src="https://example.org/" onfocus="alert(1)" autofocus tabindex="0">x</x-ad>',
    ],
)
def test_nothing_that_runs_loads_or_leads_away_is_left(body: str) -> None:
    shown = original(body)
    inner = shown.partition("<body")[2]
    for trace in ("alert", "src=", "href=", "action=", "url(", "http-equiv", "data-block", "poster", "autofocus"):
        assert trace not in inner.lower()


def test_what_is_harmless_stays() -> None:
    shown = original(
        '<x-card class="a" id="b"><h2 style="color: red">Titel</h2><p lang="en">One <b>two</b></p></x-card>'
    )
    for piece in ('<x-card class="a" id="b">', '<h2 style="color: red">', '<p lang="en">One <b>two</b>'):
        assert piece in shown


def test_pictures_leave_a_box_that_says_whether_the_article_has_them() -> None:
    body = (
        '<img src="/a.jpg" alt="Die Brücke"><img src="/b.jpg" alt="Werbung"><iframe src="//video.example/1"></iframe>'
    )
    shown = html.fromstring(original(body, Image(url="https://example.org/a.jpg"), base="https://example.org/x"))
    boxes = [(box.get("data-picture"), box.text) for box in shown.iter("span")]
    assert boxes == [("kept", "Die Brücke"), ("left", "Werbung"), ("left", "iframe video.example")]


@pytest.mark.parametrize(
    ("written", "inert"),
    [
        ("p { color: red }", "p { color: red }"),
        ('@import "https://example.org/x.css"; p { color: red }', " p { color: red }"),
        ("p { background: url(https://example.org/x.png) }", "p { background: none }"),
        ('p { background: url("a)b") , red }', "p { background: none , red }"),
        ("nav { position : Fixed; top: 0 }", "nav { position: static; top: 0 }"),
        ('p::before { content: "</style><script>" }', 'p::before { content: "\\3c /style>\\3c script>" }'),
    ],
)
def test_styles_are_kept_where_they_load_nothing(written: str, inert: str) -> None:
    assert make_inert(written) == inert
    assert make_inert(inert) == inert


def test_styles_in_what_no_reader_sees_are_left_out() -> None:
    shown = original("<style>p { color: red }</style><noscript><style>p { color: blue }</style></noscript>")
    assert "color: red" in shown
    assert "color: blue" not in shown


def test_an_article_for_readers_without_scripts_is_shown() -> None:
    sentence = "Die Fähre über den Sund fährt seit gestern wieder, und am Anleger warteten schon früh die ersten Leute."
    body = (
        f"<noscript><h1>Die Fähre fährt</h1>{''.join(f'<p>{sentence} {place}.</p>' for place in range(9))}</noscript>"
    )
    page = Page(url=None, content=f"<html><head></head><body>{body}</body></html>")
    tree = parse_tree(page)
    shown = render_original(tree, separate_page(replace(page, tree=tree)).blocks, (), None)
    assert shown.count(sentence) == 9
    assert "<noscript" not in shown
