"""The author as a reader sees it: the line near the title that begins with a word for "by"."""

import re

from crawler.separation.blocks import PageBlock
from crawler.separation.labels import BIT

_BY = re.compile(
    r"^(?i:(?:ein(?:e)? (?:kommentar|gastbeitrag|analyse|bericht|interview|kolumne"
    r"|reportage|essay) )?von|by|par|por|text"
    r"|autor(?:in)?(?:en)?|author|verfasst von|geschrieben von|written by|aufgezeichnet von|protokoll)\s*:?\s+"
    r"(?P<names>[^\W\d_a-zäöüß].{3,80})$",
    re.MULTILINE,
)
_END = re.compile(
    r"\s*(?:[|•·–—(]|\d|\b(?:am|on|vom|für|veröffentlicht|aktualisiert|published|updated)\b).*$", re.IGNORECASE
)
_NEAR_BLOCKS = 14
_MAX_CHARS = 160


def find_shown_authors(blocks: list[PageBlock], title_index: int | None) -> list[str]:
    """The names of the byline, as written; none when the page shows none near its title."""
    if title_index is None:
        return []
    for block in blocks[title_index + 1 : title_index + _NEAR_BLOCKS]:
        if not block.text or len(block.text) > _MAX_CHARS or block.region.inherited & BIT["comments"]:
            continue
        match = _BY.search(block.text)
        if match:
            return [_END.sub("", match["names"]).strip()]
        author = _rel_author(block)
        if author:
            return author
    return []


def _rel_author(block: PageBlock) -> list[str]:
    return [
        " ".join(text.split())
        for text, markup in block.runs
        for element in markup
        if element.tag == "a" and "author" in (element.get("rel") or "").split() and text.strip()
    ]
