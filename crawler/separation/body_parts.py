"""What a kept block is within the body: paragraph, heading, quote, list, table or code."""

import re

from crawler.elements import HEADING_TAGS
from crawler.separation.blocks import PageBlock
from crawler.separation.outline import Outline
from crawler.separation.tables import find_table

_QUOTED = re.compile(r"[„“\"«»‚‘].{20,}[”“\"»«’‘][.!?]?$", re.DOTALL)
_MAX_HEADING_CHARS = 160
_NEAR_BLOCKS = 6


def name_body_part(index: int, blocks: list[PageBlock], outline: Outline) -> tuple[str, str]:
    """The label of a kept block, and the reason in words."""
    block = blocks[index]
    text = block.text
    part = "paragraph", "running text in the body"
    if block.tag in HEADING_TAGS and not _is_lead(index, blocks, outline):
        part = "heading", f"a heading element ({block.tag}) in the body"
    elif block.tag in HEADING_TAGS:
        part = "paragraph", "sentences right under the title: the lead"
    elif block.region.inside("blockquote") or _QUOTED.match(text):
        part = "quote", "it stands in quotation marks, or in a quotation element"
    elif block.tag == "pre":
        part = "code", "preformatted text in the body"
    elif block.tag in ("li", "dd", "dt") or block.bullet:
        part = "list", "a list's item in the body"
    elif find_table(block, blocks) is not None:
        part = "table", "a table's cell in the body"
    elif (
        len(text) <= _MAX_HEADING_CHARS
        and "\n" not in text
        and not text.endswith((".", ":", ","))
        and not outline.prose[index]
    ):
        following = next((place for place in range(index + 1, len(blocks)) if blocks[place].text), None)
        if following is not None and outline.prose[following]:
            part = "heading", "a short line without a full stop, followed by running text"
    return part


def _is_lead(index: int, blocks: list[PageBlock], outline: Outline) -> bool:
    """True for whole sentences in a heading element that is the next text behind the title, or behind its byline."""
    title = outline.title_index
    if title is None or not title < index <= title + _NEAR_BLOCKS or blocks[index].text[-1] != ".":
        return False
    return outline.prose[index] and not any(outline.prose[place] for place in range(title + 1, index))
