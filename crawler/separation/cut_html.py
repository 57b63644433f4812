"""HTML cut into blocks, in one walk over the tree.

A block begins and ends where a browser would begin a new line box: at block-level elements, and at two line breaks in a
row; or at one, behind a line that says the page's title, and beside a dateline. Nothing that a reader sees is left out;
scripts, styles and what only shows without scripts are no text.
"""

import re
from collections.abc import Iterable
from typing import cast

from lxml.etree import Comment, Entity, ProcessingInstruction, _Element

from crawler.elements import HEADING_TAGS
from crawler.separation.blocks import ASKED, EMPHASIS, Markup, PageBlock, Region
from crawler.separation.datelines import is_dateline
from crawler.separation.labels import BIT, kinds_of_names, kinds_of_text


def _named(tags: str) -> frozenset[str]:
    return frozenset(tags.split())


_SKIPPED = _named("script style template noscript svg iframe object embed head canvas video audio map datalist rt rp")
_MARKUP = EMPHASIS | _named("a abbr time")
_INLINE = _named("span font big tt bdi bdo data label nobr acronym wbr ruby rb strike meter output slot")
_WAYS: dict[object, str] = {
    **dict.fromkeys((*_SKIPPED, Comment, ProcessingInstruction, Entity), "skip"),
    **dict.fromkeys(_MARKUP, "mark"),
    **dict.fromkeys(_INLINE, "enter"),
    **dict.fromkeys(("source", "hr", "picture", "input"), "pass"),
    "br": "break",
    "img": "image",
}
"""What is done with an element; every other one is block-level, the unknown ones too."""
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
_SITE_BEFORE = re.compile(r"(?:[^\s|]+ ){0,4}[^\s|]*\s*[|–—·»›•:-]\s*|")
_SITE_BEHIND = re.compile(r"\s*[|–—·»›•:-]\s*[^\s|]+(?: [^\s|]+){0,4}|")
_MIN_TITLE_CHARS, _MAX_TITLE_RUNS = 12, 6
_TELLING = frozenset({"class", "id", "role", "itemprop", "aria-label"})
_HIDDEN, _SHARE = BIT["hidden"], BIT["share bar"]
_HIDING = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def cut_html(tree: _Element, *, titles: Iterable[str] = (), without_scripts: bool = False) -> list[PageBlock]:
    """The blocks of a page, in page order; the tree is only read.

    Args: titles: what the page says its title is, with the site's name or without; without_scripts: as a reader without
    scripts sees it.
    """
    body = tree.find("body") if tree.tag == "html" else tree
    if body is None:
        body = tree
    cutter = _Cutter(_WAYS if not without_scripts else _WAYS | {"noscript": "enter"}, titles)
    page = Region("page", None, 0, 0, 0)
    cutter.walk_block(body, page, ())
    page.stop = len(cutter.blocks)
    return cutter.blocks


class _Cutter:
    def __init__(self, ways: dict[object, str], titles: Iterable[str]) -> None:
        self._ways = ways
        self._titles = tuple(" ".join(title.split()) for title in titles)
        self.blocks: list[PageBlock] = []
        self._runs: list[tuple[str, Markup]] = []
        self._region = Region("page", None, 0, 0, 0)
        self._last_region: Region | None = None

    def walk_block(self, element: _Element, parent: Region, markup: Markup) -> None:
        if self._runs:
            self.flush()
        text = element.text
        # White space begins no block; in a link it belongs to the link.
        has_text = text and (markup or not text.isspace())
        has_children = len(element) > 0
        if not has_text and not has_children:
            return
        self._region = region = _region(element, parent, len(self.blocks))
        if text and has_text:
            self._runs.append((text, markup))
        if has_children:
            self._walk_children(element, region, markup)
        if self._runs:
            self.flush()
        region.stop = len(self.blocks)
        self._region = parent

    def flush(self) -> None:
        runs, self._runs = self._runs, []
        while runs and not runs[-1][1] and runs[-1][0].isspace():
            runs.pop()
        if len(runs) > 2 and (place := _find_dateline(runs)):  # noqa: PLR2004 - a line, a break, a line
            self._add(runs[:place])
            runs = runs[place + 1 :]
        self._add(runs)

    def _add(self, runs: list[tuple[str, Markup]]) -> None:
        drawn = "".join([run[0] for run in runs]) if len(runs) != 1 else runs[0][0]
        words = drawn.split()
        if not words:
            return
        text = " ".join(words) if _BREAK not in drawn else _lines(drawn)
        if len(runs) == 1:
            markup = runs[0][1]
            links = len(text) if markup and _is_linked(markup) else 0
        else:
            links = sum([len(" ".join(run.split())) for run, markup in runs if markup and _is_linked(markup)])
            links = min(links, len(text))
        region = self._region
        gap = region is not self._last_region
        self.blocks.append(PageBlock(text, region, links, runs, gap, False, None, kinds_of_text(text, words)))
        self._last_region = region

    def _walk_children(self, element: _Element, region: Region, markup: Markup) -> None:
        if region.depth + len(markup) > _MAX_DEPTH:
            self._runs.extend((str(text), ()) for child in element for text in child.itertext())
            return
        ways = self._ways
        for child in element:
            tag = child.tag
            way = ways.get(tag)
            if way is None:
                self.walk_block(child, region, markup)
            elif way == "mark":
                self._enter(child, region, markup, (*markup, child))
            elif way == "enter":
                self._enter(child, region, markup, markup)
            elif way != "skip":
                self._meet(way, child, region, markup)
            tail = child.tail
            if tail and (self._runs or markup or not tail.isspace()):
                self._runs.append((tail, markup))

    def _meet(self, way: str, element: _Element, region: Region, markup: Markup) -> None:
        """What has no text of its own: a line's end, an image, what only holds images."""
        if way == "break":
            self._break_line()
        elif way == "image":
            self.blocks.append(PageBlock("", region, image=element))
        else:
            self._walk_children(element, region, markup)

    def _enter(self, element: _Element, region: Region, outer: Markup, inner: Markup) -> None:
        text = element.text
        if text:
            # Two spans side by side are drawn apart by style alone.
            if self._runs and element.tag == "span" and _glued(element, self._runs[-1][0], text):
                self._runs.append((" ", outer))
            if self._runs or inner or not text.isspace():
                self._runs.append((text, inner))
        if len(element):
            self._walk_children(element, region, inner)

    def _break_line(self) -> None:
        runs = self._runs
        blank = 0
        while blank < len(runs) and not runs[-1 - blank][0].strip(" \t\r\xa0\n") and runs[-1 - blank][0] != _BREAK:
            blank += 1
        ends = blank < len(runs) and runs[-1 - blank][0] == _BREAK
        if ends:
            self.flush()
            self._last_region = None
        elif self._titles and len(runs) <= _MAX_TITLE_RUNS and (place := self._find_title()) is not None:
            line = runs[place:]
            if place:
                self._runs = runs[: place - 1]
                self.flush()
            self._runs = line
            self.flush()
            self._last_region = None
        else:
            runs.append((_BREAK, ()))

    def _find_title(self) -> int | None:
        """Where the last line begins, if it is the page's title, but for a site's name parted by a mark.

        None in headings.
        """
        if self._region.tag in HEADING_TAGS:
            return None
        runs = self._runs
        start = next((at for at in range(len(runs), 0, -1) if runs[at - 1][0] == _BREAK), 0)
        text = _joined(runs[start:])
        if len(text) < _MIN_TITLE_CHARS:
            return None
        for title in self._titles:
            before, said, behind = title.partition(text)
            if said and _SITE_BEFORE.fullmatch(before) and _SITE_BEHIND.fullmatch(behind):
                return start
        return None


_BREAK = "\v"  # a vertical tab: no page holds one, the tree's characters are cleaned of it


def _find_dateline(runs: list[tuple[str, Markup]]) -> int | None:
    """The break behind a first line, or before a last one, that is a dateline; None when neither is one."""
    breaks = [place for place, (text, _) in enumerate(runs) if text == _BREAK]
    if breaks and is_dateline(_joined(runs[: breaks[0]])):
        return breaks[0]
    return breaks[-1] if breaks and is_dateline(_joined(runs[breaks[-1] + 1 :])) else None


def _joined(runs: list[tuple[str, Markup]]) -> str:
    return " ".join("".join(text for text, _ in runs).split())


def _lines(text: str) -> str:
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split(_BREAK))))


def _glued(element: _Element, before: str, text: str) -> bool:
    if not (before[-1:].isalnum() and text[:1].isalnum()):
        return False
    previous = element.getprevious()
    return previous is not None and previous.tag == "span" and not previous.tail


def _is_linked(markup: Markup) -> bool:
    for element in markup:  # noqa: SIM110 - asked for every run; a generator costs more than all the rest
        if element.tag == "a":
            return True
    return False


def _region(element: _Element, parent: Region, start: int) -> Region:
    tag = element.tag
    kinds = _NAMED_TAGS.get(tag, 0)
    names = ""
    for name, value in cast("list[tuple[str, str]]", element.items()):
        if name in _TELLING:
            names = f"{names} {value}" if names else value
        elif name == "hidden" or (name == "style" and _HIDING.search(value)):
            kinds |= _HIDDEN
    if names:
        kinds |= kinds_of_names(names)
        if tag == "blockquote":
            kinds &= ~_SHARE
    around = parent.around | ASKED.get(tag, 0)
    return Region(tag, parent, parent.depth + 1, kinds, parent.inherited | kinds, element, names, start, around)
