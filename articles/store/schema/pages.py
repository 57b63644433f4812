"""The table of archived pages: where each stands in the archive, and whose it is."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, false

from articles.store.schema.tables import METADATA, Text, Utc

PAGES = Table(
    "pages",
    METADATA,
    Column("page_key", Integer, primary_key=True, comment="Ours; in the order they were archived"),
    Column("url_key", ForeignKey("urls.url_key"), nullable=False, comment="The URL that was asked for"),
    Column("article_key", ForeignKey("articles.article_key"), comment="NULL when no article was read from it"),
    Column("fetched_at", Utc, nullable=False, comment="When it was fetched"),
    Column("file", Text, nullable=False, comment="Name of the file in the archive's directory"),
    Column("offset_bytes", BigInteger, nullable=False, comment="Where its record begins in the file"),
    Column("length_bytes", BigInteger, nullable=False, comment="Of its record, as it is in the file"),
    Column("separation", String, comment="The version that read it last; NULL when nobody said"),
    Column(
        "awaits_lesson",
        Boolean,
        nullable=False,
        server_default=false(),
        comment="True until it is read again with what the pages fetched after it taught",
    ),
    Column("lesson", LargeBinary, comment="How it was read, in the crawl's own form; NULL when it awaits nothing"),
    Index(None, "article_key"),
    Index(None, "url_key"),
)
