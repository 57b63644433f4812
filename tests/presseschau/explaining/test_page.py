"""What the explanation of a page says."""

from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from lxml import html

from crawler.separation.labels import KINDS
from crawler.separation.page import Page, Site
from presseschau.explaining.families import FAMILIES, LABELS, family_of
from presseschau.explaining.page import explain
from presseschau.explaining.subject import Subject

CASE = Path(__file__).parents[2] / "crawler/separation/phenomena/topics-breadcrumb-and-share-bar"
TEXT = """Die Brücke am Markt

Der Gemeinderat hat am Abend beschlossen, die Brücke am Markt für elf Monate zu sperren, wie er am Montag mitteilte.

Gefeiert wird am Sonntag mit einem Umzug, zu dem die Feuerwehr und der Gesangsverein schon zugesagt haben.

Themen:
- #Brücke
"""


def explained(content: str, url: str | None = None) -> Any:
    page = Page(url=url, content=content, site=Site(zone=ZoneInfo("Europe/Berlin")))
    return html.document_fromstring(explain(Subject(page=page, origin="the file page.html")).html)


def test_every_block_has_its_label_reason_and_evidence() -> None:
    document = explained((CASE / "page.html").read_text(encoding="utf-8"), "https://example.org/news/x")
    numbers = [int(block.get("data-block", "")) for block in document.find_class("block")]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 8
    for block in document.find_class("block"):
        assert block.get("data-family") in FAMILIES
        assert all(block.find_class(name)[0].text_content() for name in ("chip", "reason", "text"))
    kept = document.find_class("kept")
    assert all(block.find_class("evidence") for block in kept)
    assert {"breadcrumb", "topic links"} <= {chip.text_content() for chip in document.find_class("chip")}


def test_every_field_names_its_sources() -> None:
    document = explained((CASE / "page.html").read_text(encoding="utf-8"), "https://example.org/news/x")
    fields = {field.findtext("h3"): field.text_content() for field in document.find_class("field")}
    assert "the heading on the page" in fields["title"]
    assert set(fields) >= {"lead", "published at", "authors", "topics", "sections", "canonical url", "images"}


def test_plain_text_is_explained_too() -> None:
    document = explained(TEXT)
    (frame,) = document.iter("iframe")
    original = html.document_fromstring(frame.get("srcdoc", ""))
    marked = {span.get("data-family"): span.text for span in original.iter("span")}
    assert marked["title"] == "Die Brücke am Markt"
    assert marked["topic"] == "#Brücke"


def test_a_page_without_an_article_shows_its_blocks_and_the_reason() -> None:
    menu = "".join(f'<li><a href="/{number}">Rubrik {number}</a></li>' for number in range(9))
    result = explain(
        Subject(page=Page(url=None, content=f"<html><body><ul>{menu}</ul></body></html>"), origin="a menu")
    )
    assert result.refusal is not None
    document: Any = html.document_fromstring(result.html)
    assert result.refusal in document.find_class("warning")[0].text_content()
    assert len(document.find_class("block")) == 9


def test_nothing_at_all_is_explained_as_nothing() -> None:
    result = explain(Subject(page=Page(url=None, content=""), origin="an empty file"))
    assert result.refusal is not None
    assert b"<iframe" in result.html


def test_labels_have_families() -> None:
    assert {kind.name for kind in KINDS} <= set(LABELS)
    assert {family_of(label) for label in LABELS} == set(FAMILIES)
    assert family_of("webinar ad") == "advert"
    assert family_of("a label nobody has thought of") == "furniture"
