"""Records: what is rendered is valid, on one line, and read back as it was."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.errors import InvalidRecord, InvalidUrl
from articles.identity import ArticleId, CanonicalUrl
from articles.model import Article, Block, BlockKind, Image, Revision, Topic
from articles.records import Record, parse_record, render_article_record, render_line, render_record
from tests.articles.records.record_schema import SCHEMA, faults
from tests.articles.strategies import articles, revisions

ARTICLE = Article(
    title="Titel",
    lead="Der Vorspann.",
    blocks=(
        Block(kind=BlockKind.PARAGRAPH, text="Der Vorspann."),
        Block(kind=BlockKind.HEADING, text="Zwischentitel", level=2),
        Block(kind=BlockKind.LIST, text="eins\nzwei", items=("eins", "zwei")),
        Block(kind=BlockKind.TABLE, text="a\tb", rows=(("a", "b"),)),
        Block(kind=BlockKind.FIGURE, text="", url="https://example.org/i.jpg"),
    ),
    html="<p>Der Vorspann.</p>",
    topics=(Topic(name="CDU-CSU", slug="cdu-csu", url="https://example.org/c/cdu-csu"),),
    published_at=datetime(2026, 1, 31, 7, 5, tzinfo=ZoneInfo("Europe/Berlin")),
    confidence=0.75,
)
REVISION = Revision(
    id=ArticleId("tag:example.org,2025:/a"),
    publisher="gazette",
    urls=(CanonicalUrl("https://example.org/a"), CanonicalUrl("https://example.org/b")),
    number=2,
    article=ARTICLE,
    fetched_at=datetime(2026, 1, 31, 8, 0, 1, tzinfo=UTC),
    stored_at=datetime(2026, 1, 31, 8, 0, 2, tzinfo=UTC),
    updated_at=datetime(2026, 1, 31, 8, 0, 1, tzinfo=UTC),
    run_id="run",
)
LINE = render_line(render_record(REVISION))


def record_of(revision: Revision) -> Record:
    names = ("id", "publisher", "urls", "number", "deleted", "same_as", "article", "fetched_at")
    return Record(**{name: getattr(revision, name) for name in names})


@given(revisions)
def test_reading_a_line_gives_back_what_was_written(revision: Revision) -> None:
    line = render_line(render_record(revision))
    assert parse_record(line) == record_of(revision)
    assert render_line(render_record(parse_record(line))) == line


@given(revisions)
def test_every_line_fits_the_schema(revision: Revision) -> None:
    assert faults(render_line(render_record(revision))) == []


@given(revisions)
def test_a_line_is_one_line_to_every_reader(revision: Revision) -> None:
    line = render_line(render_record(revision))
    assert line.endswith(b"\n")
    assert len(line.decode().splitlines()) == 1


@given(articles, st.sampled_from(["https://example.org/Ä?b", None]), st.none() | st.integers() | st.text())
def test_every_separated_article_fits_the_schema(article: Article, url: str | None, given_id: object) -> None:
    assert faults(render_line(render_article_record(article, url=url))) == []
    assert faults(render_line(render_article_record(article, url=url, given_id=given_id))) == []


def test_keys_are_all_there_and_in_the_order_of_the_schema() -> None:
    names = [name for name in SCHEMA["properties"] if name != "article_id"]
    assert list(json.loads(LINE)) == names
    separated = render_article_record(ARTICLE, url=None, given_id=7)
    assert list(separated) == list(SCHEMA["properties"])


def test_times_keep_the_publishers_offset_and_our_own_are_utc() -> None:
    record = json.loads(LINE)
    assert record["published_at"] == "2026-01-31T07:05:00+01:00"
    assert record["modified_at"] is None
    assert record["fetched_at"] == "2026-01-31T08:00:01Z"


def test_an_offset_of_seconds_becomes_utc_because_rfc_3339_cannot_write_it() -> None:
    local_mean_time = datetime(1890, 1, 1, 12, tzinfo=timezone(timedelta(minutes=53, seconds=28)))
    record = render_record(replace(REVISION, article=replace(ARTICLE, published_at=local_mean_time)))
    assert record["published_at"] == "1890-01-01T11:06:32+00:00"
    assert parse_record(render_line(record)).article.published_at == local_mean_time


def test_a_tombstone_repeats_the_article_and_says_so() -> None:
    record = render_record(replace(REVISION, deleted=True))
    assert record["deleted"] is True
    assert record["title"] == "Titel"


def test_umlauts_stand_as_they_are_and_line_ends_of_unicode_are_escaped() -> None:
    line = render_line({"a": "ä\u2028\u2029\x85\n"})
    assert line == '{"a": "ä\\u2028\\u2029\\u0085\\n"}\n'.encode()
    assert json.loads(line) == {"a": "ä\u2028\u2029\x85\n"}


def test_half_a_character_becomes_a_replacement_character_and_two_halves_a_whole() -> None:
    revision = replace(
        REVISION, article=replace(ARTICLE, title="a\ud83d", summary="\ud83d\ude00", images=(Image(url="\udc80"),))
    )
    line = render_line(render_record(revision))
    record = parse_record(line)
    assert (record.article.title, record.article.summary) == ("a\ufffd", "😀")
    assert faults(line) == []


def test_numbers_that_json_lacks_are_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        render_line({"a": float("nan")})


def test_a_separated_article_has_the_id_of_its_address_and_nothing_that_only_a_store_knows() -> None:
    record = render_article_record(ARTICLE, url="HTTPS://Example.org/a/?utm_source=x")
    assert record["id"] == "tag:example.org,2026:/a"
    assert (record["url"], record["urls"]) == ("https://example.org/a", ["https://example.org/a"])
    assert [record[name] for name in ("publisher", "revision", "fetched_at", "deleted")] == [None, None, None, False]
    assert "article_id" not in record


def test_a_given_id_takes_the_place_of_the_articles_own() -> None:
    record = render_article_record(ARTICLE, url="https://example.org/a", given_id=["any", "value"])
    assert (record["id"], record["article_id"]) == (["any", "value"], "tag:example.org,2026:/a")
    nowhere = render_article_record(ARTICLE, url=None, given_id=None)
    assert (nowhere["id"], nowhere["article_id"], nowhere["url"], nowhere["urls"]) == (None, None, None, [])


def test_a_separated_article_needs_a_real_address_or_none() -> None:
    with pytest.raises(InvalidUrl):
        render_article_record(ARTICLE, url="nowhere")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"revision": 2', '"revision": "2"', "record.revision: a whole number is wanted, not '2'"),
        ('"revision": 2', '"revision": true', "record.revision: a whole number is wanted, not True"),
        ('"revision": 2', '"revision": 0', "record.revision: 1 or more"),
        ('"deleted": false', '"deleted": 0', "record.deleted: true or false"),
        ('"title": "Titel"', '"title": null', "record.title: text is wanted, not None"),
        ('"title": "Titel"', '"title": " "', "record: an article needs a title"),
        ('"title": "Titel"', '"title": "Anders"', "record.canonical_hash: does not fit"),
        ('"summary": null', '"summary": 1', "record.summary: text or null"),
        ('"level": 2', '"level": 9', "record.blocks[1]: a heading's level"),
        ('"level": 2', '"level": 2, "more": 1', "record.blocks[1]: unknown: 'more'"),
        ('"kind": "list"', '"kind": "poem"', "record.blocks[2].kind: paragraph or heading"),
        ('["eins", "zwei"]', '["eins", 2]', "record.blocks[2].items[1]: text is wanted, not 2"),
        ('[["a", "b"]]', '["a"]', "record.blocks[3].rows[0]: a list is wanted, not 'a'"),
        ('"topics": [{', '"topics": [1, {', "record.topics[0]: an object is wanted, not 1"),
        ('"2026-01-31T07:05:00+01:00"', '"2026-01-31T07:05:00"', "record.published_at: an RFC 3339 time"),
        ('"2026-01-31T07:05:00+01:00"', '"2026-02-31T07:05:00Z"', "record.published_at: "),
        ('"confidence": 0.75', '"confidence": 2', "record: confidence is 0 to 1"),
        ('"confidence": 0.75', '"confidence": NaN', "record: not JSON: NaN is no JSON number"),
        ('"confidence": 0.75', '"confidence": "high"', "record.confidence: a number"),
        ('"word_count": ', '"word_count": 1', "record.word_count: does not fit"),
        ('"lead": "Der Vorspann.", ', "", "record: lead is missing"),
        ('"schema": "presseschau/article/1"', '"schema": "presseschau/article/2"', "record.schema: "),
        ('"schema"', '"scheme": 1, "schema"', "record: unknown: 'scheme'"),
        ('["https://example.org/a", "https://example.org/b"]', "[]", "record.urls: at least one"),
        ('["https://example.org/a"', '["nowhere"', "record.urls: not an absolute http or https URL: 'nowhere'"),
        ('"authors": []', '"authors": {}', "record.authors: a list is wanted"),
        ("}\n", "", "record: not JSON"),
    ],
)
def test_a_broken_record_is_refused_and_the_fault_named(old: str, new: str, said: str) -> None:
    line = LINE.decode()
    assert old in line
    with pytest.raises(InvalidRecord, match="^" + re.escape(said)):
        parse_record(line.replace(old, new, 1))


@pytest.mark.parametrize("line", [b"", b"1", b"null", b"\xff", b"[" * 100_000, b'{"a": 1}'])
def test_what_is_no_record_at_all_is_refused(line: bytes) -> None:
    with pytest.raises(InvalidRecord, match=r"^record"):
        parse_record(line)
