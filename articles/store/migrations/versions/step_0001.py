"""The first schema: runs, the crawl's memory, articles with revisions and topics."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table. There is no way back: a store of an earlier version is its copy."""
    op.create_table(
        "articles",
        sa.Column("article_key", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("newest_number", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("first_stored_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sorted_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("article_key", name="pk_articles"),
        sa.UniqueConstraint("id", name="uq_articles_id"),
    )
    op.create_index("ix_articles_deleted_sorted_at", "articles", ["deleted", "sorted_at"])
    op.create_index("ix_articles_publisher_deleted_sorted_at", "articles", ["publisher", "deleted", "sorted_at"])
    op.create_table(
        "listings",
        sa.Column("listing_key", sa.Integer(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("listing_key", name="pk_listings"),
        sa.UniqueConstraint("publisher", "url", name="uq_listings_publisher_url"),
    )
    op.create_table(
        "runs",
        sa.Column("run_id", sa.String(), nullable=False),
        sa.Column("command", sa.String(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("exit_status", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("run_id", name="pk_runs"),
    )
    op.create_index("ix_runs_started_at", "runs", ["started_at"])
    op.create_table(
        "topics",
        sa.Column("topic_key", sa.Integer(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("topic_key", name="pk_topics"),
        sa.UniqueConstraint("publisher", "kind", "slug", name="uq_topics_publisher_kind_slug"),
    )
    op.create_index("ix_topics_kind_slug", "topics", ["kind", "slug"])
    op.create_table(
        "article_topics",
        sa.Column("article_key", sa.Integer(), nullable=False),
        sa.Column("topic_key", sa.Integer(), nullable=False),
        sa.Column("sorted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["article_key"], ["articles.article_key"], name="fk_article_topics_article_key"),
        sa.ForeignKeyConstraint(["topic_key"], ["topics.topic_key"], name="fk_article_topics_topic_key"),
        sa.PrimaryKeyConstraint("article_key", "topic_key", name="pk_article_topics"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_article_topics_topic_key_sorted_at", "article_topics", ["topic_key", "sorted_at"])
    op.create_table(
        "article_urls",
        sa.Column("article_url_key", sa.Integer(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("article_key", sa.Integer(), nullable=False),
        sa.Column("canonical", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["article_key"], ["articles.article_key"], name="fk_article_urls_article_key"),
        sa.PrimaryKeyConstraint("article_url_key", name="pk_article_urls"),
        sa.UniqueConstraint("url", name="uq_article_urls_url"),
    )
    op.create_index("ix_article_urls_article_key", "article_urls", ["article_key"])
    op.create_table(
        "revisions",
        sa.Column("revision_key", sa.Integer(), nullable=False),
        sa.Column("article_key", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("canonical_hash", sa.String(), nullable=False),
        sa.Column("revision_hash", sa.String(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stored_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stored_day", sa.Date(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=False),
        sa.Column("run_id", sa.String(), nullable=False),
        sa.Column("urls", sa.JSON(), nullable=False),
        sa.Column("article", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["article_key"], ["articles.article_key"], name="fk_revisions_article_key"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.run_id"], name="fk_revisions_run_id"),
        sa.PrimaryKeyConstraint("revision_key", name="pk_revisions"),
        sa.UniqueConstraint("article_key", "number", name="uq_revisions_article_key_number"),
    )
    op.create_index("ix_revisions_run_id_stored_day", "revisions", ["run_id", "stored_day"])
    op.create_index("ix_revisions_stored_day", "revisions", ["stored_day"])
    op.create_table(
        "urls",
        sa.Column("url_key", sa.Integer(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("summary", sa.String(), nullable=True),
        sa.Column("published_at", sa.String(), nullable=True),
        sa.Column("article_key", sa.Integer(), nullable=True),
        sa.Column("etag", sa.String(), nullable=True),
        sa.Column("last_modified", sa.String(), nullable=True),
        sa.Column("content_hash", sa.String(), nullable=True),
        sa.Column("failure_count", sa.Integer(), nullable=False),
        sa.Column("discovered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_run_id", sa.String(), nullable=True),
        sa.Column("missing_run_id", sa.String(), nullable=True),
        sa.Column("next_check_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["article_key"], ["articles.article_key"], name="fk_urls_article_key"),
        sa.ForeignKeyConstraint(["missing_run_id"], ["runs.run_id"], name="fk_urls_missing_run_id"),
        sa.ForeignKeyConstraint(["settled_run_id"], ["runs.run_id"], name="fk_urls_settled_run_id"),
        sa.PrimaryKeyConstraint("url_key", name="pk_urls"),
        sa.UniqueConstraint("publisher", "url", name="uq_urls_publisher_url"),
    )
    op.create_index("ix_urls_article_key", "urls", ["article_key"])
    op.create_index("ix_urls_publisher_next_check_at", "urls", ["publisher", "next_check_at"])
    op.create_index("ix_urls_publisher_state_discovered_at", "urls", ["publisher", "state", "discovered_at"])
    op.create_table(
        "walks",
        sa.Column("walk_key", sa.Integer(), nullable=False),
        sa.Column("listing_key", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.String(), nullable=False),
        sa.Column("floor", sa.DateTime(timezone=True), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["listing_key"], ["listings.listing_key"], name="fk_walks_listing_key"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.run_id"], name="fk_walks_run_id"),
        sa.PrimaryKeyConstraint("walk_key", name="pk_walks"),
    )
    op.create_index("ix_walks_listing_key_finished_at", "walks", ["listing_key", "finished_at"])
    op.create_table(
        "listing_entries",
        sa.Column("listing_key", sa.Integer(), nullable=False),
        sa.Column("url_key", sa.Integer(), nullable=False),
        sa.Column("walk_key", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["listing_key"], ["listings.listing_key"], name="fk_listing_entries_listing_key"),
        sa.ForeignKeyConstraint(["url_key"], ["urls.url_key"], name="fk_listing_entries_url_key"),
        sa.ForeignKeyConstraint(["walk_key"], ["walks.walk_key"], name="fk_listing_entries_walk_key"),
        sa.PrimaryKeyConstraint("listing_key", "url_key", name="pk_listing_entries"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sightings",
        sa.Column("run_id", sa.String(), nullable=False),
        sa.Column("url_key", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs.run_id"], name="fk_sightings_run_id"),
        sa.ForeignKeyConstraint(["url_key"], ["urls.url_key"], name="fk_sightings_url_key"),
        sa.PrimaryKeyConstraint("run_id", "url_key", "outcome", name="pk_sightings"),
        sqlite_with_rowid=False,
    )
