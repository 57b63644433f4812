"""The page's outline: where its title stands, and which region holds the article's running text."""

from dataclasses import dataclass

from crawler.separation.blocks import PageBlock, Region
from crawler.separation.labels import BIT
from crawler.separation.prose import is_prose

_FOREIGN = sum(
    BIT[name]
    for name in ("comments", "navigation", "page foot", "consent", "teaser", "subscription", "newsletter", "hidden")
)
"""Regions of these kinds hold prose too, but never the article's."""
_WRAPPER_SHARE = 0.35
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Outline:
    """What the blocks' places say."""

    title_index: int | None
    """The block that shows the article's title."""
    body: Region | None
    """The smallest region that holds the bulk of the running text."""
    prose: tuple[bool, ...]
    """Per block, whether it reads like running text."""


def read_outline(blocks: list[PageBlock], title_index: int | None) -> Outline:
    """The outline of a page."""
    prose = tuple(is_prose(block) for block in blocks)
    _believe_names(blocks, prose)
    return Outline(title_index=title_index, body=_body_region(blocks, prose), prose=prose)


def _believe_names(blocks: list[PageBlock], prose: tuple[bool, ...]) -> None:
    """Takes its names' word from each region that holds much of the page's running text.

    Wrappers around a whole page are called `premium`, `has-sidebar` or `hidden`; the box
    that such a name means is small.
    """
    mass: dict[int, int] = {}
    regions: list[Region] = []
    for block, reads_well in zip(blocks, prose, strict=True):
        size = len(block.text) if reads_well else 0
        chain = []
        region: Region | None = block.region
        while region is not None:
            if id(region) not in mass:
                chain.append(region)
            mass[id(region)] = mass.get(id(region), 0) + size
            region = region.parent
        regions.extend(reversed(chain))
    limit = _WRAPPER_SHARE * max(mass.values(), default=0)
    for region in regions:  # parents stand before their children
        if limit and mass[id(region)] > limit:
            region.kinds = 0
        region.inherited = region.kinds | (region.parent.inherited if region.parent else 0)


def _body_region(blocks: list[PageBlock], prose: tuple[bool, ...]) -> Region | None:
    """The region of greatest worth: running text counts for it, links and foreign regions against it."""
    worth: dict[int, float] = {}
    regions: dict[int, Region] = {}
    for block, reads_well in zip(blocks, prose, strict=True):
        region: Region | None = block.region
        value = _worth(block, reads_well=reads_well)
        while region is not None:
            key = id(region)
            regions[key] = region
            worth[key] = worth.get(key, 0.0) + value
            region = region.parent
    if not worth:
        return None
    best = max(worth, key=lambda key: (worth[key], regions[key].depth))
    return regions[best]


def _worth(block: PageBlock, *, reads_well: bool) -> float:
    size = len(block.text)
    if block.region.inherited & _FOREIGN:
        return -0.5 * size
    if reads_well and not block.kinds:
        return float(size)
    if block.tag in _HEADINGS:
        return -1.0
    return -0.5 * block.link_chars - 1.0 - (0.3 * size if block.kinds else 0.0)
