"""Articles for people: plain text and Markdown."""

import html
import re

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from articles.model import Article, Block, BlockKind
from articles.records import render_markdown, render_text
from tests.articles.strategies import some_text

MARKDOWN = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def article(*blocks: Block, title: str = "Titel") -> Article:
    return Article(title=title, blocks=blocks, html="", confidence=1)


def paragraph(text: str) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, text=text)


FULL = article(
    paragraph("Der Vorspann\nüber zwei Zeilen."),
    Block(kind=BlockKind.HEADING, text="Zwischentitel", level=3),
    Block(kind=BlockKind.LIST, text="eins\nzwei", items=("eins", "zwei")),
    Block(kind=BlockKind.LIST, text="drei\nvier"),
    Block(kind=BlockKind.QUOTE, text="Ein Zitat\nvon jemand"),
    Block(kind=BlockKind.TABLE, text="a\tb\nc", rows=(("a", "b|c"), ("d",))),
    Block(kind=BlockKind.TABLE, text="e\tf"),
    Block(kind=BlockKind.FIGURE, text="", url="https://example.org/a (1).jpg", caption="Ein *Bild*"),
    Block(kind=BlockKind.CODE, text="```\ncode"),
)


def test_text_is_the_body_without_title_and_captions() -> None:
    assert render_text(article(paragraph("Eins."), FULL.blocks[7], paragraph("Zwei."))) == "Eins.\n\nZwei."


def test_markdown_has_every_kind_of_block() -> None:
    assert render_markdown(FULL) == (
        "# Titel\n\nDer Vorspann\\\nüber zwei Zeilen.\n\n### Zwischentitel\n\n- eins\n- zwei\n\n- drei\n- vier\n\n"
        "> Ein Zitat\\\n> von jemand\n\n| a | b\\|c |\n| --- | --- |\n| d |  |\n\n| e | f |\n| --- | --- |\n\n"
        "![Ein \\*Bild\\*](<https://example.org/a(1).jpg>)\n\n````\n```\ncode\n````"
    )


@pytest.mark.parametrize(
    "text",
    [
        "# keine Überschrift",
        "1. kein Punkt",
        "12) auch nicht",
        "- nein",
        "+ nein",
        "* nein",
        "> kein Zitat",
        "---",
        "Platz 1 #",
        "C ##",
        "#",
        "Zeile\n===",
        "Zeile\n---",
        "<b>kein HTML</b>",
        "&amp; bleibt",
        "[kein](https://example.org) Link",
        "`kein Code`",
        "__nicht__ *fett* ~~gestrichen~~",
        "a \\* b",
        "\\",
        "ende\\",
        "| keine | Tabelle |\n| --- | --- |",
        "    kein Code",
        "![x](y)",
        "<https://example.org>",
        "1986\\. war",
        "    \tx",
        "[x]: https://example.org",
    ],
)
def test_what_looks_like_markup_stays_text(text: str) -> None:
    _assert_shown(text)


@given(some_text)
def test_any_text_stays_text(text: str) -> None:
    _assert_shown(text)


def _assert_shown(text: str) -> None:
    """As a paragraph and as a title, a reader sees the words and nothing but one paragraph and one heading."""
    text = text.replace("\0", "").strip() or "x"  # CommonMark replaces NUL
    words = " ".join(text.split()) or "x"
    shown = MARKDOWN.render(render_markdown(article(paragraph(text), title=text)))
    title, _, body = shown.partition("\n")
    assert title == f"<h1>{html.escape(words).replace('&#x27;', chr(39))}</h1>"
    lines = re.fullmatch(r"<p>(.*)</p>\n", body, re.DOTALL)
    assert lines is not None, body
    assert " ".join(html.unescape(lines[1].replace("<br />", " ")).split()) == " ".join(words.split())
    assert "<" not in lines[1].replace("<br />", "")
