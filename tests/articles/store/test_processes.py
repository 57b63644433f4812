"""Contract: what was reported saved is there, whatever stops the program and whoever else writes."""

import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from articles.store import open_store
from articles.store.opening import open_sqlite, sqlite_path
from articles.store.terms import UrlState
from tests.articles.store.store_samples import crawl, tag, url

ROOT = Path(__file__).parents[3]
Child = subprocess.Popen[str]


def child(store_url: str, name: str, *more: str, kind: str = "saving", stdin: IO[str] | int | None = None) -> Child:
    command = [sys.executable, "-m", f"tests.articles.store.{kind}_child", store_url, name, *more]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdin=stdin, stdout=pipe, stderr=pipe, text=True)


def assert_well(process: Child, told: str | None = None) -> None:
    _, complaint = process.communicate(told)
    assert (process.returncode, complaint) == (0, "")


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
        assert_well(process)
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


def test_one_process_asks_while_another_saves(store_url: str) -> None:
    with child(store_url, "night", "60", kind="asking") as asking:
        saving = child(store_url, "night", kind="answering", stdin=asking.stdout)
        assert asking.stdout is not None
        asking.stdout.close()  # the other's now
        assert_well(saving)
        assert asking.stderr is not None
        assert (asking.stderr.read(), asking.wait()) == ("", 0)
    with open_store(store_url) as store:
        assert store.outcomes_of_run("night") == {"gazette": {"discovered": 64, "created": 60}}
        assert len(store.pending("gazette")) == 4, "seen, and never asked for"
        assert store.find_faults() == ()
        memories = [store.find_memory("gazette", url(f"story-{number}")) for number in range(60)]
        assert {memory.state for memory in memories if memory} == {UrlState.SETTLED}
        assert all(memory and memory.entry.title == f"story-{number}" for number, memory in enumerate(memories))


def test_two_processes_that_save_the_same_make_it_once(store_url: str) -> None:
    with open_store(store_url) as store:
        crawl(store, "night", 0)
    stories = [f"story-{number}" for number in range(60)]
    both = [child(store_url, "night", kind="answering", stdin=subprocess.PIPE) for _ in range(2)]
    for process, told in zip(both, (stories, stories[::-1]), strict=True):
        assert process.stdin is not None
        process.stdin.write("\n".join(told))
        process.stdin.close()
        process.stdin = None  # communicate would flush it
    for process in both:
        assert_well(process)
    with open_store(store_url) as store:
        assert store.outcomes_of_run("night") == {"gazette": {"discovered": 60, "created": 60, "unchanged": 60}}
        assert {len(store.history(tag(story))) for story in stories} == {1}
        assert len(store.newest(100, topic="x")) == 60
        assert store.find_faults() == ()
