"""What separation hands back: the article, and beside it every block of the page with its label and the reason."""

from dataclasses import dataclass

from articles.model import Article


@dataclass(frozen=True, kw_only=True, slots=True)
class LabelledBlock:
    """One block of the page and what it was taken for. The page's blocks, in order, leave out none of its text."""

    text: str
    """As a reader sees it; lines parted by a line feed."""
    label: str
    """Such as `paragraph`, `heading`, `title`, `webinar ad`, `topic links`, `breadcrumb`, `teaser`, `share bar`."""
    reason: str
    """Why it got this label, in words for people."""
    kept: bool
    """True when it is part of the article's body."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Separation:
    """One page, separated."""

    article: Article
    blocks: tuple[LabelledBlock, ...]
    """Every block of the page, in page order."""
    canonical_url: str | None
    """The page's own claim, absolute; unchecked. None when it makes none."""
    robots: tuple[str, ...]
    """The directives of its robots meta tags, lower case, such as `noindex`, `noarchive`."""
    tdm_reservation: bool
    """True when a meta tag reserves text and data mining (TDM Reservation Protocol)."""
