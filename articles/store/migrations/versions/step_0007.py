"""Of a page that awaits its second reading, what tells whether that can make another article of it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the column. Pages that await their second reading already say nothing, and are read again."""
    op.add_column("pages", sa.Column("lesson", sa.LargeBinary(), nullable=True))
