"""What the ledger tells."""

from dataclasses import dataclass
from datetime import datetime

from articles.identity import ArticleId
from feeds.addresses import FeedKey


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownFeed:
    """A feed that was published, or is about to be."""

    feed_key: int
    key: FeedKey
    subject: str | None
    """As it was kept; None before it was published."""
    changed_at: datetime
    """When an article last came, changed or left, by the articles' own times. UTC."""
    place_count: int
    removed_count: int

    @property
    def article_count(self) -> int:
        """Articles that stand in it now."""
        return self.place_count - self.removed_count


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """A place in a feed."""

    article_id: ArticleId
    removed_at: datetime | None
    """UTC; None while the article stands there."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedArticle:
    """A live article, as a list shows it."""

    title: str
    url: str
    published_at: datetime
    """Where the publisher lives; when nothing says it, when the article was first stored."""
