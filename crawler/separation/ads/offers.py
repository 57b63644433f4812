"""Offers known by their build: a heading of their own, a few short lines, and a line that is nothing but a link.

Whether a box holds them or they lie flat between an article's paragraphs: what such lines say may be anything, a list,
a price, a row of people. An article's own piece has longer paragraphs, and headings of one kind.
"""

import re
from collections.abc import Iterator

from crawler.elements import HEADING_TAGS
from crawler.separation.ads.announcements import is_announcement
from crawler.separation.ads.calls import find_call
from crawler.separation.ads.kinds import AD_BITS
from crawler.separation.blocks import ASKED, PageBlock, Region
from crawler.separation.labels import BIT, COURTING_BITS
from crawler.separation.links import find_anchor
from crawler.separation.outline import Outline
from crawler.separation.prose import ends_sentence
from crawler.separation.statements import speaks_to_reader

_ELSEWHERE = sum(
    BIT[name]
    for name in (
        "page foot", "comments", "hidden", "breadcrumb", "share bar", "consent", "navigation", "teaser", "author box",
        "topic links",
    )
)  # fmt: skip
_MAX_LINK_WORDS, _MAX_LINK_CHARS = 6, 60
_MAX_BLOCKS = 20
_MAX_LINE_CHARS, _MAX_PROSE_CHARS, _MAX_TITLE_CHARS = 220, 320, 100
_LONG_CHARS, _SHORT_CHARS = 150, 80
_MIN_WORDS, _MIN_BOX_LINES = 3, 2
_OWN = ASKED["blockquote"] | ASKED["table"]
_PRICE = re.compile(r"[€£$]\s?\d|\d\s?(?:€|£|\$|euro\b|eur\b|chf\b|franken\b)", re.IGNORECASE)
_WANTS = AD_BITS | COURTING_BITS


def find_offers(blocks: list[PageBlock], outline: Outline) -> dict[int, int]:
    """Where such offers begin, and behind which block each ends; none before the title."""
    found: dict[int, int] = {}
    # A wrapper of the whole text means something else by its name.
    elsewhere = _ELSEWHERE & ~(outline.body.inherited if outline.body is not None else 0)
    floor = outline.title_index + 1 if outline.title_index is not None else 0
    for index in range(floor + 1, len(blocks)):
        if index < floor or not _is_link_line(blocks[index]) or blocks[index].region.inherited & elsewhere:
            continue
        if index + 1 < len(blocks) and link_of(blocks[index + 1]) == link_of(blocks[index]):
            continue  # no end of anything
        if link_of(blocks[index - 1]) == link_of(blocks[index]):
            start = _find_box(index, floor, blocks, outline)
        elif not _is_link_line(blocks[index - 1]):
            start = _find_start(index, floor, blocks, outline)
        else:
            continue
        if start is not None:
            floor = found[start] = _find_stop(index, blocks)
    return found


def link_of(block: PageBlock) -> int:
    """What tells one link from another, though it may be wrapped around many blocks; the block itself without one."""
    anchors = (find_anchor(markup) for _, markup in block.runs)
    return id(next((anchor for anchor in anchors if anchor is not None), block))


def first_of_link(start: int, blocks: list[PageBlock]) -> int:
    """Where the link begins that is wrapped around a block and those before it."""
    link = link_of(blocks[start])
    while start > 0 and blocks[start - 1].link_chars >= len(blocks[start - 1].text) > 0:
        if link_of(blocks[start - 1]) != link:
            break
        start -= 1
    return start


def _find_box(index: int, floor: int, blocks: list[PageBlock], outline: Outline) -> int | None:
    """Where a link begins that is wrapped around an offer's lines, the last of which says what to do."""
    start = max(first_of_link(index, blocks), floor)
    wants = any(_wants(block) for block in blocks[start:index])
    return start if index - start >= _MIN_BOX_LINES and wants and outline.holds(index) else None


def _is_link_line(block: PageBlock) -> bool:
    """True for a few words that are a link from end to end, and no sentence."""
    text = block.text
    if not 0 < len(text) <= min(block.link_chars, _MAX_LINK_CHARS):
        return False
    return text.count(" ") < _MAX_LINK_WORDS and not ends_sentence(text)


def _find_start(index: int, floor: int, blocks: list[PageBlock], outline: Outline) -> int | None:
    """The heading that the lines before a link stand under, or the label over it; None when it is no offer."""
    holder = blocks[index].region.parent
    if holder is None or holder.element is None:
        return None
    head = _find_head(index, floor, holder, blocks, outline)
    if head is None or not _tells(blocks[head + 1 : index]):
        return None
    start = head - (head > floor and _labels(blocks[head - 1]))
    wants = start < head or any(_wants(block) for block in blocks[head:index])
    calls = find_call(blocks[index]) is not None
    if not outline.holds(index):
        return start if wants and calls else None
    if _is_boxed(head, index, holder, outline):
        return start if wants or calls else None
    kinds = _heading_kinds(head, index, holder, blocks, outline)
    # The heading may be the article's only one, with an advertisement thrown between it and its text.
    if not kinds or _kind(blocks[head]) in kinds:
        return start if start < head and calls else None
    return start if wants or calls else None


def _find_head(index: int, floor: int, holder: Region, blocks: list[PageBlock], outline: Outline) -> int | None:
    """The nearest heading before a link of the same container, with nothing between but short lines.

    Where no element says that a line is a heading: the farthest short line that is written otherwise than paragraphs.
    """
    body = outline.body or holder
    paragraphs = {
        _kind(blocks[place])
        for place in range(body.start, body.stop)
        if outline.prose[place] and len(blocks[place].text) > _LONG_CHARS
    }
    found = None
    prose = 0
    is_apart = True
    for place in range(index - 1, max(floor, index - _MAX_BLOCKS) - 1, -1):
        block = blocks[place]
        if not block.region.is_within(holder) or place == outline.title_index or len(block.text) > _MAX_LINE_CHARS:
            break
        if not block.text:
            continue
        if block.link_chars >= len(block.text):
            break
        if block.tag in HEADING_TAGS:
            return place
        prose += len(block.text) if outline.prose[place] else 0
        if prose > _MAX_PROSE_CHARS:
            break
        is_line = (
            not outline.prose[place] and len(block.text) <= _MAX_TITLE_CHARS and not block.text.endswith((".", ":"))
        )
        is_apart = is_apart and _kind(block) not in paragraphs and not block.region.around & _OWN
        if is_apart and is_line and block.region.parent is holder:
            found = place
    return found


def _kind(block: PageBlock) -> tuple[str, str]:
    return block.tag, block.region.names


def _heading_kinds(
    head: int, index: int, holder: Region, blocks: list[PageBlock], outline: Outline
) -> set[tuple[str, str]]:
    """How the article's own headings are written: those in the same container with text, and no such link, below."""
    return {
        _kind(blocks[place])
        for place in range(holder.start, min(holder.stop, len(blocks) - 1))
        if not head <= place <= index
        and blocks[place].tag in HEADING_TAGS
        and outline.prose[place + 1]
        and len(blocks[place + 1].text) > _SHORT_CHARS
        and not any(_is_link_line(blocks[below]) for below in _piece(place, holder, blocks))
    }


def _piece(heading: int, holder: Region, blocks: list[PageBlock]) -> Iterator[int]:
    for place in range(heading + 1, min(heading + _MAX_BLOCKS, holder.stop)):
        if blocks[place].tag in HEADING_TAGS:
            return
        yield place


def _is_boxed(head: int, index: int, holder: Region, outline: Outline) -> bool:
    """True when a container holds the lines and hardly anything else."""
    return holder is not outline.body and holder.stop - holder.start <= index + 1 - head + 2 and holder.start <= head


def _tells(lines: list[PageBlock]) -> bool:
    return any(block.text.count(" ") + 1 >= _MIN_WORDS for block in lines)


def _wants(block: PageBlock) -> bool:
    return bool(block.kinds & _WANTS) or bool(_PRICE.search(block.text)) or speaks_to_reader(block.text)


def _labels(block: PageBlock) -> bool:
    """True for a line that says that what follows is advertising, or what kind of event."""
    short = len(block.text) <= _MAX_TITLE_CHARS and not ends_sentence(block.text)
    return short and (bool(block.kinds & BIT["advertising"]) or is_announcement(block.text))


def _find_stop(index: int, blocks: list[PageBlock]) -> int:
    """Behind the link, a second one beside it, and small print."""
    holder = blocks[index].region.parent
    stop = index + 1
    while stop < len(blocks) and holder is not None and blocks[stop].region.is_within(holder):
        if not (_is_small(blocks[stop]) or (_is_link_line(blocks[stop]) and find_call(blocks[stop]))):
            break
        stop += 1
    return stop


def _is_small(block: PageBlock) -> bool:
    return bool(block.runs) and all(
        any(element.tag == "small" for element in markup) for text, markup in block.runs if text.strip()
    )
