"""What every home of the store promises of sources beside listings, and of the files that hosts publish for crawlers.

A *source* is a sitemap or a feed in which a publisher names its articles. It is found once, in robots.txt, in another
sitemap or in the head of a page, and remembered with what its last answer said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class SourceKind(StrEnum):
    """What a source was announced as."""

    SITEMAP = "sitemap"
    """A sitemap, a news sitemap or an index of them (sitemaps.org)."""
    FEED = "feed"
    """RSS or Atom."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """A source and what is remembered of it."""

    url: str
    """Absolute."""
    kind: SourceKind
    found_in: str
    """The URL of the robots.txt, sitemap or page that names it; empty when its place was guessed."""
    etag: str | None = None
    last_modified: str | None = None
    """The HTTP header, verbatim."""
    idle_count: int = 0
    """Checks in a row that told of no article which listings had not shown."""
    failure_count: int = 0
    """Checks in a row that gave nothing that could be read."""
    checked_at: datetime | None = None
    """When it last answered. None: never."""
    next_check_at: datetime | None = None
    """When it is due again. None: now."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteFile:
    """A file that a host publishes for crawlers, such as its robots.txt, as it was fetched."""

    url: str
    status: int
    body: bytes
    fetched_at: datetime
    """UTC."""


class SourceStore(Protocol):
    """The part of a `Store` that concerns sources."""

    def note_sources(self, publisher: str, sources: Sequence[Source]) -> None:
        """Remember sources that were met; a known one is left as it is."""

    def sources(self, publisher: str) -> Sequence[Source]:
        """Every source that was ever met, oldest first."""

    def settle_source(self, publisher: str, source: Source) -> None:
        """Keep what a check of a known source came to."""

    def save_site_file(self, file: SiteFile) -> None:
        """Keep a file in place of what was kept under its URL."""

    def find_site_file(self, url: str) -> SiteFile | None:
        """The file as it was last kept; None when it never was."""
