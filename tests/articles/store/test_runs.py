"""Contract: what is told of a run."""

import pytest

from articles.errors import StoreError
from articles.store.contract import Store
from articles.store.terms import Run
from tests.articles.store.store_samples import article, at, crawl, url


class TestRuns:
    def test_are_told_newest_first(self, store: Store) -> None:
        for number, hours in ((1, 0), (2, 48), (3, 24)):
            crawl(store, f"r{number}", hours)
        store.finish_run("r2", exit_status=3, at=at(49))
        assert store.last_runs(2) == (
            Run(run_id="r2", command="nightly", started_at=at(48), finished_at=at(49), exit_status=3),
            Run(run_id="r3", command="nightly", started_at=at(24), finished_at=None, exit_status=None),
        )
        assert len(store.last_runs(9)) == 3

    def test_have_ids_of_their_own(self, store: Store) -> None:
        crawl(store, "r1", 0)
        with pytest.raises(StoreError, match="r1"):
            crawl(store, "r1", 1)

    def test_that_were_never_begun_cannot_finish(self, store: Store) -> None:
        with pytest.raises(StoreError, match="no run"):
            store.finish_run("no run", exit_status=0, at=at(0))

    def test_count_what_each_url_came_to(self, store: Store) -> None:
        one = crawl(store, "r1", 0)
        one.see(one.walk(), "a", "b", "c", "d", "e")
        one.save("a")
        one.save("a", article("Neu"))
        one.save("b")
        one.unchanged("b")
        one.unchanged("b")
        one.reject("c", "first reason")
        one.reject("c", "second reason")
        one.missing("d")
        two = crawl(store, "r2", 24)
        two.missing("d")
        two.missing("a", status=410)
        other = crawl(store, "r3", 24, publisher="herald")
        other.save("h")
        assert store.outcomes_of_run("r1") == {
            "gazette": {"discovered": 5, "created": 2, "revised": 1, "unchanged": 1, "rejected": 1, "missing": 1}
        }
        assert store.outcomes_of_run("r2") == {"gazette": {"gone": 2, "withdrawn": 1}}
        assert store.outcomes_of_run("r3") == {"herald": {"discovered": 1, "created": 1}}
        assert store.outcomes_of_run("never") == {}
        assert list(store.rejections_of_run("r1")) == [("gazette", url("c"), "second reason")]
        assert list(store.rejections_of_run("r2")) == []
