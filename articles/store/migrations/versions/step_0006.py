"""What publishers repeat from page to page, and which pages await a second reading with it."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table and the column. What is stored was published; so nothing of it awaits a second reading."""
    op.create_table(
        "furniture",
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("memory", sa.LargeBinary(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("publisher", name="pk_furniture"),
    )
    op.add_column("pages", sa.Column("awaits_lesson", sa.Boolean(), server_default=sa.false(), nullable=False))
