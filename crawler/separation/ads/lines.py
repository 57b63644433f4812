"""An advertisement's lines, as a reader sees them; HTML and plain text look alike from here on."""

import re
from dataclasses import dataclass

from crawler.separation.ads.calls import find_call
from crawler.separation.blocks import PageBlock


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line of an advertisement."""

    text: str
    gap: bool
    """True when a blank line, or the edge of a box, parts it from the line before."""
    box: int = 0
    """Lines in boxes side by side share the number of what holds these boxes; 0 for plain text."""
    outer_box: int = 0
    """Likewise one level further out."""
    heading: bool = False
    link: bool = False
    """True when all of it is a link, or a button."""


def read_lines(blocks: list[PageBlock]) -> list[Line]:
    """The lines of an advertisement's blocks."""
    lines = []
    previous: PageBlock | None = None
    for block in blocks:
        holder = block.region.parent
        call = find_call(block)
        for place, text in enumerate(filter(None, block.text.split("\n"))):
            lines.append(
                Line(
                    text=text,
                    gap=place == 0 and (block.gap if not block.runs else _is_apart(block, previous)),
                    box=id(holder) if block.runs else 0,
                    outer_box=id(holder.parent) if block.runs and holder is not None else 0,
                    heading=bool(re.fullmatch(r"h[1-6]", block.tag)),
                    link=block.link_chars >= len(block.text) or text == call,
                )
            )
        previous = block
    return lines


def _is_apart(block: PageBlock, previous: PageBlock | None) -> bool:
    """True for a box of its own: a list's item, several lines in one, or another holder than the block before."""
    if previous is None or block.tag == "li" or "\n" in block.text or "\n" in previous.text:
        return True
    return block.region.parent is not previous.region.parent
