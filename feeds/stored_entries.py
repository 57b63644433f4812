"""What feeds read from the store: the subjects there are, and the newest entries of each."""

from collections.abc import Mapping
from dataclasses import dataclass

from articles.model import Revision
from articles.store.contract import Store
from feeds.addresses import FeedKey, FeedKind
from feeds.channel import Entry
from feeds.entries import entry_of
from feeds.selection import Subject, subject_of_all, subjects_of


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredEntries:
    """A store, as feeds see it."""

    store: Store
    entry_count: int
    """The most entries of a feed."""
    titles: Mapping[str, str]
    """What publishers call themselves, by spider name; one that is missing is called by that name."""

    def subjects(self) -> tuple[Subject, ...]:
        """Every feed that live articles belong to."""
        topics, sections, newest = (
            self.store.topics(),
            self.store.sections(),
            self._revisions(FeedKey(kind=FeedKind.ALL)),
        )
        if not newest:
            return ()
        publishers = [use.publisher for use in (*topics, *sections)] + [revision.publisher for revision in newest]
        return (
            subject_of_all(publishers, self.titles),
            *subjects_of(FeedKind.TOPIC, topics, self.titles),
            *subjects_of(FeedKind.SECTION, sections, self.titles),
        )

    def newest(self, key: FeedKey) -> list[Entry]:
        """The newest entries of a feed, in the store's order."""
        return [self._entry(revision) for revision in self._revisions(key)]

    def _revisions(self, key: FeedKey) -> list[Revision]:
        topic = key.slug if key.kind is FeedKind.TOPIC else None
        section = key.slug if key.kind is FeedKind.SECTION else None
        return list(self.store.newest(self.entry_count, topic=topic, section=section))

    def _entry(self, revision: Revision) -> Entry:
        first_stored_at = revision.stored_at
        if revision.article.published_at is None and revision.number > 1:
            first_stored_at = self.store.history(revision.id)[0].stored_at
        publisher = self.titles.get(revision.publisher, revision.publisher)
        return entry_of(revision, publisher=publisher, first_stored_at=first_stored_at)
