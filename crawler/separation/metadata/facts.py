"""What a page's machine-readable parts claim of its article: evidence, to be weighed against what a reader sees."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Facts:
    """Claims in order of trust within each vocabulary. A mutable note pad: each reader adds what it finds."""

    headlines: list[str] = field(default_factory=list)
    card_titles: list[str] = field(default_factory=list)
    """What social cards show."""
    tab_titles: list[str] = field(default_factory=list)
    """What the browser's tab shows; it may end in the site's name."""
    site_names: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    """The article's text as structured data repeats it."""
    authors: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    """Dates as written."""
    modified: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    breadcrumb: list[tuple[str, str | None]] = field(default_factory=list)
    """Name and URL of each crumb, outermost first."""
    sections: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    canonical: list[str] = field(default_factory=list)
    robots: set[str] = field(default_factory=set)
    tdm_reservation: bool = False
    base: str | None = None
    """What relative links resolve against, as written. None: the page's own address."""
    is_article: bool = False
    """True when some vocabulary says that the page is an article."""
    is_listing: bool = False
    """True when some vocabulary says that the page is a collection."""
    sources: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """Who claims it, by the name of one of the lists above and the text in it, the most trusted first."""

    def claim(self, name: str, texts: Iterable[str], source: str) -> None:
        """Adds texts to the list of this name, and notes who claims them."""
        claimed: list[str] = getattr(self, name)
        for text in texts:
            claimed.append(text)
            self.sources.setdefault((name, text), []).append(source)


def split_keywords(written: str) -> list[str]:
    """The keywords of a list, by its commas or semicolons."""
    return [part.strip() for part in re.split(r"[,;、，]", written) if part.strip()]
