"""A stored article as an entry."""

import textwrap
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.identity import CanonicalUrl
from articles.model import Block, BlockKind, Image, Revision, Topic
from feeds.channel import Category, Entry, Picture
from feeds.characters import normalize_line, normalize_text
from feeds.entries import entry_of
from feeds.errors import InvalidFeed
from tests.feeds.sample_articles import NOON, revision, revisions, topic


def entry(of: Revision) -> Entry:
    return entry_of(of, publisher="The Gazette", first_stored_at=of.stored_at)


def with_article(**changes: object) -> Revision:
    sample = revision()
    return replace(sample, article=replace(sample.article, **changes))  # type: ignore[arg-type]  # names of fields


@given(revisions())
def test_any_article_becomes_an_entry(any_revision: Revision) -> None:
    made = entry(any_revision)
    assert made.id == any_revision.id
    assert made.updated_at >= made.published_at


def test_the_teaser_is_the_summary_else_the_lead_else_the_beginning() -> None:
    assert entry(with_article(summary="Teaser", lead="Lead")).summary == "Teaser"
    assert entry(with_article(summary=None, lead="Lead")).summary == "Lead"
    assert entry(with_article(summary=None)).summary == "Der Text."


@given(st.text(alphabet="ab-. \n\u2013", min_size=1, max_size=40), st.integers(1, 90))
def test_a_long_text_begins_as_if_it_were_shortened_whole(piece: str, times: int) -> None:
    text = (piece * times).strip() or "a"
    block = Block(kind=BlockKind.PARAGRAPH, text=text)
    made = entry(with_article(summary=None, lead=None, blocks=(block,)))
    assert made.summary == normalize_line(textwrap.shorten(normalize_text(text), 300, placeholder=" …"))


def test_without_a_date_it_was_published_when_it_was_first_stored() -> None:
    first_stored_at = datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=UTC)
    made = entry_of(with_article(published_at=None), publisher="The Gazette", first_stored_at=first_stored_at)
    assert made.published_at == first_stored_at.replace(microsecond=0)


def test_times_keep_the_publishers_offset() -> None:
    assert entry(revision()).published_at.isoformat() == "2026-01-21T12:00:00+01:00"


@pytest.mark.parametrize("seconds", [3208, 900])
def test_an_offset_no_format_knows_becomes_utc(seconds: int) -> None:
    odd = NOON.replace(tzinfo=timezone(timedelta(seconds=seconds)))
    made = entry(with_article(published_at=odd))
    assert (made.published_at, made.published_at.tzinfo) == (odd, UTC)


def test_articles_of_one_second_differ_in_updated_and_never_drift() -> None:
    made = {slug: entry(revision(slug)).updated_at for slug in ("one", "two", "three")}
    assert len(set(made.values())) == 3
    assert {moment.replace(microsecond=0) for moment in made.values()} == {NOON + timedelta(hours=1)}
    assert made["one"] == entry(revision("one", title="Another")).updated_at


def test_the_publisher_stands_in_for_authors() -> None:
    assert entry(revision()).authors == ("The Gazette",)
    assert entry(with_article(authors=("A. Meier", "\x00"))).authors == ("A. Meier",)


def test_topics_and_sections_are_categories_once() -> None:
    made = entry(with_article(topics=(topic("SPD"), topic("Rente")), sections=(Topic(name="Spd", slug="spd"),)))
    assert made.categories == (
        Category(term="spd", label="SPD", scheme="https://www.gazette.example/topic/"),
        Category(term="rente", label="Rente", scheme="https://www.gazette.example/topic/"),
    )


def test_no_reader_takes_a_topic_for_two() -> None:
    made = entry(with_article(topics=(topic("Bildung, Forschung", "bildung"),)))
    assert [category.label for category in made.categories] == ["Bildung\u201a Forschung"]


def test_pictures_need_an_address_readers_can_follow() -> None:
    images = (Image(url="https://a.example/ä.png", caption="Bild"), Image(url="data:x"), Image(url="/b.png", alt="Alt"))
    assert entry(with_article(images=images)).pictures == (
        Picture(url="https://a.example/%C3%A4.png", caption="Bild"),
        Picture(url="https://www.gazette.example/b.png", caption="Alt"),
    )


def test_a_body_without_allowed_html_is_its_text() -> None:
    assert entry(with_article(html="<script>x</script>")).html == "<p>Der Text.</p>"


def test_an_article_without_a_followable_url_is_refused() -> None:
    with pytest.raises(InvalidFeed, match="gazette"):
        entry(replace(revision(), urls=(CanonicalUrl("gazette:first"),)))


@pytest.mark.parametrize(
    ("written", "language"), [("de_DE", "de-DE"), ("en", "en"), ("German", None), ("", None), (None, None)]
)
def test_languages_are_bcp_47_or_unknown(written: str | None, language: str | None) -> None:
    assert entry(with_article(language=written)).language == language
