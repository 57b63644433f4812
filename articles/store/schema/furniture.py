"""The table of what each publisher repeats from page to page."""

from sqlalchemy import Column, LargeBinary, String, Table

from articles.store.schema.tables import METADATA, Utc

FURNITURE = Table(
    "furniture",
    METADATA,
    Column("publisher", String, primary_key=True, comment="Name of its spider"),
    Column("memory", LargeBinary, nullable=False, comment="In the separation's own form"),
    Column("saved_at", Utc, nullable=False, comment="When it was saved last"),
    comment="What publishers repeat from page to page",
)
