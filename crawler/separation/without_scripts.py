"""Text for readers without scripts: a page may show its article in `noscript` alone, or leave one open by mistake."""

from collections.abc import Sequence

from lxml.etree import _Element

from crawler.separation.blocks import PageBlock

_MIN_CHARS = 300


def holds_the_text(tree: _Element, shown: Sequence[PageBlock]) -> bool:
    """True where what stands in `noscript` is text, and more of it than the page shows beside its links.

    Most of them hold a picture or a line that asks for scripts; those cost a glance.
    """
    held = list(tree.iter("noscript"))
    if sum([len(text) for element in held for text in element.itertext()]) < _MIN_CHARS:
        return False
    hidden = sum(_size(element) for element in held)
    return hidden >= _MIN_CHARS and hidden > sum([len(block.text) - block.link_chars for block in shown])


def _size(element: _Element) -> int:
    """Characters of text, without white space in a row and without what stands in links, scripts and styles."""
    if not len(element):
        return 0
    texts = (
        text
        for each in element.iter()
        for text, holder in ((each.text, each), (each.tail if each is not element else None, each.getparent()))
        if text and holder is not None and holder.tag not in ("a", "script", "style")
    )
    return sum(len(" ".join(text.split())) for text in texts)
