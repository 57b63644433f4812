"""Archived pages: where they stand in the archive, and which revision was read from which."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table. Nothing was archived before, so the revisions that are there have no page."""
    op.create_table(
        "pages",
        sa.Column("page_key", sa.Integer(), nullable=False),
        sa.Column("url_key", sa.Integer(), nullable=False),
        sa.Column("article_key", sa.Integer(), nullable=True),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("offset_bytes", sa.BigInteger(), nullable=False),
        sa.Column("length_bytes", sa.BigInteger(), nullable=False),
        sa.Column("separation", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["article_key"], ["articles.article_key"], name="fk_pages_article_key"),
        sa.ForeignKeyConstraint(["url_key"], ["urls.url_key"], name="fk_pages_url_key"),
        sa.PrimaryKeyConstraint("page_key", name="pk_pages"),
    )
    op.create_index("ix_pages_article_key", "pages", ["article_key"])
    op.create_index("ix_pages_url_key", "pages", ["url_key"])
    # Alembic would copy the table with every article in it to give SQLite a named foreign key; SQLite takes one here.
    op.execute(
        "ALTER TABLE revisions ADD COLUMN page_key INTEGER CONSTRAINT fk_revisions_page_key REFERENCES pages (page_key)"
    )
