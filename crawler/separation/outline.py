"""The page's outline: where its title stands, and which region holds the article's running text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from crawler.elements import HEADING_TAGS
from crawler.separation.blocks import PageBlock, Region
from crawler.separation.labels import BIT
from crawler.separation.prose import is_prose
from crawler.separation.statements import tells_news

_FOREIGN = sum(
    BIT[name]
    for name in ("comments", "navigation", "page foot", "consent", "teaser", "subscription", "newsletter", "hidden")
)
"""Regions of these kinds hold prose too, but never the article's."""
_WRAPPER_SHARE = 0.35
_MIN_WRAPPER_CHARS = 400
_HIDDEN_SHARE = 0.6
_MIN_HEADLINE_CHARS = 24
# Much of the running text inside a menu: then it is none.
_TOO_COMMON = ((BIT["navigation"], 0.75),)
# "Reaktionen" heads a piece of an article too.
_COUNTED = re.compile(r"\d|kommentare|comments", re.IGNORECASE)
_COMMENTS = BIT["comments"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Outline:
    """What the blocks' places say."""

    title_index: int | None
    """The block that shows the article's title."""
    body: Region | None
    """The smallest region that holds the bulk of the running text."""
    prose: tuple[bool, ...]
    """Per block, whether it reads like running text."""
    teased: frozenset[int]
    """The blocks right under a headline that is a link: another article's teaser."""

    def holds(self, index: int) -> bool:
        """True for a block in the body's region."""
        return self.body is not None and self.body.start <= index < self.body.stop


def read_outline(blocks: list[PageBlock], title_index: int | None) -> Outline:
    """The outline of a page."""
    # Half of a page's blocks are links from end to end.
    prose = tuple([block.link_chars < len(block.text) and is_prose(block) for block in blocks])
    regions = _regions_of(blocks)
    _believe_names(blocks, prose, regions)
    _believe_headings(blocks, title_index, regions)
    teased = frozenset(_teased_blocks(blocks))
    body = _body_region(blocks, prose, title_index, regions, teased)
    return Outline(title_index=title_index, body=body, prose=prose, teased=teased)


def _believe_names(blocks: list[PageBlock], prose: tuple[bool, ...], regions: list[Region]) -> None:
    """Takes its names' word from each region that holds much of the page's running text.

    Wrappers around a whole page are called `premium`, `has-sidebar` or `hidden`; the box that such a name means is
    small.
    """
    sums = list(accumulate((len(b.text) if reads else 0 for b, reads in zip(blocks, prose, strict=True)), initial=0))
    total = sums[-1]
    much = max(_WRAPPER_SHARE * total, _MIN_WRAPPER_CHARS)
    for region in regions:
        size = sums[region.stop] - sums[region.start] if region.kinds else 0
        if size > (max(much, _HIDDEN_SHARE * total) if region.kinds & BIT["hidden"] else much):
            region.kinds = 0
        region.inherited = region.kinds | (region.parent.inherited if region.parent is not None else 0)
    common = _common_kinds(blocks, prose, total)
    for region in regions if common else ():
        region.kinds &= ~common
        region.inherited &= ~common


def _believe_headings(blocks: list[PageBlock], title_index: int | None, regions: list[Region]) -> None:
    """A box that begins with a heading for comments holds comments, though no name says so."""
    first = title_index + 1 if title_index is not None else 0
    boxes = [box for _, box in find_comment_boxes(blocks, first)]
    for box in boxes:
        box.kinds |= _COMMENTS
    for region in regions if boxes else ():
        region.inherited |= region.kinds | (region.parent.inherited if region.parent is not None else 0)


def find_comment_boxes(blocks: list[PageBlock], first: int) -> Iterator[tuple[int, Region]]:
    """The headings that open their container and count or name comments, from a block on, each with the container."""
    for index, block in enumerate(blocks):
        if block.kinds & _COMMENTS and index >= first and block.tag in HEADING_TAGS:
            box = block.region.parent
            if box is not None and box.start == index and _COUNTED.search(block.text):
                yield index, box


def _regions_of(blocks: list[PageBlock]) -> list[Region]:
    """Every region that holds a block, parents before their children."""
    regions: list[Region] = []
    for index, block in enumerate(blocks):
        begun = []
        region: Region | None = block.region
        while region is not None and region.start == index:
            begun.append(region)
            region = region.parent
        regions.extend(reversed(begun))
    return regions


def _common_kinds(blocks: list[PageBlock], prose: tuple[bool, ...], total: int) -> int:
    """Bits of the kinds that most of the running text would be: the site names its paragraphs so, nothing more."""
    masses: dict[int, int] = {}
    for block, reads_well in zip(blocks, prose, strict=True):
        if reads_well and block.region.inherited:
            masses[block.region.inherited] = masses.get(block.region.inherited, 0) + len(block.text)
    common = 0
    for bit, share in _TOO_COMMON:
        if sum(size for bits, size in masses.items() if bits & bit) > share * total:
            common |= bit
    return common


def _body_region(
    blocks: list[PageBlock],
    prose: tuple[bool, ...],
    title_index: int | None,
    regions: list[Region],
    teased: frozenset[int],
) -> Region | None:
    """The region of greatest worth: running text counts for it, links and foreign regions against it."""
    title = title_index if title_index is not None else -1
    worth = [_worth(block, reads_well=reads) for block, reads in zip(blocks, prose, strict=True)]
    worth = [-abs(value) / 2 if index in teased else value for index, value in enumerate(worth)]
    worth = [min(value, 0.0) if index < title else value for index, value in enumerate(worth)]
    sums = list(accumulate(worth, initial=0.0))
    worths = [sums[region.stop] - sums[region.start] for region in regions]
    greatest = max(worths, default=0.0)
    best = (region for region, value in zip(regions, worths, strict=True) if value == greatest)
    return max(best, key=lambda region: region.depth, default=None)


def _teased_blocks(blocks: list[PageBlock]) -> set[int]:
    teased = set()
    headline: PageBlock | None = None
    for index, block in enumerate(blocks):
        if not block.text:
            continue
        linked = block.link_chars >= len(block.text)
        box = headline.region.parent if headline is not None else None
        if box is not None and not linked and block.region.is_within(box):
            teased.add(index)
        headline = block if linked and _is_large(block) else None
    return teased


def _is_large(block: PageBlock) -> bool:
    """True for a heading, and for a line as long as one; a headline has no full stop."""
    return block.tag in HEADING_TAGS or (len(block.text) > _MIN_HEADLINE_CHARS and not block.text.endswith("."))


def _worth(block: PageBlock, *, reads_well: bool) -> float:
    size = len(block.text)
    if block.region.inherited & _FOREIGN:
        return -0.5 * size
    if reads_well and (not block.kinds or tells_news(block)):
        return float(size)
    if block.tag in HEADING_TAGS:
        return -1.0
    return -0.5 * block.link_chars - 1.0 - (0.3 * size if block.kinds else 0.0)
