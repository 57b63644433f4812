"""A run killed at any moment: the next one carries on, nothing is lost and nothing doubled."""

import os
import random
import signal
import threading
from collections import Counter
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from fastwarc.warc import ArchiveIterator

from articles.identity import CanonicalUrl
from articles.store import open_store
from articles.store.terms import UrlState
from crawler.archive.archive import load_page
from presseschau.demo.nights import NIGHTS
from presseschau.demo.server import DemoPublisher
from presseschau.demo.story import StoryState
from presseschau.demo.truth import expected_articles
from tests.journeys.program import Program
from tests.journeys.test_exit_statuses import start_night

DAY = timedelta(days=1)
MOST_IN_FLIGHT = 12
"""Two requests under way at a host, and answers that wait for their turn; more, and a kill would cost the publisher."""


@pytest.mark.parametrize("seed", range(4))
def test_kill_9_in_the_middle(tmp_path: Path, seed: int) -> None:
    program = Program(tmp_path)
    # Moments all over the run: some before the first article is stored, some close to the end.
    awaited_requests = random.Random(seed).randint(1, 60)
    with DemoPublisher() as publisher:
        process = start_night(program, publisher)
        while len(publisher.requests.of_night()) < awaited_requests and process.poll() is None:
            threading.Event().wait(0.02)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate(timeout=60)
        assert process.returncode == -signal.SIGKILL
        assert not list(tmp_path.glob("output/feeds/**/*.rss")), "a run that was killed while crawling published"
        settled = settled_paths(tmp_path / "output/presseschau.sqlite")
        done = program.night(1, publisher)
        assert (done.returncode, done.stderr) == (0, b"")
        awaited = {article.url for article in expected_articles(1) if article.state is not StoryState.BROKEN}
        stored = Counter(record["url"] for record in program.records())
        assert set(stored) == awaited
        assert set(stored.values()) == {1}
        # The young are asked again on every run, so they do not count.
        fetched = Counter(each.path for each in publisher.requests.of_night() if each.kind == "article")
        older = {urlsplit(each.url).path for each in expected_articles(1) if NIGHTS[1] - each.published_at > DAY}
        twice = {path for path in older if fetched[path] > 1}
        assert twice.isdisjoint(settled), "what was stored when the run was killed is asked for again"
        assert len(twice) <= MOST_IN_FLIGHT
        check_archive(tmp_path / "output")


def settled_paths(path: Path) -> set[str]:
    """Of the articles whose pages a run has dealt with."""
    if not path.exists():
        return set()
    with open_store(path) as store:
        memories = [store.find_memory("kettner", CanonicalUrl(each.url)) for each in expected_articles(1)]
    return {urlsplit(each.url).path for each in memories if each and each.state is UrlState.SETTLED}


def check_archive(output: Path) -> None:
    """Every live article is found with its page, and another reader finds nothing but whole records."""
    with open_store(output / "presseschau.sqlite") as store:
        for revision in store.newest(1000):
            page = store.pages_of(revision.id)[0]
            assert load_page(output / "archive", page.place).url == revision.url
    (path,) = (output / "archive").iterdir()
    with path.open("rb") as file:
        records = [record.verify_block_digest() for record in ArchiveIterator(file, parse_http=False)]
    assert all(records)
    assert len(records) > 100, "a response and a request for each article"
