"""A block's links: name and absolute address, in order."""

from dataclasses import dataclass

from lxml.etree import _Element

from crawler.separation.blocks import Markup, PageBlock
from crawler.separation.urls import find_url


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A link, or a name that could have been one."""

    name: str
    """White space collapsed."""
    url: str | None
    """Absolute; None when it leads nowhere."""


def block_links(block: PageBlock, base: str | None) -> list[Link]:
    """The links of a block; relative addresses are the base's."""
    return [name_link(name, element, base) for name, element in named_links(block)]


def named_links(block: PageBlock) -> list[tuple[str, _Element]]:
    """The names of a block's links, and their elements: an address costs more than a name."""
    if len(block.runs) == 1:
        return [(block.text, element) for element in block.runs[0][1] if element.tag == "a"]
    texts: dict[_Element, list[str]] = {}
    for text, markup in block.runs:
        for element in markup:
            if element.tag == "a":
                texts.setdefault(element, []).append(text)
    return [(" ".join("".join(parts).split()), element) for element, parts in texts.items()]


def name_link(name: str, element: _Element | None, base: str | None) -> Link:
    """The link of a name; without an element it leads nowhere."""
    return Link(name=name, url=find_url(element.get("href"), base) if element is not None else None)


def find_anchor(markup: Markup) -> _Element | None:
    """The link that a run of text stands in; None when it stands in none."""
    return next((element for element in markup if element.tag == "a"), None)


def says_more_than_links(block: PageBlock, *, behind: int = 0) -> bool:
    """True when a word stands outside of the block's links, from one of its runs on; what parts them is none."""
    return any(
        character.isalnum() for text, markup in block.runs[behind:] if find_anchor(markup) is None for character in text
    )
