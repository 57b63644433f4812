"""Our server, over real HTTP."""

import gzip
import json
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import brotli
import feedparser
import pytest

from articles.identity import CanonicalUrl
from articles.model import Revision
from articles.store import open_store
from articles.store.terms import Fetched
from feeds.publish import publish_feeds
from feeds.server import build_app
from feeds.settings import FeedSettings
from tests.feeds.sample_articles import NOON, revision, topic
from tests.feeds.serving import MEDIA_TYPES, Answer, ask, serving

SPD, RENTE = topic("SPD"), topic("Rente")
ARTICLES = (
    revision("one", title="Rentenpaket", text="Die Bärin tanzt." * 40, topics=(SPD, RENTE)),
    revision("two", title="Zölle", text="Gold und Silber.", topics=(SPD,), published_at=NOON + timedelta(hours=1)),
)


def save(output: Path, article: Revision) -> None:
    with open_store(output / "store.sqlite") as store:
        store.begin_run("run", command="test", at=article.stored_at) if not store.last_runs(1) else None
        url = CanonicalUrl(article.url)
        store.discover("gazette", url, run_id="run", at=article.stored_at)
        store.save_article(
            "gazette",
            article.article,
            Fetched(url=url, at=article.fetched_at, status=200),
            run_id="run",
            new_id=article.id,
            next_check_at=article.stored_at,
            at=article.stored_at,
        )


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("output")
    for article in ARTICLES:
        save(output, article)
    with open_store(output / "store.sqlite") as store:
        publish_feeds(store, output, base_url="https://example.org/feeds")
    (output / "secret.txt").write_text("secret")
    return output


@pytest.fixture(scope="module")
def address(output: Path) -> Iterator[str]:
    settings = FeedSettings(base_url="https://example.org/feeds")
    with serving(build_app(output, str(output / "store.sqlite"), settings=settings)) as address:
        yield address


@pytest.mark.parametrize(("path", "media_type"), MEDIA_TYPES)
def test_every_document_has_its_type_and_may_not_run_anything_foreign(address: str, path: str, media_type: str) -> None:
    answer = ask(address, path)
    assert (answer.status, answer.headers["content-type"]) == (200, media_type)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "max-age" in answer.headers["cache-control"]
    assert "set-cookie" not in answer.headers
    assert ("access-control-allow-origin" in answer.headers) == path.endswith(".json")


@pytest.mark.parametrize(("encoding", "decode"), [("gzip", gzip.decompress), ("br", brotli.decompress)])
def test_content_is_compressed_for_those_who_say_they_can(output: Path, address: str, encoding: str, decode) -> None:  # type: ignore[no-untyped-def]  # a library's
    answer = ask(address, "/all.rss", headers={"Accept-Encoding": encoding})
    assert answer.headers["content-encoding"] == encoding
    assert "Accept-Encoding" in answer.headers["vary"]
    assert decode(answer.content) == (output / "feeds/all.rss").read_bytes()
    assert len(answer.content) < len(decode(answer.content))


@pytest.mark.parametrize(
    ("ending", "media_type"), [("rss", "text/xml"), ("atom", "text/xml"), ("json", "application/json")]
)
def test_a_browser_is_given_a_feed_under_a_type_that_it_shows(address: str, ending: str, media_type: str) -> None:
    answer = ask(address, f"/all.{ending}", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert answer.headers["content-type"] == f"{media_type}; charset=utf-8"
    assert "Accept" in answer.headers["vary"].split(", ")


@pytest.mark.parametrize("accept", ["", "gzip;q=0", "identity", "*;q=0", "nonsense;q=x"])
def test_content_is_plain_for_those_who_do_not(output: Path, address: str, accept: str) -> None:
    answer = ask(address, "/all.rss", headers={"Accept-Encoding": accept})
    assert "content-encoding" not in answer.headers
    assert answer.content == (output / "feeds/all.rss").read_bytes()


@pytest.mark.parametrize("encoding", ["", "gzip", "br"])
@pytest.mark.parametrize("validators", [("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")])
def test_what_a_reader_has_is_not_sent_again(address: str, encoding: str, validators: tuple[str, str]) -> None:
    given, sent = validators
    first = ask(address, "/all.atom", headers={"Accept-Encoding": encoding})
    again = ask(address, "/all.atom", headers={"Accept-Encoding": encoding, sent: first.headers[given.lower()]})
    assert (again.status, again.content) == (304, b"")
    for name in ("etag", "cache-control", "vary"):
        assert again.headers[name] == first.headers[name]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"If-None-Match": '"other"'}, 200),
        ({"If-None-Match": "*"}, 304),
        ({"If-None-Match": '"other"', "If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}, 200),
        ({"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}, 304),
        ({"If-Modified-Since": "Mon, 01 Jan 1990 00:00:00 GMT"}, 200),
        ({"If-Modified-Since": "yesterday"}, 200),
        ({"If-Modified-Since": ""}, 200),
    ],
)
def test_conditions_are_read_as_http_says(address: str, headers: dict[str, str], status: int) -> None:
    assert ask(address, "/all.atom", headers=headers).status == status


def test_weak_tags_from_caches_between_are_known(address: str) -> None:
    etag = ask(address, "/all.atom").headers["etag"]
    assert ask(address, "/all.atom", headers={"If-None-Match": f'"x", W/{etag}'}).status == 304


def test_a_changed_file_is_served_at_once_and_has_another_tag(tmp_path: Path) -> None:
    (tmp_path / "feeds").mkdir()
    feed = tmp_path / "feeds/all.atom"
    feed.write_text("<one/>")
    with serving(build_app(tmp_path, None)) as address:
        one = ask(address, "/all.atom")
        feed.with_name("new").write_text("<two/>")
        feed.with_name("new").replace(feed)
        os.utime(feed, (1, 1))
        two = ask(address, "/all.atom", headers={"If-None-Match": one.headers["etag"]})
    assert (one.content, two.content) == (b"<one/>", b"<two/>")


def test_what_is_remembered_is_what_was_said_and_only_while_it_is_true(tmp_path: Path) -> None:
    (tmp_path / "feeds").mkdir()
    feed = tmp_path / "feeds/all.atom"
    feed.write_text("<one/>" * 200)
    with serving(build_app(tmp_path, None)) as address:
        plain, packed = (ask(address, "/all.atom", headers={"Accept-Encoding": each}) for each in ("", "gzip"))
        for known in (plain, packed):
            for encoding in ("", "gzip", "br"):
                headers = {"If-None-Match": known.headers["etag"], "Accept-Encoding": encoding}
                first, *others = (ask(address, "/all.atom", headers=headers) for _ in range(3))
                assert {(other.status, other.content) for other in others} == {(first.status, b"")} == {(304, b"")}
                for other in others:
                    assert {**other.headers, "date": ""} == {**first.headers, "date": ""}
        counted = ask(address, "/metrics").content
        assert b'presseschau_http_responses_total{status="304",kind="atom"} 18' in counted
        feed.with_name("new").write_text("<two/>")
        feed.with_name("new").replace(feed)
        assert ask(address, "/all.atom", headers={"If-None-Match": plain.headers["etag"]}).content == b"<two/>"
        feed.unlink()
        assert ask(address, "/all.atom", headers={"If-None-Match": plain.headers["etag"]}).status == 404


def test_head_tells_the_same_without_content(address: str) -> None:
    get, head = ask(address, "/all.rss"), ask(address, "/all.rss", method="HEAD")
    assert (head.status, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(get.content))
    assert head.headers["etag"] == get.headers["etag"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_else_can_be_done(address: str, method: str) -> None:
    assert ask(address, "/all.rss", method=method).status == 405


@pytest.mark.parametrize(
    "path",
    [
        "/../feeds-ledger.sqlite",
        "/.unfinished",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/topics/../../secret.txt",
        "//etc/passwd",
        "/all.rss/",
        "/all.rss%00",
        "/topics",
        "/topics/",
        "/all.rss\\..\\..",
        "/topics/" + "x" * 5000 + ".rss",
        "/ALL.RSS",
    ],
)
def test_nothing_is_served_but_what_was_published(address: str, path: str) -> None:
    answer = ask(address, path)
    assert answer.status in (400, 404)
    assert b"secret" not in answer.content
    assert b"SQLite" not in answer.content


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("application/rss+xml", "rss"),
        ("application/feed+json, */*;q=0.1", "feed+json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9", "html"),
        ("application/rss+xml;q=0.5, application/atom+xml", "atom"),
        ("image/png", "atom"),
        ("*/*", "atom"),
        ("", "atom"),
    ],
)
def test_without_an_ending_the_request_chooses_the_format(address: str, accept: str, kind: str) -> None:
    answer = ask(address, "/topics/spd", headers={"Accept": accept})
    assert answer.status == 200
    assert kind in answer.headers["content-type"]
    assert answer.headers["vary"] == "Accept, Accept-Encoding"


def ids(answer: Answer) -> list[str]:
    assert answer.status == 200, answer.content
    return [item["url"].rsplit("/", 1)[1] for item in json.loads(answer.content)["items"]]


def test_feeds_of_any_combination(address: str) -> None:
    assert ids(ask(address, "/feed.json?topic=spd")) == ["two", "one"]
    assert ids(ask(address, "/feed.json?topic=spd&not=rente")) == ["two"]
    assert ids(ask(address, "/feed.json?q=b%C3%A4rin&topic=spd&topic=rente")) == ["one"]
    assert ids(ask(address, "/feed?publisher=gazette&q=nichts", headers={"Accept": "application/json"})) == []


@pytest.mark.parametrize("ending", ["rss", "atom"])
def test_a_combination_is_a_feed_like_any_other(address: str, ending: str) -> None:
    answer = ask(address, f"/feed.{ending}?topic=spd&q=zoll%26%3Cb%3E")
    document = feedparser.parse(answer.content)
    assert document.bozo == 0
    links = {link.rel: link.href for link in document.feed.links}
    assert links["self"] == f"https://example.org/feeds/feed.{ending}?topic=spd&q=zoll%26%3Cb%3E"
    again = ask(
        address, f"/feed.{ending}?topic=spd&q=zoll%26%3Cb%3E", headers={"If-None-Match": answer.headers["etag"]}
    )
    assert again.status == 304


def test_a_combination_has_one_id_however_it_is_asked_for_and_says_where_it_was_asked(address: str) -> None:
    one, other = (feedparser.parse(ask(address, f"/feed.atom?{q}").content) for q in ("topic=spd&q=a", "q=a&topic=spd"))
    assert one.feed.id == other.feed.id
    assert [link.href for link in other.feed.links if link.rel == "self"] == [
        "https://example.org/feeds/feed.atom?q=a&topic=spd"
    ]


@pytest.mark.parametrize("query", ["thema=spd", "q=" + "x" * 300, "&".join(["topic=x"] * 30)])
def test_a_question_that_makes_no_sense_is_refused_with_a_reason(address: str, query: str) -> None:
    answer = ask(address, f"/feed.atom?{query}")
    assert answer.status == 400
    assert len(answer.content) > 10


def test_without_a_store_there_are_no_combinations(output: Path) -> None:
    with serving(build_app(output, None)) as address:
        assert ask(address, "/feed.atom?topic=spd").status == 404
        assert ask(address, "/feed.css").status == 200


def test_health_and_metrics(address: str, tmp_path: Path) -> None:
    assert ask(address, "/healthz").content == b"ok\n"
    ask(address, "/all.rss")
    assert b'presseschau_http_responses_total{status="200",kind="rss"}' in ask(address, "/metrics").content
    with serving(build_app(tmp_path, None)) as empty:
        assert ask(empty, "/healthz").status == 503
