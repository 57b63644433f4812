"""An advertisement's lines, as a reader sees them; HTML and plain text look alike from here on."""

import re
from dataclasses import dataclass

from crawler.separation.blocks import PageBlock


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line of an advertisement."""

    text: str
    gap: bool
    """True when a blank line, or the edge of a container, parts it from the line before."""
    heading: bool = False
    link: bool = False
    """True when all of it is a link."""


def read_lines(blocks: list[PageBlock]) -> list[Line]:
    """The lines of an advertisement's blocks."""
    lines = []
    previous = None
    for block in blocks:
        for place, text in enumerate(block.text.split("\n")):
            if not text:
                continue
            own_container = block.region is not previous and _holder(block) is not _holder_of(previous)
            lines.append(
                Line(
                    text=text,
                    gap=place == 0 and (block.gap if block.region.element is None else own_container),
                    heading=bool(re.fullmatch(r"h[1-6]", block.tag)),
                    link=block.link_chars >= len(block.text),
                )
            )
        previous = block.region
    return lines


def _holder(block: PageBlock) -> object:
    return _holder_of(block.region)


def _holder_of(region: object) -> object:
    """The container whose edges a reader sees as a gap: the one around the block's own element."""
    return getattr(region, "parent", None)
