"""Giving articles their places, and finding out what that touches. Statements over `feeds.ledger.schema`."""

import sqlite3

# Places that their article left: it was withdrawn, or the publisher files it elsewhere now.
_LEAVE = """
UPDATE places SET removed_at = (SELECT changed_at FROM changed WHERE changed.article_key = places.article_key)
WHERE removed_at IS NULL
  AND article_key IN (SELECT article_key FROM changed)
  AND NOT EXISTS (SELECT 1 FROM wanted w WHERE w.article_key = places.article_key AND w.feed_key = places.feed_key)
"""
# An article that comes back takes its old place.
_RETURN = """
UPDATE places SET removed_at = NULL
WHERE removed_at IS NOT NULL
  AND article_key IN (SELECT article_key FROM changed)
  AND EXISTS (SELECT 1 FROM wanted w WHERE w.article_key = places.article_key AND w.feed_key = places.feed_key)
"""
_REDATE = """
UPDATE places SET (sorted_at, week) = (
    SELECT sorted_at, week FROM changed WHERE changed.article_key = places.article_key
)
WHERE article_key IN (SELECT article_key FROM changed)
"""
_COME = """
INSERT INTO places (feed_key, place, article_key, sorted_at, week)
SELECT w.feed_key,
       COALESCE((SELECT MAX(place) FROM places p WHERE p.feed_key = w.feed_key), 0)
           + ROW_NUMBER() OVER (PARTITION BY w.feed_key ORDER BY c.sorted_at, w.article_key),
       w.article_key,
       c.sorted_at,
       c.week
FROM wanted w JOIN changed c ON c.article_key = w.article_key
WHERE NOT EXISTS (SELECT 1 FROM places p WHERE p.article_key = w.article_key AND p.feed_key = w.feed_key)
"""
_TOUCH_PLACES = """
INSERT OR IGNORE INTO touched SELECT feed_key, place FROM places WHERE article_key IN (SELECT article_key FROM changed)
"""
_NOTE_CHANGES = """
UPDATE feeds SET changed_at = MAX(changed_at, (
    SELECT MAX(c.changed_at) FROM touched t
    JOIN places p ON p.feed_key = t.feed_key AND p.place = t.place
    JOIN changed c ON c.article_key = p.article_key
    WHERE t.feed_key = feeds.feed_key
))
WHERE feed_key IN (SELECT feed_key FROM places WHERE article_key IN (SELECT article_key FROM changed))
"""


def place_articles(connection: sqlite3.Connection) -> None:
    """Bring the places in step with the working tables, and note what was touched."""
    connection.execute(_LEAVE)
    connection.execute(_RETURN)
    connection.execute(_REDATE)
    connection.execute(_COME)
    connection.execute(_TOUCH_PLACES)
    connection.execute(_NOTE_CHANGES)
