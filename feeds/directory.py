"""A directory of all feeds: what people and programs look through to choose one."""

from dataclasses import dataclass
from datetime import date

from feeds.addresses import FeedKey
from feeds.ledger.rows import ListedArticle
from feeds.selection import Subject
from feeds.wording import title_of_feed


@dataclass(frozen=True, kw_only=True, slots=True)
class Weeks:
    """How many articles a feed had week by week."""

    last: date
    """The Monday of the newest week: in the directory that of the newest article of all, so that charts compare; on a
    feed's own page that of its own newest, so that the page changes only with the feed."""
    counts: tuple[int, ...]
    """Half a year of weeks, oldest first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedFeed:
    """A feed in the directory."""

    key: FeedKey
    subject: Subject
    article_count: int
    weeks: Weeks | None = None
    """None where no chart is wanted, and of a feed without articles."""

    @property
    def title(self) -> str:
        """As in the feed itself."""
        return title_of_feed(self.key.kind, self.subject.name, self.subject.publishers, self.subject.language)


@dataclass(frozen=True, kw_only=True, slots=True)
class Directory:
    """Every feed that was published; feeds without articles are left out of all but the first."""

    everything: ListedFeed
    publishers: tuple[ListedFeed, ...]
    """By name."""
    sections: tuple[ListedFeed, ...]
    """Most articles first."""
    topics: tuple[ListedFeed, ...]
    """Most articles first."""
    articles: tuple[ListedArticle, ...]
    """The newest, newest first."""

    def feeds(self) -> tuple[ListedFeed, ...]:
        """All of them."""
        return (self.everything, *self.publishers, *self.sections, *self.topics)
