"""Repeated articles in feeds: two entries, or by setting one."""

import json
from dataclasses import replace
from pathlib import Path

from articles.model import Revision, Topic
from feeds.ledger.ledger import ledger_path
from feeds.ledger.search import Query, open_search
from feeds.publish import publish_feeds
from tests.feeds.memory_store import store_of
from tests.feeds.sample_articles import revision

X, Y = Topic(name="X", slug="x"), Topic(name="Y", slug="y")
FIRST = revision("first", topics=(X,))
AGAIN = replace(revision("again", topics=(X, Y)), same_as=FIRST.id)


def ids(output: Path, feed: str) -> set[str]:
    return {item["id"] for item in json.loads((output / "feeds" / f"{feed}.json").read_bytes())["items"]}


def published(output: Path, *revisions: Revision, fold_repeats: bool = True) -> dict[str, set[str]]:
    publish_feeds(store_of(revisions), output, base_url=None, fold_repeats=fold_repeats)
    return {name: ids(output, feed) for name, feed in (("all", "all"), ("x", "topics/x"), ("y", "topics/y"))}


def test_a_repeat_is_left_out_where_the_first_one_stands(tmp_path: Path) -> None:
    assert published(tmp_path, FIRST, AGAIN) == {"all": {FIRST.id}, "x": {FIRST.id}, "y": {AGAIN.id}}


def test_without_the_setting_both_stand_and_it_may_change(tmp_path: Path) -> None:
    both = {FIRST.id, AGAIN.id}
    assert published(tmp_path, FIRST, AGAIN, fold_repeats=False) == {"all": both, "x": both, "y": {AGAIN.id}}
    assert published(tmp_path, FIRST, AGAIN)["all"] == {FIRST.id}
    assert published(tmp_path, FIRST, AGAIN, fold_repeats=False)["all"] == both


def test_a_repeat_comes_in_when_the_first_one_is_withdrawn_or_filed_elsewhere(tmp_path: Path) -> None:
    published(tmp_path, FIRST, AGAIN)
    moved = replace(FIRST, number=2, article=replace(FIRST.article, topics=(Y,)))
    assert published(tmp_path, FIRST, AGAIN, moved) == {"all": {FIRST.id}, "x": {AGAIN.id}, "y": {FIRST.id}}
    gone = replace(moved, number=3, deleted=True)
    assert published(tmp_path, FIRST, AGAIN, moved, gone) == {"all": {AGAIN.id}, "x": {AGAIN.id}, "y": {AGAIN.id}}


def combined(output: Path, query: Query) -> set[str]:
    with open_search(ledger_path(output)) as search:
        return set(search.newest(query, 50))


def test_a_combination_shows_a_repeat_only_where_the_first_one_is_not_asked_for(tmp_path: Path) -> None:
    published(tmp_path, FIRST, AGAIN)
    assert combined(tmp_path, Query()) == {FIRST.id}
    assert combined(tmp_path, Query(words="Text")) == {FIRST.id}
    assert combined(tmp_path, Query(topics=("x", "y"))) == {FIRST.id}
    assert combined(tmp_path, Query(topics=("y",))) == {AGAIN.id}
    assert combined(tmp_path, Query(topics=("y",), publishers=("gazette",))) == {AGAIN.id}
    assert combined(tmp_path, Query(topics=("y",), without=("x",))) == set()
    published(tmp_path, FIRST, AGAIN, replace(FIRST, number=2, deleted=True))
    assert combined(tmp_path, Query()) == {AGAIN.id}
    published(tmp_path, FIRST, AGAIN, fold_repeats=False)
    assert combined(tmp_path, Query(topics=("x", "y"))) == {FIRST.id, AGAIN.id}


def test_the_reader_page_shows_both_as_one(tmp_path: Path) -> None:
    for folds in (True, False):
        published(tmp_path, FIRST, AGAIN, fold_repeats=folds)
        listed = json.loads((tmp_path / "feeds/search.json").read_bytes())
        assert (AGAIN.url in {address for _, address, _ in listed}) is not folds
