"""Alembic's entrance: run the steps on the connection, inside its transaction, so that they happen all or none."""

from alembic import context

from articles.store.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite changes a column only by copying its table
)
context.run_migrations()
