"""The title of a plain text, where no markup tells it from the lines around it."""

import re

from crawler.separation.blocks import PageBlock
from crawler.separation.datelines import is_of_dateline
from crawler.separation.prose import ends_sentence, folded

_MIN_TITLE_WORDS, _MIN_SENTENCE_WORDS = 4, 8
_FULL_STOP = re.compile(r"\.[\"'”“»«’)\]]*$")
_HAS_SMALL_WORD = re.compile(r"(?<!\S)[^\W\d_A-ZÀ-ÖØ-Þ][^\W\d_]+")
_MIN_BODY_CHARS = 200


def find_title_line(blocks: list[PageBlock], claimed: list[str], sites: list[str]) -> int | None:
    """The title of a plain text: what the listing calls it, else the first line of some length before the text."""
    wanted = {folded(title) for title in claimed if title}
    for index, block in enumerate(blocks):
        if folded(block.text) in wanted:
            return index
    if wanted - {folded(site) for site in sites}:
        first = next((block for block in blocks if not block.kinds), None)
        if first is not None and ends_sentence(first.text):
            return None  # the title is known, and the text begins with its first sentence
    body = next((index for index, block in enumerate(blocks) if _opens_body(block.text)), len(blocks))
    lines = [
        index
        for index in range(body)
        if not (blocks[index].kinds or blocks[index].bullet or is_of_dateline(index, blocks))
    ]
    long_enough = [index for index in lines if len(blocks[index].text.split()) >= _MIN_TITLE_WORDS]
    # A headline says something of somebody: a word of it is no name. A row of a menu's entries has names alone.
    telling = [index for index in lines if _HAS_SMALL_WORD.search(blocks[index].text) and index in long_enough]
    short = [index for index in lines if " " in blocks[index].text and _HAS_SMALL_WORD.search(blocks[index].text)]
    return next(iter(telling or short or long_enough or lines), None)


def _opens_body(text: str) -> bool:
    """True for a sentence of some length that no headline would be."""
    return len(text) > _MIN_BODY_CHARS or (
        text.count(" ") >= _MIN_SENTENCE_WORDS - 1 and _FULL_STOP.search(text) is not None
    )
