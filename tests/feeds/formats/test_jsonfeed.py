"""JSON Feed 1.1, field by field."""

import json
from dataclasses import replace

from hypothesis import given

from articles.model import Revision
from feeds.addresses import FeedKey, FeedKind
from feeds.entries import entry_of
from feeds.formats.jsonfeed import render_jsonfeed
from feeds.selection import Subject, select_channel, settle_subject
from feeds.settings import FeedSettings
from tests.feeds.document_rules import JSON_FEED
from tests.feeds.formats.sample_channel import CHANNEL, ENTRY
from tests.feeds.sample_articles import revisions


def test_everything_is_said() -> None:
    document = json.loads(render_jsonfeed(CHANNEL))
    JSON_FEED.validate(document)
    assert document["feed_url"] == "https://example.org/feeds/topics/spd.json"
    assert document["next_url"] == "https://example.org/feeds/topics/spd/2.json"
    assert document["icon"] == "https://example.org/feeds/icon.png"
    assert document["favicon"] == "https://example.org/feeds/icon-144.png"
    assert document["user_comment"] == CHANNEL.comment
    assert document["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
    (item,) = document["items"]
    assert item["image"] == "https://a.example/1.png"
    assert item["tags"] == ["SPD", "X"]
    assert item["date_modified"] == "2026-01-21T13:00:00.000005+01:00"


def test_a_teaser_can_be_all() -> None:
    document = json.loads(render_jsonfeed(replace(CHANNEL, entries=(replace(ENTRY, html=None),))))
    JSON_FEED.validate(document)
    assert document["items"][0]["content_text"] == ENTRY.summary


@given(revisions())
def test_it_is_laid_out_as_python_would(any_revision: Revision) -> None:
    made = entry_of(any_revision, publisher="The Gazette", first_stored_at=any_revision.stored_at)
    for channel in (CHANNEL, replace(CHANNEL, entries=()), replace(CHANNEL, entries=(ENTRY, made))):
        rendered = render_jsonfeed(channel)
        assert rendered == json.dumps(json.loads(rendered), ensure_ascii=False, indent=1).encode() + b"\n"


def test_it_is_utf_8_without_escapes_and_without_a_mark_at_its_beginning() -> None:
    content = render_jsonfeed(CHANNEL)
    assert content.startswith(b"{")
    assert "Größe & Maß".encode() in content


@given(revisions())
def test_any_article_makes_a_valid_document(article: Revision) -> None:
    entries = [entry_of(article, publisher="The Gazette", first_stored_at=article.stored_at)]
    subject = Subject(key=FeedKey(kind=FeedKind.ALL), name="All", publishers=("The Gazette",))
    settled = settle_subject(subject, entries, None)
    channel = select_channel(settled, entries, settings=FeedSettings(), changed_at=article.stored_at)
    JSON_FEED.validate(json.loads(render_jsonfeed(channel)))
