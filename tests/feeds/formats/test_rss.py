"""RSS 2.0, element by element."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from lxml import etree

from feeds.formats.rss import render_rss
from tests.feeds.formats.sample_channel import CHANNEL, ENTRY

ATOM, DC = "{http://www.w3.org/2005/Atom}", "{http://purl.org/dc/elements/1.1/}"
CONTENT, MEDIA = "{http://purl.org/rss/1.0/modules/content/}", "{http://search.yahoo.com/mrss/}"
CHANNEL_ELEMENT = etree.fromstring(render_rss(CHANNEL))[0]
ITEM = CHANNEL_ELEMENT.findall("item")[0]


def test_what_is_said_of_the_channel_stands_before_its_items() -> None:
    tags = [str(element.tag) for element in CHANNEL_ELEMENT]
    assert tags.index("item") == len(tags) - 1
    assert {tag for tag in tags if tags.count(tag) > 1} == {f"{ATOM}link"}


def test_the_channel_says_what_it_is() -> None:
    said = {str(element.tag): element.text for element in CHANNEL_ELEMENT if not len(element)}
    assert said["title"] == CHANNEL.title
    assert said["link"] == CHANNEL.home_url
    assert said["description"] == CHANNEL.description
    assert said["language"] == "de"
    assert said["lastBuildDate"] == "Wed, 21 Jan 2026 13:00:00 +0100"
    assert said["ttl"] == "60"
    links = {link.get("rel"): link.get("href") for link in CHANNEL_ELEMENT.iterfind(f"{ATOM}link")}
    assert links == {
        "self": "https://example.org/feeds/topics/spd.rss",
        "alternate": CHANNEL.home_url,
        "hub": "https://hub.example/",
    }
    assert said["copyright"] == CHANNEL.rights
    assert {str(part.tag): part.text for part in CHANNEL_ELEMENT.iterfind("image/*")} == {
        "url": "https://example.org/feeds/icon-144.png",
        "title": CHANNEL.title,
        "link": CHANNEL.home_url,
        "width": "144",
        "height": "144",
    }


def test_only_a_feed_of_several_publishers_says_where_an_item_is_from() -> None:
    assert ITEM.find("source") is None
    combined = etree.fromstring(render_rss(replace(CHANNEL, authors=("The Gazette", "The Daily"))))
    source = combined.findall(".//item/source")[0]
    assert (source.get("url"), source.text) == ("https://example.org/feeds/publishers/gazette.rss", "The Gazette")


def test_an_item_says_what_readers_look_for() -> None:
    assert ITEM.findtext("title") == ENTRY.title
    assert ITEM.findtext("link") == ENTRY.url
    assert ITEM.findtext("description") == "Ein Satz &amp; noch einer."
    assert ITEM.findtext("pubDate") == "Wed, 21 Jan 2026 12:00:00 +0100"
    assert ITEM.findtext(f"{ATOM}updated") == "2026-01-21T13:00:00.000005+01:00"
    assert [creator.text for creator in ITEM.iterfind(f"{DC}creator")] == ["A. Meier", "B. Schulz"]
    assert [(category.text, category.get("domain")) for category in ITEM.iterfind("category")] == [
        ("SPD", "https://www.gazette.example/topic/"),
        ("X", None),
    ]
    guid = ITEM.find("guid")
    assert guid is not None
    assert (guid.text, guid.get("isPermaLink")) == (ENTRY.id, "false")


def test_the_body_stands_behind_the_teaser_in_cdata() -> None:
    tags = [str(element.tag) for element in ITEM]
    assert tags.index("description") < tags.index(f"{CONTENT}encoded")
    assert ITEM.findtext(f"{CONTENT}encoded") == "<p>Der Text]]&gt; endet.</p>"
    assert b"<![CDATA[<p>" in render_rss(CHANNEL)


def test_pictures_are_never_grouped_nor_enclosed() -> None:
    assert [content.get("url") for content in ITEM.iterfind(f"{MEDIA}content")] == [p.url for p in ENTRY.pictures]
    assert ITEM.findtext(f"{MEDIA}content/{MEDIA}description") == "Eins & zwei"
    assert ITEM.find("enclosure") is None
    assert ITEM.find(f"{MEDIA}group") is None


@pytest.mark.parametrize(
    ("local", "written"),
    [
        (datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin")), "Sun, 25 Oct 2026 02:30:00 +0200"),
        (datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin")), "Sun, 25 Oct 2026 02:30:00 +0100"),
    ],
)
def test_the_doubled_hour_of_autumn_is_told_apart(local: datetime, written: str) -> None:
    moment = datetime.fromisoformat(local.isoformat())
    entry = replace(ENTRY, published_at=moment, updated_at=moment)
    tree = etree.fromstring(render_rss(replace(CHANNEL, entries=(entry,))))
    assert tree.findtext(".//item/pubDate") == written


def test_a_teaser_can_be_all() -> None:
    tree = etree.fromstring(render_rss(replace(CHANNEL, entries=(replace(ENTRY, html=None),))))
    assert tree.find(f".//{CONTENT}encoded") is None
    assert tree.findtext(".//item/description") == "Ein Satz &amp; noch einer."
