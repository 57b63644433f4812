"""Tables of the runs, and of what URLs came to in each."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table

from articles.store.schema.tables import METADATA, Text, Utc

RUNS = Table(
    "runs",
    METADATA,
    Column("run_id", String, primary_key=True, comment="Chosen by the caller"),
    Column("command", Text, nullable=False, comment="What was run, such as nightly"),
    Column("started_at", Utc, nullable=False, index=True, comment="When it began"),
    Column("finished_at", Utc, comment="When it ended; NULL when it runs or was killed"),
    Column("exit_status", Integer, comment="As the shell saw it; NULL when it runs or was killed"),
)

SIGHTINGS = Table(
    "sightings",
    METADATA,
    Column("run_id", ForeignKey("runs.run_id"), primary_key=True, comment="The run that saw it"),
    Column("url_key", ForeignKey("urls.url_key"), primary_key=True, comment="The URL that was asked"),
    Column("outcome", String, primary_key=True, comment="What it came to: a value of Outcome"),
    Column("reason", Text, comment="Why, for people; NULL when the outcome says it all"),
    Column("at", Utc, nullable=False, comment="When the answer came, the last time in this run"),
    comment="Which run saw what",
    sqlite_with_rowid=False,
)
