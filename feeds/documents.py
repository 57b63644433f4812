"""The documents of one feed: its live ones in every format, and its archive pages."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from feeds.addresses import feed_urls
from feeds.channel import Channel, Deletion
from feeds.following import StaleFeed
from feeds.formats.atom import render_atom
from feeds.formats.jsonfeed import render_jsonfeed
from feeds.formats.rss import render_rss
from feeds.ledger.ledger import Ledger
from feeds.ledger.rows import Placed
from feeds.paging import live_history, page_count, page_history, page_stem
from feeds.selection import Subject, select_channel, settle_subject, stylesheet_of
from feeds.settings import FeedSettings
from feeds.stored_entries import StoredEntries

FORMATS = {"rss": render_rss, "atom": render_atom, "json": render_jsonfeed}
"""How a channel is rendered, by the ending of the format's files."""
ARCHIVE_FORMATS = {"atom": render_atom, "json": render_jsonfeed}
"""Likewise an archive page; RSS has no word for what comes before."""


def live_channel(stale: StaleFeed, stored: StoredEntries, ledger: Ledger) -> tuple[Subject, Channel]:
    """The newest entries of a feed; none, when every article was withdrawn. With them what the feed is about.

    Among them are all that stand on no archive page yet.
    """
    settings, known = stored.settings, stale.known
    count = page_count(known.place_count, settings.entry_count)
    newest = ledger.newest(known.feed_key, settings.entry_count)
    unpaged = ledger.placed(known.feed_key, count * settings.entry_count + 1, known.place_count)
    standing = (place.article_id for place in unpaged if place.removed_at is None)
    entries = stored.of_articles(list(dict.fromkeys([*newest, *standing])))
    subject = settle_subject(stale.subject, entries, settings.base_url)
    channel = select_channel(
        subject,
        entries,
        settings=settings,
        changed_at=known.changed_at,
        history=live_history(known.key, count, settings.base_url),
        deletions=_deletions(ledger.removed(known.feed_key, settings.entry_count), settings),
    )
    return subject, channel


def archive_pages(
    stale: StaleFeed, subject: Subject, stored: StoredEntries, ledger: Ledger
) -> Iterator[tuple[str, bytes]]:
    """Each archive page that has to be written again: its path below `feeds/`, and its content."""
    settings, known = stored.settings, stale.known
    size = settings.entry_count
    count = page_count(known.place_count, size)
    for page in stale.pages:
        placed = ledger.placed(known.feed_key, (page - 1) * size + 1, page * size)
        channel = select_channel(
            subject,
            stored.of_articles([place.article_id for place in placed if place.removed_at is None]),
            settings=settings,
            changed_at=known.changed_at,
            history=page_history(known.key, page, count, settings.base_url),
            deletions=_deletions(placed, settings),
        )
        stem = page_stem(known.key, page)
        channel = replace(channel, urls=feed_urls(stem, settings.base_url), stylesheet=stylesheet_of(stem))
        for ending, render in ARCHIVE_FORMATS.items():
            yield f"{stem}.{ending}", render(channel)


def _deletions(placed: Iterable[Placed], settings: FeedSettings) -> tuple[Deletion, ...]:
    if not settings.tombstones:
        return ()
    left = (Deletion(id=place.article_id, at=place.removed_at) for place in placed if place.removed_at is not None)
    return tuple(sorted(left, key=lambda deletion: (deletion.at, deletion.id), reverse=True))
