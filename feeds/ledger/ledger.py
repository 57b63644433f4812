"""The ledger's book: opened for one publication, which is noted whole or not at all."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from articles.identity import ArticleId
from articles.model import Revision
from feeds.addresses import FeedKey, FeedKind
from feeds.characters import normalize_line, normalize_text
from feeds.errors import LedgerInUse, LedgerUnusable, SpoiledLedger
from feeds.ledger.names import Names
from feeds.ledger.placing import place_articles
from feeds.ledger.rows import KnownFeed, ListedArticle, Placed
from feeds.ledger.schema import TABLES, VERSION, WORKING_TABLES

_WAIT_SECONDS = 5.0
_KNOWN = """
SELECT feed_key, kind, slug, subject, changed_at,
       COALESCE((SELECT MAX(place) FROM places p WHERE p.feed_key = f.feed_key), 0),
       (SELECT COUNT(*) FROM places p WHERE p.feed_key = f.feed_key AND p.removed_at IS NOT NULL)
FROM feeds f
WHERE NOT :only_touched OR feed_key IN (SELECT feed_key FROM touched)
ORDER BY feed_key
"""


class Ledger(Names):
    """The book of one publication. `open_ledger` gives one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        self._execute = connection.execute
        self._feed_keys: dict[FeedKey, int] = {}

    def find_setting(self, name: str) -> str | None:
        """What was kept under this name; None before."""
        row = self._execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def keep_setting(self, name: str, value: str) -> None:
        """Keep a value for the next publication."""
        self._execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))

    def note_files(self, digests: Mapping[str, str], *, removed: Iterable[str]) -> None:
        """Note what was published: names below the feeds' directory, each with its digest; and what was removed."""
        self._connection.executemany("INSERT OR REPLACE INTO files VALUES (?, ?)", digests.items())
        self._connection.executemany("DELETE FROM files WHERE name = ?", [(name,) for name in removed])

    def files(self) -> dict[str, str]:
        """Every file that was published, with the digest of its content."""
        return dict(self._execute("SELECT name, digest FROM files ORDER BY name"))

    def forget(self) -> None:
        """Start an empty book."""
        for table in ("settings", "files", "feeds", "articles", "places", "folded", "names"):
            self._execute(f"DELETE FROM {table}")  # noqa: S608  # the names stand in the line above
        self._execute("INSERT INTO texts (texts) VALUES ('delete-all')")
        self._feed_keys.clear()

    def note(self, revision: Revision, keys: Sequence[FeedKey]) -> None:
        """Note a revision, in the order they were stored, with every feed that its article belongs to."""
        article_key, published_at = self._article(revision)
        self._index_text(article_key, revision)
        self._place_in(revision, keys, article_key, published_at)

    def fold(self, revision: Revision, keys: Sequence[FeedKey], left_out: Sequence[FeedKey]) -> None:
        """Have an article that was noted, and that repeats another, in these feeds alone, since that one is elsewhere.

        `left_out` are the feeds that it belongs to beside them.
        """
        article_key, changed_at = self.place_in(revision, keys)
        self._execute("UPDATE articles SET same_as = ? WHERE article_key = ?", (revision.same_as, article_key))
        folded = [(article_key, self._feed_key(key, changed_at)) for key in left_out]
        self._connection.executemany("INSERT OR IGNORE INTO folded VALUES (?, ?)", folded)

    def place_in(self, revision: Revision, keys: Sequence[FeedKey]) -> tuple[int, datetime]:
        """Have an article that was noted, as it stands now, in these feeds and in no others.

        Its key is returned, and when it changed.
        """
        article_key, published_at = self._article(revision)
        return article_key, self._place_in(revision, keys, article_key, published_at)

    def _place_in(
        self, revision: Revision, keys: Sequence[FeedKey], article_key: int, published_at: datetime
    ) -> datetime:
        self._execute("DELETE FROM folded WHERE article_key = ?", (article_key,))
        monday = published_at.date() - timedelta(days=published_at.weekday())
        changed_at = max(revision.updated_at, revision.fetched_at) if revision.deleted else revision.updated_at
        values = (article_key, _text(changed_at), _text(published_at), monday.isoformat())
        self._execute("INSERT OR REPLACE INTO changed VALUES (?, ?, ?, ?)", values)
        self._execute("DELETE FROM wanted WHERE article_key = ?", (article_key,))
        feed_keys = [self._feed_key(key, changed_at) for key in keys]
        if not revision.deleted:
            wanted = [(article_key, feed_key) for feed_key in feed_keys]
            self._connection.executemany("INSERT OR IGNORE INTO wanted VALUES (?, ?)", wanted)
        return changed_at

    def place(self) -> None:
        """Give what was noted its places; what that touches is touched then."""
        place_articles(self._connection)

    def touch(self, feed_key: int) -> None:
        """Have a feed written again, though none of its articles changed."""
        self._execute("INSERT OR IGNORE INTO touched VALUES (?, 0)", (feed_key,))

    def touch_neighbours(self, feed_key: int) -> None:
        """Have every feed written again that an article of this one stands in: what is old here may be new there."""
        touching = """
            INSERT OR IGNORE INTO touched SELECT feed_key, 0 FROM places
            WHERE article_key IN (SELECT article_key FROM places WHERE feed_key = ?)
        """
        self._execute(touching, (feed_key,))

    def touched(self) -> list[tuple[KnownFeed, tuple[int, ...]]]:
        """The feeds that have to be written again, each with the places of what changed, came or left."""
        feeds = [self._known(row) for row in self._execute(_KNOWN, {"only_touched": True})]
        places = "SELECT place FROM touched WHERE feed_key = ? AND place > 0 ORDER BY place"
        return [(feed, tuple(place for (place,) in self._execute(places, (feed.feed_key,)))) for feed in feeds]

    def feeds(self) -> list[KnownFeed]:
        """Every feed, those that no article stands in any more too."""
        return [self._known(row) for row in self._execute(_KNOWN, {"only_touched": False})]

    def keep_subject(self, feed_key: int, subject: str) -> None:
        """Keep what a feed is published about."""
        self._execute("UPDATE feeds SET subject = ? WHERE feed_key = ?", (subject, feed_key))

    def placed(self, feed_key: int, first: int, last: int) -> list[Placed]:
        """The places from the first to the last, both included."""
        query = """
            SELECT id, removed_at FROM places JOIN articles USING (article_key)
            WHERE feed_key = ? AND place BETWEEN ? AND ? ORDER BY place
        """
        return [_placed(row) for row in self._execute(query, (feed_key, first, last))]

    def removed(self, feed_key: int, count: int) -> list[Placed]:
        """The articles that left last, newest first."""
        query = """
            SELECT id, removed_at FROM places JOIN articles USING (article_key)
            WHERE feed_key = ? AND removed_at IS NOT NULL ORDER BY removed_at DESC, place LIMIT ?
        """
        return [_placed(row) for row in self._execute(query, (feed_key, count))]

    def newest(self, feed_key: int, count: int) -> list[ArticleId]:
        """The newest articles that stand in a feed, newest first."""
        query = """
            SELECT id FROM (
                SELECT article_key, sorted_at FROM places WHERE feed_key = ? AND removed_at IS NULL
                ORDER BY sorted_at DESC, place DESC LIMIT ?
            ) JOIN articles USING (article_key)
        """
        return [ArticleId(article_id) for (article_id,) in self._execute(query, (feed_key, count))]

    def weeks(self, feed_key: int, since: date) -> dict[date, int]:
        """Articles per week, by its Monday, from that week on; weeks without any are left out."""
        query = """
            SELECT week, COUNT(*) FROM places WHERE feed_key = ? AND week >= ? AND removed_at IS NULL GROUP BY week
        """
        found = self._execute(query, (feed_key, since.isoformat()))
        return {date.fromisoformat(week): count for week, count in found}

    def find_newest_week(self, feed_key: int) -> date | None:
        """The Monday of the newest article's week; None when the feed has no article."""
        query = """
            SELECT week FROM places WHERE feed_key = ? AND removed_at IS NULL ORDER BY sorted_at DESC LIMIT 1
        """
        row = self._execute(query, (feed_key,)).fetchone()
        return None if row is None else date.fromisoformat(row[0])

    def newest_articles(self, count: int) -> list[ListedArticle]:
        """The newest live articles, newest first; none that is folded into one of them."""
        query = """
            SELECT title, url, published_at FROM articles WHERE deleted = 0 AND NOT EXISTS (
                SELECT 1 FROM articles earlier WHERE earlier.id = articles.same_as AND earlier.deleted = 0
            )
            ORDER BY sorted_at DESC, article_key DESC LIMIT ?
        """
        return [
            ListedArticle(title=title, url=url, published_at=datetime.fromisoformat(published_at))
            for title, url, published_at in self._execute(query, (count,))
        ]

    def _article(self, revision: Revision) -> tuple[int, datetime]:
        """Key of the article, and when it was published, or else first stored."""
        known = self._execute("SELECT first_stored_at FROM articles WHERE id = ?", (revision.id,)).fetchone()
        first_stored_at = revision.stored_at if known is None else datetime.fromisoformat(known[0])
        published_at = revision.article.published_at or first_stored_at
        noted = self._execute(
            """
            INSERT INTO articles (id, first_stored_at, title, url, published_at, sorted_at, deleted, number)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, url = excluded.url,
                published_at = excluded.published_at, sorted_at = excluded.sorted_at, deleted = excluded.deleted,
                number = excluded.number, same_as = NULL
            RETURNING article_key
            """,
            (
                revision.id,
                _text(first_stored_at),
                normalize_line(revision.article.title),
                revision.url,
                published_at.isoformat(),
                _text(published_at),
                revision.deleted,
                revision.number,
            ),
        )
        (article_key,) = noted.fetchone()
        return article_key, published_at

    def _index_text(self, article_key: int, revision: Revision) -> None:
        new = "INSERT INTO texts (title, text) VALUES (?, ?)"
        text = self._execute(new, (normalize_text(revision.article.title), normalize_text(revision.article.text)))
        self._execute("UPDATE articles SET text_key = ? WHERE article_key = ?", (text.lastrowid, article_key))

    def _feed_key(self, key: FeedKey, changed_at: datetime) -> int:
        if key not in self._feed_keys:
            new = "INSERT OR IGNORE INTO feeds (kind, slug, changed_at) VALUES (?, ?, ?)"
            self._execute(new, (key.kind.value, key.slug, _text(changed_at)))
            known = self._execute("SELECT feed_key FROM feeds WHERE kind = ? AND slug = ?", (key.kind.value, key.slug))
            (self._feed_keys[key],) = known.fetchone()
        return self._feed_keys[key]

    def _known(self, row: tuple[int, str, str, str | None, str, int, int]) -> KnownFeed:
        feed_key, kind, slug, subject, changed_at, place_count, removed_count = row
        return KnownFeed(
            feed_key=feed_key,
            key=FeedKey(kind=FeedKind(kind), slug=slug),
            subject=subject,
            changed_at=datetime.fromisoformat(changed_at),
            place_count=place_count,
            removed_count=removed_count,
        )


def digest_of(content: bytes) -> str:
    """What is kept of a file's content."""
    return hashlib.sha256(content).hexdigest()


def ledger_path(output: Path) -> Path:
    """Where the ledger stands: beside `feeds/`, which web servers hand out, and not in it."""
    return output / "feeds-ledger.sqlite"


@contextmanager
def open_ledger(path: Path) -> Iterator[Ledger]:
    """The book for one publication: kept when the block ends, as it was before when it raises.

    Raises: SpoiledLedger, LedgerInUse, LedgerUnusable.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None, timeout=_WAIT_SECONDS)) as connection:
            _prepare(connection, path)
            yield Ledger(connection)
            connection.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname in ("SQLITE_BUSY", "SQLITE_LOCKED"):
            raise LedgerInUse(f"{path} is in use: another process publishes these feeds; wait for it") from error
        if error.sqlite_errorname in ("SQLITE_NOTADB", "SQLITE_CORRUPT"):
            raise SpoiledLedger(f"{path} is damaged: {error}") from error
        if isinstance(error, sqlite3.OperationalError):
            remedy = "see whether the disk is full or read-only, and whether the path is a file"
            raise LedgerUnusable(f"{path} cannot be read or written: {error}: {remedy}") from error
        raise


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version not in (0, VERSION):
        raise SpoiledLedger(f"{path} is of version {version}, and this program knows {VERSION}")
    connection.execute("PRAGMA journal_mode = WAL")  # so that searching goes on while feeds are published
    connection.executescript(TABLES + WORKING_TABLES)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _text(moment: datetime) -> str:
    """In UTC and to the microsecond, so that it sorts as text."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _placed(row: tuple[str, str | None]) -> Placed:
    article_id, removed_at = row
    return Placed(
        article_id=ArticleId(article_id), removed_at=None if removed_at is None else datetime.fromisoformat(removed_at)
    )
