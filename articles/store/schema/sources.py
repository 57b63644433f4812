"""Tables of what publishers offer crawlers beside listings: sitemaps and feeds, and their hosts' files."""

from sqlalchemy import Column, Integer, LargeBinary, String, Table, UniqueConstraint

from articles.store.schema.tables import METADATA, Text, Utc

SOURCES = Table(
    "sources",
    METADATA,
    Column("source_key", Integer, primary_key=True, comment="Ours; in the order they were met"),
    Column("publisher", String, nullable=False, comment="The spider's name"),
    Column("url", Text, nullable=False, comment="Where it is"),
    Column("kind", String, nullable=False, comment="A value of SourceKind"),
    Column("found_in", Text, nullable=False, comment="The URL that names it; empty when its place was guessed"),
    Column("etag", Text, comment="Of its last answer; NULL when it had none"),
    Column("last_modified", Text, comment="Header of that answer, verbatim; NULL when it had none"),
    Column("idle_count", Integer, nullable=False, comment="Checks in a row that told nothing listings had not shown"),
    Column("failure_count", Integer, nullable=False, comment="Checks in a row that gave nothing readable"),
    Column("checked_at", Utc, comment="When it last answered; NULL when never"),
    Column("next_check_at", Utc, comment="When to ask again; NULL when never asked"),
    UniqueConstraint("publisher", "url"),
)

SITE_FILES = Table(
    "site_files",
    METADATA,
    Column("site_file_key", Integer, primary_key=True, comment="Ours"),
    Column("url", Text, nullable=False, unique=True, comment="Such as https://example.org/robots.txt"),
    Column("status", Integer, nullable=False, comment="HTTP status of the answer"),
    Column("body", LargeBinary, nullable=False, comment="As it was answered"),
    Column("fetched_at", Utc, nullable=False, comment="When it was fetched"),
)
