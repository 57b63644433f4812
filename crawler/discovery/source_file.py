"""What a sitemap, an index of sitemaps or a feed names."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from articles.identity import CanonicalUrl
from articles.store.terms import ListingEntry


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceRules:
    """How this publisher's sources are read."""

    find_article: Callable[[str], CanonicalUrl | None]
    """The canonical URL of a link, however it is written; None for one that is no article's."""
    own_link: Callable[[str], str | None]
    """The absolute URL of a link; None for one that does not lead to the publisher."""
    zone: ZoneInfo | None
    """Of times without an offset."""
    not_after: datetime | None
    """Aware; no article lies after it. None: not judged."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedArticle:
    """An article that a source names."""

    entry: ListingEntry
    changed_at: datetime | None = None
    """When it last changed, as the source says. Aware; None when it does not say."""

    @property
    def touched_at(self) -> datetime | None:
        """The later of when it was published and when it changed; None when the source says neither."""
        moments = [moment for moment in (self.entry.published_at, self.changed_at) if moment]
        return max(moments, default=None)


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedSitemap:
    """A sitemap that an index names."""

    url: str
    changed_at: datetime | None
    """As of an article."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceFile:
    """All that one file names."""

    articles: tuple[NamedArticle, ...] = ()
    """In the file's order, each once."""
    sitemaps: tuple[NamedSitemap, ...] = ()
