"""Tables of the articles: their addresses, revisions and topics."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from articles.store.schema.tables import METADATA, Moment, Text, Utc

ARTICLES = Table(
    "articles",
    METADATA,
    Column("article_key", Integer, primary_key=True, comment="Ours; short, for joins"),
    Column("id", Text, nullable=False, unique=True, comment="The tag URI, minted once"),
    Column("publisher", String, nullable=False, comment="The spider's name"),
    Column("newest_number", Integer, nullable=False, comment="Number of the newest revision"),
    Column("deleted", Boolean, nullable=False, comment="Whether the newest revision is a tombstone"),
    Column("first_stored_at", Utc, nullable=False, comment="When the first revision was stored"),
    Column("sorted_at", Utc, nullable=False, comment="published_at of the newest revision, else first_stored_at"),
    Index(None, "deleted", "sorted_at"),
    Index(None, "publisher", "deleted", "sorted_at"),
)

ARTICLE_URLS = Table(
    "article_urls",
    METADATA,
    Column("article_url_key", Integer, primary_key=True, comment="Ours; in the order they were met"),
    Column("url", Text, nullable=False, unique=True, comment="An address belongs to one article"),
    Column("article_key", ForeignKey("articles.article_key"), nullable=False, index=True, comment="The article there"),
    Column("canonical", Boolean, nullable=False, comment="Whether readers are sent here; true for one per article"),
)

REVISIONS = Table(
    "revisions",
    METADATA,
    Column("revision_key", Integer, primary_key=True, comment="Ours; in the order they were stored"),
    Column("article_key", ForeignKey("articles.article_key"), nullable=False, comment="Whose revision"),
    Column("number", Integer, nullable=False, comment="1, 2 …"),
    Column("deleted", Boolean, nullable=False, comment="Whether it is a tombstone"),
    Column("canonical_hash", String, nullable=False, comment="Of title, text and images"),
    Column("revision_hash", String, nullable=False, comment="Of all that makes a new revision"),
    Column("fetched_at", Utc, nullable=False, comment="When its page was fetched"),
    Column("stored_at", Utc, nullable=False, comment="When it entered the store"),
    Column("stored_day", Date, nullable=False, comment="The day of stored_at (UTC)"),
    Column("updated_at", Moment, nullable=False, comment="When title, text or images last changed"),
    Column("run_id", ForeignKey("runs.run_id"), nullable=False, comment="The run that stored it"),
    Column("page_key", ForeignKey("pages.page_key"), comment="The page it was read from; NULL when not archived"),
    Column("same_as", Text, comment="Id of the earlier article whose text it repeats; NULL when it repeats none"),
    Column("urls", JSON, nullable=False, comment="The article's URLs at that time, the canonical one first"),
    Column("article", JSON, nullable=False, comment="The whole article, as in articles.records.parts"),
    UniqueConstraint("article_key", "number"),
    Index(None, "stored_day"),
    Index(None, "same_as"),
    Index(None, "run_id", "stored_day"),
)

TEXT_MARKS = Table(
    "text_marks",
    METADATA,
    Column("mark", BigInteger, primary_key=True, comment="Of the newest revision's text; articles.near_duplicates"),
    Column("article_key", ForeignKey("articles.article_key"), primary_key=True, comment="Whose text"),
    Index(None, "article_key"),
    sqlite_with_rowid=False,
)

TOPICS = Table(
    "topics",
    METADATA,
    Column("topic_key", Integer, primary_key=True, comment="Ours"),
    Column("publisher", String, nullable=False, comment="The spider's name"),
    Column("kind", String, nullable=False, comment="topic or section"),
    Column("slug", Text, nullable=False, comment="What makes it the same topic"),
    Column("name", Text, nullable=False, comment="The newest seen"),
    Column("url", Text, comment="The newest seen; NULL when no page gave a link"),
    UniqueConstraint("publisher", "kind", "slug"),
    Index(None, "kind", "slug"),
)

ARTICLE_TOPICS = Table(
    "article_topics",
    METADATA,
    Column("article_key", ForeignKey("articles.article_key"), primary_key=True, comment="A live article"),
    Column("topic_key", ForeignKey("topics.topic_key"), primary_key=True, comment="What its newest revision carries"),
    Column("sorted_at", Utc, nullable=False, comment="The article's, repeated so that a topic is read in order"),
    Index(None, "topic_key", "sorted_at"),
    sqlite_with_rowid=False,
)
