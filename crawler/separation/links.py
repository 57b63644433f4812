"""A block's links: name and absolute address, in order."""

from dataclasses import dataclass

from lxml.etree import _Element

from crawler.separation.blocks import PageBlock
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
    texts: dict[_Element, list[str]] = {}
    for text, markup in block.runs:
        for element in markup:
            if element.tag == "a":
                texts.setdefault(element, []).append(text)
    return [
        Link(name=" ".join("".join(parts).split()), url=find_url(element.get("href"), base))
        for element, parts in texts.items()
    ]
