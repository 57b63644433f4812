"""Stores that open, stores that do not, and what is said then."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from articles.errors import StoreError, StoreTooNew, UnknownStore
from articles.store import open_store
from articles.store.opening import open_sqlite
from articles.store.terms import Saved
from tests.articles.store.store_samples import article, at, crawl, tag, url


def test_an_address_may_be_a_url_or_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "deep" / "down" / "Zeitung ä.sqlite"
    with open_store(path) as store:
        crawl(store, "r1", 0).save("a")
    for address in (
        str(path),
        f"sqlite:///{path}",
        "sqlite:///deep/down/Zeitung ä.sqlite",
        "deep/down/Zeitung ä.sqlite",
    ):
        with open_store(address) as store:
            assert store.find_revision(tag("a")) is not None
    assert [file.name for file in path.parent.iterdir()] == ["Zeitung ä.sqlite"], "nothing lies about once it is closed"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql://user:secret@host/db", "PostgreSQL is not supported as a store yet"),
        ("postgresql+psycopg://user:secret@host/db", "PostgreSQL is not supported as a store yet"),
        ("mysql://user:secret@host/db", "no store answers to mysql://"),
        ("sqlite://", "a store is a file"),
        ("sqlite:///:memory:", "a store is a file"),
        (":memory:", "a store is a file"),
        ("", "a store is a file"),
        ("sqlite:///a?mode=ro", "a store is a file"),
        ("sqlite://host/a", "a store is a file"),
    ],
)
def test_what_is_no_store_of_ours_is_refused_without_telling_passwords(address: str, said: str) -> None:
    with pytest.raises(UnknownStore) as error:
        open_store(address)
    assert said in str(error.value)
    assert "secret" not in str(error.value)


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("no database, " * 1000)
    with pytest.raises(StoreError, match=r"notes.txt.*not a database.*choose another"):
        open_store(path)
    assert path.read_text() == "no database, " * 1000


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bookmarks (url)")
    other.close()
    with pytest.raises(StoreError, match=r"other.sqlite.*bookmarks.*choose another"):
        open_store(path)
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]
        assert other.execute("PRAGMA journal_mode").fetchone() != ("wal",)
    other.close()


def test_a_damaged_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    with open_store(path) as store:
        crawl(store, "r1", 0).save("a")
    content = bytearray(path.read_bytes())
    content[1024:] = b"\xaa" * (len(content) - 1024)
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"store.sqlite.*damaged"):
        open_store(path)


@pytest.mark.parametrize("name", ["directory", "file/below"])
def test_a_place_where_no_file_can_be_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "directory").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=name):
        open_store(tmp_path / name)


def test_a_store_of_a_later_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    open_store(path).close()
    with sqlite3.connect(path) as later:
        later.execute("UPDATE alembic_version SET version_num = '9999'")
    later.close()
    before = path.read_bytes()
    with pytest.raises(StoreTooNew, match=r"store.sqlite.*9999.*update presseschau"):
        open_store(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    path.touch()
    with open_store(path) as store:
        assert store.last_runs(1) == ()


def test_it_is_kept_as_the_promises_need_it(tmp_path: Path) -> None:
    with open_sqlite(tmp_path / "store.sqlite") as store, store._reading() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 60_000}


def test_a_current_store_opens_without_alembic(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    open_store(path).close()
    program = (
        f"import sys; from articles.store import open_store; open_store({str(path)!r}); print('alembic' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"


def test_the_words_of_the_contract_cost_no_database() -> None:
    program = "import sys; import articles.store.contract; print('sqlalchemy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"


def test_many_processes_may_open_a_new_store_at_once(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    program = f"from articles.store import open_store; open_store({str(path)!r}).last_runs(1)"
    openers = [subprocess.Popen([sys.executable, "-c", program], stderr=subprocess.PIPE, text=True) for _ in range(6)]
    assert [(opener.communicate()[1], opener.returncode) for opener in openers] == [("", 0)] * 6


def test_a_lock_held_for_too_long_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.store.sqlite._BUSY_TIMEOUT_SECONDS", 0.01)
    path = tmp_path / "store.sqlite"
    with open_store(path) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=r"store.sqlite.*locked.*another process"):
            store.begin_run("r1", command="nightly", at=at(0))
        assert store.last_runs(1) == (), "readers do not wait"
        other.execute("ROLLBACK")
        store.begin_run("r1", command="nightly", at=at(0))
        other.close()


def test_a_full_disk_is_named_and_spares_what_was_stored(tmp_path: Path) -> None:
    with open_sqlite(tmp_path / "store.sqlite") as store:
        run = crawl(store, "r1", 0)
        run.save("a")
        with store._reading() as connection:  # the pool hands the same connection out again
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
        with pytest.raises(StoreError, match=r"store.sqlite.*full.*make room"):
            run.save("b", article(text="x" * 100_000))
        assert store.find_revision(tag("b")) is None
        assert store.find_memory("gazette", url("b")) is None
        assert store.find_revision(tag("a")) is not None


def test_threads_may_share_a_store(store_url: str) -> None:
    with open_store(store_url) as store, ThreadPoolExecutor(4) as threads:
        run = crawl(store, "r1", 0)
        saved = list(threads.map(lambda number: run.save(f"a{number}"), range(40)))
        assert saved == [Saved.CREATED] * 40
        assert len(store.newest(100)) == 40
