"""What a run took for furniture for the first time."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from articles.model import Article, Removed
from articles.store import open_store
from articles.store.contract import Store
from crawler.separation.furniture.sketch import key_of, words_of
from presseschau.new_furniture import NewText, find_new_furniture
from tests.articles.store.store_samples import Crawl, article, at, url

STANDING = "Unsere Redaktion ist seit 1848 für Sie da."
LAST_YEARS = "Unsere Redaktion ist seit 1847 für Sie da."
OWN = "Der Steg wird im Liegen repariert."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "news.sqlite") as store:
        yield store


def without(*texts: str, label: str = "repeated") -> Article:
    return replace(article(), removed=tuple(Removed(label=label, text=text) for text in texts))


def crawl(store: Store, run_id: str, hours: float, pages: dict[str, Article]) -> None:
    store.begin_run(run_id, command="crawl", at=at(hours))
    run = Crawl(store, run_id, hours)
    for name, page in pages.items():
        run.save(name, page)
    store.finish_run(run_id, exit_status=0, at=at(hours))


def test_each_text_is_told_once_the_rarest_first(store: Store) -> None:
    pages = {"a": without(STANDING), "b": without(LAST_YEARS, OWN), "c": without("Startseite", label="breadcrumb")}
    crawl(store, "one", 0, pages)
    found = find_new_furniture(store, "one", {})["gazette"]
    assert found.text_count == 2
    assert found.first[0] == NewText(text=OWN, article_count=1, url=url("b"))
    assert found.first[1].article_count == 2, "numbers make no other text"


def test_what_was_known_before_or_came_in_another_run_is_not_told(store: Store) -> None:
    crawl(store, "one", 0, {"a": without(OWN)})
    crawl(store, "two", 1, {"b": without(STANDING)})
    known = {"gazette": frozenset({key_of(words_of(LAST_YEARS))})}
    assert find_new_furniture(store, "two", known) == {}
    assert find_new_furniture(store, "two", {})["gazette"].text_count == 1
