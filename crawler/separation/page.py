"""The only input of separation: one page, as bytes or text came in, with what the caller knows of it."""

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from lxml.etree import _Element


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """What a listing said of an article; all of it may be missing."""

    title: str | None = None
    summary: str | None = None
    """The teaser."""
    published_at: datetime | None = None
    """Aware, in the publisher's zone, whole minutes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """Facts of the publisher that a page alone does not show."""

    name: str | None = None
    """As in its titles and breadcrumbs, such as `The Gazette`."""
    language: str | None = None
    """BCP 47; believed before what a page claims, which may be its program's own language, and used to read dates."""
    zone: ZoneInfo | None = None
    """Of times written without an offset. None: such times are taken as UTC, with a warning."""
    topic_path: str | None = None
    """A regular expression that matches the path of a topic's page and captures its slug. None when none is known."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """A page, HTML or plain text."""

    url: str | None
    """Where it was fetched; relative links resolve against it. None when unknown (a file without --url)."""
    content: str
    """The decoded page. It is HTML when it has a tag, plain text otherwise."""
    site: Site = field(default_factory=Site)
    listing: Listing = field(default_factory=Listing)
    fetched_at: datetime | None = None
    """Aware. Only used to judge dates (none lies after it); None: not judged."""
    base_url: str | None = None
    """What relative links resolve against, where that is not `url`."""
    tree: _Element | None = None
    """The parsed page, when the caller has it; it is read, never changed."""

    @property
    def base(self) -> str | None:
        """What relative links resolve against. None when unknown."""
        return self.base_url or self.url

    @property
    def identity(self) -> str:
        """What tells the page from its publisher's others: its address or, where that is unknown, its content."""
        return self.url if self.url is not None else self.content
