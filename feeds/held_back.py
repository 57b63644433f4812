"""Holding back what a crawl brought that raised an alarm, from its publisher alone.

Feeds of several publishers go on: in them the publisher concerned keeps the articles it had, as they were. Nothing of
the ledger knows of it; feeds look at the store through `LastGood`, which shows it as if the doubtful revisions were
not there. They come once a crawl of that publisher is well again.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from articles.identity import ArticleId
from articles.model import Revision, Topic
from articles.store.terms import TopicUse
from feeds.addresses import FeedKind
from feeds.ledger.ledger import Ledger
from feeds.read_store import ReadStore

_HELD = "held"


def choose_held(
    ledger: Ledger, held_back: frozenset[str], released: frozenset[str] | None, reached: int
) -> Mapping[str, int]:
    """From which position of the store on each publisher is held back that is.

    Those held back before stay so, from where they were, unless they are released; `released` None: all are but
    those that are held back now. `reached` is how far the ledger has followed the store.
    """
    before = find_held(ledger)
    staying = {name for name in before if released is not None and name not in released}
    return {name: before.get(name, reached) for name in sorted(staying | held_back)}


def keep_held(ledger: Ledger, held: Mapping[str, int]) -> None:
    """Keep what was chosen for the next publication."""
    ledger.keep_setting(_HELD, json.dumps(held))


def find_held(ledger: Ledger) -> Mapping[str, int]:
    """What was kept last; empty before."""
    held: dict[str, int] = json.loads(ledger.find_setting(_HELD) or "{}")
    return held


def without_held(store: ReadStore, held: Mapping[str, int], names: Mapping[FeedKind, Iterable[TopicUse]]) -> ReadStore:
    """The store without the revisions that these publishers stored behind their positions.

    `names` are what these publishers called their topics and sections before.
    """
    if not held:
        return store
    first: dict[ArticleId, int] = {}
    for position, revision in store.revisions_after(min(held.values())):
        if position > held.get(revision.publisher, position):
            first.setdefault(revision.id, revision.number)
    known = {(kind, use.publisher, use.slug): use for kind, uses in names.items() for use in uses}
    return LastGood(store=store, first_held=first, names=known)


@dataclass(frozen=True, kw_only=True, slots=True)
class LastGood:
    """A store without some articles' newest revisions."""

    store: ReadStore
    first_held: Mapping[ArticleId, int]
    """Per article the number of its first revision that is left out."""
    names: Mapping[tuple[FeedKind, str, str], TopicUse] = field(default_factory=dict)
    """By kind, publisher and slug: topics and sections whose names in the store are left out, as they were before."""

    def revisions_after(self, position: int) -> Iterator[tuple[int, Revision]]:
        """Those that are not held back."""
        return (each for each in self.store.revisions_after(position) if self._is_good(each[1]))

    def find_revisions(self, article_ids: Sequence[ArticleId]) -> Sequence[Revision]:
        """The newest that are not held back; an article that has none is unknown."""
        return [good for each in self.store.find_revisions(article_ids) for good in self._last_good(each)]

    def find_repeating(self, article_ids: Sequence[ArticleId]) -> Sequence[Revision]:
        """Likewise."""
        repeating = (good for each in self.store.find_repeating(article_ids) for good in self._last_good(each))
        return [revision for revision in repeating if revision.same_as in article_ids]

    def history(self, article_id: ArticleId) -> Sequence[Revision]:
        """Those that are not held back."""
        return [revision for revision in self.store.history(article_id) if self._is_good(revision)]

    def topics(self) -> Sequence[TopicUse]:
        """All of them."""
        return [self.names.get((FeedKind.TOPIC, use.publisher, use.slug), use) for use in self.store.topics()]

    def sections(self) -> Sequence[TopicUse]:
        """All of them."""
        return [self.names.get((FeedKind.SECTION, use.publisher, use.slug), use) for use in self.store.sections()]

    def _is_good(self, revision: Revision) -> bool:
        return revision.number < self.first_held.get(revision.id, revision.number + 1)

    def _last_good(self, newest: Revision) -> Sequence[Revision]:
        good = [newest] if self._is_good(newest) else self.history(newest.id)[-1:]
        return [self._named(revision) for revision in good] if self.names else good

    def _named(self, revision: Revision) -> Revision:
        article = revision.article
        topics, sections = (
            tuple(self._name(kind, revision.publisher, topic) for topic in filed)
            for kind, filed in ((FeedKind.TOPIC, article.topics), (FeedKind.SECTION, article.sections))
        )
        return replace(revision, article=replace(article, topics=topics, sections=sections))

    def _name(self, kind: FeedKind, publisher: str, topic: Topic) -> Topic:
        known = self.names.get((kind, publisher, topic.slug))
        return topic if known is None else replace(topic, name=known.name, url=known.url)
