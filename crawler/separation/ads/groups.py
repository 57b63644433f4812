"""Advertisements found: groups of blocks that belong to one, whether a container holds them or not.

A seed is a block that wants something of the reader: by its words, or because it is, or ends in, a call to action. The
group is the largest container around it that holds no running text of the article and no second offer; where the page
has no such container (plain text, or an advertisement thrown between paragraphs) it is the run of lines around the seed
that are no sentences.
"""

import re
from dataclasses import dataclass

from articles.model import AdKind
from crawler.elements import HEADING_TAGS
from crawler.separation.ads.calls import find_call, is_call_line
from crawler.separation.ads.kinds import AD_BITS, name_kind
from crawler.separation.ads.offers import find_offers, first_of_link, link_of
from crawler.separation.ads.runs import find_run, is_another_part
from crawler.separation.blocks import PageBlock, Region
from crawler.separation.labels import BIT
from crawler.separation.outline import Outline
from crawler.separation.statements import courts_reader, speaks_to_reader, tells_news

_ELSEWHERE = sum(BIT[name] for name in ("page foot", "comments", "hidden", "breadcrumb", "share bar", "consent"))
_MAX_GROUP_CHARS = 1500
_MAX_GROUP_BLOCKS = 50
_LONG_PROSE = 280
_MIN_WORDS = 3
_MAX_PROSE_SHARE = 0.35
_MUCH_TEXT = 1000
_SHORT_PROSE = 100
_MIN_BLOCKS = 2
_LABELLED = re.compile(r"(?:anzeige|werbung|gesponsert|sponsored|advertisement|promoted)\s*(?:[:|]|\n)", re.IGNORECASE)
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w|(?<!\d)[+(]?\d{2,}[)\d ./–-]{6,}\d")
_MANY_CONTACTS = 4
_LISTS = ("ul", "ol", "dl")


@dataclass(frozen=True, kw_only=True, slots=True)
class AdGroup:
    """Blocks `start` to `stop` (exclusive) are one advertisement."""

    kind: AdKind
    label: str
    start: int
    stop: int
    reason: str


def find_ad_groups(blocks: list[PageBlock], outline: Outline) -> list[AdGroup]:
    """The advertisements of a page, in page order, none overlapping another."""
    calls = [block.text != "" and _is_call(index, block, outline) for index, block in enumerate(blocks)]
    is_text = not blocks or blocks[0].region.element is None
    ends = [call or is_call_line(block) for call, block in zip(calls, blocks, strict=True)] if is_text else calls
    total = sum(len(block.text) for block, reads in zip(blocks, outline.prose, strict=True) if reads)
    prose_share = _MAX_PROSE_SHARE * max(total, _MUCH_TEXT)
    offers = find_offers(blocks, outline)
    groups: list[AdGroup] = []
    floor = 0
    for index, block in enumerate(blocks):
        is_seed = calls[index] or (block.kinds & AD_BITS and _is_seed(index, block, outline))
        if index < floor or not (is_seed or index in offers):
            continue
        if index in offers:
            start, stop = index, offers[index]
        else:
            start, stop = _container(index, blocks, outline, calls, prose_share) or find_run(
                index, floor, blocks, outline, ends
            )
            # What begins before an offer ends there, unless it holds all of it.
            stop = next((at for at in offers if start < at < stop < offers[at]), stop)
        start = max(first_of_link(start, blocks), floor)
        if index in offers or _is_offer(start, stop, blocks, outline, calls):
            kind, label = name_kind(blocks[start:stop])
            reason = f"it stands in a group of short lines that want something of the reader: {block.text[:60]!r}"
            groups.append(AdGroup(kind=kind, label=label, start=start, stop=stop, reason=reason))
            floor = stop
    return groups


def _is_call(index: int, block: PageBlock, outline: Outline) -> bool:
    if index == outline.title_index or block.region.inherited & _ELSEWHERE:
        return False
    return find_call(block) is not None


def _is_seed(index: int, block: PageBlock, outline: Outline) -> bool:
    """True for a block with a word of advertising that wants something of the reader."""
    if index == outline.title_index or block.region.inherited & _ELSEWHERE:
        return False
    if not outline.prose[index]:
        return not tells_news(block)
    if _is_labelled(block):
        return True
    # A sentence about an offer is news; only one that speaks to the reader is an offer.
    offers = block.kinds & (BIT["consultation ad"] | BIT["advertising"])
    return bool(offers) and courts_reader(block.text)


def _is_offer(start: int, stop: int, blocks: list[PageBlock], outline: Outline, calls: list[bool]) -> bool:
    """True when the group says something beside its call, and is no line of the page's own head."""
    group = blocks[start:stop]
    if _is_labelled(group[0]):
        return True
    contacts = sum(_CONTACT.search(block.text) is not None for block in group)
    told = [block for block in group if len(block.text.split()) >= _MIN_WORDS]
    says_more = any(block.link_chars < len(block.text) for block in told) or _is_one_link(group)
    if contacts >= _MANY_CONTACTS or not says_more or any(map(is_another_part, group)):
        return False
    has_call = any(calls[start:stop])
    if stop - start < _MIN_BLOCKS and not has_call and not any(outline.prose[start:stop]):
        return False
    if group[0].region.element is not None and not has_call:
        # What to do, told in a list, is advice.
        if group[0].region.parent is not None and group[0].region.parent.tag in _LISTS:
            return False
        reads = any(outline.prose[index] and len(blocks[index].text) > _SHORT_PROSE for index in range(start, stop))
        return any(block.kinds & BIT["webinar ad"] for block in group) and stop - start > 1 and not reads
    title = outline.title_index
    before = title is not None and stop <= title
    return not before or has_call or any(block.kinds & BIT["webinar ad"] for block in group)


def _container(
    index: int, blocks: list[PageBlock], outline: Outline, calls: list[bool], prose_share: float
) -> tuple[int, int] | None:
    best = None
    region: Region | None = blocks[index].region
    while region is not None and region is not outline.body and region.element is not None:
        start, stop = region.start, region.stop
        if stop - start > _MAX_GROUP_BLOCKS or not _holds_one_ad(start, stop, blocks, outline, calls):
            break
        prose = [place for place in range(start, stop) if outline.prose[place]]
        if sum(len(blocks[place].text) for place in prose) > prose_share:
            break
        # Beyond the first box, running text is the article's.
        if best is not None and any(not best[0] <= place < best[1] for place in prose):
            break
        lines = sum(block.text.count("\n") + 1 for block in blocks[start:stop] if block.text)
        if lines > 1:
            best = (start, stop)
        region = region.parent
    return best


def _holds_one_ad(start: int, stop: int, blocks: list[PageBlock], outline: Outline, calls: list[bool]) -> bool:
    size = 0
    links_to_read: set[int] = set()
    headings = 0
    for index in range(start, stop):
        block = blocks[index]
        size += len(block.text)
        if index == outline.title_index or (outline.prose[index] and _is_long(block.text)) or is_another_part(block):
            return False
        headings += block.tag in HEADING_TAGS
        if block.link_chars >= len(block.text) > 0 and not calls[index]:
            links_to_read.add(link_of(block))
    # Two headings are two offers, or an offer and a piece of the article; many links are a menu.
    if size > _MAX_GROUP_CHARS or headings > 1 or len(links_to_read) > 2:  # noqa: PLR2004
        return False
    return len({link_of(blocks[index]) for index in range(start, stop) if calls[index]}) <= 2  # noqa: PLR2004


def _is_one_link(group: list[PageBlock]) -> bool:
    """True for a box of several lines that is one link from end to end."""
    return len(group) >= _MIN_BLOCKS and len({link_of(block) for block in group if block.text}) == 1


def _is_long(text: str) -> bool:
    return len(text) > _LONG_PROSE and any(len(line) > _LONG_PROSE for line in text.split("\n"))


def _is_labelled(block: PageBlock) -> bool:
    """True for a line that calls itself an advertisement, and links to something or speaks to the reader."""
    return bool(_LABELLED.match(block.text)) and (block.link_chars > 0 or speaks_to_reader(block.text))
