"""The pages in a real browser."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from feeds.publish import publish_feeds
from feeds.server import build_app
from tests.feeds.memory_store import store_of
from tests.feeds.sample_articles import revision, topic
from tests.feeds.serving import serving

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed: apt-get install chromium")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    output = tmp_path_factory.mktemp("output")
    articles = [
        revision("one", title="Grüne fordern Größeres", topics=(topic("Grüne"),)),
        revision("two", title="Rente steigt <b>bald</b>", topics=(topic("Rente"),)),
    ]
    with serving(build_app(output, None)) as address:
        publish_feeds(store_of(articles), output, base_url=address)
        yield address


def shown(address: str, profile: Path) -> tuple[str, list[str]]:
    """The document after its scripts ran, and what the browser said on its console."""
    assert CHROMIUM is not None
    command = [CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
    options = ["--virtual-time-budget=5000", "--enable-logging=stderr", "--dump-dom", address]
    run = subprocess.run([*command, *options], check=True, capture_output=True, text=True, timeout=120)
    return run.stdout, [line for line in run.stderr.splitlines() if ":CONSOLE" in line]


@pytest.mark.parametrize(
    ("query", "hits"),
    [("grosseres", ["Grüne fordern Größeres"]), ("rente%20bald", ["Rente steigt <b>bald</b>"]), ("xyz", [])],
)
def test_search_finds_whatever_accents_and_case(address: str, tmp_path: Path, query: str, hits: list[str]) -> None:
    dom, complaints = shown(f"{address}/?q={query}", tmp_path)
    tree: Any = html.fromstring(dom)
    assert [title.replace("\u2060", "") for title in tree.xpath("//*[@id='results']//a/text()")] == hits
    assert tree.xpath("string(//*[@id='found'])")
    assert complaints == []


@pytest.mark.parametrize("path", ["/", "/index.en.html", "/topics/rente.html"])
def test_no_page_makes_a_browser_complain(address: str, tmp_path: Path, path: str) -> None:
    _, complaints = shown(address + path, tmp_path)
    assert complaints == []
