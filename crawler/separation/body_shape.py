"""The shape of the body's running text: where it begins and ends, which elements hold it, how much stands where."""

from itertools import accumulate
from math import log1p

from crawler.elements import HEADING_TAGS
from crawler.separation.blocks import PageBlock, Region
from crawler.separation.outline import Outline

_MINOR = 0.05
Signature = tuple[str, str, str]


def signature_of(block: PageBlock) -> Signature:
    """What elements of one kind share: tag, names, and the container's names."""
    parent = block.region.parent
    return block.region.tag, block.region.names, parent.names if parent is not None else ""


def are_alike(region: Region, other: Region) -> bool:
    """True for elements of one kind: as if their signatures were compared, without making any."""
    if region.tag != other.tag or region.names != other.names:
        return False
    holder, other_holder = region.parent, other.parent
    if holder is other_holder:
        return True
    names = holder.names if holder is not None else ""
    return names == (other_holder.names if other_holder is not None else "")


class BodyShape:
    """Sums over one page's blocks, made once."""

    def __init__(self, blocks: list[PageBlock], outline: Outline) -> None:
        self._blocks = blocks
        self._outline = outline
        sizes = [len(block.text) for block in blocks]
        self._prose = list(accumulate(map(int.__mul__, sizes, outline.prose), initial=0))
        self._links = list(accumulate((block.link_chars for block in blocks), initial=0))
        self._sizes = list(accumulate(sizes, initial=0))
        self._counts = list(accumulate(map(bool, sizes), initial=0))
        body = outline.body
        self._page_mass = self._prose[-1] or 1
        self._body_mass = max(1, self._prose[body.stop] - self._prose[body.start]) if body is not None else 1
        self._by_signature: dict[Signature, int] = {}
        self._by_container: dict[int, int] = {}
        self._around: dict[int, tuple[float, float, float, float]] = {}
        self._add_up()
        self.first, self.last = self._range()
        self._headings: dict[Signature, int] = {}
        for block in blocks[self.first : self.last]:
            if block.region.tag in HEADING_TAGS and block.text:
                self._headings[signature_of(block)] = self._headings.get(signature_of(block), 0) + 1

    def share_like(self, block: PageBlock) -> float:
        """Share of the body's running text that stands in elements of the block's kind."""
        return self._by_signature.get(signature_of(block), 0) / self._body_mass

    def share_beside(self, block: PageBlock) -> float:
        """Share of the body's running text that stands directly in the block's container."""
        return self._by_container.get(id(block.region.parent), 0) / self._body_mass

    def share_before(self, index: int) -> float:
        """Running text between the body's first block and this one, as a share of the body's; -1 before the first."""
        return (self._prose[index] - self._prose[self.first]) / self._body_mass if index >= self.first else -1.0

    def texts_between(self, start: int, stop: int) -> int:
        """How many blocks with text there are from `start` to before `stop`."""
        return self._counts[stop] - self._counts[start]

    def is_one_of_several_headings(self, block: PageBlock) -> bool:
        """True for a heading whose like stands in the body too."""
        return block.region.tag in HEADING_TAGS and self._headings.get(signature_of(block), 0) > 1

    def around(self, region: Region | None) -> tuple[float, float, float, float]:
        """Of a container: share of the page's running text, of links, its blocks (log), share that is running text."""
        found = self._around.get(id(region))
        if found is None:
            found = self._around[id(region)] = self._measure(region) if region is not None else (0.0, 0.0, 0.0, 0.0)
        return found

    def _measure(self, region: Region) -> tuple[float, float, float, float]:
        start, stop = region.start, region.stop
        prose = self._prose[stop] - self._prose[start]
        size = max(1, self._sizes[stop] - self._sizes[start])
        links = self._links[stop] - self._links[start]
        return prose / self._page_mass, links / size, log1p(self._counts[stop] - self._counts[start]), prose / size

    def _add_up(self) -> None:
        body = self._outline.body
        if body is None:
            return
        for index in range(body.start, body.stop):
            if self._outline.prose[index]:
                block = self._blocks[index]
                size = len(block.text)
                signature, container = signature_of(block), id(block.region.parent)
                self._by_signature[signature] = self._by_signature.get(signature, 0) + size
                self._by_container[container] = self._by_container.get(container, 0) + size

    def _range(self) -> tuple[int, int]:
        """The first and the last block of running text in elements that hold some of the body's."""
        body = self._outline.body
        if body is None:
            return 0, len(self._blocks)
        major = [
            index
            for index in range(body.start, body.stop)
            if self._outline.prose[index]
            and self.share_like(self._blocks[index]) >= _MINOR
            and not self._blocks[index].region.inherited & ~body.inherited
        ]
        return (major[0], major[-1]) if major else (0, len(self._blocks))
