"""A page cut into blocks: runs of text that a reader sees as one, in page order, and images."""

from dataclasses import dataclass, field

from lxml.etree import _Element

Markup = tuple[_Element, ...]
"""The inline elements that a run of text stands in, outermost first."""


@dataclass(slots=True)
class Region:
    """An element that holds blocks: the page's structure as far as it matters. Not frozen: made by the thousand."""

    tag: str
    parent: "Region | None"
    depth: int
    kinds: int
    """Bits of the kinds (`labels.KINDS`) that this element's own names speak for."""
    inherited: int
    """Those bits, and all of its ancestors'."""
    element: _Element | None = None
    names: str = ""
    """Its class, id, role and itemprop, for reasons given to people."""

    def inside(self, tag: str) -> "Region | None":
        """The nearest region of this tag around (or at) this one."""
        region: Region | None = self
        while region is not None and region.tag != tag:
            region = region.parent
        return region

    def is_within(self, other: "Region") -> bool:
        """True when `other` is this region or one around it."""
        region: Region | None = self
        while region is not None and region.depth > other.depth:
            region = region.parent
        return region is other


@dataclass(slots=True)
class PageBlock:
    """One block. Not frozen, because pages have hundreds; nobody changes one after the cut."""

    text: str
    """White space collapsed; a single line break stays a line feed. Empty for an image."""
    region: Region
    """The innermost block-level element around it."""
    link_chars: int = 0
    """How many of its characters stand in links."""
    runs: list[tuple[str, Markup]] = field(default_factory=list)
    """Its text in pieces with their inline markup, for rendering; empty for plain text."""
    gap: bool = False
    """True when a blank line, or another container, parts it from the block before."""
    bullet: bool = False
    """Plain text: the line began with a list's bullet."""
    image: _Element | None = None
    """The image, when it is one."""
    kinds: int = 0
    """Bits of the kinds that the text speaks for."""

    @property
    def tag(self) -> str:
        """The tag of the innermost block-level element."""
        return self.region.tag
