"""Finding articles in the ledger: any combination of feeds, and words of title and text."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from articles.identity import ArticleId
from feeds.addresses import FeedKind
from feeds.characters import normalize_text


@dataclass(frozen=True, kw_only=True, slots=True)
class Query:
    """Which articles are wanted. What is empty asks for nothing; all that is asked must hold."""

    topics: tuple[str, ...] = ()
    """Slugs, of which one is enough."""
    sections: tuple[str, ...] = ()
    """Likewise."""
    publishers: tuple[str, ...] = ()
    """Spider names, of which one is enough."""
    without: tuple[str, ...] = ()
    """Slugs of topics, none of which may hold."""
    words: str = ""
    """All of these begin a word of title or text; neither case nor accents count."""


# Conditions are put together from constants below; what is asked for goes in as values. They hold twice: for the
# article, and for none that it is folded into.
_NEWEST = """
SELECT id, number FROM articles
WHERE :conditions AND (same_as IS NULL OR NOT EXISTS (
    SELECT 1 FROM articles earlier WHERE earlier.id = articles.same_as AND :conditions
))
ORDER BY sorted_at DESC, article_key DESC LIMIT ?
"""
_STANDING_IN = """
article_key :operator (
    WITH wanted_feeds AS (SELECT feed_key FROM feeds WHERE kind = ? AND slug IN (:marks))
    SELECT article_key FROM places WHERE removed_at IS NULL AND feed_key IN wanted_feeds
    UNION ALL
    SELECT article_key FROM folded WHERE feed_key IN wanted_feeds
)
"""


class Search:
    """A ledger opened for reading only. `open_search` gives one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def newest(self, query: Query, count: int) -> dict[ArticleId, int]:
        """The newest live articles that the query asks for, newest first, each with the number of its revision.

        That is the revision that was published last; the store may have others by now.
        """
        conditions: list[str] = ["deleted = 0"]
        values: list[str] = []
        for kind, slugs in (
            (FeedKind.TOPIC, query.topics),
            (FeedKind.SECTION, query.sections),
            (FeedKind.PUBLISHER, query.publishers),
        ):
            if slugs:
                conditions.append(_standing_in("IN", slugs))
                values += [kind.value, *slugs]
        if query.without:
            conditions.append(_standing_in("NOT IN", query.without))
            values += [FeedKind.TOPIC.value, *query.without]
        if match := _match(query.words):
            conditions.append("text_key IN (SELECT rowid FROM texts WHERE texts MATCH ?)")
            values.append(match)
        statement = _NEWEST.replace(":conditions", " AND ".join(conditions))
        found = self._connection.execute(statement, (*values, *values, count))
        return {ArticleId(article_id): number for article_id, number in found}


@contextmanager
def open_search(path: Path) -> Iterator[Search]:
    """The ledger at this path, as it was published last.

    Raises: sqlite3.OperationalError, when there is none yet.
    """
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        yield Search(connection)


def _standing_in(operator: str, slugs: tuple[str, ...]) -> str:
    return _STANDING_IN.replace(":operator", operator).replace(":marks", ", ".join("?" * len(slugs)))


def _match(words: str) -> str:
    """The words for FTS5, each in quotes, so that none is taken for an operator."""
    parts = normalize_text(words).replace("\x00", "").split()
    return " ".join('"' + part.replace('"', '""') + '"*' for part in parts)
