"""Tables of the crawl's memory: listings, the walks over them, and the life of each article URL."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from articles.store.schema.tables import METADATA, Moment, Text, Utc

LISTINGS = Table(
    "listings",
    METADATA,
    Column("listing_key", Integer, primary_key=True, comment="Ours"),
    Column("publisher", String, nullable=False, comment="The spider's name"),
    Column("url", Text, nullable=False, comment="Of the first page"),
    UniqueConstraint("publisher", "url"),
)

WALKS = Table(
    "walks",
    METADATA,
    Column("walk_key", Integer, primary_key=True, comment="Ours; a later walk has a higher one"),
    Column("listing_key", ForeignKey("listings.listing_key"), nullable=False, comment="What is walked"),
    Column("run_id", ForeignKey("runs.run_id"), nullable=False, comment="The run that walks"),
    Column("floor", Utc, comment="Older entries are not asked for; NULL when the walk goes to the listing's end"),
    Column("started_at", Utc, nullable=False, comment="When its first page was asked for"),
    Column("finished_at", Utc, comment="When it, or a later walk in its stead, was through; NULL when none was yet"),
    Column("empty_page", Integer, comment="Number of the linked page without entries; NULL when it met none"),
    Index(None, "listing_key", "finished_at"),
)

LISTING_ENTRIES = Table(
    "listing_entries",
    METADATA,
    Column("listing_key", ForeignKey("listings.listing_key"), primary_key=True, comment="The listing"),
    Column("url_key", ForeignKey("urls.url_key"), primary_key=True, comment="The article URL that stood in it"),
    Column(
        "walk_key",
        ForeignKey("walks.walk_key"),
        nullable=False,
        comment="The walk whose end makes this entry known ground: the first, unless it went less far than a later one",
    ),
    sqlite_with_rowid=False,
)

URLS = Table(
    "urls",
    METADATA,
    Column("url_key", Integer, primary_key=True, comment="Ours; in order of discovery"),
    Column("publisher", String, nullable=False, comment="The spider's name"),
    Column("url", Text, nullable=False, comment="Canonical"),
    Column("state", String, nullable=False, comment="A value of UrlState"),
    Column("title", Text, comment="As listings say; NULL when none does"),
    Column("summary", Text, comment="As listings say; NULL when none does"),
    Column("published_at", Moment, comment="As listings say; NULL when none does"),
    Column("article_key", ForeignKey("articles.article_key"), comment="NULL when no article was ever read here"),
    Column("etag", Text, comment="Of the answer that is stored; NULL when it had none or no live article is stored"),
    Column("last_modified", Text, comment="Header of that answer, verbatim; NULL when as for etag"),
    Column("content_hash", String, comment="SHA-256 (hex) of that answer's body; NULL when as for etag"),
    Column("failure_count", Integer, nullable=False, comment="Rejections in a row"),
    Column("discovered_at", Utc, nullable=False, comment="When it was first heard of"),
    Column("requested_at", Utc, comment="When it was last asked for; NULL when never"),
    Column("settled_at", Utc, comment="When it was last answered; NULL when never"),
    Column("settled_run_id", ForeignKey("runs.run_id"), comment="The run of that answer; NULL when never answered"),
    Column("missing_run_id", ForeignKey("runs.run_id"), comment="The run that found it missing; NULL when it is not"),
    Column("next_check_at", Utc, comment="When to ask again; NULL when never settled, or gone"),
    UniqueConstraint("publisher", "url"),
    Index(None, "publisher", "state", "discovered_at"),
    Index(None, "publisher", "next_check_at"),
    Index(None, "article_key"),
)
