"""The schema says what it means, is what migrations make, and answers its questions by index."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, Select, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.schema import CreateTable

from articles.store.memory import due_urls, open_urls
from articles.store.opening import open_sqlite
from articles.store.reading import day_page, newest_filed, newest_keys
from articles.store.repeating import ALIKE
from articles.store.schema import METADATA
from articles.store.versions import MIGRATIONS, PRESENT
from tests.articles.store.store_samples import article, at, crawl, tag, topic, url

COLUMNS = [column for table in METADATA.sorted_tables for column in table.columns]


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    with open_sqlite(tmp_path / "store.sqlite") as store, store._reading() as reading:
        yield reading


@pytest.mark.parametrize("column", COLUMNS, ids=str)
def test_every_column_says_what_it_means_and_when_it_is_null(column: Column[Any]) -> None:
    assert column.comment
    assert ("NULL when" in column.comment) == bool(column.nullable)


def test_migrations_make_the_tables_that_the_program_uses(connection: Connection) -> None:
    assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_the_newest_migration_is_the_present_schema() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [PRESENT]


@pytest.mark.parametrize("table", METADATA.sorted_tables, ids=lambda table: table.name)
def test_every_table_can_be_made_in_postgresql_too(table: Any) -> None:
    assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=make_url("postgresql://").get_dialect()()))


@pytest.mark.parametrize(
    ("question", "index", "sorts"),
    [
        (newest_keys(50, None), "ix_articles_deleted_sorted_at", False),
        (newest_keys(50, "gazette"), "ix_articles_publisher_deleted_sorted_at", False),
        (newest_filed(7, 50), "ix_article_topics_topic_key_sorted_at", False),
        (newest_filed(7, 50, [8, 9]), "ix_article_topics_topic_key_sorted_at", False),
        (due_urls("gazette", at(0)), "ix_urls_publisher_next_check_at", False),
        (open_urls("gazette"), "ix_urls_publisher_state_discovered_at", True),  # two states are merged
        (day_page(at(0).date(), 0), "ix_revisions_stored_day", False),
        (ALIKE.params(marks=(1, 2), later=9), "PRIMARY KEY (mark=? AND article_key<?)", True),
    ],
)
def test_questions_are_answered_by_index(
    connection: Connection, question: Select[*tuple[Any, ...]], index: str, sorts: bool
) -> None:
    statement = str(question.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
    plan = [row.detail for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}")]
    assert any(index in step for step in plan), plan
    assert not any(step.startswith("SCAN") for step in plan), plan
    assert any("TEMP B-TREE" in step for step in plan) == sorts, plan


def test_nothing_that_a_crawl_or_a_feed_does_reads_a_whole_table(tmp_path: Path) -> None:
    """What lists topics and days may: it reads an index from end to end, once a run."""
    statements: dict[str, Any] = {}

    def note(_: Connection, __: object, statement: str, parameters: Any, *___: object) -> None:
        if statement.startswith(("SELECT", "UPDATE", "DELETE")):
            statements[statement] = parameters

    with open_sqlite(tmp_path / "store.sqlite") as store:
        event.listen(store._engine, "before_cursor_execute", note)
        run = crawl(store, "r1", 0)
        walk = run.walk()
        run.see(walk, "a", "b")
        run.finish(walk)
        store.discover("gazette", url("c"), run_id="r1", at=at(0))
        run.request("a")
        topics = (topic("X", "x"),)
        run.save("a", article("A", topics=topics, sections=topics), answered="a2", seen=("a3",), etag='"1"')
        run.save("b", article("B"))
        run.save("a", article("AB", topics=(topic("Y", "x"),)), answered="b")
        run.unchanged("a")
        run.reject("c")
        run.missing("a", status=410)
        store.newest(9, topic="x", section="x", publisher="gazette")
        store.newest(9)
        store.find_memory("gazette", url("a"))
        store.find_revision(tag("a"))
        store.find_article_id(url("a"))
        store.history(tag("a"))
        store.pending("gazette")
        store.due("gazette", now=at(99))
        store.days_of_run("r1")
        store.outcomes_of_run("r1")
        list(store.rejections_of_run("r1"))
        list(store.revisions_of_day(at(0).date()))
        event.remove(store._engine, "before_cursor_execute", note)
        with store._reading() as connection:
            for statement, parameters in statements.items():
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
                steps = [row.detail for row in plan if row.detail != "SCAN CONSTANT ROW"]
                assert not any(step.startswith("SCAN") for step in steps), (statement, steps)
    assert len(statements) > 20
