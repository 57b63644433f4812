"""The three formats say the same, and each is well-formed, whatever the articles hold."""

import calendar
import html
import json
from datetime import datetime
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from articles.model import Image, Revision
from feeds.addresses import FeedKey, FeedKind
from feeds.channel import Channel
from feeds.entries import entry_of
from feeds.formats.atom import render_atom
from feeds.formats.jsonfeed import render_jsonfeed
from feeds.formats.rss import render_rss
from feeds.selection import Subject, select_channel, settle_subject
from feeds.settings import FeedSettings
from tests.feeds.sample_articles import revision, revisions, some_text, topic

RENDERERS = {"rss": render_rss, "atom": render_atom, "json": render_jsonfeed}


def channel_of(
    articles: list[Revision], name: str = "Rente & Co.", base_url: str | None = "https://example.org/feeds"
) -> Channel:
    subject = Subject(key=FeedKey(kind=FeedKind.TOPIC, slug="rente"), name=name, publishers=("The Gazette",))
    entries = [entry_of(article, publisher="The Gazette", first_stored_at=article.stored_at) for article in articles]
    settings = FeedSettings(base_url=base_url)
    return select_channel(
        settle_subject(subject, entries, base_url), entries, settings=settings, changed_at=articles[0].stored_at
    )


SAMPLE = channel_of(
    [
        revision(
            "one", title="Größer < 5 & „gut“", text="Ein Absatz mit ]]> und &nbsp; darin.", topics=(topic("SPD"),)
        ),
        revision("two", title="<b>Fett</b> &amp; mehr < 5", sections=(topic("Politik"),)),
    ]
)


def parsed(content: bytes) -> Any:
    document = feedparser.parse(content, sanitize_html=False, resolve_relative_uris=False)
    assert document.bozo == 0, document.get("bozo_exception")
    return document


def seconds(moment: str) -> int:
    return int(datetime.fromisoformat(moment).timestamp())


@pytest.mark.parametrize("ending", ["rss", "atom"])
def test_feedparser_reads_what_json_says(ending: str) -> None:
    document = parsed(RENDERERS[ending](SAMPLE))
    feed = json.loads(render_jsonfeed(SAMPLE))
    assert document.feed.title == feed["title"]
    assert document.feed.subtitle == feed["description"]
    assert document.feed.link == feed["home_page_url"]
    assert document.feed.language == feed["language"]
    assert len(document.entries) == len(feed["items"]) == 2
    for entry, item in zip(document.entries, feed["items"], strict=True):
        assert entry.id == item["id"]
        assert entry.link == item["url"]
        assert entry.title == item["title"]
        assert (html.unescape(entry.summary) if ending == "rss" else entry.summary) == item["summary"]
        assert entry.content[0].value == item["content_html"]
        assert calendar.timegm(entry.published_parsed) == seconds(item["date_published"])
        assert calendar.timegm(entry.updated_parsed) == seconds(item["date_modified"])
        assert [author.name for author in entry.authors] == [author["name"] for author in item["authors"]]
        assert [tag.label or tag.term for tag in entry.tags] == item["tags"]


@pytest.mark.parametrize("ending", ["rss", "atom"])
def test_every_document_says_where_it_stands(ending: str) -> None:
    links = [link for link in parsed(RENDERERS[ending](SAMPLE)).feed.links if link.rel == "self"]
    assert [link.href for link in links] == [f"https://example.org/feeds/topics/rente.{ending}"]


@pytest.mark.parametrize("ending", ["rss", "atom", "json"])
def test_without_a_base_url_no_document_says_where_it_stands(ending: str) -> None:
    content = RENDERERS[ending](channel_of([revision()], base_url=None))
    assert b"topics/rente." not in content


def test_pictures_come_through() -> None:
    sample = revision()
    images = (Image(url="https://a.example/1.png", caption="Eins"), Image(url="https://a.example/2.png"))
    article = type(sample.article)(**{**_fields(sample.article), "images": images})
    channel = channel_of([type(sample)(**{**_fields(sample), "article": article})])
    for ending in ("rss", "atom"):
        entry = parsed(RENDERERS[ending](channel)).entries[0]
        assert [picture["url"] for picture in entry.media_content] == [
            "https://a.example/1.png",
            "https://a.example/2.png",
        ]
        assert entry.media_thumbnail[0]["url"] == "https://a.example/1.png"
        assert entry.link == "https://www.gazette.example/first"
    assert json.loads(render_jsonfeed(channel))["items"][0]["image"] == "https://a.example/1.png"


def _fields(value: object) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}  # type: ignore[attr-defined]  # a dataclass


@given(st.lists(revisions(), min_size=1, max_size=3, unique_by=lambda made: made.id), some_text)
def test_any_articles_make_well_formed_documents_with_the_same_entries(articles: list[Revision], name: str) -> None:
    channel = channel_of(articles, name.strip() or "x") if name.isprintable() else channel_of(articles)
    rss, atom = etree.fromstring(render_rss(channel)), etree.fromstring(render_atom(channel))
    feed = json.loads(render_jsonfeed(channel).decode())
    ids = [entry.id for entry in channel.entries]
    assert [guid.text for guid in rss.iter("guid")] == ids
    assert [entry.findtext("{*}id") for entry in atom.iter("{*}entry")] == ids
    assert [item["id"] for item in feed["items"]] == ids
    bodies = [entry.html or "" for entry in channel.entries]
    assert [content.text for content in rss.iter("{http://purl.org/rss/1.0/modules/content/}encoded")] == [
        body.replace("]]>", "]]&gt;") for body in bodies
    ]
    assert [content.text for content in atom.iter("{*}content") if content.get("type") == "html"] == bodies
    assert [item["content_html"] for item in feed["items"]] == bodies
    titles = [entry.title for entry in channel.entries]
    assert [title.text for title in rss.iterfind(".//item/title")] == titles
    assert [title.text for title in atom.iterfind(".//{*}entry/{*}title")] == titles


@given(st.lists(revisions(), min_size=1, max_size=2, unique_by=lambda made: made.id))
def test_rendering_twice_gives_the_same_bytes(articles: list[Revision]) -> None:
    for render in RENDERERS.values():
        assert render(channel_of(articles)) == render(channel_of(articles[::-1]))
