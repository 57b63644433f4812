"""What publishers called their topics and sections when feeds were published last."""

import sqlite3
from collections.abc import Iterable, Mapping

from articles.store.terms import TopicUse
from articles.surrogates import replace_surrogates
from feeds.addresses import FeedKind


class Names:
    """The part of the ledger that keeps names."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def keep_names(self, uses: Mapping[FeedKind, Iterable[TopicUse]]) -> None:
        """Keep what publishers call their topics and sections, and nothing else of that kind."""
        self._connection.execute("DELETE FROM names")
        rows = [
            (use.publisher, kind.value, replace_surrogates(use.slug), replace_surrogates(use.name), use.url)
            for kind, some in uses.items()
            for use in some
        ]
        self._connection.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?)", rows)

    def names(self, publishers: Iterable[str]) -> dict[FeedKind, list[TopicUse]]:
        """What was kept last of these publishers, by spider name."""
        found: dict[FeedKind, list[TopicUse]] = {FeedKind.TOPIC: [], FeedKind.SECTION: []}
        for publisher in publishers:
            query = "SELECT kind, slug, name, url FROM names WHERE publisher = ?"
            for kind, slug, name, url in self._connection.execute(query, (publisher,)):
                found[FeedKind(kind)].append(TopicUse(publisher=publisher, slug=slug, name=name, url=url))
        return found
