"""Another real feed reader, rss2email, which reads by feedparser and remembers by guid."""

import mailbox
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from pathlib import Path

import pytest

from articles.model import Revision
from feeds.publish import publish_feeds
from tests.feeds.memory_store import store_of
from tests.feeds.sample_articles import revision, topic
from tests.feeds.serving import NGINX, documented_nginx, own_server

pytestmark = pytest.mark.skipif(
    shutil.which("r2e") is None, reason="rss2email is not installed: apt-get install rss2email"
)
needs_nginx = pytest.mark.skipif(NGINX is None, reason="nginx is not installed: apt-get install nginx-light")
SPD = topic("SPD")
ARTICLES = [
    revision("one", title="Größe & Maß", text="Erster Text mit ]]> und <Klammern>.", topics=(SPD,)),
    revision("two", title="<b>Fett</b>", text="Zweiter Text.", topics=(SPD,)),
]
CONFIGURATION = """
[DEFAULT]
from = reader@example.org
to = me@example.org
email-protocol = maildir
maildir-path = {directory}
html-mail = True
trust-guid = {trust_guid}
trust-link = False
[feed.subscribed]
url = {url}
"""


class Reader:
    """An rss2email of its own, which delivers into a mail box of its own."""

    def __init__(self, directory: Path, url: str, *, trust_guid: bool = True) -> None:
        self.directory = directory
        directory.mkdir()
        (directory / "config").write_text(CONFIGURATION.format(directory=directory, url=url, trust_guid=trust_guid))
        self.inbox = mailbox.Maildir(directory / "INBOX")

    def run(self) -> list[Message]:
        """What it brings that it has not brought before."""
        before = set(self.inbox.keys())
        command = ["r2e", "-c", "config", "-d", "state.json", "run"]
        environment = {"HOME": str(self.directory), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
        subprocess.run(command, cwd=self.directory, env=environment, check=True, timeout=60, capture_output=True)
        return [self.inbox[key] for key in self.inbox.keys() if key not in before]  # noqa: SIM118  # iterating gives mails


def body(message: Message) -> str:
    payload = message.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload.decode(message.get_content_charset() or "utf-8")


def publish(tmp_path: Path, articles: list[Revision], base_url: str) -> None:
    """A night's work; what was there before is a day old, since times over HTTP know no less than seconds."""
    for path in (tmp_path / "output").rglob("*.*"):
        yesterday = path.stat().st_mtime - 86400
        os.utime(path, (yesterday, yesterday))
    publish_feeds(store_of(articles), tmp_path / "output", base_url=base_url)


@pytest.fixture(params=[own_server, pytest.param(documented_nginx, marks=needs_nginx)], ids=["serve", "nginx"])
def base_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    (tmp_path / "output/feeds").mkdir(parents=True)
    with request.param(tmp_path / "output") as address:
        yield address


@pytest.mark.parametrize("ending", ["rss", "atom"])
def test_every_entry_comes_once_with_its_text_and_then_only_what_is_new(
    tmp_path: Path, base_url: str, ending: str
) -> None:
    """One reader remembers ids, as is usual; the other what an entry says, and so is told of changes too."""
    by_id = Reader(tmp_path / "by-id", f"{base_url}/topics/spd.{ending}")
    by_content = Reader(tmp_path / "by-content", f"{base_url}/topics/spd.{ending}", trust_guid=False)
    publish(tmp_path, ARTICLES, base_url)
    for reader in (by_id, by_content):
        bodies = sorted(map(body, reader.run()))
        assert len(bodies) == 2
        assert "Erster Text mit ]]&gt; und &lt;Klammern&gt;." in bodies[0] + bodies[1]
        assert "Zweiter Text." in bodies[0] + bodies[1]
    publish(tmp_path, ARTICLES, base_url)
    assert by_id.run() == by_content.run() == []
    changed = replace(revision("two", title="<b>Fett</b>", text="Berichtigter Text.", topics=(SPD,)), number=2)
    publish(tmp_path, [*ARTICLES, changed, revision("three", text="Dritter Text.", topics=(SPD,))], base_url)
    (new,) = by_id.run()
    assert "Dritter Text." in body(new)
    both = sorted(map(body, by_content.run()))
    assert len(both) == 2
    assert [text for text in ("Berichtigter Text.", "Dritter Text.") if text in both[0] + both[1]] == [
        "Berichtigter Text.",
        "Dritter Text.",
    ]
