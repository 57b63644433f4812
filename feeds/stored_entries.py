"""What feeds read from the store: the entries of a feed, and what feeds are about."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from articles.identity import ArticleId
from articles.model import Revision
from articles.store.contract import Store
from feeds.addresses import FeedKey, FeedKind
from feeds.channel import Entry
from feeds.entries import entry_of
from feeds.selection import Subject, subjects_of
from feeds.settings import FeedSettings

_REMEMBERED_ENTRIES = 2000  # an article stands in several feeds; the newest ones in most that change


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredEntries:
    """A store, as feeds see it. Lives for one publication, as long as no article changes."""

    store: Store
    settings: FeedSettings
    _made: OrderedDict[tuple[ArticleId, int], Entry] = field(default_factory=OrderedDict)

    def topics_and_sections(self) -> dict[FeedKey, Subject]:
        """What each topic and section that a live article carries is about."""
        topics = subjects_of(FeedKind.TOPIC, self.store.topics(), self.settings.title_of)
        sections = subjects_of(FeedKind.SECTION, self.store.sections(), self.settings.title_of)
        return {subject.key: subject for subject in (*topics, *sections)}

    def newest(self, key: FeedKey) -> list[Entry]:
        """The newest entries of a feed, in the store's order."""
        topic = key.slug if key.kind is FeedKind.TOPIC else None
        section = key.slug if key.kind is FeedKind.SECTION else None
        publisher = key.slug if key.kind is FeedKind.PUBLISHER else None
        count = self.settings.entry_count
        return self._entries(self.store.newest(count, topic=topic, section=section, publisher=publisher))

    def of_articles(self, article_ids: Sequence[ArticleId]) -> list[Entry]:
        """The entries of these articles."""
        return self._entries(self.store.find_revisions(article_ids))

    def _entries(self, revisions: Iterable[Revision]) -> list[Entry]:
        return [self._entry(revision) for revision in revisions if not revision.deleted]

    def _entry(self, revision: Revision) -> Entry:
        version = (revision.id, revision.number)
        if version not in self._made:
            self._made[version] = self._make(revision)
            if len(self._made) > _REMEMBERED_ENTRIES:
                self._made.popitem(last=False)
        self._made.move_to_end(version)
        return self._made[version]

    def _make(self, revision: Revision) -> Entry:
        first_stored_at = revision.stored_at
        if revision.article.published_at is None and revision.number > 1:
            first_stored_at = self.store.history(revision.id)[0].stored_at
        return entry_of(
            revision,
            publisher=self.settings.title_of(revision.publisher),
            first_stored_at=first_stored_at,
            full_text=revision.publisher not in self.settings.teasers_only,
        )
