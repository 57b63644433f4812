"""An alarm holds back what its own publisher brought, and nothing else."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from articles.model import Revision
from feeds.ledger.ledger import ledger_path
from feeds.ledger.search import Query
from feeds.publish import PublishReport, publish_feeds
from feeds.server.combination import Combinations
from feeds.settings import FeedSettings
from tests.feeds.memory_store import store_of
from tests.feeds.sample_articles import NOON, revision, topic

SPD = topic("SPD")
ILL, WELL = "gazette", "daily"


def article(slug: str, publisher: str, text: str = "Der Text.", *, number: int = 1, hours: int = 0) -> Revision:
    return replace(
        revision(slug, text=text, publisher=publisher, topics=(SPD,), published_at=NOON + timedelta(hours=hours)),
        number=number,
        updated_at=NOON + timedelta(days=number),
    )


FIRST = (article("a", ILL), article("b", ILL, hours=1), article("c", WELL, hours=2))
# In the night of the alarm: one rewritten, one withdrawn, one new; the other publisher's changed and got company.
ALARMED = (
    article("a", ILL, "Wartung.", number=2),
    replace(article("b", ILL, number=2, hours=1), deleted=True),
    article("notice", ILL, "Wartung.", hours=3),
    article("c", WELL, "Berichtigt.", number=2, hours=2),
    article("d", WELL, hours=4),
)


def publish(output: Path, articles: tuple[Revision, ...], **choices: frozenset[str]) -> PublishReport:
    return publish_feeds(store_of(articles), output, base_url="https://example.org", **choices)  # type: ignore[arg-type]  # only these


def shown(output: Path, stem: str) -> dict[str, str]:
    """Text by the article's slug."""
    items = json.loads((output / f"feeds/{stem}.json").read_bytes())["items"]
    return {item["url"].rsplit("/", 1)[1]: item["content_html"] for item in items}


def documents(output: Path) -> dict[str, bytes]:
    feeds = output / "feeds"
    return {str(path.relative_to(feeds)): path.read_bytes() for path in feeds.rglob("*.*") if path.is_file()}


def test_its_articles_stay_as_they_were_and_others_go_on(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    of_ill = (tmp_path / f"feeds/publishers/{ILL}.atom").read_bytes()
    report = publish(tmp_path, (*FIRST, *ALARMED), held_back=frozenset({ILL}))
    assert report.held_back == (ILL,)
    assert (tmp_path / f"feeds/publishers/{ILL}.atom").read_bytes() == of_ill
    good = {"a": "<p>Der Text.</p>", "b": "<p>Der Text.</p>", "c": "<p>Berichtigt.</p>", "d": "<p>Der Text.</p>"}
    assert shown(tmp_path, "all") == shown(tmp_path, "topics/spd") == good


@pytest.mark.parametrize("released", [None, frozenset({ILL, WELL})])
def test_what_was_held_back_comes_when_its_publisher_is_well(tmp_path: Path, released: frozenset[str] | None) -> None:
    held, undisturbed = tmp_path / "held", tmp_path / "undisturbed"
    for output in (held, undisturbed):
        publish(output, FIRST)
    for _ in range(2):
        publish(held, (*FIRST, *ALARMED), held_back=frozenset({ILL}), released=frozenset({WELL}))
    later = (*FIRST, *ALARMED, article("a", ILL, "Wieder da.", number=3))
    assert publish(held, later, released=released).held_back == ()  # type: ignore[arg-type]  # None too
    publish(undisturbed, later)
    assert documents(held) == documents(undisturbed)


def test_it_stays_held_back_while_only_others_are_crawled(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    publish(tmp_path, (*FIRST, *ALARMED), held_back=frozenset({ILL}), released=frozenset({WELL}))
    report = publish(tmp_path, (*FIRST, *ALARMED), released=frozenset({WELL}))
    assert report.held_back == (ILL,)
    assert report.written == ()


def test_one_after_the_other_each_is_held_back_from_its_own_night(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    publish(tmp_path, (*FIRST, *ALARMED), held_back=frozenset({ILL}))
    third = (*FIRST, *ALARMED, article("c", WELL, "Kaputt.", number=3, hours=2), article("e", WELL, hours=5))
    publish(tmp_path, third, held_back=frozenset({ILL, WELL}))
    assert set(shown(tmp_path, "all")) == {"a", "b", "c", "d"}
    assert shown(tmp_path, "all")["c"] == "<p>Berichtigt.</p>"
    publish(tmp_path, third, held_back=frozenset({ILL}), released=frozenset({WELL}))
    assert shown(tmp_path, "all") == {
        "a": "<p>Der Text.</p>",
        "b": "<p>Der Text.</p>",
        "c": "<p>Kaputt.</p>",
        "d": "<p>Der Text.</p>",
        "e": "<p>Der Text.</p>",
    }


def test_everything_anew_leaves_it_out_too(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    publish(tmp_path, (*FIRST, *ALARMED), held_back=frozenset({ILL}))
    before = documents(tmp_path)
    publish_feeds(
        store_of((*FIRST, *ALARMED)),
        tmp_path,
        base_url="https://example.org",
        everything=True,
        held_back=frozenset({ILL}),
    )
    assert documents(tmp_path) == before


def test_on_the_first_night_only_the_others_appear(tmp_path: Path) -> None:
    publish(tmp_path, (*FIRST, *ALARMED), held_back=frozenset({ILL}))
    assert set(shown(tmp_path, "all")) == {"c", "d"}
    publish(tmp_path, (*FIRST, *ALARMED))
    assert set(shown(tmp_path, "all")) == {"a", "notice", "c", "d"}


def test_without_the_ledger_nobody_knows_what_was_good_and_the_feeds_stand(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    before = documents(tmp_path)
    ledger_path(tmp_path).unlink()
    report = publish(tmp_path, (*FIRST, *ALARMED), held_back=frozenset({ILL}))
    assert documents(tmp_path) == before
    assert "ledger" in report.warnings[0]
    report = publish(tmp_path, (*FIRST, *ALARMED), released=frozenset({WELL}))  # a night of the others alone
    assert (documents(tmp_path), len(report.warnings)) == (before, 1)
    assert publish(tmp_path, (*FIRST, *ALARMED), released=frozenset({ILL})).written


def test_what_its_topics_are_called_that_night_is_held_back_too(tmp_path: Path) -> None:
    def called(name: str) -> tuple[Revision, ...]:
        """As the store gives them: every article with its topic's newest name; one of both publishers' topics."""
        ill = replace(SPD, name=name)
        return tuple(
            replace(each, article=replace(each.article, topics=(ill,))) if each.publisher == ILL else each
            for each in (*FIRST, *ALARMED)
        )

    publish(tmp_path, FIRST)
    before = documents(tmp_path)
    publish(tmp_path, called("Bitte Cookies bestätigen"), held_back=frozenset({ILL}), released=frozenset({WELL}))
    assert documents(tmp_path)[f"publishers/{ILL}.json"] == before[f"publishers/{ILL}.json"]
    publish(tmp_path, called("Wartung"), held_back=frozenset({ILL}), released=frozenset({WELL}))
    for content in documents(tmp_path).values():
        assert b"Cookies" not in content
        assert b">Wartung<" not in content
    publish(tmp_path, called("Sozialdemokraten"))
    assert b"Sozialdemokraten" in documents(tmp_path)[f"publishers/{ILL}.json"]


def test_feeds_made_on_demand_leave_it_out_too(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    publish(tmp_path, (*FIRST, *ALARMED), held_back=frozenset({ILL}))
    store = store_of((*FIRST, *ALARMED))
    combinations = Combinations(store=store, ledger=ledger_path(tmp_path), settings=FeedSettings())
    found = combinations.channel(Query(publishers=(ILL,)), "publisher=gazette")
    assert [entry.html for entry in found.entries] == ["<p>Der Text.</p>"] * 2


def test_feeds_made_on_demand_wait_for_publishing_too(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    store = store_of((*FIRST, *ALARMED))  # as it is while a crawl is under way that may raise an alarm
    combinations = Combinations(store=store, ledger=ledger_path(tmp_path), settings=FeedSettings())
    found = combinations.channel(Query(), "")
    assert [entry.id for entry in found.entries] == shown_ids(tmp_path)
    assert {entry.html for entry in found.entries} == {"<p>Der Text.</p>"}
    assert set(found.authors) == {ILL, WELL}


def shown_ids(output: Path) -> list[str]:
    return [item["id"] for item in json.loads((output / "feeds/all.json").read_bytes())["items"]]
