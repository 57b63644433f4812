"""What feeds ask of a store; every one that keeps `articles.store.contract.Store` can answer."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from articles.identity import ArticleId
from articles.model import Revision
from articles.store.terms import TopicUse


class ReadStore(Protocol):
    """The reading part of a store, as its contract has it."""

    def revisions_after(self, position: int) -> Iterator[tuple[int, Revision]]:
        """Every revision stored behind this position, each with its own."""

    def find_revisions(self, article_ids: Sequence[ArticleId]) -> Sequence[Revision]:
        """The newest revision of each of these articles."""

    def find_repeating(self, article_ids: Sequence[ArticleId]) -> Sequence[Revision]:
        """The newest revision of each article that repeats one of these."""

    def history(self, article_id: ArticleId) -> Sequence[Revision]:
        """All revisions of an article."""

    def topics(self) -> Sequence[TopicUse]:
        """Every topic that a live article carries."""

    def sections(self) -> Sequence[TopicUse]:
        """Likewise the sections."""
