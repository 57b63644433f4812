"""HTML cut into blocks, in one walk over the tree.

A block begins and ends where a browser would begin a new line box: at block-level elements, and at two line breaks in a
row. Nothing that a reader sees is left out; scripts, styles and what only shows without scripts are no text.
"""

import re

from lxml.etree import _Element
from lxml.html import HtmlElement

from crawler.separation.blocks import EMPHASIS, Markup, PageBlock, Region
from crawler.separation.labels import BIT, kinds_of_names, kinds_of_text


def _named(tags: str) -> frozenset[str]:
    return frozenset(tags.split())


_SKIPPED = _named("script style template noscript svg iframe object embed head canvas video audio map datalist")
_MARKUP = EMPHASIS | _named("a abbr time")
_INLINE = _MARKUP | _named(
    "span font big tt bdi bdo data label nobr acronym wbr ruby rb rt rp strike meter output slot"
)
# The commonest block-level elements, asked for first; every unknown element is one too.
_BLOCKS = frozenset(
    ["div", "p", "li", "ul", "section", "article", "h1", "h2", "h3", "h4", "td", "tr", "figure", "header"]
)
# A region of its own, though a reader sees it as one line.
_NAMED_TAGS = {
    **dict.fromkeys(("nav", "menu"), BIT["navigation"]),
    **dict.fromkeys(("button", "form", "select", "textarea", "dialog", "fieldset"), BIT["controls"]),
    "figcaption": BIT["caption"],
    "aside": BIT["navigation"],
    "address": BIT["byline"],
}
# lxml's parser ends nesting at 256; a caller's tree may be deeper, and Python's stack is not.
_MAX_DEPTH = 200
_TELLING = frozenset({"class", "id", "role", "itemprop", "aria-label"})
_HIDING = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def cut_html(tree: HtmlElement) -> list[PageBlock]:
    """The blocks of a page, in page order; the tree is only read."""
    body = tree.find("body") if tree.tag == "html" else tree
    if body is None:
        body = tree
    cutter = _Cutter()
    page = Region("page", None, 0, 0, 0)
    cutter.walk_block(body, page, ())
    page.stop = len(cutter.blocks)
    return cutter.blocks


class _Cutter:
    def __init__(self) -> None:
        self.blocks: list[PageBlock] = []
        self._runs: list[tuple[str, Markup]] = []
        self._region = Region("page", None, 0, 0, 0)
        self._last_region: Region | None = None

    def walk_block(self, element: _Element, parent: Region, markup: Markup) -> None:
        if self._runs:
            self.flush()
        region = _region(element, parent)
        region.start = len(self.blocks)
        self._region = region
        text = element.text
        if text:
            self._runs.append((text, markup))
        self._walk_children(element, region, markup)
        if self._runs:
            self.flush()
        region.stop = len(self.blocks)
        self._region = parent

    def flush(self) -> None:
        runs, self._runs = self._runs, []
        text = _visible("".join([run[0] for run in runs]))
        if not text:
            return
        links = 0
        for run, markup in runs:
            if markup and _is_linked(markup):
                links += len(" ".join(run.split()))
        region = self._region
        block = PageBlock(text, region, min(links, len(text)), runs, gap=region is not self._last_region)
        block.kinds = kinds_of_text(text)
        self._last_region = region
        self.blocks.append(block)

    def _walk_children(self, element: _Element, region: Region, markup: Markup) -> None:
        if region.depth + len(markup) > _MAX_DEPTH:
            self._runs.extend((str(text), ()) for child in element for text in child.itertext())
            return
        for child in element:
            tag = child.tag
            if tag in _BLOCKS:
                self.walk_block(child, region, markup)
            elif tag in _SKIPPED or not isinstance(tag, str):
                pass
            elif tag in _INLINE:
                self._walk_inline(child, tag, region, markup)
            elif tag == "br":
                self._break_line()
            elif tag == "img":
                self._add_image(child, region)
            elif tag in ("source", "hr", "picture", "input", "wbr"):
                self._walk_children(child, region, markup)
            else:
                self.walk_block(child, region, markup)
            tail = child.tail
            if tail:
                self._runs.append((tail, markup))

    def _walk_inline(self, element: _Element, tag: str, region: Region, markup: Markup) -> None:
        inner = (*markup, element) if tag in _MARKUP else markup
        text = element.text
        # Two spans side by side are drawn apart by style alone.
        if tag == "span" and text and self._runs and _glued(element, self._runs[-1][0], text):
            self._runs.append((" ", markup))
        if text:
            self._runs.append((text, inner))
        self._walk_children(element, region, inner)

    def _break_line(self) -> None:
        runs = self._runs
        blank = 0
        while blank < len(runs) and not runs[-1 - blank][0].strip(" \t\r\xa0\n") and runs[-1 - blank][0] != _BREAK:
            blank += 1
        if blank < len(runs) and runs[-1 - blank][0] == _BREAK:
            self.flush()
            self._last_region = None
        else:
            runs.append((_BREAK, ()))

    def _add_image(self, element: _Element, region: Region) -> None:
        self.blocks.append(PageBlock("", region, image=element))


_BREAK = "\v"  # a vertical tab: no page holds one, the tree's characters are cleaned of it


def _visible(text: str) -> str:
    if _BREAK not in text:
        return " ".join(text.split())
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split(_BREAK))))


def _glued(element: _Element, before: str, text: str) -> bool:
    previous = element.getprevious()
    return (
        previous is not None
        and previous.tag == "span"
        and not previous.tail
        and before[-1:].isalnum()
        and text[:1].isalnum()
    )


def _is_linked(markup: Markup) -> bool:
    return any(element.tag == "a" for element in markup)


def _region(element: _Element, parent: Region) -> Region:
    tag = element.tag
    kinds = _NAMED_TAGS.get(tag, 0)
    told = []
    for name, value in element.items():
        if name in _TELLING:
            told.append(str(value))
        elif name == "hidden" or (name == "style" and _HIDING.search(str(value))):
            kinds |= BIT["hidden"]
    names = " ".join(told) if told else ""
    if names:
        kinds |= kinds_of_names(names)
    return Region(tag, parent, parent.depth + 1, kinds, parent.inherited | kinds, element, names)
