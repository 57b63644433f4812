"""The complete history of a feed in archive pages (RFC 5005), and withdrawn entries (RFC 6721)."""

import json
import os
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import urljoin

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from articles.model import Revision
from feeds.paging import pages_of
from feeds.publish import PublishReport, publish_feeds
from tests.feeds.document_rules import JSON_FEED
from tests.feeds.memory_store import store_of
from tests.feeds.sample_articles import NOON, revision, topic

BASE = "https://example.org/feeds"
SPD = topic("SPD")
SIZE = 3


def article(number: int) -> Revision:
    return revision(f"n{number:02}", topics=(SPD,), published_at=NOON + timedelta(hours=number))


def articles(count: int) -> list[Revision]:
    return [article(number) for number in range(count)]


def publish(
    output: Path, revisions: list[Revision], base_url: str | None = BASE, *, tombstones: bool = False
) -> PublishReport:
    return publish_feeds(store_of(revisions), output, base_url=base_url, entry_count=SIZE, tombstones=tombstones)


def history(output: Path, stem: str = "topics/spd") -> list[list[str]]:
    """The ids of the live feed and of each page before it, as a reader finds them by following the links."""
    place, found = f"{BASE}/{stem}.atom", []
    while place:
        document = feedparser.parse((output / "feeds" / place.removeprefix(f"{BASE}/")).read_bytes())
        assert document.bozo == 0
        found.append([entry.id.rsplit("/", 1)[1] for entry in document.entries])
        previous = [link.href for link in document.feed.links if link.rel == "prev-archive"]
        place = urljoin(place, previous[0]) if previous else ""
    return found


def page(output: Path, number: int) -> Path:
    return output / f"feeds/topics/spd/{number}.atom"


def test_a_feed_that_fits_in_one_document_has_no_pages(tmp_path: Path) -> None:
    publish(tmp_path, articles(SIZE))
    assert history(tmp_path) == [["n02", "n01", "n00"]]
    assert not page(tmp_path, 1).exists()


@pytest.mark.parametrize("base_url", [BASE, None])
def test_a_reader_finds_every_entry_by_following_the_links(tmp_path: Path, base_url: str | None) -> None:
    publish(tmp_path, articles(8), base_url)
    expected = [["n07", "n06", "n05"], ["n05", "n04", "n03"], ["n02", "n01", "n00"]]
    assert history(tmp_path) == history(tmp_path, "all") == expected


def test_the_only_page_calls_itself_an_archive_when_another_follows(tmp_path: Path) -> None:
    for count, archive in ((4, False), (6, True)):
        publish(tmp_path, articles(count))
        assert (b"<fh:archive/>" in page(tmp_path, 1).read_bytes()) is archive
        assert b'rel="current"' in page(tmp_path, 1).read_bytes()


def test_only_what_may_differ_is_written_again() -> None:
    assert pages_of([1, 2, 3], place_count=3, size=3) == ()
    assert pages_of([4], place_count=4, size=3) == (1,)
    assert pages_of([8], place_count=8, size=3) == ()  # the third is not full, so the second has nothing to learn
    assert pages_of([9], place_count=9, size=3) == (2, 3)
    assert pages_of([2], place_count=9, size=3) == (1,)


def test_json_feed_leads_to_the_same_pages(tmp_path: Path) -> None:
    publish(tmp_path, articles(8))
    place, found = f"{BASE}/topics/spd.json", []
    while place:
        document = json.loads((tmp_path / "feeds" / place.removeprefix(f"{BASE}/")).read_bytes())
        JSON_FEED.validate(document)
        assert document["feed_url"] == place
        found.append([item["id"].rsplit("/", 1)[1] for item in document["items"]])
        place = document.get("next_url", "")
    assert found == history(tmp_path)
    publish(tmp_path, articles(8), base_url=None)
    assert "next_url" not in json.loads((tmp_path / "feeds/topics/spd.json").read_bytes())


def test_a_page_says_what_it_is_and_where_it_stands(tmp_path: Path) -> None:
    publish(tmp_path, articles(9))
    tree = etree.fromstring(page(tmp_path, 2).read_bytes())
    links = {link.get("rel"): link.get("href") for link in tree.iterfind("{*}link")}
    assert tree.find("{http://purl.org/syndication/history/1.0}archive") is not None
    assert {rel: links[rel] for rel in ("self", "current", "prev-archive", "next-archive")} == {
        "self": f"{BASE}/topics/spd/2.atom",
        "current": f"{BASE}/topics/spd.atom",
        "prev-archive": f"{BASE}/topics/spd/1.atom",
        "next-archive": f"{BASE}/topics/spd/3.atom",
    }
    live = etree.fromstring((tmp_path / "feeds/topics/spd.atom").read_bytes())
    assert live.find("{http://purl.org/syndication/history/1.0}archive") is None
    assert live.findtext("{*}id") == tree.findtext("{*}id")


def test_a_full_page_never_changes_as_articles_come_but_for_the_link_to_the_one_behind_it(tmp_path: Path) -> None:
    for count in range(1, 12):
        before = {path: path.read_bytes() for path in (tmp_path / "feeds/topics/spd").glob("*.*")}
        publish(tmp_path, articles(count))
        for path, content in before.items():
            assert _without_follower(content) == _without_follower(path.read_bytes())
        for number in range(1, (count // SIZE if count > SIZE else 0) + 1):
            entries = feedparser.parse(page(tmp_path, number).read_bytes()).entries
            assert len(entries) == SIZE
            follows = b"next-archive" in page(tmp_path, number).read_bytes()
            assert follows == page(tmp_path, number + 1).exists()
    assert len(history(tmp_path)) == 4


def _without_follower(content: bytes) -> bytes:
    return re.sub(rb'\n *<(link [^>]*rel="next-archive"[^>]*|fh:archive)/>', b"", content)


def test_an_old_article_found_late_goes_behind_and_moves_none(tmp_path: Path) -> None:
    publish(tmp_path, articles(7))
    closed = page(tmp_path, 1).read_bytes()
    late = revision("late", topics=(SPD,), published_at=NOON - timedelta(days=9))
    publish(tmp_path, [*articles(7), late])
    assert page(tmp_path, 1).read_bytes() == closed
    assert history(tmp_path)[0] == ["n06", "n05", "n04", "late"]  # no page has it yet
    publish(tmp_path, [*articles(7), late, article(8)])
    assert history(tmp_path)[:2] == [["n08", "n06", "n05"], ["n08", "n06", "late"]]


def test_a_correction_reaches_the_page_that_holds_the_article_and_no_other(tmp_path: Path) -> None:
    publish(tmp_path, articles(8))
    changed = replace(
        revision("n01", title="Berichtigt", topics=(SPD,), published_at=NOON + timedelta(hours=1)),
        number=2,
        updated_at=NOON + timedelta(days=2),
    )
    report = publish(tmp_path, [*articles(8), changed])
    assert {path.relative_to(tmp_path / "feeds").as_posix() for path in report.written if path.suffix == ".atom"} == {
        "all/1.atom",
        "publishers/gazette/1.atom",
        "topics/spd/1.atom",
    }
    assert b"Berichtigt" in page(tmp_path, 1).read_bytes()


@pytest.mark.parametrize("tombstones", [False, True])
def test_a_withdrawn_article_leaves_its_page_and_is_named_where_that_is_wanted(
    tmp_path: Path, tombstones: bool
) -> None:
    publish(tmp_path, articles(8), tombstones=tombstones)
    gone = [replace(article(number), number=2, deleted=True) for number in (1, 7)]
    publish(tmp_path, [*articles(8), *gone], tombstones=tombstones)
    assert history(tmp_path) == [["n06", "n05", "n04"], ["n05", "n04", "n03"], ["n02", "n00"]]
    named = {}
    for name in ("topics/spd.atom", "topics/spd/1.atom", "topics/spd/2.atom"):
        tree = etree.fromstring((tmp_path / "feeds" / name).read_bytes())
        deleted = tree.iterfind("{http://purl.org/atompub/tombstones/1.0}deleted-entry")
        named[name] = {str(entry.get("ref")).rsplit("/", 1)[1] for entry in deleted}
    live = {"n01", "n07"} if tombstones else set()
    assert named == {"topics/spd.atom": live, "topics/spd/1.atom": live & {"n01"}, "topics/spd/2.atom": set()}


def test_an_article_that_comes_back_takes_its_old_place(tmp_path: Path) -> None:
    publish(tmp_path, articles(8))
    before = history(tmp_path)
    gone = replace(article(1), number=2, deleted=True)
    publish(tmp_path, [*articles(8), gone])
    publish(tmp_path, [*articles(8), gone, replace(article(1), number=3)])
    assert history(tmp_path) == before


def test_larger_pages_leave_no_old_ones_behind(tmp_path: Path) -> None:
    publish(tmp_path, articles(8))
    report = publish_feeds(store_of(articles(8)), tmp_path, base_url=BASE, entry_count=5)
    assert {path.name for path in report.removed} == {"2.atom", "2.json"}
    assert history(tmp_path) == [
        ["n07", "n06", "n05", "n04", "n03"],
        ["n04", "n03", "n02", "n01", "n00"],
    ]


def test_pages_are_not_written_again_on_a_night_that_leaves_them_alone(tmp_path: Path) -> None:
    publish(tmp_path, articles(9))
    for path in (tmp_path / "feeds").rglob("*.atom"):
        os.utime(path, ns=(1, 1))
    publish(tmp_path, articles(12))
    written = {path.name for path in (tmp_path / "feeds/topics/spd").glob("*.atom") if path.stat().st_mtime_ns != 1}
    assert written == {"3.atom", "4.atom"}  # the third learns of the fourth


@settings(max_examples=20, deadline=None)
@given(nights=st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=1, max_size=8))
def test_who_keeps_the_pages_he_has_and_comes_when_he_likes_misses_nothing(
    tmp_path_factory: pytest.TempPathFactory, nights: list[tuple[int, bool]]
) -> None:
    """RFC 5005, 4: a reader follows the links until it comes to a page it has."""
    output, count, has = tmp_path_factory.mktemp("output"), 0, dict[str, set[str]]()
    for arrivals, comes in (*nights, (1, True)):
        count += arrivals
        publish(output, articles(count))
        place = f"{BASE}/topics/spd.atom" if comes and count else ""
        has.pop(place, None)
        while place and place not in has:
            document = feedparser.parse((output / "feeds" / place.removeprefix(f"{BASE}/")).read_bytes())
            has[place] = {entry.id.rsplit("/", 1)[1] for entry in document.entries}
            place = next((link.href for link in document.feed.links if link.rel == "prev-archive"), "")
    assert set().union(*has.values()) == {f"n{number:02}" for number in range(count)}


@settings(max_examples=12, deadline=None)
@given(nights=st.lists(st.lists(st.tuples(st.integers(0, 11), st.sampled_from("nwu")), max_size=6), max_size=5))
def test_whatever_the_nights_bring_the_history_is_the_store(
    tmp_path_factory: pytest.TempPathFactory, nights: list[list[tuple[int, str]]]
) -> None:
    output = tmp_path_factory.mktemp("output")
    stored: list[Revision] = []
    for night in nights:
        for number, event in night:
            earlier = [known for known in stored if known.id == article(number).id]
            if not earlier or event != "n":
                made = replace(article(number), number=len(earlier) + 1, deleted=event == "w" and bool(earlier))
                if event == "u":
                    made = replace(made, article=replace(made.article, title=f"Fassung {len(earlier)}"))
                stored.append(made)
        publish(output, stored)
    live = {revision.id: revision for revision in stored}
    expected = {key.rsplit("/", 1)[1] for key, revision in live.items() if not revision.deleted}
    if (output / "feeds/topics/spd.atom").exists():
        pages = history(output)
        assert {entry for found in pages for entry in found} == expected
        older = [entry for found in pages[1:] for entry in found]
        assert len(older) == len(set(older))
    else:
        assert not expected
