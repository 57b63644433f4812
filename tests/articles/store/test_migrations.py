"""A store made by any earlier version opens, and everything is still in it."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from articles.store.opening import open_sqlite
from articles.store.schema import METADATA
from articles.store.terms import UrlState
from articles.store.versions import MIGRATIONS
from tests.articles.store.store_samples import at, crawl, place, tag, url

DUMPS = Path(__file__).parent / "dumps"


def versions() -> list[str]:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return sorted(script.revision for script in ScriptDirectory.from_config(config).walk_revisions())


@pytest.fixture(params=versions())
def old_store(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A store as this version made it; `dump_store` says how its dump came to be."""
    path = tmp_path / f"{request.param}.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.executescript((DUMPS / f"{request.param}.sql").read_text(encoding="utf-8"))
    return path


def test_an_old_store_gets_the_present_tables(old_store: Path) -> None:
    with open_sqlite(old_store) as store, store._reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_everything_in_an_old_store_is_still_there(old_store: Path) -> None:
    with open_sqlite(old_store) as store:
        assert [(r.number, r.article.title, r.deleted) for r in store.history(tag("a"))] == [
            (1, "A", False),
            (2, "A, neu", False),
        ]
        assert [(r.number, r.deleted, r.urls) for r in store.history(tag("b"))] == [
            (1, False, (url("b"), url("b2"))),
            (2, True, (url("b"), url("b2"))),
        ]
        assert [revision.article.title for revision in store.newest(9, topic="x")] == ["A, neu"]
        assert [use.name for use in store.topics()] == ["Neues X"]
        assert [memory.url for memory in store.pending("gazette")] == [url("d")]
        memory = store.find_memory("gazette", url("c"))
        assert memory is not None
        assert memory.state is UrlState.REJECTED
        assert [run.exit_status for run in store.last_runs(9)] == [None, 0]
        assert store.outcomes_of_run("r2") == {"gazette": {"gone": 1, "revised": 1, "withdrawn": 1}}


def test_pages_of_an_old_store_are_found(old_store: Path) -> None:
    """The first schema knew none."""
    with open_sqlite(old_store) as store:
        known = [page.place for page in store.pages_of(tag("b"))]
        assert known == ([] if old_store.stem == "0001" else [place(0)])


def test_work_goes_on_in_an_old_store(old_store: Path) -> None:
    with open_sqlite(old_store) as store:
        run = crawl(store, "r3", 48)
        assert run.see(run.walk(), "n", "a", "b") == {"n"}
        run.save("n")
        run.save("b")
        assert [(r.number, r.deleted) for r in store.history(tag("b"))][-1] == (3, False)
        assert store.stored_days()[-1] == at(48).date()


_STEP_THAT_FAILS = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "0007"


def upgrade() -> None:
    op.create_table("half", sa.Column("a", sa.Integer()))
    op.execute("INSERT INTO half VALUES (1)")
    raise RuntimeError("in the middle")
"""


def test_a_migration_happens_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, migrations = tmp_path / "store.sqlite", tmp_path / "migrations"
    with open_sqlite(path) as store:
        crawl(store, "r1", 0).save("a")
    shutil.copytree(MIGRATIONS, migrations)
    (migrations / "versions" / "step_9999.py").write_text(_STEP_THAT_FAILS, encoding="utf-8")
    with monkeypatch.context() as later:
        later.setattr("articles.store.versions.MIGRATIONS", migrations)
        later.setattr("articles.store.versions.PRESENT", "9999")
        with pytest.raises(RuntimeError, match="in the middle"):
            open_sqlite(path)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)
    with open_sqlite(path) as store:
        assert store.find_revision(tag("a")) is not None
