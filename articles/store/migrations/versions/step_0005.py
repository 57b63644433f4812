"""Of a walk, the page that one linked to and that showed no entries."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column; of earlier walks nobody knows."""
    op.add_column("walks", sa.Column("empty_page", sa.Integer(), nullable=True))
