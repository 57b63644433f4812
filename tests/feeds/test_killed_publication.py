"""kill -9 in the middle of a publication: every file stays whole, and the next publication makes up for it."""

import json
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from lxml import etree

from articles.model import Revision
from feeds.publish import publish_feeds
from tests.feeds.memory_store import store_of
from tests.feeds.sample_articles import NOON, revision, topic

ROOT = Path(__file__).parents[2]
PUBLISH = """
import sys
from pathlib import Path
from tests.feeds.test_killed_publication import publish
publish(Path(sys.argv[1]), int(sys.argv[2]))
"""


def articles(count: int) -> list[Revision]:
    return [
        revision(f"n{number}", topics=(topic(f"T{number % 17}"),), published_at=NOON + timedelta(minutes=number))
        for number in range(count)
    ]


def publish(output: Path, count: int) -> None:
    publish_feeds(store_of(articles(count)), output, base_url="https://example.org/feeds", entry_count=5)


def published(output: Path) -> dict[str, bytes]:
    feeds = output / "feeds"
    return {str(path.relative_to(feeds)): path.read_bytes() for path in feeds.rglob("*") if path.is_file()}


@pytest.mark.parametrize("killed_after", [1, 25, 70])
def test_nothing_is_half_written_and_nothing_is_missing_after_the_next_one(tmp_path: Path, killed_after: int) -> None:
    output, undisturbed = tmp_path / "output", tmp_path / "undisturbed"
    for count in (20, 40):
        publish(undisturbed, count)
    publish(output, 20)
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*.*")}
    child = subprocess.Popen([sys.executable, "-c", PUBLISH, str(output), "40"], cwd=ROOT)
    while child.poll() is None:
        changed = sum(1 for path in output.rglob("*.*") if before.get(path) != _time_of(path))
        if changed >= killed_after:
            child.kill()
    assert child.wait() == -signal.SIGKILL
    for name, content in published(output).items():
        if name.endswith((".rss", ".atom", ".opml")):
            etree.fromstring(content)
        elif name.endswith(".json"):
            json.loads(content)
    publish(output, 40)
    assert published(output) == published(undisturbed)


def _time_of(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:  # half written a moment ago, and renamed since
        return None
