"""Links that a page writes relative to another address, and crumbs in the marks of its body."""

import pytest

from crawler.separation.article import separate_page
from crawler.separation.outcome import Separation
from crawler.separation.page import Page
from crawler.separation.urls import find_base

BODY = """<h1>Brücke wieder offen</h1>
<p>Nach elf Monaten rollt der <a href="verkehr">Verkehr</a> wieder auf beiden Spuren, teilte das Amt mit.</p>
<figure><img src="bilder/bruecke.jpg" width="640"><figcaption>Die Brücke</figcaption></figure>
<p>Gefeiert wird am Sonntag mit einem Umzug, zu dem die Feuerwehr und der Gesangsverein schon zugesagt haben.</p>"""


def separated(head: str = "", above: str = "", url: str | None = "https://bote.example/news/bruecke") -> Separation:
    content = f"<html><head>{head}</head><body>{above}<article>{BODY}</article></body></html>"
    return separate_page(Page(url=url, content=content))


@pytest.mark.parametrize("url", ["https://bote.example/news/bruecke", None])
def test_a_base_is_what_links_and_pictures_resolve_against(url: str | None) -> None:
    head = '<base target="_top"><base href="https://cdn.example/a/"><link rel="canonical" href="b">'
    separation = separated(head, url=url)
    assert separation.article.images[0].url == "https://cdn.example/a/bilder/bruecke.jpg"
    assert 'href="https://cdn.example/a/verkehr"' in separation.article.html
    assert separation.canonical_url == "https://cdn.example/a/b"


@pytest.mark.parametrize(
    ("written", "base"),
    [
        (None, "https://bote.example/x/y"),
        ("/", "https://bote.example/"),
        ("javascript:alert(1)", "https://bote.example/x/y"),
        ("https://[broken", "https://bote.example/x/y"),
    ],
)
def test_a_base_that_is_no_address_is_none(written: str | None, base: str) -> None:
    assert find_base(written, "https://bote.example/x/y") == base


MICRODATA = """<ol itemscope itemtype="https://schema.org/BreadcrumbList">
<li itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem">
<a itemprop="item" href="/"><span itemprop="name">Startseite</span></a></li>
<li itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem">
<a itemprop="item" href="/land"><span itemprop="name">Land</span></a></li></ol>"""
RDFA = """<ol vocab="https://schema.org/" typeof="BreadcrumbList">
<li property="itemListElement" typeof="ListItem">
<a property="item" href="/"><span property="name">Startseite</span></a></li>
<li property="itemListElement" typeof="ListItem">
<a property="item" href="/land"><span property="name">Land</span></a></li>
</ol>"""


@pytest.mark.parametrize("crumbs", [MICRODATA, RDFA])
def test_crumbs_in_the_bodys_marks_are_the_sections(crumbs: str) -> None:
    separation = separated(above=crumbs)
    assert separation.facts.breadcrumb == [("Startseite", "/"), ("Land", "/land")]
    assert [(section.name, section.url) for section in separation.article.sections] == [
        ("Land", "https://bote.example/land")
    ]
