"""Contract: the life of a URL."""

from datetime import datetime

import pytest

from articles.errors import StoreError
from articles.store.contract import Store
from articles.store.terms import UrlMemory, UrlState
from tests.articles.store.store_samples import at, crawl, tag, url


def remembered(store: Store, name: str, publisher: str = "gazette") -> UrlMemory:
    memory = store.find_memory(publisher, url(name))
    assert memory is not None
    return memory


def names(memories: object) -> list[str]:
    assert isinstance(memories, tuple)
    return [memory.url.removeprefix("https://example.org/") for memory in memories]


class TestOpenUrls:
    def test_what_was_never_seen_is_not_remembered(self, store: Store) -> None:
        assert store.find_memory("gazette", url("a")) is None
        assert store.pending("gazette") == ()
        assert store.due("gazette", now=at(1000)) == ()

    def test_discovering_twice_is_discovering_once(self, store: Store) -> None:
        crawl(store, "r1", 0)
        store.discover("gazette", url("a"), run_id="r1", at=at(0))
        store.discover("gazette", url("a"), run_id="r1", at=at(5))
        memory = remembered(store, "a")
        assert (memory.state, memory.discovered_at, memory.settled_at) == (UrlState.DISCOVERED, at(0), None)
        assert (memory.article_id, memory.etag, memory.content_hash, memory.next_check_at) == (None, None, None, None)
        assert memory.entry.title is None

    def test_what_was_asked_and_never_answered_stays_pending(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.see(run.walk(), "a", "b", "c")
        run.request("a")
        run.request("b")
        run.save("b")
        assert names(store.pending("gazette")) == ["a", "c"]
        assert remembered(store, "a").state is UrlState.REQUESTED
        assert store.pending("herald") == ()

    def test_pending_is_in_order_of_discovery(self, store: Store) -> None:
        crawl(store, "r1", 0)
        for hour, name in ((3, "late"), (1, "early"), (2, "between")):
            store.discover("gazette", url(name), run_id="r1", at=at(hour))
        assert names(store.pending("gazette")) == ["early", "between", "late"]

    def test_many_requests_are_noted_at_once_each_by_its_own_state(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.see(run.walk(), "new", "known", "other")
        run.request("known")
        run.save("known")
        urls = [url("new"), url("known"), url("unheard"), url("new")]
        store.note_requests("gazette", urls, run_id="r1", at=at(2))
        found = store.find_memories("gazette", [*urls, url("other"), url("nowhere")])
        assert {known.removeprefix("https://example.org/"): memory.state for known, memory in found.items()} == {
            "new": UrlState.REQUESTED,
            "known": UrlState.SETTLED,
            "unheard": UrlState.REQUESTED,
            "other": UrlState.DISCOVERED,
        }
        assert all(memory == store.find_memory("gazette", known) for known, memory in found.items())
        assert store.find_memories("herald", urls) == {}

    def test_a_request_for_an_unknown_url_is_remembered_too(self, store: Store) -> None:
        crawl(store, "r1", 0).request("a")
        assert names(store.pending("gazette")) == ["a"]

    def test_a_settled_url_stays_settled_while_it_is_asked_again(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a")
        run.request("a")
        assert remembered(store, "a").state is UrlState.SETTLED
        assert store.pending("gazette") == ()

    def test_the_same_url_at_two_publishers_is_remembered_twice(self, store: Store) -> None:
        crawl(store, "r1", 0).request("a")
        crawl(store, "r2", 1, publisher="herald").save("a")
        assert remembered(store, "a").state is UrlState.REQUESTED
        assert remembered(store, "a", "herald").state is UrlState.SETTLED

    def test_nothing_is_noted_for_a_run_that_was_never_begun(self, store: Store) -> None:
        with pytest.raises(StoreError, match="never begun"):
            store.discover("gazette", url("a"), run_id="no run", at=at(0))
        assert store.find_memory("gazette", url("a")) is None

    def test_a_time_without_a_zone_is_refused(self, store: Store) -> None:
        crawl(store, "r1", 0)
        with pytest.raises(Exception, match="zone"):
            store.discover("gazette", url("a"), run_id="r1", at=datetime(2026, 1, 1))  # noqa: DTZ001  # the point


class TestSettling:
    def test_saving_settles(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a", etag='"1"')
        memory = remembered(store, "a")
        assert (memory.state, memory.article_id) == (UrlState.SETTLED, tag("a"))
        assert (memory.etag, memory.content_hash, memory.failure_count) == ('"1"', 'hash of "1"', 0)
        assert (memory.settled_at, memory.next_check_at) == (at(0), at(24))

    def test_due_is_what_has_waited_longest(self, store: Store) -> None:
        crawl(store, "r1", 2).save("a")
        crawl(store, "r2", 1).save("b")
        three = crawl(store, "r3", 3)
        three.reject("c")
        three.missing("d")
        three.missing("e", status=410)
        three.request("f")
        assert names(store.due("gazette", now=at(3.9))) == []
        assert names(store.due("gazette", now=at(4))) == ["c"]
        assert names(store.due("gazette", now=at(100))) == ["c", "b", "a", "d"]
        assert store.due("herald", now=at(100)) == ()

    def test_what_was_settled_in_the_future_is_due(self, store: Store) -> None:
        """By a clock that went wrong; not by one that was put back by hours."""
        crawl(store, "r1", 100).save("a")
        assert names(store.due("gazette", now=at(75.9))) == ["a"]
        assert names(store.due("gazette", now=at(76))) == []

    def test_not_modified_keeps_the_validators_it_does_not_name(self, store: Store) -> None:
        crawl(store, "r1", 0).save("a", etag='"1"')
        crawl(store, "r2", 24).unchanged("a")
        memory = remembered(store, "a")
        assert (memory.etag, memory.content_hash, memory.settled_at) == ('"1"', 'hash of "1"', at(24))
        assert memory.next_check_at == at(72)
        crawl(store, "r3", 48).unchanged("a", etag='"2"')
        assert remembered(store, "a").etag == '"2"'

    def test_the_same_bytes_in_a_full_answer_bring_their_own_validators(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a", etag='"1"')
        run.unchanged("a", status=200)
        assert remembered(store, "a").etag is None

    def test_rejections_are_counted_in_a_row(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.reject("a")
        run.reject("a")
        assert remembered(store, "a").failure_count == 2
        assert remembered(store, "a").state is UrlState.REJECTED
        run.save("a")
        assert remembered(store, "a").failure_count == 0

    def test_a_rejected_page_never_becomes_not_modified(self, store: Store) -> None:
        """The next 304 must mean the stored article, or a page that was never read would count as well."""
        one = crawl(store, "r1", 0)
        one.reject("never read")
        assert remembered(store, "never read").etag is None
        one.save("a", etag='"good"')
        one.reject("a")
        memory = remembered(store, "a")
        assert (memory.etag, memory.content_hash) == ('"good"', 'hash of "good"')
        assert store.find_revision(tag("a")) is not None

    def test_unchanged_without_an_article_is_a_rejection(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.unchanged("a")
        assert remembered(store, "a").state is UrlState.REJECTED
        assert [reason for _, _, reason in store.rejections_of_run("r1")] == [
            "status 304 says that nothing changed, but no live article is stored"
        ]


class TestMissing:
    def test_gone_withdraws_at_once(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a", etag='"1"')
        assert run.missing("a", status=410)
        memory = remembered(store, "a")
        assert (memory.state, memory.next_check_at) == (UrlState.GONE, None)
        assert (memory.etag, memory.content_hash) == (None, None), "what comes back must be read again"

    def test_not_found_withdraws_only_in_a_second_run(self, store: Store) -> None:
        crawl(store, "r1", 0).save("a")
        two = crawl(store, "r2", 24)
        assert not two.missing("a")
        assert not two.missing("a"), "twice in one run is one bad night"
        assert remembered(store, "a").state is UrlState.MISSING
        assert remembered(store, "a").next_check_at == at(48)
        assert crawl(store, "r3", 48).missing("a")
        assert remembered(store, "a").state is UrlState.GONE

    @pytest.mark.parametrize("between", ["save", "unchanged", "reject"])
    def test_any_other_answer_in_between_starts_anew(self, store: Store, between: str) -> None:
        crawl(store, "r1", 0).save("a")
        crawl(store, "r2", 24).missing("a")
        getattr(crawl(store, "r3", 48), between)("a")
        assert not crawl(store, "r4", 72).missing("a")
        assert crawl(store, "r5", 96).missing("a")

    def test_an_interrupted_request_in_between_changes_nothing(self, store: Store) -> None:
        crawl(store, "r1", 0).save("a")
        crawl(store, "r2", 24).missing("a")
        crawl(store, "r3", 48).request("a")
        assert crawl(store, "r4", 72).missing("a")

    def test_a_url_without_an_article_is_gone_without_a_tombstone(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        assert not run.missing("a", status=410)
        assert remembered(store, "a").state is UrlState.GONE
        assert store.stored_days() == ()

    def test_an_article_with_another_living_address_is_not_withdrawn(self, store: Store) -> None:
        one = crawl(store, "r1", 0)
        one.see(one.walk(), "a", "b")
        one.save("a", seen=("b",))
        one.save("b")
        assert not one.missing("a", status=410)
        assert remembered(store, "a").state is UrlState.GONE
        assert one.missing("b", status=410), "but with its last one it is"

    def test_an_address_that_a_listing_shows_later_keeps_the_article_alive(self, store: Store) -> None:
        one = crawl(store, "r1", 0)
        one.save("a", seen=("b",))
        one.see(one.walk(), "b")
        assert remembered(store, "b").article_id == tag("a")
        assert not one.missing("a", status=410)

    def test_a_tombstone_is_stored_once(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a")
        assert run.missing("a", status=410)
        assert not run.missing("a", status=410)
        assert [revision.deleted for revision in store.history(tag("a"))] == [False, True]
