"""The original, with the text of every block marked."""

from copy import deepcopy
from pathlib import Path

import pytest
from lxml import html
from lxml.etree import _Element

from crawler.separation.article import separate_page
from crawler.separation.outcome import LabelledBlock
from crawler.separation.page import Page
from crawler.separation.tree import parse_tree
from presseschau.explaining.marking import mark_blocks
from presseschau.explaining.original import render_original

PHENOMENA = Path(__file__).parents[2] / "crawler/separation/phenomena"
PAGES = sorted(
    page for page in PHENOMENA.glob("*/page.html") if "only-in" not in str(page) and "state" not in str(page)
)


def marked(content: str) -> tuple[_Element, tuple[LabelledBlock, ...]]:
    page = Page(url=None, content=content)
    tree = parse_tree(page)
    blocks = separate_page(Page(url=None, content=content, tree=tree)).blocks
    copy = deepcopy(tree)
    mark_blocks(copy, dict(zip(tree.iter(), copy.iter(), strict=True)), blocks)
    return copy, blocks


def letters(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_each_block_is_marked_with_exactly_its_own_text(page: Path) -> None:
    tree, blocks = marked(page.read_text(encoding="utf-8"))
    for number, block in enumerate(blocks, start=1):
        parts = [part for part in tree.iter("span") if part.get("data-block") == str(number)]
        assert letters("".join(str(part.text) for part in parts)) == letters(block.text)
        assert [part.get("id") for part in parts] == [f"presseschau-{number}", *[None] * (len(parts) - 1)]


def test_blocks_that_share_an_element_are_told_apart() -> None:
    sentence = (
        "Der Gemeinderat hat am Abend beschlossen, die Brücke am Markt für elf Monate zu sperren, wie er mitteilt. "
    )
    inner = f"{sentence}<br><br>{sentence}<b>{sentence}</b><p>{sentence}</p>{sentence}"
    tree, _ = marked(f"<html><body><h1>Die Brücke am Markt</h1><div>{inner}</div></body></html>")
    numbers = [part.get("data-block") for part in tree.iter("span") if sentence.strip() in (part.text or "")]
    assert numbers == ["2", "3", "3", "4", "5"]


def test_comments_in_a_callers_tree_part_no_text() -> None:
    sentence = (
        "Der Gemeinderat hat am Abend beschlossen, die Brücke am Markt für elf Monate zu sperren, wie er mitteilt."
    )
    content = f"<html><body><h1>Die Brücke</h1><p>{sentence} <!-- x -->{sentence}</p><p>{sentence}</p></body></html>"
    tree = html.document_fromstring(content)
    blocks = separate_page(Page(url=None, content=content, tree=tree)).blocks
    copy = deepcopy(tree)
    mark_blocks(copy, dict(zip(tree.iter(), copy.iter(), strict=True)), blocks)
    assert [part.get("data-block") for part in copy.iter("span")] == ["1", "2", "2", "3"]


def test_the_tree_that_was_separated_stays_as_it_was() -> None:
    content = PAGES[0].read_text(encoding="utf-8")
    tree = parse_tree(Page(url=None, content=content))
    before = html.tostring(tree)
    separation = separate_page(Page(url=None, content=content, tree=tree))
    render_original(tree, separation.blocks, separation.article.images, None)
    assert html.tostring(tree) == before
