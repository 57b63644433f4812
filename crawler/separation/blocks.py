"""A page cut into blocks: runs of text that a reader sees as one, in page order, and images."""

from dataclasses import dataclass, field

from lxml.etree import _Element

Markup = tuple[_Element, ...]
"""The inline elements that a run of text stands in, outermost first."""


EMPHASIS = frozenset(
    [
        "b",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "strong",
        "sub",
        "sup",
        "u",
        "var",
    ]
)
"""Inline elements that say how a run of text is meant; they are kept in the rendered article."""

ASKED = {
    tag: 1 << place
    for place, tag in enumerate(
        (
            "button",
            "figcaption",
            "figure",
            "blockquote",
            "form",
            "li",
            "td",
            "th",
            "tr",
            "table",
            "pre",
            "ul",
            "ol",
            "dl",
        )
    )
}
"""Elements that are asked for by name, with a bit each: so a climb is only made where it finds something."""
LIST_BITS = ASKED["ul"] | ASKED["ol"] | ASKED["dl"]
"""Of `Region.around`: it is a list or stands in one."""


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
    start: int = 0
    """Its first block."""
    around: int = 0
    """Bits (`ASKED`) of the elements that it is or stands in."""
    stop: int = 0
    """Behind its last block."""
    lays_out: bool | None = None
    """Of a table: whether it only lays out the page; None until somebody asks."""

    def inside(self, tag: str) -> "Region | None":
        """The nearest region of this tag around (or at) this one."""
        if not self.around & ASKED[tag]:
            return None
        region: Region | None = self
        while region is not None and region.tag != tag:
            region = region.parent
        return region

    def is_sibling(self, other: "Region") -> bool:
        """True for an element of the same kind and the same names in the same container; also for itself."""
        return self.parent is other.parent and self.tag == other.tag and self.names == other.names

    def is_within(self, other: "Region") -> bool:
        """True when `other` is this region or one around it; asked of regions that hold a block."""
        return self is other or (self.depth > other.depth and other.start <= self.start and self.stop <= other.stop)


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
