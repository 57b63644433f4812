"""Bringing the ledger up to the store, and finding the feeds that have to be written again."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.identity import ArticleId
from feeds.addresses import FeedKey, FeedKind
from feeds.characters import normalize_line
from feeds.ledger.ledger import Ledger
from feeds.ledger.rows import KnownFeed
from feeds.paging import page_count, pages_of
from feeds.read_store import ReadStore
from feeds.selection import Subject, keys_of
from feeds.settings import FeedSettings
from feeds.stored_entries import StoredEntries
from feeds.wording import PROGRAM

_POSITION, _REACHED, _FINGERPRINT, _FOLDING = "position", "reached", "fingerprint", "folding"


@dataclass(frozen=True, kw_only=True, slots=True)
class StaleFeed:
    """A feed that has to be written again."""

    known: KnownFeed
    subject: Subject
    pages: tuple[int, ...]
    """Its archive pages that have to be written again too."""
    whole: bool
    """True when these are all its pages: others may stand there from the time of another page size."""


def follow_store(ledger: Ledger, stored: StoredEntries, *, everything: bool, holds: bool = False) -> list[StaleFeed]:
    """Note in the ledger what the store has that it has not; returned are the feeds that this makes stale.

    Every feed is, when `everything` is asked for, when the settings or the code that renders feeds changed, and when
    the ledger belongs to another store. `holds`: whether `stored` leaves something out that comes later.
    """
    settings = stored.settings
    _note_revisions(ledger, stored.store, folds=settings.fold_repeats, holds=holds)
    fingerprint = settings.fingerprint()
    everything = everything or ledger.find_setting(_FINGERPRINT) != fingerprint
    ledger.keep_setting(_FINGERPRINT, fingerprint)
    feeds = ledger.feeds()
    subjects = _subjects(feeds, stored)
    for feed in feeds:
        if everything:
            ledger.touch(feed.feed_key)
        elif feed.subject is not None and _is_renamed(read_subject(feed.key, feed.subject), subjects[feed.key]):
            ledger.touch(feed.feed_key)
            ledger.touch_neighbours(feed.feed_key)
    return [
        StaleFeed(
            known=feed,
            subject=subjects[feed.key],
            pages=_pages(feed, None if everything else places, settings),
            whole=everything,
        )
        for feed, places in ledger.touched()
    ]


def write_subject(subject: Subject) -> str:
    """The subject as the ledger keeps it."""
    kept = (subject.name, subject.url, subject.publishers, subject.language, subject.home_url)
    return json.dumps(kept, ensure_ascii=False)


def read_subject(key: FeedKey, kept: str) -> Subject:
    """The subject that the ledger kept."""
    name, url, publishers, language, home_url = json.loads(kept)
    return Subject(key=key, name=name, url=url, publishers=tuple(publishers), language=language, home_url=home_url)


def find_reached(ledger: Ledger) -> int:
    """Up to which position of the store the ledger was followed; 0 before it was."""
    return int(ledger.find_setting(_REACHED) or 0)


def _note_revisions(ledger: Ledger, store: ReadStore, *, folds: bool, holds: bool) -> None:
    """Note what is new in the store.

    `holds`: True while something is held back. It lies behind the position, which then stays, so that the next
    publication comes by it again; what else lies there is noted once more, which changes nothing.
    """
    if (ledger.find_setting(_FOLDING) or str(False)) != str(folds):
        ledger.forget()
    kept = ledger.find_setting(_POSITION)
    position, *last = json.loads(kept) if kept is not None else [0]
    if position:
        _, revision = next(iter(store.revisions_after(position - 1)), (0, None))
        if revision is None or [revision.id, revision.number] != last:
            ledger.forget()
            position, last = 0, []
    reached = max(position, find_reached(ledger))
    newest = last
    noted: dict[ArticleId, None] = {}
    for at, revision in store.revisions_after(position):
        ledger.note(revision, keys_of(revision))
        reached, newest = max(reached, at), [revision.id, revision.number]
        noted[revision.id] = None
    if folds:
        _fold(ledger, store, tuple(noted))
    ledger.place()
    ledger.keep_setting(_FOLDING, str(folds))
    ledger.keep_setting(_REACHED, str(reached))
    ledger.keep_setting(_POSITION, json.dumps([position, *last] if holds else [reached, *newest]))


def _fold(ledger: Ledger, store: ReadStore, noted: Sequence[ArticleId]) -> None:
    """Leave articles that repeat an earlier one out of the feeds in which that one stands."""
    repeating = {revision.id: revision for revision in (*store.find_revisions(noted), *store.find_repeating(noted))}
    linked = [revision for revision in repeating.values() if revision.same_as is not None]
    wanted = [revision.same_as for revision in linked if revision.same_as is not None]
    originals = {revision.id: revision for revision in store.find_revisions(wanted)}
    for revision in linked:
        original = originals.get(revision.same_as) if revision.same_as else None
        taken = keys_of(original) if original is not None and not original.deleted else ()
        keys = keys_of(revision)
        left_out = [key for key in keys if key in taken]
        ledger.fold(revision, [key for key in keys if key not in taken], left_out)


def _pages(feed: KnownFeed, places: Sequence[int] | None, settings: FeedSettings) -> tuple[int, ...]:
    if places is None:
        return tuple(range(1, page_count(feed.place_count, settings.entry_count) + 1))
    return pages_of(places, feed.place_count, settings.entry_count)


def _subjects(feeds: Sequence[KnownFeed], stored: StoredEntries) -> dict[FeedKey, Subject]:
    """What each feed is about by now; language and home page as they last were."""
    title_of = stored.settings.title_of
    publishers = sorted(feed.key.slug for feed in feeds if feed.key.kind is FeedKind.PUBLISHER and feed.article_count)
    titles = tuple(normalize_line(title_of(name)) or PROGRAM for name in publishers) or (PROGRAM,)
    current = stored.topics_and_sections()
    subjects = {}
    for feed in feeds:
        kept = read_subject(feed.key, feed.subject) if feed.subject is not None else None
        match feed.key.kind:
            case FeedKind.ALL:
                now: Subject | None = Subject(key=feed.key, name=PROGRAM, publishers=titles)
            case FeedKind.PUBLISHER:
                title = normalize_line(title_of(feed.key.slug)) or PROGRAM
                now = Subject(key=feed.key, name=title, publishers=(title,))
            case _:
                now = current.get(feed.key)
        now = now or kept or Subject(key=feed.key, name=feed.key.file_name, publishers=titles)
        subjects[feed.key] = replace(now, language=kept.language, home_url=kept.home_url) if kept else now
    return subjects


def _is_renamed(kept: Subject, now: Subject) -> bool:
    return (kept.name, kept.url, kept.publishers) != (now.name, now.url, now.publishers)
