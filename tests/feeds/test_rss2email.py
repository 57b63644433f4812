"""Another real feed reader, rss2email, which reads by feedparser and remembers by guid."""

import mailbox
import shutil
import subprocess
from email.message import Message
from pathlib import Path

import pytest

from articles.model import Revision
from feeds.publish import publish_feeds
from feeds.server import build_app
from tests.feeds.memory_store import store_of
from tests.feeds.sample_articles import revision, topic
from tests.feeds.serving import serving

pytestmark = pytest.mark.skipif(
    shutil.which("r2e") is None, reason="rss2email is not installed: apt-get install rss2email"
)
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
[feed.subscribed]
url = {url}
"""


class Reader:
    """An rss2email of its own, which delivers into a mail box of its own."""

    def __init__(self, directory: Path, url: str) -> None:
        self.directory = directory
        directory.mkdir()
        (directory / "config").write_text(CONFIGURATION.format(directory=directory, url=url))
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
    publish_feeds(store_of(articles), tmp_path / "output", base_url=base_url)


@pytest.mark.parametrize("ending", ["rss", "atom"])
def test_every_entry_comes_once_with_its_text_and_then_only_what_is_new(tmp_path: Path, ending: str) -> None:
    with serving(build_app(tmp_path / "output", None)) as address:
        reader = Reader(tmp_path / "reader", f"{address}/topics/spd.{ending}")
        publish(tmp_path, ARTICLES, address)
        bodies = sorted(body(message) for message in reader.run())
        assert len(bodies) == 2
        assert "Erster Text mit ]]&gt; und &lt;Klammern&gt;." in bodies[0] + bodies[1]
        assert "Zweiter Text." in bodies[0] + bodies[1]
        publish(tmp_path, ARTICLES, address)
        assert reader.run() == []
        publish(tmp_path, [*ARTICLES, revision("three", text="Dritter Text.", topics=(SPD,))], address)
        (new,) = reader.run()
        assert "Dritter Text." in body(new)
