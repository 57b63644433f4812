"""The directory of what was published, read from the ledger."""

from collections.abc import Iterable
from datetime import date, timedelta

from feeds.addresses import FeedKind
from feeds.directory import Directory, ListedFeed, Weeks
from feeds.following import read_subject
from feeds.ledger.ledger import Ledger
from feeds.ledger.rows import KnownFeed

_WEEK_COUNT = 26
_CHART_COUNT = 60  # feeds with a chart of their own in the directory; it stays light with thousands of topics
_SEARCHED_ARTICLES = 1000


def find_directory(ledger: Ledger) -> Directory | None:
    """The directory of what was published; None when nothing was."""
    listed: dict[FeedKind, list[ListedFeed]] = {kind: [] for kind in FeedKind}
    known = [feed for feed in ledger.feeds() if feed.subject is not None]
    busiest = sorted(known, key=lambda feed: -feed.article_count)[:_CHART_COUNT]
    charted = {feed.feed_key for feed in busiest}
    last = max((week for feed in busiest if (week := ledger.find_newest_week(feed.feed_key))), default=None)
    for feed in known:
        if feed.article_count or feed.key.kind is FeedKind.ALL:
            listed[feed.key.kind].append(listed_feed(feed, ledger, last if feed.feed_key in charted else None))
    if not listed[FeedKind.ALL]:
        return None
    return Directory(
        everything=listed[FeedKind.ALL][0],
        publishers=tuple(sorted(listed[FeedKind.PUBLISHER], key=lambda feed: feed.subject.name.casefold())),
        sections=_most_first(listed[FeedKind.SECTION]),
        topics=_most_first(listed[FeedKind.TOPIC]),
        articles=tuple(ledger.newest_articles(_SEARCHED_ARTICLES)),
    )


def listed_feed(feed: KnownFeed, ledger: Ledger, last_week: date | None) -> ListedFeed:
    """A published feed as the directory shows it, with a chart that ends with this week; None: without one."""
    return ListedFeed(
        key=feed.key,
        subject=read_subject(feed.key, feed.subject or ""),
        article_count=feed.article_count,
        weeks=None if last_week is None else _weeks(feed, ledger, last_week),
    )


def _weeks(feed: KnownFeed, ledger: Ledger, last: date) -> Weeks:
    first = last - timedelta(weeks=_WEEK_COUNT - 1)
    counts = ledger.weeks(feed.feed_key, first)
    return Weeks(last=last, counts=tuple(counts.get(first + timedelta(weeks=week), 0) for week in range(_WEEK_COUNT)))


def _most_first(feeds: Iterable[ListedFeed]) -> tuple[ListedFeed, ...]:
    return tuple(sorted(feeds, key=lambda feed: (-feed.article_count, feed.subject.name.casefold(), feed.key.slug)))
