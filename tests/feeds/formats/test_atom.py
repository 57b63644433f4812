"""Atom 1.0, element by element."""

from dataclasses import replace

from lxml import etree

from feeds.channel import History
from feeds.formats.atom import render_atom
from tests.feeds.formats.sample_channel import CHANNEL, ENTRY

ATOM, TOMBSTONES = "{http://www.w3.org/2005/Atom}", "{http://purl.org/atompub/tombstones/1.0}"
FEED = etree.fromstring(render_atom(CHANNEL))
ENTRY_ELEMENT = FEED.findall(f"{ATOM}entry")[0]
LANGUAGE, BASE = (f"{{http://www.w3.org/XML/1998/namespace}}{name}" for name in ("lang", "base"))


def links(element: etree._Element) -> dict[str | None, tuple[str | None, str | None]]:
    return {link.get("rel"): (link.get("href"), link.get("type")) for link in element.iterfind(f"{ATOM}link")}


def test_the_feed_says_what_it_is() -> None:
    assert FEED.findtext(f"{ATOM}id") == CHANNEL.id
    assert FEED.findtext(f"{ATOM}title") == CHANNEL.title
    assert FEED.findtext(f"{ATOM}subtitle") == CHANNEL.description
    assert FEED.findtext(f"{ATOM}updated") == "2026-01-21T13:00:00.000005+01:00"
    assert FEED.findtext(f"{ATOM}author/{ATOM}name") == "The Gazette"
    assert FEED.findtext(f"{ATOM}rights") == CHANNEL.rights
    assert FEED.findtext(f"{ATOM}icon") == "https://example.org/feeds/icon-144.png"
    assert (FEED.get(LANGUAGE), FEED.get(BASE)) == ("de", "https://example.org/feeds/topics/spd.atom")
    assert links(FEED) == {
        "self": ("https://example.org/feeds/topics/spd.atom", "application/atom+xml"),
        "alternate": ("https://www.gazette.example/spd", "text/html"),
        "prev-archive": ("https://example.org/feeds/topics/spd/2.atom", "application/atom+xml"),
        "hub": ("https://hub.example/", None),
    }


def test_an_entry_says_what_readers_look_for() -> None:
    assert ENTRY_ELEMENT.findtext(f"{ATOM}id") == ENTRY.id
    assert ENTRY_ELEMENT.findtext(f"{ATOM}title") == ENTRY.title
    assert ENTRY_ELEMENT.findtext(f"{ATOM}summary") == ENTRY.summary
    assert ENTRY_ELEMENT.findtext(f"{ATOM}published") == "2026-01-21T12:00:00+01:00"
    assert [name.text for name in ENTRY_ELEMENT.iterfind(f"{ATOM}author/{ATOM}name")] == ["A. Meier", "B. Schulz"]
    assert links(ENTRY_ELEMENT) == {"alternate": (ENTRY.url, "text/html")}
    assert ENTRY_ELEMENT.get(LANGUAGE) == "de"
    content = ENTRY_ELEMENT.find(f"{ATOM}content")
    assert content is not None
    assert (content.text, content.get("type")) == (ENTRY.html, "html")
    categories = [dict(category.attrib) for category in ENTRY_ELEMENT.iterfind(f"{ATOM}category")]
    assert categories == [
        {"term": "spd", "label": "SPD", "scheme": "https://www.gazette.example/topic/"},
        {"term": "x", "label": "X"},
    ]


def test_only_a_feed_of_several_publishers_says_where_an_entry_is_from() -> None:
    assert ENTRY_ELEMENT.find(f"{ATOM}source") is None
    combined = etree.fromstring(render_atom(replace(CHANNEL, authors=("The Gazette", "The Daily"))))
    source = combined.findall(f"{ATOM}entry/{ATOM}source")[0]
    assert [source.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated")] == [
        "tag:example.org,2026:/feeds/publishers/gazette",
        "The Gazette",
        "2026-01-21T13:00:00.000005+01:00",
    ]
    assert links(source) == {
        "self": ("https://example.org/feeds/publishers/gazette.atom", "application/atom+xml"),
    }
    assert combined.findall(f"{ATOM}entry")[0].findtext(f"{ATOM}id") == ENTRY.id


def test_what_is_said_of_the_feed_stands_before_its_entries() -> None:
    tags = [str(element.tag) for element in FEED]
    assert tags.index(f"{ATOM}entry") == len(tags) - 1


def test_withdrawn_entries_are_named() -> None:
    deleted = FEED.findall(f"{TOMBSTONES}deleted-entry")
    assert [dict(entry.attrib) for entry in deleted] == [
        {"ref": "tag:gazette.example,2026:/gone", "when": "2026-01-21T12:00:00+01:00"}
    ]


def test_only_an_archive_page_says_it_is_one() -> None:
    page = replace(CHANNEL, history=History(current="../spd", previous="1", following="3"))
    tree = etree.fromstring(render_atom(page))
    archive = "{http://purl.org/syndication/history/1.0}archive"
    assert (FEED.find(archive) is None, tree.find(archive) is None) == (True, False)
    assert {"current", "prev-archive", "next-archive"} <= set(links(tree))


def test_a_teaser_can_be_all() -> None:
    tree = etree.fromstring(render_atom(replace(CHANNEL, entries=(replace(ENTRY, html=None),))))
    entry = tree.findall(f"{ATOM}entry")[0]
    assert entry.find(f"{ATOM}content") is None
    assert links(entry) == {"alternate": (ENTRY.url, "text/html")}


def test_browsers_are_given_a_style_sheet() -> None:
    assert b'<?xml-stylesheet type="text/css" href="../feed.css"?>' in render_atom(CHANNEL)
    assert b"xml-stylesheet" not in render_atom(replace(CHANNEL, stylesheet=None))
