"""Groups of links that may be one row on the screen: a block, a box of nothing but links, links side by side in one."""

import re
from collections.abc import Iterator
from itertools import accumulate
from operator import gt

from crawler.separation.blocks import PageBlock, Region

_MARKS = "/›»>→|·"
_MARKS_AND_SPACES = f"{_MARKS} \n"
_MARK = re.compile(rf"\s*[{_MARKS}]\s*")
_MAX_GROUP_BLOCKS = 16


def is_mark(text: str) -> bool:
    """True for what parts the links of a row."""
    mark = text.strip()
    return len(mark) == 1 and mark in _MARKS


def is_all_links(block: PageBlock) -> bool:
    """True for links without other text, and for a mere mark between links."""
    text = block.text
    if not block.link_chars:
        return not text.strip(_MARKS_AND_SPACES)
    left = len(text) - block.link_chars
    return left <= 0 or left - text.count(" ") <= sum(map(len, _MARK.findall(text)))


def find_link_groups(blocks: list[PageBlock]) -> Iterator[tuple[int, int]]:
    """Where each group begins and ends, each once; a block alone is one, however many links it has."""
    all_links = [
        block.link_chars >= len(block.text) > 0 or (block.text != "" and is_all_links(block)) for block in blocks
    ]
    texts = [block.text != "" for block in blocks]
    others = list(accumulate(map(gt, texts, all_links), initial=0))
    seen: set[tuple[int, int]] = set()
    behind_run = 0
    previous = -1
    for index in (place for place, linked in enumerate(all_links) if linked):
        groups = [(index, index + 1)] if len(blocks[index].runs) > 1 else []
        region: Region | None = blocks[index].region
        # A box that holds the link before, too, has been seen with that.
        while region is not None and region.element is not None and region.start > previous:
            if region.stop - region.start > _MAX_GROUP_BLOCKS:
                break
            if region.stop - region.start > 1:
                groups.append((region.start, region.stop))
            region = region.parent
        if index >= behind_run:
            behind_run = _end_of_run(index, blocks, all_links)
            if behind_run > index + 1:
                groups.append((index, behind_run))
        previous = index
        for start, stop in groups:
            if (start, stop) not in seen and (stop - start == 1 or others[start] == others[stop]):
                seen.add((start, stop))
                yield start, stop


def _end_of_run(index: int, blocks: list[PageBlock], all_links: list[bool]) -> int:
    """Behind the last of the links side by side: same holder, same kind of element."""
    own = blocks[index].region
    stop = index + 1
    while stop < len(blocks) and all_links[stop]:
        region = blocks[stop].region
        if region.parent is not own.parent or region.tag != own.tag:
            break
        stop += 1
    return stop
