"""From the store to the files."""

import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, NoReturn

import feedparser
import pytest
from lxml import etree

from articles.model import Revision, Topic
from feeds.errors import InvalidBaseUrl, LedgerInUse, LedgerUnusable
from feeds.ledger.ledger import ledger_path, open_ledger
from feeds.publish import PublishReport, publish_feeds
from tests.feeds.memory_store import store_of
from tests.feeds.sample_articles import NOON, revision, topic

BASE = "https://example.org/feeds"
SPD, RENTE, POLITIK = topic("SPD"), topic("Rente"), topic("Politik")
ARTICLES = (
    revision("one", topics=(SPD, RENTE), sections=(POLITIK,)),
    revision("two", topics=(SPD,), sections=(POLITIK,), published_at=NOON + timedelta(hours=2)),
)


def publish(
    output: Path, articles: tuple[Revision, ...] = ARTICLES, base_url: str | None = BASE, **choices: Any
) -> PublishReport:
    titles = {"gazette": "The Gazette"}
    return publish_feeds(store_of(articles), output, base_url=base_url, publisher_titles=titles, **choices)


def withdrawn(article: Revision) -> Revision:
    return replace(article, number=article.number + 1, deleted=True)


def titles(output: Path, stem: str) -> list[str]:
    feed = json.loads((output / "feeds" / f"{stem}.json").read_bytes())
    return [item["url"].rsplit("/", 1)[1] for item in feed["items"]]


def documents(output: Path) -> set[Path]:
    """The feeds, without the pages and the rest."""
    return {path for path in files(output) if path.suffix in (".rss", ".atom", ".json") and path.stem != "search"}


def files(output: Path) -> Iterator[Path]:
    """All that readers may see."""
    return (path for path in (output / "feeds").rglob("*") if path.is_file())


def test_every_feed_appears_in_three_formats(tmp_path: Path) -> None:
    report = publish(tmp_path)
    stems = ["all", "publishers/gazette", "topics/rente", "topics/spd", "sections/politik"]
    expected = {tmp_path / "feeds" / f"{stem}.{ending}" for stem in stems for ending in ("rss", "atom", "json")}
    assert documents(tmp_path) == set(report.written) & documents(tmp_path) == expected
    assert set(files(tmp_path)) == set(report.written)
    assert (report.unchanged, report.retired, report.warnings) == ((), (), ())
    assert titles(tmp_path, "topics/spd") == ["two", "one"]
    assert titles(tmp_path, "topics/rente") == ["one"]


def test_an_empty_store_publishes_nothing(tmp_path: Path) -> None:
    assert publish(tmp_path, ()).written == ()
    assert list(files(tmp_path)) == []


@pytest.mark.parametrize("everything", [False, True])
def test_an_unchanged_feed_is_not_touched(tmp_path: Path, everything: bool) -> None:
    publish(tmp_path)
    for path in files(tmp_path):
        os.utime(path, ns=(1, 1))
    report = publish(tmp_path, everything=everything)
    assert report.written == ()
    assert set(report.unchanged) == (set(files(tmp_path)) if everything else set())
    assert {path.stat().st_mtime_ns for path in files(tmp_path)} == {1}


def test_a_new_article_changes_only_the_feeds_it_belongs_to(tmp_path: Path) -> None:
    publish(tmp_path)
    report = publish(tmp_path, (*ARTICLES, revision("three", topics=(RENTE,))))
    written = set(report.written) & documents(tmp_path)
    assert {path.stem for path in written} == {"all", "gazette", "rente"}


def test_a_changed_article_keeps_its_id_and_is_newer(tmp_path: Path) -> None:
    publish(tmp_path)
    before = feedparser.parse((tmp_path / "feeds/topics/rente.atom").read_bytes())
    changed = replace(
        revision("one", title="Neuer Titel", topics=(SPD, RENTE)), number=2, updated_at=NOON + timedelta(days=1)
    )
    publish(tmp_path, (*ARTICLES, changed))
    after = feedparser.parse((tmp_path / "feeds/topics/rente.atom").read_bytes())
    assert [entry.id for entry in after.entries] == [entry.id for entry in before.entries]
    assert after.entries[0].published == before.entries[0].published
    assert after.entries[0].updated_parsed > before.entries[0].updated_parsed
    assert after.feed.updated == after.entries[0].updated


def test_an_article_without_a_date_keeps_the_one_it_was_first_stored_with(tmp_path: Path) -> None:
    first = revision("undated", published_at=None)
    later = first.stored_at + timedelta(days=2)
    publish(tmp_path, (first, replace(first, number=2, stored_at=later, updated_at=later)))
    item = json.loads((tmp_path / "feeds/all.json").read_bytes())["items"][0]
    assert item["date_published"] == first.stored_at.isoformat()


def test_a_withdrawn_article_leaves_the_feeds(tmp_path: Path) -> None:
    publish(tmp_path)
    publish(tmp_path, (*ARTICLES, withdrawn(ARTICLES[1])))
    assert titles(tmp_path, "all") == titles(tmp_path, "topics/spd") == ["one"]


@pytest.mark.parametrize("base_url", [BASE, None])
def test_a_topic_without_articles_keeps_a_valid_feed(tmp_path: Path, base_url: str | None) -> None:
    publish(tmp_path, base_url=base_url)
    gone = (*ARTICLES, withdrawn(ARTICLES[0]))
    assert publish(tmp_path, gone, base_url).retired == ("topics/rente",)
    for ending in ("rss", "atom"):
        document = feedparser.parse((tmp_path / f"feeds/topics/rente.{ending}").read_bytes())
        assert (document.bozo, document.feed.title, document.entries) == (0, "The Gazette: Rente", [])
    report = publish(tmp_path, gone, base_url)
    assert (report.written, report.retired) == ((), ())
    assert publish(tmp_path, ARTICLES, base_url).retired == ()
    assert titles(tmp_path, "topics/rente") == ["one"]


def test_when_everything_was_withdrawn_every_feed_stays_valid(tmp_path: Path) -> None:
    publish(tmp_path)
    report = publish(tmp_path, tuple(withdrawn(article) for article in ARTICLES))
    assert set(report.retired) == {"all", "publishers/gazette", "topics/rente", "topics/spd", "sections/politik"}
    assert titles(tmp_path, "all") == []


def test_a_removed_file_comes_back_when_everything_is_published(tmp_path: Path) -> None:
    publish(tmp_path)
    removed = tmp_path / "feeds/topics/spd.rss"
    removed.unlink()
    assert publish(tmp_path).written == ()
    assert publish(tmp_path, everything=True).written == (removed,)


def test_removed_feeds_come_back(tmp_path: Path) -> None:
    publish(tmp_path)
    before = {path: path.read_bytes() for path in files(tmp_path)}
    shutil.rmtree(tmp_path / "feeds")
    publish(tmp_path)
    assert {path: path.read_bytes() for path in files(tmp_path)} == before


def test_a_spoiled_ledger_is_made_anew_and_named(tmp_path: Path) -> None:
    publish(tmp_path)
    before = {path: path.read_bytes() for path in files(tmp_path)}
    (tmp_path / "feeds-ledger.sqlite").write_bytes(b"spoiled" * 1000)
    report = publish(tmp_path)
    assert "feeds-ledger.sqlite" in report.warnings[0]
    assert (set(report.unchanged), report.written) == (set(before), ())
    assert {path: path.read_bytes() for path in files(tmp_path)} == before


def test_a_ledger_of_another_version_is_made_anew(tmp_path: Path) -> None:
    publish(tmp_path)
    with closing(sqlite3.connect(ledger_path(tmp_path))) as ledger:
        ledger.execute("PRAGMA user_version = 99")
    report = publish(tmp_path)
    assert "version 99" in report.warnings[0]
    assert report.written == ()
    assert publish(tmp_path).warnings == ()


def test_a_ledger_in_use_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path)
    monkeypatch.setattr("feeds.ledger.ledger._WAIT_SECONDS", 0.01)
    with open_ledger(ledger_path(tmp_path)), pytest.raises(LedgerInUse, match="another process"):
        publish(tmp_path)
    assert publish(tmp_path).warnings == ()


def test_a_ledger_that_cannot_be_opened(tmp_path: Path) -> None:
    ledger_path(tmp_path).mkdir()
    with pytest.raises(LedgerUnusable, match="whether the path is a file"), open_ledger(ledger_path(tmp_path)):
        pytest.fail("it was opened")


def test_a_lost_ledger_leaves_no_withdrawn_article_in_a_feed(tmp_path: Path) -> None:
    publish(tmp_path)
    (tmp_path / "feeds-ledger.sqlite").unlink()
    publish(tmp_path, (*ARTICLES, withdrawn(ARTICLES[0])))
    assert titles(tmp_path, "topics/rente") == []


def test_a_renamed_topic_is_renamed_wherever_it_stands_at_the_same_address(tmp_path: Path) -> None:
    publish(tmp_path)
    renamed = Topic(name="Altersrente", slug="rente", url=RENTE.url)
    later = replace(ARTICLES[0], article=replace(ARTICLES[0].article, topics=(SPD, renamed)))
    publish(tmp_path, (later, ARTICLES[1]))
    assert json.loads((tmp_path / "feeds/topics/rente.json").read_bytes())["title"] == "The Gazette: Altersrente"
    items = json.loads((tmp_path / "feeds/topics/spd.json").read_bytes())["items"]
    assert [item["tags"] for item in items] == [["SPD", "Politik"], ["SPD", "Altersrente", "Politik"]]


def test_a_renamed_topic_is_renamed_in_feeds_that_only_its_old_articles_stand_in(tmp_path: Path) -> None:
    def articles(name: str) -> list[Revision]:
        renamed = Topic(name=name, slug="rente")
        old = revision("old", topics=(SPD, renamed))
        return [old, *(revision(f"n{n}", topics=(renamed,), published_at=NOON + timedelta(n)) for n in (1, 2, 3))]

    for name in ("Rente", "Altersrente"):
        publish_feeds(store_of(articles(name)), tmp_path, base_url=None, entry_count=2)
        (item,) = json.loads((tmp_path / "feeds/topics/spd.json").read_bytes())["items"]
        assert item["tags"][:2] == ["SPD", name]


def test_an_article_that_loses_a_topic_leaves_its_feed(tmp_path: Path) -> None:
    publish(tmp_path)
    moved = replace(ARTICLES[1], number=2, article=replace(ARTICLES[1].article, topics=(RENTE,)))
    publish(tmp_path, (*ARTICLES, moved))
    assert (titles(tmp_path, "topics/spd"), titles(tmp_path, "topics/rente")) == (["one"], ["two", "one"])


def test_a_changed_setting_has_every_feed_written_again(tmp_path: Path) -> None:
    publish(tmp_path)
    report = publish(tmp_path, base_url="https://example.net")
    assert documents(tmp_path) <= set(report.written)
    assert "https://example.net/topics/spd.atom" in report.changed_urls


def test_a_publisher_may_want_teasers_only(tmp_path: Path) -> None:
    publish(tmp_path, teasers_only=frozenset({"gazette"}))
    for path in documents(tmp_path):
        assert b"Der Text." not in path.read_bytes()
        document = feedparser.parse(path.read_bytes())
        assert path.suffix == ".json" or (document.bozo, document.entries[0].summary) == (0, "Kurz: Ein Titel")


def test_hostile_slugs_stay_inside_and_apart(tmp_path: Path) -> None:
    slugs = ["..", "../../escape", "CON", "ä/ö", "x" * 300, "spd", "SPD", ".", "a\\b", "\x00"]
    articles = tuple(
        revision(f"n{index}", topics=(Topic(name=f"T{index}", slug=slug),)) for index, slug in enumerate(slugs)
    )
    publish(tmp_path, articles)
    published = [path for path in files(tmp_path) if path.suffix == ".rss" and path.parent.name == "topics"]
    assert len({path.name.casefold() for path in published}) == len(slugs)
    assert {path.parent for path in files(tmp_path)} == {
        tmp_path / "feeds",
        tmp_path / "feeds/publishers",
        tmp_path / "feeds/topics",
    }


def test_the_number_of_entries_is_limited_to_the_newest(tmp_path: Path) -> None:
    publish_feeds(store_of(ARTICLES), tmp_path, base_url=None, entry_count=1)
    assert titles(tmp_path, "all") == ["two"]


def test_a_wrong_base_url_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(InvalidBaseUrl):
        publish(tmp_path, base_url="example.org")
    assert list(files(tmp_path)) == []


def test_a_crash_between_writing_and_renaming_leaves_every_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path)
    before = {path: path.read_bytes() for path in files(tmp_path)}

    def crash(*_: object, **__: object) -> NoReturn:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", crash)
        patch.setattr(Path, "unlink", crash)  # a killed process tidies nothing up
        with pytest.raises(KeyboardInterrupt):
            publish(tmp_path, (*ARTICLES, revision("three", topics=(SPD,))))
    assert {path: path.read_bytes() for path in before} == before
    assert len(list(tmp_path.rglob("*.part"))) >= 1
    publish(tmp_path, (*ARTICLES, revision("three", topics=(SPD,))))
    assert list(tmp_path.rglob("*.part")) == []
    assert "three" in titles(tmp_path, "topics/spd")


def test_documents_are_readable_by_a_web_server(tmp_path: Path) -> None:
    publish(tmp_path)
    for path in files(tmp_path):
        assert path.stat().st_mode & 0o777 == 0o644
        if path.suffix in (".rss", ".atom", ".opml"):
            etree.fromstring(path.read_bytes())
