"""What feeds read from the store: the entries of a feed, and what feeds are about."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.identity import ArticleId
from articles.model import Revision
from feeds.addresses import FeedKey, FeedKind, feed_id, feed_urls
from feeds.channel import Entry, Source
from feeds.characters import normalize_line
from feeds.entries import entry_of
from feeds.read_store import ReadStore
from feeds.selection import Subject, subjects_of
from feeds.settings import FeedSettings
from feeds.wording import PROGRAM

_REMEMBERED_ENTRIES = 4000  # an article stands in several feeds


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredEntries:
    """A store, as feeds see it. Lives for one publication, as long as no article changes."""

    store: ReadStore
    settings: FeedSettings
    _made: OrderedDict[ArticleId, Entry] = field(default_factory=OrderedDict)

    def topics_and_sections(self) -> dict[FeedKey, Subject]:
        """What each topic and section that a live article carries is about."""
        topics = subjects_of(FeedKind.TOPIC, self.store.topics(), self.settings.title_of)
        sections = subjects_of(FeedKind.SECTION, self.store.sections(), self.settings.title_of)
        return {subject.key: subject for subject in (*topics, *sections)}

    def of_articles(self, article_ids: Sequence[ArticleId]) -> list[Entry]:
        """The entries of these articles, which were not withdrawn, in this order."""
        missing = [article_id for article_id in article_ids if article_id not in self._made]
        made = {revision.id: self._make(revision) for revision in self.store.find_revisions(missing)}
        entries = [made.get(article_id) or self._made[article_id] for article_id in article_ids]
        for entry_id, entry in zip(article_ids, entries, strict=True):
            self._made[entry_id] = entry
            self._made.move_to_end(entry_id)
        while len(self._made) > _REMEMBERED_ENTRIES:
            self._made.popitem(last=False)
        return entries

    def _make(self, revision: Revision) -> Entry:
        first_stored_at = revision.stored_at
        if revision.article.published_at is None and revision.number > 1:
            first_stored_at = self.store.history(revision.id)[0].stored_at
        return entry_of(
            revision,
            publisher=self.settings.title_of(revision.publisher),
            first_stored_at=first_stored_at,
            full_text=revision.publisher not in self.settings.teasers_only and not revision.article.forbids_full_text,
            source=self._source(revision.publisher),
        )

    def _source(self, publisher: str) -> Source:
        stem, base_url = FeedKey(kind=FeedKind.PUBLISHER, slug=publisher).stem, self.settings.base_url
        title = normalize_line(self.settings.title_of(publisher)) or PROGRAM
        return Source(id=feed_id(stem, base_url), title=title, urls=feed_urls(stem, base_url))
