"""Advertisements found: groups of blocks that belong to one, whether a container holds them or not.

The seed is a short block whose words want something of the reader. The group is the largest container around it that
holds no running text of the article; where the page has no such container (plain text, or an advertisement thrown
between paragraphs) it is the run of lines around the seed that are no sentences.
"""

from dataclasses import dataclass

from articles.model import AdKind
from crawler.separation.blocks import PageBlock, Region
from crawler.separation.labels import BIT
from crawler.separation.outline import Outline
from crawler.separation.prose import ends_sentence

_KIND_OF_LABEL = {
    "webinar ad": AdKind.WEBINAR,
    "consultation ad": AdKind.CONSULTATION,
    "newsletter": AdKind.NEWSLETTER,
    "shop ad": AdKind.SHOP,
    "advertising": AdKind.OTHER,
}
_SEEDS = sum(BIT[label] for label in _KIND_OF_LABEL)
_ELSEWHERE = BIT["navigation"] | BIT["page foot"] | BIT["comments"] | BIT["hidden"] | BIT["breadcrumb"]
_MAX_GROUP_CHARS = 1800
_MAX_GROUP_BLOCKS = 60
_LONG_PROSE = 280
_MIN_HEADING_CHARS = 15
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


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
    spans = _spans(blocks)
    groups: list[AdGroup] = []
    for index in range(len(blocks)):
        if groups and index < groups[-1].stop:
            continue
        if not _is_seed(index, blocks, outline):
            continue
        floor = groups[-1].stop if groups else 0
        start, stop = _container(index, blocks, outline, spans) or _run(index, floor, blocks, outline)
        start = max(start, floor)
        group = _named(start, stop, blocks)
        if group is not None:
            groups.append(group)
    return groups


def _is_seed(index: int, blocks: list[PageBlock], outline: Outline) -> bool:
    block = blocks[index]
    if not block.text or not block.kinds & _SEEDS or block.region.inherited & _ELSEWHERE:
        return False
    if index == outline.title_index:
        return False
    # A sentence about a webinar is news; only one that speaks to the reader is an offer.
    return not outline.prose[index] or bool(block.kinds & (BIT["consultation ad"] | BIT["advertising"]))


def _spans(blocks: list[PageBlock]) -> dict[int, tuple[int, int]]:
    spans: dict[int, tuple[int, int]] = {}
    for index, block in enumerate(blocks):
        region: Region | None = block.region
        while region is not None:
            first, _ = spans.get(id(region), (index, index))
            spans[id(region)] = (first, index + 1)
            region = region.parent
    return spans


def _container(
    index: int, blocks: list[PageBlock], outline: Outline, spans: dict[int, tuple[int, int]]
) -> tuple[int, int] | None:
    best = None
    region: Region | None = blocks[index].region
    while region is not None and region is not outline.body and region.element is not None:
        start, stop = spans[id(region)]
        if stop - start > _MAX_GROUP_BLOCKS or not _holds_ad_only(start, stop, blocks, outline):
            break
        best = (start, stop)
        region = region.parent
    return best if best and best[1] - best[0] > 1 else None


def _holds_ad_only(start: int, stop: int, blocks: list[PageBlock], outline: Outline) -> bool:
    size = 0
    for index in range(start, stop):
        block = blocks[index]
        size += len(block.text)
        if index == outline.title_index or (outline.prose[index] and len(block.text) > _LONG_PROSE):
            return False
    return size <= _MAX_GROUP_CHARS


def _run(index: int, floor: int, blocks: list[PageBlock], outline: Outline) -> tuple[int, int]:
    region = blocks[index].region.parent
    start = index
    while start > floor and _continues(start - 1, blocks, outline, region):
        start -= 1
    stop = index + 1
    while stop < len(blocks) and _continues(stop, blocks, outline, region):
        stop += 1
    # The last line before a paragraph is that paragraph's heading, unless it goes on with the line before.
    if stop - 1 > index and stop < len(blocks) and outline.prose[stop] and _is_heading(stop - 1, blocks):
        stop -= 1
    return start, stop


def _continues(index: int, blocks: list[PageBlock], outline: Outline, region: Region | None) -> bool:
    block = blocks[index]
    listed = block.bullet and not block.kinds & _SEEDS
    if listed or index == outline.title_index or block.region.parent is not region:
        return False
    if block.tag in _HEADINGS and index + 1 < len(blocks) and outline.prose[index + 1]:
        return False
    return bool(block.text) and (not outline.prose[index] or bool(block.kinds & _SEEDS))


def _is_heading(index: int, blocks: list[PageBlock]) -> bool:
    text = blocks[index].text
    if blocks[index].kinds & _SEEDS or text[:1].islower() or text.endswith(":"):
        return False
    return len(text) > _MIN_HEADING_CHARS and not ends_sentence(text)


def _named(start: int, stop: int, blocks: list[PageBlock]) -> AdGroup | None:
    votes = 0
    for block in blocks[start:stop]:
        votes |= block.kinds & _SEEDS
    for label, kind in _KIND_OF_LABEL.items():
        if votes & BIT[label]:
            seed = next(block for block in blocks[start:stop] if block.kinds & BIT[label])
            reason = f"it stands in a group of short lines that want something of the reader: {seed.text[:60]!r}"
            return AdGroup(kind=kind, label=label, start=start, stop=stop, reason=reason)
    return None
