"""Which texts a run has met, and where: by them a notice that stands in place of many articles is found.

The worker, which reads pages, and the crawl, which raises alarms and outlives a worker, each keep one; what a page adds
to the worker's is told to the crawl.
"""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from enum import StrEnum

from articles.identity import CanonicalUrl


class Met(StrEnum):
    """As what a text was met; each has keys of its own kind from `crawler.announcement`."""

    TEXT = "text"
    """Any text, by `text_key`."""
    REPLACING = "replacing"
    """One that would replace a known text with which it shares nothing, by `body_key`."""
    UNANNOUNCED = "unannounced"
    """That of a page without the headline it was announced by, by `notice_key`."""


Meeting = tuple[Met, bytes, CanonicalUrl]
"""A text and one address at which it was met."""


class MetTexts:
    """The addresses of each text."""

    def __init__(self) -> None:
        self._urls: defaultdict[tuple[Met, bytes], set[CanonicalUrl]] = defaultdict(set)
        self._news: list[Meeting] = []

    def add(self, kind: Met, key: bytes, url: CanonicalUrl) -> None:
        """Note that this text was met at this address."""
        self._urls[kind, key].add(url)
        self._news.append((kind, key, url))

    def urls(self, kind: Met, key: bytes) -> AbstractSet[CanonicalUrl]:
        """Where it was met."""
        return self._urls.get((kind, key), frozenset())

    def take_news(self) -> tuple[Meeting, ...]:
        """What was added since this was asked last."""
        news = tuple(self._news)
        self._news.clear()
        return news

    def all(self) -> tuple[Meeting, ...]:
        """Everything, for a worker that is started anew."""
        return tuple((kind, key, url) for (kind, key), urls in self._urls.items() for url in sorted(urls))

    def learn(self, meetings: Iterable[Meeting]) -> None:
        """Take over what another one has met; it is no news here."""
        for kind, key, url in meetings:
            self._urls[kind, key].add(url)

    @property
    def most(self) -> int:
        """At how many addresses the text stands that stands at most of them."""
        return max(map(len, self._urls.values()), default=0)
