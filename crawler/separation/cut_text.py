"""Plain text cut into blocks: a text extractor's view of a page, one line per block."""

import re

from crawler.separation.blocks import ASKED, PageBlock, Region
from crawler.separation.labels import kinds_of_text
from crawler.separation.tree import clean_characters

_BULLET = re.compile(r"[-*•–·‣]\s+")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+")
_GLUED_COLON = re.compile(r"(?<=[a-zäöüß]{2}:)(?=[A-ZÄÖÜ])")


def cut_text(content: str) -> list[PageBlock]:
    """The lines of a text, in order; white space collapsed, bullets taken off and noted."""
    blocks: list[PageBlock] = []
    gap = True
    page = Region("page", None, 0, 0, 0)
    for line in clean_characters(content).splitlines():
        text = " ".join(line.split())
        bullet = _BULLET.match(text)
        heading = _MARKDOWN_HEADING.match(text)
        if bullet:
            text = text[bullet.end() :]
        elif heading:
            text = text[heading.end() :]
        if not text:
            gap = True
            continue
        # An extractor drops the line break that a reader sees after a colon.
        text = _GLUED_COLON.sub(" ", text)
        tag = "li" if bullet else "h2" if heading else "line"
        region = Region(tag, page, 1, 0, 0, None, "", len(blocks), ASKED.get(tag, 0), len(blocks) + 1)
        blocks.append(PageBlock(text, region, gap=gap, bullet=bool(bullet), kinds=kinds_of_text(text)))
        gap = False
    page.stop = len(blocks)
    return blocks
