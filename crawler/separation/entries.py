"""Entries without a list's markup: lines in a row that begin alike ("Straßen: …", "Bäume: …"), right behind sentences.

Each by itself looks like a menu's, a contact's or an offer's line.
"""

import re

from crawler.separation.blocks import PageBlock
from crawler.separation.prose import is_prose

_ENTRY = re.compile(r"[^:\n]{2,40}: \S")
_MIN_ENTRIES = 3
_UNLIKELY = -1.5


def find_entries(blocks: list[PageBlock], odds: dict[int, float], order: list[int]) -> set[int]:
    """The entries that stay with what they follow: in its container, elements of its kind, none of them unlikely."""
    found: set[int] = set()
    row: list[int] = []
    before: int | None = None
    for index in [*order, None]:
        if index is not None and _ENTRY.match(blocks[index].text) and not is_prose(blocks[index]):
            row.append(index)
            continue
        likely = [at for at in row if before is not None and _follows(at, before, blocks, odds)]
        if len(likely) >= _MIN_ENTRIES and 2 * len(likely) > len(row):
            found.update(likely)
        row, before = [], index
    return found


def _follows(index: int, before: int, blocks: list[PageBlock], odds: dict[int, float]) -> bool:
    block, text = blocks[index], blocks[before]
    if odds[before] <= 0 or odds[index] <= _UNLIKELY or block.kinds or block.link_chars >= len(block.text):
        return False
    return block.region.is_sibling(text.region)
