"""Two nights of the embedded publisher, compared with what it knows must come out, to the sentence."""

import json
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import feedparser
import pytest

from presseschau.demo.server import DemoPublisher
from presseschau.demo.story import StoryState
from presseschau.demo.truth import ExpectedArticle, expected_articles
from tests.feeds.document_rules import find_faults
from tests.journeys.program import Program

FEED_FORMS = ("rss", "atom")
ARTICLE_DEPTH = 2  # /news/<slug>


class Nights:
    """What both nights left behind, gathered once for all tests of this file."""

    def __init__(self, program: Program, publisher: DemoPublisher) -> None:
        self.statuses, self.said, self.reports, self.records, self.files = {}, {}, {}, {}, {}
        for number in (1, 2):
            done = program.night(number, publisher)
            self.statuses[number] = done.returncode
            self.said[number] = done.stdout + done.stderr
            self.reports[number] = program.report()
            self.records[number] = {record["url"]: record for record in program.newest_records().values()}
            feeds = program.directory / "output/feeds"
            self.files[number] = {path.relative_to(feeds): path.read_bytes() for path in feeds.rglob("*.*")}
        self.requests = {number: publisher.requests.counts(number) for number in (1, 2)}
        self.paths = {number: [each.path for each in publisher.requests.of_night(number)] for number in (1, 2)}
        self.all_records = program.records()


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nights]:
    with DemoPublisher() as publisher:
        yield Nights(Program(tmp_path_factory.mktemp("nights")), publisher)


def live(night: int) -> tuple[ExpectedArticle, ...]:
    return tuple(article for article in expected_articles(night) if article.is_live)


def is_gone(article: ExpectedArticle) -> bool:
    """True for what no feed may show: withdrawn beyond doubt, or not to be had yet."""
    return not article.is_live and article.withdrawn_status != HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("night", [1, 2])
def test_a_good_night_is_silent(nights: Nights, night: int) -> None:
    assert nights.said[night] == b""
    assert nights.statuses[night] == 0


@pytest.mark.parametrize("night", [1, 2])
def test_no_article_is_lost_or_doubled(nights: Nights, night: int) -> None:
    stored = {url for url, record in nights.records[night].items() if not record["deleted"]}
    awaited = {article.url for article in live(night)}
    awaited |= {article.url for article in expected_articles(night) if article.withdrawn_status == HTTPStatus.NOT_FOUND}
    # A changed address keeps the article, under the address it was first seen at or the new one.
    moved = {article.former_url: article.url for article in live(night) if article.former_url}
    assert {moved.get(url, url) for url in stored} == awaited


@pytest.mark.parametrize("night", [1, 2])
@pytest.mark.parametrize("field", ["title", "lead", "summary", "text", "published_at", "topics", "sections", "authors"])
def test_every_field_is_right(nights: Nights, night: int, field: str) -> None:
    wrong = {}
    for article in live(night):
        record = nights.records[night].get(article.url) or nights.records[night].get(article.former_url or "")
        found, awaited = value(record, field), expectation(article, field)
        if found != awaited:
            wrong[article.key] = (article.markup, found, awaited)
    assert not wrong


def value(record: dict[str, Any] | None, field: str) -> object:
    if record is None:
        return "no record"
    if field in ("topics", "sections"):
        return [topic["slug"] for topic in record[field]]
    return record[field]


def expectation(article: ExpectedArticle, field: str) -> object:
    match field:
        case "text":
            return "\n\n".join(block.text for block in article.blocks if block.text)
        case "published_at":
            return article.published_at.isoformat()
        case "topics" | "sections":
            return [topic.slug for topic in getattr(article, field)]
        case "authors":
            return list(article.authors)
    return getattr(article, field)


def test_topics_carry_the_names_they_had_when_stored(nights: Nights) -> None:
    for article in live(1):
        names = [topic["name"] for topic in nights.records[1][article.url]["topics"]]
        assert names == [topic.name for topic in article.topics], article.key


def test_ads_come_out_as_data(nights: Nights) -> None:
    wrong = {}
    for article in live(1):
        record = nights.records[1][article.url]
        found = [(ad["kind"], ad["title"], ad["speakers"]) for ad in record["ads"]]
        awaited = [(ad.kind, ad.title, list(ad.speakers)) for ad in article.ads]
        claims = {claim for ad in record["ads"] for claim in ad["claims"]}
        if found != awaited or not claims.issuperset(claim for ad in article.ads for claim in ad.claims):
            wrong[article.key] = (article.markup, found, awaited)
    assert not wrong


def test_the_second_night_asks_only_for_what_may_be_new(nights: Nights) -> None:
    asked = [path for path in nights.paths[2] if path.startswith("/news/") and path.count("/") == ARTICLE_DEPTH]
    moved = {urlsplit(article.url).path for article in live(2) if article.former_url}
    doubled = {path for path in asked if asked.count(path) > 1}
    assert doubled <= moved, "only the way through a redirect may come to an article that a listing named too"
    assert nights.requests[2]["article_not_modified"] > 0
    assert len(asked) < nights.requests[1]["article"]
    assert sum(nights.requests[2].values()) < sum(nights.requests[1].values())


def test_changed_ads_make_no_revision(nights: Nights) -> None:
    for article in live(2):
        if article.state is StoryState.LIVE and article.first_night == 1 and not article.former_url:
            record = nights.records[2][article.url]
            assert record["revision"] == 1, article.key


def test_edits_make_a_revision(nights: Nights) -> None:
    edited = [article for article in live(2) if article.state is StoryState.EDITED]
    assert edited
    assert {nights.records[2][article.url]["revision"] for article in edited} == {2}


def test_what_is_gone_is_withdrawn(nights: Nights) -> None:
    gone = [article for article in expected_articles(2) if article.withdrawn_status == HTTPStatus.GONE]
    assert gone
    for article in gone:
        record = nights.records[2][article.url]
        assert record["deleted"] is True
        assert record["revision"] == 2
        for content in nights.files[2].values():
            assert record["id"].encode() not in content


def test_a_404_is_believed_on_another_night(nights: Nights) -> None:
    (missing,) = [article for article in expected_articles(2) if article.withdrawn_status == HTTPStatus.NOT_FOUND]
    assert nights.records[2][missing.url]["deleted"] is False
    assert nights.reports[2]["publishers"][0]["outcomes"]["missing"] == 1


def test_a_changed_address_keeps_the_identity(nights: Nights) -> None:
    (moved,) = [article for article in expected_articles(2) if article.former_url]
    before = nights.records[1][moved.former_url or ""]
    after = next(record for record in nights.records[2].values() if record["id"] == before["id"])
    assert {moved.url, moved.former_url} <= set(after["urls"])
    assert sum(record["id"] == before["id"] for record in nights.records[2].values()) == 1


def test_what_only_a_sitemap_or_a_feed_names_is_found_and_told(nights: Nights) -> None:
    (publisher,) = nights.reports[2]["publishers"]
    sole = {source["kind"]: source["sole"] for source in publisher["sources"]}
    unlisted = {article.url for article in live(2) if not article.is_listed}
    assert {url for urls in sole.values() for url in urls} == unlisted
    assert {kind: len(urls) for kind, urls in sole.items()} == {"sitemap": 1, "feed": 1}
    assert publisher["requests"]["sources"] == nights.requests[2]["source"] == 2


def test_robots_txt_is_obeyed(nights: Nights) -> None:
    assert nights.requests[1]["robots"] == 1
    assert not [path for paths in nights.paths.values() for path in paths if path.startswith("/news/intern")]


def test_the_feeds_hold_the_newest_articles(nights: Nights) -> None:
    for night in (1, 2):
        awaited = {article.title for article in expected_articles(night) if not is_gone(article)}
        document = json.loads(nights.files[night][Path("all.json")])
        titles = [item["title"] for item in document["items"]]
        assert set(titles) <= awaited
        assert len(titles) == min(50, len(awaited))
        dates = [item["date_published"] for item in document["items"]]
        assert dates == sorted(dates, reverse=True)
        for form in FEED_FORMS:
            parsed = feedparser.parse(nights.files[night][Path(f"all.{form}")])
            assert parsed.bozo == 0
            assert [entry.title for entry in parsed.entries] == titles
            assert [entry.id for entry in parsed.entries] == [item["id"] for item in document["items"]]


def test_every_document_keeps_to_the_rules_of_its_format(nights: Nights) -> None:
    for night in (1, 2):
        documents = {
            path.as_posix(): content
            for path, content in nights.files[night].items()
            if path.suffix in (".rss", ".atom", ".json") and path.stem != "search"
        }
        assert list(find_faults(documents)) == []


def test_every_topic_and_section_has_its_feeds(nights: Nights) -> None:
    for kind in ("topics", "sections"):
        slugs = {topic.slug for article in live(2) for topic in getattr(article, kind)}
        for slug in slugs:
            for form in ("rss", "atom", "json"):
                assert Path(kind, f"{slug}.{form}") in nights.files[2]


def test_a_renamed_topic_keeps_its_feed_and_shows_its_new_name(nights: Nights) -> None:
    names = [{topic.slug: topic.name for article in live(night) for topic in article.topics} for night in (1, 2)]
    renamed = {slug for slug in names[0] if names[1].get(slug, names[0][slug]) != names[0][slug]}
    assert renamed
    for slug in renamed:
        title = json.loads(nights.files[2][Path("topics", f"{slug}.json")])["title"]
        assert names[1][slug] in title
