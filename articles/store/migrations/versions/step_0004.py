"""Marks of texts, by which repeated articles are found, and the link from an article to the one that it repeats."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table and the column. Articles stored before have no marks until a later revision of theirs."""
    op.create_table(
        "text_marks",
        sa.Column("mark", sa.BigInteger(), nullable=False),
        sa.Column("article_key", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_key"], ["articles.article_key"], name="fk_text_marks_article_key"),
        sa.PrimaryKeyConstraint("mark", "article_key", name="pk_text_marks"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_text_marks_article_key", "text_marks", ["article_key"])
    op.add_column("revisions", sa.Column("same_as", sa.String(), nullable=True))
    op.create_index("ix_revisions_same_as", "revisions", ["same_as"])
