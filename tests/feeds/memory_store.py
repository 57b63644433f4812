"""A store in memory, with the few methods that feeds ask for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from articles.identity import ArticleId
from articles.model import Revision, Topic
from articles.store.contract import Store
from articles.store.terms import TopicUse
from articles.surrogates import replace_surrogates


def store_of(revisions: Iterable[Revision]) -> Store:
    """A store that holds these; of several revisions of an article, the last."""
    return cast("Store", _MemoryStore(tuple(map(_storable, revisions))))


@dataclass(frozen=True)
class _MemoryStore:
    revisions: tuple[Revision, ...]

    def _live(self) -> list[Revision]:
        last = {revision.id: revision for revision in self.revisions}
        return [revision for revision in last.values() if not revision.deleted]

    def history(self, article_id: ArticleId) -> Sequence[Revision]:
        return [revision for revision in self.revisions if revision.id == article_id]

    def newest(
        self, count: int, *, topic: str | None = None, section: str | None = None, publisher: str | None = None
    ) -> Sequence[Revision]:
        found = [
            revision
            for revision in self._live()
            if (topic is None or topic in {known.slug for known in revision.article.topics})
            and (section is None or section in {known.slug for known in revision.article.sections})
            and (publisher is None or publisher == revision.publisher)
        ]
        found.sort(
            key=lambda revision: revision.article.published_at or self.history(revision.id)[0].stored_at, reverse=True
        )
        return found[:count]

    def revisions_after(self, position: int) -> Iterator[tuple[int, Revision]]:
        return ((at, revision) for at, revision in enumerate(self.revisions, 1) if at > position)

    def find_revisions(self, article_ids: Sequence[ArticleId]) -> Sequence[Revision]:
        last = {revision.id: revision for revision in self.revisions}
        return [last[article_id] for article_id in article_ids if article_id in last]

    def find_repeating(self, article_ids: Sequence[ArticleId]) -> Sequence[Revision]:
        last = {revision.id: revision for revision in self.revisions}
        return [revision for revision in last.values() if revision.same_as in article_ids]

    def topics(self) -> Sequence[TopicUse]:
        return _uses((revision.publisher, topic) for revision in self._live() for topic in revision.article.topics)

    def sections(self) -> Sequence[TopicUse]:
        return _uses((revision.publisher, topic) for revision in self._live() for topic in revision.article.sections)


def _storable(revision: Revision) -> Revision:
    """As a database would give it back: without lone surrogates where we search by them."""
    article = revision.article
    topics, sections = (tuple(map(_storable_topic, kept)) for kept in (article.topics, article.sections))
    return replace(revision, article=replace(article, topics=topics, sections=sections))


def _storable_topic(topic: Topic) -> Topic:
    return replace(topic, name=replace_surrogates(topic.name), slug=replace_surrogates(topic.slug))


def _uses(uses: Iterable[tuple[str, Topic]]) -> list[TopicUse]:
    used = {
        (publisher, topic.slug): TopicUse(name=topic.name, slug=topic.slug, url=topic.url, publisher=publisher)
        for publisher, topic in uses
    }
    return [used[key] for key in sorted(used)]
