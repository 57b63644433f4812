"""What separation hands back: the article, and beside it every block of the page with its label and the reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lxml.etree import _Element

from articles.model import Article
from crawler.separation.blocks import PageBlock
from crawler.separation.furniture import Lesson
from crawler.separation.metadata.facts import Facts
from crawler.separation.metadata.times import Witness
from crawler.separation.verdict import Verdict
from crawler.separation.weighing import tell_reason


class LabelledBlock(NamedTuple):
    """One block of the page and what it was taken for. The page's blocks, in order, leave out none of its text.

    After its text come a verdict's fields: made by the hundred per page, hence a tuple.
    """

    text: str
    """As a reader sees it; lines parted by a line feed."""
    label: str
    """Such as `paragraph`, `heading`, `title`, `webinar ad`, `topic links`, `breadcrumb`, `teaser`, `share bar`."""
    reason: str
    """Why it got this label, in words for people."""
    kept: bool
    """True when it is part of the article's body."""
    strength: float = 1.0
    """0 to 1: how sure this is."""
    evidence: tuple[float, ...] = ()
    """What each of `weights.NAMES` added to the log odds. Empty when nothing had to be weighed."""
    odds: float | None = None
    """The logarithm of the odds that it is the body's. None when not weighed."""
    element: _Element | None = None
    """The innermost block-level element around it, of the page's tree. None where it stands in no element."""


def label_blocks(blocks: Sequence[PageBlock], verdicts: Sequence[Verdict]) -> tuple[LabelledBlock, ...]:
    """Every block that has text, with what became of it."""
    return tuple(
        LabelledBlock(block.text, verdict.label, tell_reason(verdict), *verdict[2:], block.region.element)
        for block, verdict in zip(blocks, verdicts, strict=True)
        if block.text
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Separation:
    """One page, separated."""

    article: Article
    page_blocks: Sequence[PageBlock]
    """The page as it was cut."""
    verdicts: Sequence[Verdict]
    """What became of each."""
    canonical_url: str | None
    """The page's own claim, absolute; unchecked. None when it makes none."""
    robots: tuple[str, ...]
    """The directives of its robots meta tags, lower case, such as `noindex`, `noarchive`."""
    facts: Facts
    """What the page's machine-readable parts claim."""
    witnesses: tuple[Witness, ...]
    """Who says when the article appeared, the most trusted first."""
    tdm_reservation: bool
    """True when a meta tag reserves text and data mining (TDM Reservation Protocol)."""
    lesson: Lesson | None = None
    """What the page teaches of its publisher. None when no memory was at hand."""

    @property
    def blocks(self) -> tuple[LabelledBlock, ...]:
        """Every block of the page, in page order, made anew: most callers want the article alone."""
        return label_blocks(self.page_blocks, self.verdicts)
