"""JSON Feed 1.1, against its rules written as a JSON Schema."""

import json
from dataclasses import replace

import jsonschema
from hypothesis import given

from articles.model import Revision
from feeds.addresses import FeedKey, FeedKind
from feeds.entries import entry_of
from feeds.formats.jsonfeed import render_jsonfeed
from feeds.selection import Subject, select_channel, settle_subject
from feeds.settings import FeedSettings
from tests.feeds.formats.sample_channel import CHANNEL, ENTRY
from tests.feeds.sample_articles import revisions

URL = {"type": "string", "pattern": "^https?://[!-~]+$"}
TEXT = {"type": "string", "minLength": 1}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$"}
AUTHORS = {
    "type": "array",
    "minItems": 1,
    "items": {"type": "object", "required": ["name"], "properties": {"name": TEXT}},
}
OWN = {"^_": {"type": "object"}}
SCHEMA = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "patternProperties": OWN,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": TEXT,
        "home_page_url": URL,
        "feed_url": URL,
        "description": TEXT,
        "language": TEXT,
        "authors": AUTHORS,
        "hubs": {"type": "array", "items": {"type": "object", "required": ["type", "url"]}},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "url"],
                "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
                "additionalProperties": False,
                "patternProperties": OWN,
                "properties": {
                    "id": TEXT,
                    "url": URL,
                    "title": TEXT,
                    "content_html": TEXT,
                    "content_text": TEXT,
                    "summary": TEXT,
                    "image": URL,
                    "date_published": MOMENT,
                    "date_modified": MOMENT,
                    "authors": AUTHORS,
                    "tags": {"type": "array", "minItems": 1, "items": TEXT},
                    "language": TEXT,
                },
            },
        },
    },
}


def test_everything_is_said() -> None:
    document = json.loads(render_jsonfeed(CHANNEL))
    jsonschema.validate(document, SCHEMA)
    assert document["feed_url"] == "https://example.org/feeds/topics/spd.json"
    assert document["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
    (item,) = document["items"]
    assert item["image"] == "https://a.example/1.png"
    assert item["tags"] == ["SPD", "X"]
    assert item["date_modified"] == "2026-01-21T13:00:00.000005+01:00"


def test_a_teaser_can_be_all() -> None:
    document = json.loads(render_jsonfeed(replace(CHANNEL, entries=(replace(ENTRY, html=None),))))
    jsonschema.validate(document, SCHEMA)
    assert document["items"][0]["content_text"] == ENTRY.summary


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
    jsonschema.validate(json.loads(render_jsonfeed(channel)), SCHEMA)
