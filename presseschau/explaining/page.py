"""A page explained: separated, and rendered as one HTML file with everything in it."""

from dataclasses import dataclass, replace

from crawler.separation.article import separate_page
from crawler.separation.errors import NotAnArticle
from crawler.separation.outcome import LabelledBlock, Separation
from crawler.separation.page import Page
from crawler.separation.provenance import name_sources
from crawler.separation.tree import is_html, parse_tree
from crawler.separation.urls import find_base
from presseschau.explaining.families import FAMILIES
from presseschau.explaining.groups import group_blocks
from presseschau.explaining.original import render_lines, render_original
from presseschau.explaining.rendering import read_asset, render, script_hash
from presseschau.explaining.subject import Subject


@dataclass(frozen=True, kw_only=True, slots=True)
class Explained:
    """The explanation of a page."""

    html: bytes
    refusal: str | None
    """Why the page holds no article; None when it does. The explanation shows its blocks all the same."""


def explain(subject: Subject) -> Explained:
    """Separate a page, and show why it came out as it did."""
    page, refusal = subject.page, None
    separation: Separation | None = None
    blocks: tuple[LabelledBlock, ...]
    try:
        if page.tree is None and is_html(page.content):
            page = replace(page, tree=parse_tree(page))
        separation = separate_page(page, furniture=subject.furniture)
        blocks = separation.blocks
    except NotAnArticle as error:
        blocks, refusal = error.blocks, str(error)
    script = read_asset("explain.js")
    html = render(
        "explain.html",
        subject=subject,
        separation=separation,
        article=separation.article if separation else None,
        refusal=refusal,
        sources=name_sources(page, separation) if separation else (),
        groups=group_blocks(blocks),
        blocks=blocks,
        families=FAMILIES,
        original=_original(page, blocks, separation),
        script=script,
        script_hash=script_hash(script),
    )
    return Explained(html=html.encode("utf-8", "replace"), refusal=refusal)


def _original(page: Page, blocks: tuple[LabelledBlock, ...], separation: Separation | None) -> str:
    if page.tree is None:
        return render_lines(blocks)
    base = find_base(separation.facts.base if separation else None, page.url)
    return render_original(page.tree, blocks, separation.article.images if separation else (), base)
