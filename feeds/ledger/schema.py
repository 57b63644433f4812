"""The ledger's tables."""

VERSION = 3
"""Of these tables. One that differs has the ledger made anew."""

TABLES = """
CREATE TABLE IF NOT EXISTS settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS files (
    name TEXT PRIMARY KEY,       -- below the feeds' directory
    digest TEXT NOT NULL         -- SHA-256 (hex) of what was published
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS feeds (
    feed_key INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,          -- a FeedKind
    slug TEXT NOT NULL,          -- verbatim; empty for the feed of all
    changed_at TEXT NOT NULL,    -- when an article last came to it or left it, by the article's own times
    subject TEXT,                -- JSON: what it was last published about; NULL before it was
    UNIQUE (kind, slug)
);

CREATE TABLE IF NOT EXISTS names (
    publisher TEXT NOT NULL,
    kind TEXT NOT NULL,          -- a FeedKind
    slug TEXT NOT NULL,
    name TEXT NOT NULL,          -- what the publisher called its topic or section when it was published last
    url TEXT,
    PRIMARY KEY (publisher, kind, slug)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS articles (
    article_key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    first_stored_at TEXT NOT NULL,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    published_at TEXT NOT NULL,  -- where the publisher lives; when the page says nothing, when it was first stored
    sorted_at TEXT NOT NULL,     -- the same in UTC
    deleted INTEGER NOT NULL,    -- whether it was withdrawn
    number INTEGER NOT NULL,     -- of the revision that was noted last
    same_as TEXT,                -- the id of the earlier article that it is folded into; NULL where it is in none
    text_key INTEGER             -- its newest text among the texts; those of earlier revisions belong to no article
);
CREATE UNIQUE INDEX IF NOT EXISTS articles_of_text ON articles (text_key);
CREATE INDEX IF NOT EXISTS articles_sorted ON articles (deleted, sorted_at);

CREATE TABLE IF NOT EXISTS places (
    feed_key INTEGER NOT NULL,
    place INTEGER NOT NULL,      -- 1, 2 ...
    article_key INTEGER NOT NULL,
    sorted_at TEXT NOT NULL,     -- UTC: when it was published, or else first stored
    week TEXT NOT NULL,          -- the Monday before that, where its publisher lives
    removed_at TEXT,             -- when it left the feed; NULL while it stands there
    PRIMARY KEY (feed_key, place)
) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS places_of_article ON places (article_key, feed_key);
CREATE INDEX IF NOT EXISTS places_sorted ON places (feed_key, sorted_at) WHERE removed_at IS NULL;
CREATE INDEX IF NOT EXISTS places_of_week ON places (feed_key, week) WHERE removed_at IS NULL;
CREATE INDEX IF NOT EXISTS places_left ON places (feed_key, removed_at) WHERE removed_at IS NOT NULL;

CREATE TABLE IF NOT EXISTS folded (
    article_key INTEGER NOT NULL,
    feed_key INTEGER NOT NULL,   -- a feed it belongs to and has no place in, since the earlier article stands there
    PRIMARY KEY (feed_key, article_key)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS folded_articles ON folded (article_key);

-- Full-text search. It keeps no text, only which words stand in which: the text itself is the store's.
CREATE VIRTUAL TABLE IF NOT EXISTS texts
USING fts5 (title, text, content = '', tokenize = "unicode61 remove_diacritics 2");
"""

# What one publication collects before it decides; gone when the ledger is closed.
WORKING_TABLES = """
CREATE TEMP TABLE changed (
    article_key INTEGER PRIMARY KEY,
    changed_at TEXT NOT NULL,    -- when, by the article's own times
    sorted_at TEXT NOT NULL,     -- as in places
    week TEXT NOT NULL           -- as in places
);
CREATE TEMP TABLE wanted (
    article_key INTEGER NOT NULL,
    feed_key INTEGER NOT NULL,   -- a feed that it belongs to now
    PRIMARY KEY (article_key, feed_key)
) WITHOUT ROWID;
CREATE TEMP TABLE touched (
    feed_key INTEGER NOT NULL,
    place INTEGER NOT NULL,      -- of an article that changed, came or left; 0 for the feed itself
    PRIMARY KEY (feed_key, place)
) WITHOUT ROWID;
"""
