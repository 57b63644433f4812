"""Contract: what was reported saved is there, whatever stops the program and whoever else writes."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from articles.store import open_store
from articles.store.opening import open_sqlite, sqlite_path
from articles.store.terms import UrlState
from tests.articles.store.store_samples import tag, url

ROOT = Path(__file__).parents[3]


def child(store_url: str, name: str, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.articles.store.saving_child", store_url, name, *more]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("count", [1, 5, 23])
def test_a_killed_process_loses_nothing_that_it_reported(store_url: str, count: int) -> None:
    with child(store_url, "a") as saving:
        assert saving.stdout is not None
        reported = [saving.stdout.readline().strip() for _ in range(count)]
        saving.send_signal(signal.SIGKILL)
        reported += saving.stdout.read().split()
        assert saving.wait() == -signal.SIGKILL
    with open_store(store_url) as store:
        newest = store.newest(10_000)
        saved = {revision.article.title for revision in newest}
        assert set(reported) <= saved
        assert len(saved) <= len(reported) + 1, "at most the one whose report was still to come"
        assert {revision.article.title for revision in store.newest(10_000, topic="x")} == saved
        for story in saved:
            memory = store.find_memory("gazette", url(story))
            assert memory is not None
            assert (memory.state, memory.article_id) == (UrlState.SETTLED, tag(story))
        assert len(store.pending("gazette")) <= 1
        assert store.outcomes_of_run("run-a")["gazette"]["created"] == len(saved)
        assert store.last_runs(1)[0].finished_at is None
    with open_sqlite(sqlite_path(store_url)) as store, store._reading() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() == ["ok"]
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_two_processes_may_write_at_once(store_url: str) -> None:
    both = [child(store_url, name, "60") for name in ("a", "b")]
    for process in both:
        _, complaint = process.communicate()
        assert (process.returncode, complaint) == (0, "")
    with open_store(store_url) as store:
        titles = sorted(revision.article.title for revision in store.newest(1000))
        assert titles == sorted(f"{name}-{number}" for name in "ab" for number in range(60))
        assert len(store.newest(1000, topic="x")) == 120


def test_a_reader_does_not_wait_for_a_writer_and_sees_whole_saves(store_url: str) -> None:
    with open_store(store_url) as store, child(store_url, "a", "40") as saving:
        while saving.poll() is None:
            count = len(store.newest(1000))
            assert count <= len(store.newest(1000, topic="x"))
        assert len(store.newest(1000)) == 40
