"""Contract: where a walk over a listing may stop, and that no interruption makes it stop too early."""

from datetime import timedelta, timezone

import pytest

from articles.errors import StoreError
from articles.store.contract import Store
from articles.store.terms import ListingEntry, UrlState
from tests.articles.store.store_samples import LISTING, at, crawl, url

OTHER = "https://example.org/politik"


class TestWalks:
    def test_the_first_walk_stops_nowhere(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        walk = run.walk()
        assert run.see(walk, "a", "b") == {"a", "b"}
        assert run.see(walk, "b", "c") == {"b", "c"}, "what a walk itself saw is no known ground for it"

    def test_a_finished_walk_makes_known_ground(self, store: Store) -> None:
        one = crawl(store, "r1", 0)
        walk = one.walk()
        one.see(walk, "a", "b")
        one.finish(walk)
        two = crawl(store, "r2", 24)
        assert two.see(two.walk(), "n", "a", "b") == {"n"}

    def test_an_interrupted_walk_makes_none(self, store: Store) -> None:
        one = crawl(store, "r1", 0)
        one.see(one.walk(), "a", "b")
        two = crawl(store, "r2", 24)
        assert two.see(two.walk(), "a", "b") == {"a", "b"}

    def test_what_an_interrupted_walk_left_out_is_walked_by_the_next(self, store: Store) -> None:
        first = crawl(store, "r1", 0)
        walk = first.walk()
        first.see(walk, "old1", "old2")
        first.finish(walk)
        killed = crawl(store, "r2", 24)
        assert killed.see(killed.walk(), "new3", "new4") == {"new3", "new4"}  # and never came to new2, new1
        third = crawl(store, "r3", 48)
        walk = third.walk()
        assert third.see(walk, "new3", "new4") == {"new3", "new4"}
        assert third.see(walk, "new2", "new1") == {"new2", "new1"}
        assert third.see(walk, "old1", "old2") == set()
        third.finish(walk)
        fourth = crawl(store, "r4", 72)
        assert fourth.see(fourth.walk(), "new3", "new4", "new2", "new1", "old1") == set()

    def test_a_later_walk_completes_the_interrupted_one(self, store: Store) -> None:
        """Entries that only the killed walk saw, since the later one stopped above them, are known ground after it."""
        first = crawl(store, "r1", 0)
        walk = first.walk()
        first.see(walk, "b")
        first.finish(walk)
        killed = crawl(store, "r2", 24)
        killed.see(killed.walk(), "a", "b", "c")  # a walk to the listing's end, killed before it
        later = crawl(store, "r3", 48)
        walk = later.walk()
        later.see(walk, "a", "b")
        later.finish(walk)
        assert later.see(later.walk(), "a", "b", "c") == set()

    def test_the_newest_entry_that_a_listing_showed(self, store: Store) -> None:
        one = crawl(store, "r1", 0)
        walk = one.walk()
        assert store.newest_listed(walk) is None
        dated = {"old": at(-9), "summer": at(-2).astimezone(timezone(timedelta(hours=9))), "new": at(-1), "none": None}
        entries = [ListingEntry(url=url(name), published_at=moment) for name, moment in dated.items()]
        store.remember_entries(walk, entries, at=at(0))
        assert store.newest_listed(one.walk()) == at(-1)
        assert store.newest_listed(one.walk("https://example.org/other")) is None

    def test_listings_do_not_know_each_others_ground(self, store: Store) -> None:
        one = crawl(store, "r1", 0)
        walk = one.walk(LISTING)
        one.see(walk, "a")
        one.finish(walk)
        assert one.see(one.walk(OTHER), "a") == {"a"}
        assert len(store.pending("gazette")) == 1, "but the URL is one"

    def test_the_same_listing_of_another_publisher_is_another(self, store: Store) -> None:
        one = crawl(store, "r1", 0)
        walk = one.walk()
        one.see(walk, "a")
        one.finish(walk)
        other = crawl(store, "r2", 1, publisher="herald")
        assert other.see(other.walk(), "a") == {"a"}

    def test_a_walk_with_a_floor_is_no_ground_for_one_that_goes_deeper(self, store: Store) -> None:
        shallow = crawl(store, "r1", 0)
        walk = shallow.walk(floor=at(-24))
        shallow.see(walk, "a")
        shallow.finish(walk)
        assert shallow.see(shallow.walk(floor=at(-24)), "a") == set()
        assert shallow.see(shallow.walk(floor=at(-12)), "a") == set()
        assert shallow.see(shallow.walk(floor=at(-48)), "a") == {"a"}

    def test_a_walk_to_the_end_is_ground_for_every_floor(self, store: Store) -> None:
        deep = crawl(store, "r1", 0)
        walk = deep.walk()
        deep.see(walk, "a")
        deep.finish(walk)
        assert deep.see(deep.walk(floor=at(-24)), "a") == set()
        assert deep.see(deep.walk(), "a") == set(), "and a shallower one does not take that away"

    def test_a_deeper_walk_makes_deeper_ground_of_what_a_shallow_one_saw_first(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        for floor in (at(-24), None):
            walk = run.walk(floor=floor)
            assert run.see(walk, "a") == {"a"}
            run.finish(walk)
        assert run.see(run.walk(), "a") == set()

    def test_a_shallow_walk_does_not_complete_an_interrupted_deep_one(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.see(run.walk(), "a", "b")  # killed
        walk = run.walk(floor=at(-24))
        run.see(walk, "a")
        run.finish(walk)
        assert run.see(run.walk(), "a", "b") == {"a", "b"}
        assert run.see(run.walk(floor=at(-24)), "a") == {"a"}, (
            "the deep one took it over: that costs a walk, no article"
        )

    def test_finishing_twice_is_finishing_once(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        walk = run.walk()
        run.finish(walk)
        run.finish(walk)

    def test_a_walk_that_was_never_begun_is_named(self, store: Store) -> None:
        with pytest.raises(StoreError, match="walk 7"):
            store.finish_walk(7, at=at(0))
        with pytest.raises(StoreError, match="walk 7"):
            store.remember_entries(7, [], at=at(0))

    def test_a_long_listing_page_is_remembered_whole(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        names = [f"a{number}" for number in range(1201)]
        walk = run.walk()
        assert run.see(walk, *names) == set(names)
        run.finish(walk)
        assert run.see(run.walk(), *names) == set()


class TestEntries:
    def test_listings_fill_each_other_in_field_by_field(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        walk = run.walk()
        first = ListingEntry(url=url("a"), title="Titel", summary="Anriss", published_at=at(-1))
        second = ListingEntry(url=url("a"), title="Neuer Titel")
        store.remember_entries(walk, [first], at=at(0))
        store.remember_entries(walk, [second, ListingEntry(url=url("a"))], at=at(1))
        memory = store.find_memory("gazette", url("a"))
        assert memory is not None
        assert memory.entry == ListingEntry(url=url("a"), title="Neuer Titel", summary="Anriss", published_at=at(-1))
        assert memory.discovered_at == at(0)

    def test_two_entries_of_one_page_fill_each_other_in(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        entries = [ListingEntry(url=url("a"), title="Titel"), ListingEntry(url=url("a"), summary="Anriss")]
        assert store.remember_entries(run.walk(), entries, at=at(0)) == {url("a")}
        memory = store.find_memory("gazette", url("a"))
        assert memory is not None
        assert (memory.entry.title, memory.entry.summary) == ("Titel", "Anriss")

    def test_the_publishers_offset_is_kept(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        moment = at(0).astimezone(timezone(timedelta(hours=1)))
        store.remember_entries(run.walk(), [ListingEntry(url=url("a"), published_at=moment)], at=at(0))
        memory = store.find_memory("gazette", url("a"))
        assert memory is not None
        assert memory.entry.published_at is not None
        assert memory.entry.published_at.isoformat() == moment.isoformat()

    def test_half_a_character_does_not_lose_the_page(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        store.remember_entries(run.walk(), [ListingEntry(url=url("a"), title="a\ud83d")], at=at(0))
        memory = store.find_memory("gazette", url("a"))
        assert memory is not None
        assert memory.entry.title == "a\ufffd"

    def test_a_listing_leaves_a_known_url_in_its_state(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a")
        run.see(run.walk(), "a")
        memory = store.find_memory("gazette", url("a"))
        assert memory is not None
        assert memory.state is UrlState.SETTLED

    def test_what_is_gone_is_asked_again_when_a_later_run_sees_it_listed(self, store: Store) -> None:
        one = crawl(store, "r1", 0)
        one.save("a")
        one.missing("a", status=410)
        one.see(one.walk(OTHER), "a")
        assert store.pending("gazette") == ()
        two = crawl(store, "r2", 24)
        two.see(two.walk(), "a")
        assert [memory.url for memory in store.pending("gazette")] == [url("a")]
        assert not two.missing("a"), "its tombstone stands already"
        assert store.pending("gazette") == ()


def test_a_linked_page_without_entries_is_the_end_when_another_night_met_it_too(store: Store) -> None:
    first = crawl(store, "r1", 0)
    assert not store.note_empty_page(first.walk(), 7, before=at(-12))
    again = crawl(store, "r2", 2)
    assert not store.note_empty_page(again.walk(), 7, before=at(-10)), "the same night"
    second = crawl(store, "r3", 24)
    assert not store.note_empty_page(second.walk(), 5, before=at(12)), "not so far down"
    assert not store.note_empty_page(second.walk("https://example.org/other"), 8, before=at(12)), "another listing"
    assert store.note_empty_page(second.walk(), 8, before=at(12))
