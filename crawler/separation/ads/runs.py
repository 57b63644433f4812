"""An advertisement that no container holds: the run of lines around its seed that are no sentences.

Plain text has no containers at all; in HTML, advertisements are thrown between the paragraphs of an article. A call
ends such a run, a label or an announcement begins it; a sub-heading of the article that stands right before it stays.
"""

import re

from crawler.elements import HEADING_TAGS
from crawler.separation.ads.announcements import is_announcement, is_label
from crawler.separation.ads.kinds import AD_BITS
from crawler.separation.blocks import PageBlock, Region
from crawler.separation.labels import BIT
from crawler.separation.outline import Outline
from crawler.separation.prose import ends_sentence
from crawler.separation.statements import is_statement, speaks_to_reader

_OTHER_LINES = sum(BIT[name] for name in ("topic links", "comments", "page foot", "navigation"))
_ANOTHER_PART = BIT["consent"] | BIT["teaser"]
_MIN_HEADING_CHARS = 15
_QUOTATION = re.compile(r"[„“\"»«].{12,}[“”\"«»]")
_MAX_OFFER_CHARS, _MAX_OFFERS = 200, 3
_MAX_LABELLED_BLOCKS, _MAX_LABELLED_CHARS = 6, 500
_MAX_PITCH_CHARS = 200


def find_run(index: int, floor: int, blocks: list[PageBlock], outline: Outline, ends: list[bool]) -> tuple[int, int]:
    """Where the run of lines around a seed begins, and behind which block it ends.

    Args: index: the seed; floor: no block before it belongs to the run; ends: per block, whether it ends an
    advertisement: a call to action, in plain text a line that has the words of one.
    """
    region = blocks[index].region.parent
    if is_label(blocks[index].text) and (stop := _behind_call(index, blocks, outline, ends)):
        return index, stop
    if ends[index] and "\n" in blocks[index].text:
        return index - (index > floor and is_label(blocks[index - 1].text)), index + 1  # it is all of it
    start = _find_start(index, floor, blocks, outline, ends)
    stop = index + 1
    if blocks[index].kinds & BIT["consultation ad"] and not outline.prose[index]:
        while stop - index <= _MAX_OFFERS and stop < len(blocks) and _is_offered(blocks[stop], region):
            stop += 1
    while stop < len(blocks) and not _begins_anew(stop, blocks, ends) and _continues(stop, blocks, outline, region):
        stop += 1
    # The last line before a paragraph is that paragraph's heading, unless it goes on with the line before.
    # A list at the page's end is no part of the article.
    if stop < len(blocks) and (outline.prose[stop] or (blocks[stop].bullet and any(outline.prose[stop:]))):
        if stop - 1 > index and outline.prose[stop] and _is_heading(stop - 1, blocks):
            stop -= 1
        # Parted from its paragraph by the advertisement, a sub-heading stands before the title of that.
        elif index - start > 1 and _is_heading(start, blocks) and not blocks[start + 1].kinds & AD_BITS:
            start += 1
    return start, stop


def _find_start(index: int, floor: int, blocks: list[PageBlock], outline: Outline, ends: list[bool]) -> int:
    region = blocks[index].region.parent
    start = index
    if ends[index] and _is_pitch(index - 1, floor, blocks, outline):
        start -= 1
    while start > floor and not ends[start - 1] and _continues(start - 1, blocks, outline, region):
        if _is_sub_heading(start - 1, start, blocks) or _opens(start, blocks, outline, ends):
            break
        start -= 1
    return start


def _opens(index: int, blocks: list[PageBlock], outline: Outline, ends: list[bool]) -> bool:
    """True for a line that announces an advertisement the title of which follows."""
    following = index + 1
    if is_label(blocks[index].text):
        return True
    if not is_announcement(blocks[index].text) or following >= len(blocks) or ends[following]:
        return False
    return not outline.prose[following] and blocks[following].text.count(" ") > 0


def _is_sub_heading(index: int, start: int, blocks: list[PageBlock]) -> bool:
    """True for a heading of the article's own kind, where the advertisement behind it has lines enough without it."""
    block = blocks[index]
    if block.tag not in HEADING_TAGS or blocks[start].link_chars >= len(blocks[start].text):
        return False
    holder = block.region.parent
    others = range(holder.start, holder.stop) if holder is not None else ()
    return any(blocks[place].region.is_sibling(block.region) for place in others if not index <= place <= start)


def _behind_call(index: int, blocks: list[PageBlock], outline: Outline, ends: list[bool]) -> int | None:
    """Behind the call that ends what a label announces: a title, and one sentence of some length at most.

    None when no such call follows soon in the same container; a label may stand over a place left empty, too.
    """
    size = sentences = 0
    for place in range(index + 1, min(index + _MAX_LABELLED_BLOCKS, len(blocks))):
        block = blocks[place]
        size += len(block.text)
        sentences += outline.prose[place]
        if block.region.parent is not blocks[index].region.parent or size > _MAX_LABELLED_CHARS:
            return None
        if sentences > 1 or (outline.prose[place] and (place == index + 1 or len(block.text) > _MAX_PITCH_CHARS)):
            return None
        if place == outline.title_index or is_label(block.text):
            return None
        if ends[place]:
            return place + 1
    return None


def _begins_anew(index: int, blocks: list[PageBlock], ends: list[bool]) -> bool:
    """True for a label, for a line of plain text that opens another part of the page, and for what follows a call.

    A call ends its advertisement, unless the next line speaks of an offer, too.
    """
    block = blocks[index]
    if is_label(block.text):
        return True
    if block.region.element is None and block.kinds & _OTHER_LINES and not block.kinds & AD_BITS:
        return True
    return ends[index - 1] and (block.tag in HEADING_TAGS or not block.kinds & AD_BITS)


def _is_pitch(index: int, floor: int, blocks: list[PageBlock], outline: Outline) -> bool:
    """True for the sentence to the reader that stands between an advertisement's first line and its call."""
    if index <= floor or len(blocks[index].text) > _MAX_PITCH_CHARS or not outline.prose[index]:
        return False
    if not (speaks_to_reader(blocks[index].text) or blocks[index].kinds & AD_BITS):
        return False
    holder = blocks[index].region.parent
    return _continues(index - 1, blocks, outline, holder)


def is_another_part(block: PageBlock) -> bool:
    """True for words of consent or of other articles, which are no advertisement's."""
    return bool(block.kinds & _ANOTHER_PART) and not block.kinds & AD_BITS


def _continues(index: int, blocks: list[PageBlock], outline: Outline, region: Region | None) -> bool:
    block = blocks[index]
    listed = block.bullet and not block.kinds & AD_BITS
    if (
        listed
        or is_another_part(block)
        or index == outline.title_index
        or region not in (block.region, block.region.parent)
    ):
        return False
    if block.tag in HEADING_TAGS and index + 1 < len(blocks) and outline.prose[index + 1]:
        return False
    if block.region.inside("blockquote") is not None or _QUOTATION.fullmatch(block.text):
        return False
    return bool(block.text) and (not outline.prose[index] or bool(block.kinds & AD_BITS))


def _is_offered(block: PageBlock, region: Region | None) -> bool:
    """True for the question or the offer to the reader under a line that promises advice."""
    text = block.text
    asks = text.endswith("?") and not is_statement(text)
    return block.region.parent is region and len(text) <= _MAX_OFFER_CHARS and (asks or speaks_to_reader(text))


def _is_heading(index: int, blocks: list[PageBlock]) -> bool:
    text = blocks[index].text
    if not blocks[index].gap and blocks[index + 1].gap:
        return False  # only the paragraph is parted from it by a blank line
    if blocks[index].kinds & AD_BITS or text[:1].islower() or text.endswith(":"):
        return False
    return len(text) > _MIN_HEADING_CHARS and not ends_sentence(text)
