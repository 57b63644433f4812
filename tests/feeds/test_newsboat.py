"""A real feed reader, newsboat, subscribes to what was published, through our server and through nginx."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from articles.model import Revision
from feeds.publish import publish_feeds
from tests.feeds.memory_store import store_of
from tests.feeds.sample_articles import revision, topic
from tests.feeds.serving import NGINX, documented_nginx, own_server

pytestmark = pytest.mark.skipif(
    shutil.which("newsboat") is None, reason="newsboat is not installed: apt-get install newsboat"
)

needs_nginx = pytest.mark.skipif(NGINX is None, reason="nginx is not installed: apt-get install nginx-light")

ARTICLES = (
    revision("one", title="Größe & Maß", text="Erster Text mit ]]> und <Klammern>.", topics=(topic("SPD"),)),
    revision("two", title="<b>Fett</b>", text="Zweiter Text.", topics=(topic("SPD"),)),
    revision("three", title="Dritter", text="Dritter Text.", topics=(topic("SPD"),)),
)


@pytest.fixture(params=[own_server, pytest.param(documented_nginx, marks=needs_nginx)], ids=["serve", "nginx"])
def base_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    (tmp_path / "output/feeds").mkdir(parents=True)
    with request.param(tmp_path / "output") as address:
        yield address


class Newsboat:
    """A newsboat of its own, with no feed but these."""

    def __init__(self, directory: Path, urls: list[str]) -> None:
        self.directory = directory
        directory.mkdir()
        (directory / "urls").write_text("\n".join(urls))
        (directory / "config").write_text("reload-threads 1\n")

    def reload(self) -> list[tuple[str, str, str, str]]:
        """Guid, title, body and feed of every entry, as newsboat shows them."""
        command = ["newsboat", "-C", "config", "-u", "urls", "-c", "cache.db", "-x", "reload"]
        home = {"HOME": str(self.directory), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
        subprocess.run(command, cwd=self.directory, env=home, check=True, timeout=60, capture_output=True)
        with closing(sqlite3.connect(self.directory / "cache.db")) as cache:
            return cache.execute("SELECT guid, title, content, feedurl FROM rss_item ORDER BY guid").fetchall()


def publish(tmp_path: Path, articles: tuple[Revision, ...], base_url: str) -> None:
    """A night's work; what was there before is a day old, since times over HTTP know no less than seconds."""
    for path in (tmp_path / "output").rglob("*.*"):
        yesterday = path.stat().st_mtime - 86400
        os.utime(path, (yesterday, yesterday))
    publish_feeds(store_of(articles), tmp_path / "output", base_url=base_url)


@pytest.mark.parametrize("ending", ["rss", "atom"])
def test_newsboat_shows_every_entry_once_with_its_text(tmp_path: Path, base_url: str, ending: str) -> None:
    publish(tmp_path, ARTICLES, base_url)
    entries = Newsboat(tmp_path / "newsboat", [f"{base_url}/topics/spd.{ending}"]).reload()
    expected = sorted((article.id, article.article.html) for article in ARTICLES)
    assert [(guid, content) for guid, _, content, _ in entries] == expected
    assert {title.replace("\u2060", "") for _, title, _, _ in entries} == {"Größe & Maß", "<b>Fett</b>", "Dritter"}


@pytest.mark.parametrize("ending", ["rss", "atom"])
def test_newsboat_sees_nothing_new_after_an_unchanged_night_and_the_change_after_another(
    tmp_path: Path, base_url: str, ending: str
) -> None:
    newsboat = Newsboat(tmp_path / "newsboat", [f"{base_url}/all.{ending}"])
    publish(tmp_path, ARTICLES, base_url)
    first = newsboat.reload()
    publish(tmp_path, ARTICLES, base_url)
    assert newsboat.reload() == first
    changed = replace(revision("one", title="Neu", text="Neuer Text.", topics=(topic("SPD"),)), number=2)
    publish(tmp_path, (*ARTICLES, changed, revision("four")), base_url)
    later = {guid: content for guid, _, content, _ in newsboat.reload()}
    assert len(later) == 4
    assert later[changed.id] == "<p>Neuer Text.</p>"
    assert {guid for guid, _, content, _ in first if later[guid] != content} == {changed.id}
