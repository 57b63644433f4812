"""The pages in a real browser: nothing to complain of, search, and what axe-core says of accessibility.

PRESSESCHAU_SCREENSHOTS names a folder for pictures of the pages, which are otherwise thrown away.
"""

import json
import os
from collections.abc import Iterator
from datetime import timedelta
from importlib.resources import files
from pathlib import Path

import pytest

from feeds.publish import publish_feeds
from feeds.server import build_app
from tests.feeds.browser import CHROMIUM, Browser, open_browser
from tests.feeds.memory_store import store_of
from tests.feeds.sample_articles import NOON, revision, topic
from tests.feeds.serving import serving

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed: apt-get install chromium")

AXE = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
PAGES = ("/", "/index.en.html", "/topics/rente.html", "/topics/rente.en.html", "/topics/leer.html")
FEEDS = ("/topics/rente.rss", "/topics/rente.atom")
WIDE_LIGHT, WIDE_DARK, PHONE_LIGHT, PHONE_DARK = LOOKS = (
    (1280, "light"),
    (1280, "dark"),
    (360, "light"),
    (360, "dark"),
)
FOUND = "[...document.querySelectorAll('#results a')].map(link => link.textContent)"
# The search script has nothing to tell when it is done; the page's own message is.
SEARCHED = """
new Promise(done => {
  const said = document.getElementById("found");
  const look = () => said.textContent ? done(said.textContent) : requestAnimationFrame(look);
  look();
})
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with long and short, plain and odd names, and a topic whose only article was withdrawn."""
    output = tmp_path_factory.mktemp("output")
    long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    articles = [
        revision("one", title="Grüne fordern Größeres", topics=(topic("Grüne"),)),
        revision(
            "two", title="Rente steigt <b>bald</b>", topics=(topic("Rente"), topic(long)), sections=(topic("Politik"),)
        ),
        *(
            revision(
                f"n{number}",
                title=f"Meldung {number}: was an diesem Tag geschah und noch geschehen wird",
                topics=(topic("Rente"), topic(f"Thema {number}", f"thema-{number}")),
                published_at=NOON - timedelta(days=5 * number),
            )
            for number in range(70)
        ),
    ]
    gone = revision("gone", topics=(topic("Leer"),))
    with serving(build_app(output, None)) as address:
        publish_feeds(store_of([*articles, gone]), output, base_url=address)
        withdrawn = type(gone)(**{**vars(gone), "number": 2, "deleted": True})
        publish_feeds(store_of([*articles, gone, withdrawn]), output, base_url=address)
        yield address


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with open_browser(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.mark.parametrize(
    ("query", "hits"),
    [("grosseres", ["Grüne fordern Größeres"]), ("rente bald", ["Rente steigt <b>bald</b>"]), ("xyz", [])],
)
@pytest.mark.parametrize("typed", [True, False])
def test_search_finds_whatever_accents_and_case(
    browser: Browser, address: str, query: str, hits: list[str], typed: bool
) -> None:
    browser.open(address if typed else f"{address}/?q={query.replace(' ', '%20')}")
    if typed:
        browser.evaluate("document.getElementById('query').focus()")
        browser.type(query)
    assert browser.evaluate(SEARCHED)
    assert [title.replace("\u2060", "") for title in browser.evaluate(FOUND)] == hits
    assert browser.complaints() == []


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_violation_and_the_browser_nothing_to_complain_of(
    browser: Browser, address: str, path: str
) -> None:
    for width, scheme in (WIDE_LIGHT, PHONE_DARK):
        browser.open(address + path, width=width, scheme=scheme)
        browser.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
        browser.evaluate(AXE)
        violations = json.loads(browser.evaluate("axe.run().then(found => JSON.stringify(found.violations))"))
        assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in violations] == []
        assert browser.complaints() == []


@pytest.mark.parametrize("path", [*PAGES, *FEEDS])
def test_nothing_is_wider_than_its_window(browser: Browser, address: str, path: str) -> None:
    pictures = os.environ.get("PRESSESCHAU_SCREENSHOTS")
    for width, scheme in LOOKS if pictures else (PHONE_DARK,):
        browser.open(address + path, width=width, scheme=scheme)
        # A phone lays out XML, which cannot ask for a viewport of its own, as if it were wide.
        assert browser.evaluate("document.documentElement.scrollWidth") <= (width if path in PAGES else max(width, 980))
        if pictures:
            name = path.strip("/").replace("/", "-") or "index"
            browser.picture(Path(pictures, f"{name}-{scheme}-{width}.png"))


@pytest.mark.parametrize("ending", ["rss", "atom"])
def test_a_feed_is_shown_with_its_style_sheet(browser: Browser, address: str, ending: str) -> None:
    browser.open(f"{address}/topics/rente.{ending}")
    shown = "getComputedStyle(document.documentElement).display"
    title = "getComputedStyle(document.querySelector('entry > title, item > title')).fontWeight"
    assert (browser.evaluate(shown), browser.evaluate(title)) == ("block", "700")
    assert browser.complaints() == []
