"""Who wrote an article, wherever its page says so."""

import pytest

from crawler.separation.article import separate_page
from crawler.separation.page import Page, Site

BODY = """<p>Nach elf Monaten rollt der Verkehr wieder auf beiden Spuren, teilte das Amt am Montag mit.</p>
<p>Gefeiert wird am Sonntag mit einem Umzug, zu dem die Feuerwehr und der Gesangsverein schon zugesagt haben.</p>
<p>Die Kosten stiegen von zwei auf drei Millionen Kronen, weil ein Pfeiler neu gegründet werden musste.</p>"""


def authors(*, head: str = "", above: str = "", below: str = "", site: str | None = None) -> tuple[str, ...]:
    content = f"""<html lang="de"><head><title>Brücke wieder offen</title>{head}</head>
    <body><main><h1>Brücke wieder offen</h1>{above}<article>{BODY}</article>{below}</main></body></html>"""
    page = Page(url="https://bote.example/news/bruecke", content=content, site=Site(name=site))
    return separate_page(page).article.authors


def json_ld(properties: str) -> str:
    return (
        '<script type="application/ld+json">'
        f'{{"@type": "NewsArticle", "headline": "Brücke wieder offen", {properties}}}</script>'
    )


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (json_ld('"author": "Grete Halm und Jonas Moor"'), ("Grete Halm", "Jonas Moor")),
        (json_ld('"author": ["Grete Halm", {"@type": "Person", "name": "Jonas Moor"}]'), ("Grete Halm", "Jonas Moor")),
        (json_ld('"author": {"@type": "Person", "name": ["Grete Halm", "Jonas Moor"]}'), ("Grete Halm", "Jonas Moor")),
        (json_ld('"author": {"@type": "Person", "givenName": "Grete", "familyName": "Halm"}'), ("Grete Halm",)),
        (json_ld('"author": [{"@type": "Person", "name": "Grete Halm (gha)"}]'), ("Grete Halm",)),
        (json_ld('"creator": ["Grete Halm"]'), ("Grete Halm",)),
        (json_ld('"author": {"@type": "NewsMediaOrganization", "name": "Halm Moor"}'), ()),
        (json_ld('"author": {"@type": "Person", "name": "Bote Redaktion"}'), ()),
        (json_ld('"author": {"@type": "Person", "name": "Grete Halm"}, "publisher": {"name": "Halm Moor"}')
         + '<meta name="author" content="Wer Einstellt">', ("Grete Halm",)),
        ('<meta name="author" content="Grete Halm, Jonas Moor">', ("Grete Halm", "Jonas Moor")),
        ('<meta name="DC.creator" content="Grete Halm">', ("Grete Halm",)),
        ('<meta name="parsely-author" content="Grete Halm">', ("Grete Halm",)),
        ('<meta name="byl" content="By Grete Halm">', ("Grete Halm",)),
        ('<meta property="article:author" content="https://example.org/grete">', ()),
        ('<meta name="twitter:creator" content="@gretehalm">', ()),
        ('<meta name="author" content="Der Bote (www.bote.example)">', ()),
        ('<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Grete Halm">',
         ("Grete Halm",)),
        ('<meta name="twitter:label1" content="Lesezeit"><meta name="twitter:data1" content="Drei Minuten">', ()),
    ],
)  # fmt: skip
def test_in_the_head(head: str, expected: tuple[str, ...]) -> None:
    assert authors(head=head) == expected


def test_in_a_graph_that_names_its_persons_by_reference() -> None:
    graph = """<script type="application/ld+json">{"@graph": [
    {"@type": "NewsArticle", "headline": "Brücke wieder offen", "author": [{"@id": "#g"}, {"@id": "#r"}]},
    {"@type": "Person", "@id": "#g", "name": "Grete Halm"},
    {"@type": "Organization", "@id": "#r", "name": "Halm Moor"}]}</script>"""
    assert authors(head=graph) == ("Grete Halm",)


def test_by_two_programs_that_describe_the_same_article() -> None:
    first = json_ld('"datePublished": "2026-11-19", "wordCount": 200, "author": {"name": "Grete Halm"}')
    second = json_ld('"author": [{"name": "Grete Halm"}, {"name": "Jonas Moor"}]')
    teaser = second.replace("Brücke wieder offen", "Anderes").replace("Jonas Moor", "Wilma Fremd")
    assert authors(head=first + second + teaser) == ("Grete Halm", "Jonas Moor")


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("<p>Von Grete Halm und Jonas Moor</p>", ("Grete Halm", "Jonas Moor")),
        ("<p>By Grete Halm | 19 November 2026</p>", ("Grete Halm",)),
        ("<p>Von Grete Halm, Finkenlohe 19.11.2026, 18:11 Uhr</p>", ("Grete Halm",)),
        ("<p>Text: Grete Halm</p>", ("Grete Halm",)),
        ('<div class="author vcard"><a class="url fn" href="/a/halm">Grete Halm</a></div>', ("Grete Halm",)),
        ('<p><a rel="author" href="/a/halm">Grete Halm</a></p>', ("Grete Halm",)),
        ('<ul><li class="metaAuthorList-item"><a href="/a">Grete Halm</a></li></ul>', ("Grete Halm",)),
        ('<p><span itemprop="author">Grete Halm</span></p>', ("Grete Halm",)),
        ('<p class="byline">dpa</p>', ()),
        ('<div class="author">Halms Bote</div>', ()),
        ('<div class="author">Mehr von diesem Autor</div>', ()),
    ],
)
def test_on_the_page(above: str, expected: tuple[str, ...]) -> None:
    assert authors(above=above, site="Halms Bote") == expected


@pytest.mark.parametrize(
    "foreign",
    [
        '<section class="comments"><h3>3 Kommentare</h3><div class="comment-author">Wilma Fremd</div></section>',
        '<figure><img src="/a.jpg"><figcaption><span itemprop="author">Wilma Fremd</span></figcaption></figure>',
        '<div itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Wilma Fremd</b></div>',
    ],
)
def test_those_of_comments_and_pictures_are_others(foreign: str) -> None:
    assert authors(below=foreign) == ()


def test_right_behind_the_text() -> None:
    assert authors(below='<p class="article-author">Grete Halm</p>') == ("Grete Halm",)


MORE = "".join(f'<h3><a href="/n/{number}">Ein ganz anderer Artikel Nummer {number}</a></h3>' for number in range(8))


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Autorin/Autor Grete Halm", ("Grete Halm",)), ("Author: Grete Halm", ("Grete Halm",)), ("Von Wilma Fremd", ())],
)
def test_far_behind_the_text_in_so_many_words(line: str, expected: tuple[str, ...]) -> None:
    assert authors(below=f"<section>{MORE}</section><ul><li>{line}</li></ul>") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Paul Engel · 03.02.2024", ("Paul Engel",)),
        ("03.02.2024 | 13:10 Uhr | Paul Engel", ("Paul Engel",)),
        ("3. Februar 2024 - Redaktion: Paul Engel", ("Paul Engel",)),
        ("Posted on February 3, 2024 by Paul Engel", ("Paul Engel",)),
        ("Paul Engel Stand: 3. Februar 2024", ("Paul Engel",)),
        ("Dr. Paula von Engel, 3. Februar 2024", ("Dr. Paula von Engel",)),
        ("Samstag, 3. Februar 2024, 13:10 Uhr", ()),
        ("3. Februar 2024 · Lesezeit drei Minuten", ()),
        ("Der Bote · 03.02.2024", ()),
        ("Paul Engel", ()),
    ],
)
def test_in_the_dateline(line: str, expected: tuple[str, ...]) -> None:
    assert authors(above=f"<p>{line}</p>") == expected


def test_what_a_menu_says_is_no_author_in_the_dateline() -> None:
    menu = '<ul><li><a href="/d">Deutsche Sprache</a></li></ul>'
    assert authors(above="<p>Deutsche Sprache · 03.02.2024</p>", below=menu) == ()
