"""The pages that people see, and OPML."""

import inspect
import json
import re
from datetime import timedelta
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from articles.model import Topic
from feeds.publish import publish_feeds
from feeds.reader_page import pages as pages_module
from feeds.reader_page.chart import HEIGHT, bars
from feeds.reader_page.words import WORDS
from tests.feeds.memory_store import store_of
from tests.feeds.sample_articles import NOON, revision, topic

BASE = "https://example.org/feeds"
SPD, POLITIK = topic("SPD"), topic("Politik")
ODD = Topic(name='"<script>alert(1)</script>" & Ä', slug="ä/ö")


@pytest.fixture(scope="module", params=[BASE, None])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("output")
    articles = [
        revision(
            f"n{week}",
            title=f"<b>Titel</b> {week}",
            topics=(SPD, ODD),
            sections=(POLITIK,),
            published_at=NOON - timedelta(weeks=week),
        )
        for week in range(4)
    ]
    publish_feeds(store_of(articles), output, base_url=request.param, publisher_titles={"gazette": "The Gazette"})
    return output / "feeds"


def found(tree: Any, path: str) -> list[Any]:
    """What an XPath finds."""
    return list(tree.xpath(path))


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_there_is_a_page_for_each_feed_in_both_languages(site: Path) -> None:
    feeds = {path.with_suffix("") for path in site.rglob("*.rss")}
    expected = {f"{stem}{ending}" for stem in feeds | {site / "index"} for ending in (".html", ".en.html")}
    assert {str(path) for path in pages(site)} == expected


def test_every_link_leads_to_a_file_that_is_there(site: Path) -> None:
    for page in pages(site):
        tree = html.fromstring(page.read_bytes())
        for address in found(tree, "//@href | //@src"):
            if not str(address).startswith(("https://www.gazette.example/", "#")):
                assert (page.parent / str(address)).is_file(), f"{page}: {address}"


def test_pages_announce_their_feeds_in_every_format(site: Path) -> None:
    tree = html.fromstring((site / "topics/spd.html").read_bytes())
    links = found(tree, "//link[@rel='alternate' and @type]")
    assert [(link.get("type"), link.get("href")) for link in links] == [
        ("application/rss+xml", "spd.rss"),
        ("application/atom+xml", "spd.atom"),
        ("application/feed+json", "spd.json"),
    ]


def test_nothing_from_a_page_runs_or_marks_up(site: Path) -> None:
    for page in pages(site):
        tree = html.fromstring(page.read_bytes())
        assert [str(source) for source in found(tree, "//script/@src")] in ([], ["search.js"])
        assert found(tree, "//script[not(@src)] | //b | //@style | //*[@onclick]") == []


def test_pages_have_landmarks_headings_in_order_and_a_language(site: Path) -> None:
    for page in pages(site):
        tree = html.fromstring(page.read_bytes())
        assert tree.get("lang") == ("en" if ".en." in page.name else "de")
        assert [len(found(tree, f"//{landmark}")) for landmark in ("header", "main", "h1")] == [1, 1, 1]
        levels = [int(heading.tag[1]) for heading in found(tree, "//h1|//h2|//h3")]
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert found(tree, "//svg[not(@role='img') or not(@aria-label)] | //input[not(@id = //label/@for)]") == []


def test_what_is_in_another_language_than_its_page_says_so(site: Path) -> None:
    for page in pages(site):
        links = found(html.fromstring(page.read_bytes()), "//main//a[@rel='external'][starts-with(., '<b')] | //h3/a")
        spoken = {link.get("lang") for link in links if link.text not in ("Alle Artikel", "All articles")}
        assert spoken == ({"de"} if ".en." in page.name else {None})


def test_counts_and_charts_are_those_of_the_articles(site: Path) -> None:
    card = found(html.fromstring((site / "index.html").read_bytes()), "//li[.//a = 'SPD']")[0]
    assert found(card, ".//span[@class='count']")[0].text == "4 Artikel"
    assert found(card, ".//path/@d")[0].count("M") == 4
    assert "26 Wochen bis zum 2026-01-19: höchstens 1" in found(card, ".//svg/@aria-label")[0]


def test_search_finds_feeds_and_articles(site: Path) -> None:
    entries = json.loads((site / "search.json").read_bytes())
    assert ["The Gazette: SPD", "topics/spd.html", "Feed"] in entries
    assert any(address == "https://www.gazette.example/n0" for _, address, _ in entries)
    for _, address, _ in entries:
        assert address.startswith("https://") or (site / address).is_file()


def test_no_reader_takes_a_name_in_opml_for_markup(tmp_path: Path) -> None:
    topics = (Topic(name="AT&T", slug="a"), Topic(name="<b>Land & Leute", slug="b"))
    publish_feeds(store_of([revision(topics=topics)]), tmp_path, base_url=None)
    tree = etree.fromstring((tmp_path / "feeds/feeds.opml").read_bytes())
    named = {str(text).partition(": ")[2] for text in found(tree, "//outline[contains(@xmlUrl, 'topics')]/@text")}
    assert named == {"AT\ufe60T", "\u2039\u2060b>Land & Leute"}


def test_opml_lists_every_feed(site: Path) -> None:
    is_public = BASE.encode() in (site / "all.atom").read_bytes()
    tree = etree.fromstring((site / "feeds.opml").read_bytes())
    listed = {str(address) for address in found(tree, "//outline[@type='rss']/@xmlUrl")}
    place = f"{BASE}/" if is_public else ""  # unknown: relative to the document, which stands beside the feeds
    assert listed == {f"{place}{path.relative_to(site)}" for path in site.rglob("*.atom")}
    assert found(tree, "//outline[@type='rss'][not(@text) or not(@title)]") == []


def test_both_languages_have_the_same_words() -> None:
    assert WORDS["de"].keys() == WORDS["en"].keys()
    for words in WORDS.values():
        assert all(
            text.strip() and not any(name for _, name, _, _ in Formatter().parse(text)) for text in words.values()
        )


def test_every_word_is_used() -> None:
    templates = files("feeds.reader_page").joinpath("templates").iterdir()
    code = "".join(template.read_text() for template in templates) + inspect.getsource(pages_module)
    for name in WORDS["en"]:
        assert f"words.{name}" in code or f'"{name}"' in code, name


def test_thousands_of_topics_stay_light(tmp_path: Path) -> None:
    articles = [revision(f"n{number}", topics=(topic(f"Thema {number}", f"thema-{number}"),)) for number in range(100)]
    publish_feeds(store_of(articles), tmp_path, base_url=None)
    tree = html.fromstring((tmp_path / "feeds/index.html").read_bytes())
    assert len(found(tree, "//section[h2[@id='topics']]//li[@class='card']")) == 60
    assert len(found(tree, "//section[h2[@id='topics']]//details//li")) == 40


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""

    def luminance(colour: str) -> float:
        channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_colours_have_the_contrast_that_wcag_asks_for(site: Path) -> None:
    schemes = re.findall(r":root \{(.*?)\}", (site / "reader.css").read_text(), re.DOTALL)
    assert len(schemes) == 2
    for scheme in schemes:
        colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", scheme))
        for ink in ("ink", "quiet", "accent"):
            for paper in ("paper", "card"):
                assert contrast(colours[ink], colours[paper]) >= 4.5, (ink, paper, scheme)


@given(st.lists(st.integers(0, 10**6), max_size=30))
def test_a_chart_has_a_bar_for_each_week_with_articles_and_stays_inside(counts: list[int]) -> None:
    heights = [int(height) for height in re.findall(r"v-(\d+)", bars(counts))]
    assert len(heights) == sum(1 for count in counts if count)
    assert all(1 <= height <= HEIGHT for height in heights)
