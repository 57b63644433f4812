"""Contract: whose article it is, when there is a new revision, and what that says."""

from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from articles.model import Ad, AdKind, Revision
from articles.store.contract import Store
from articles.store.terms import Saved, UrlState
from tests.articles.store.store_samples import article, at, crawl, tag, topic, url


def newest(store: Store, name: str) -> Revision:
    revision = store.find_revision(tag(name))
    assert revision is not None
    return revision


class TestRevisions:
    def test_the_first(self, store: Store) -> None:
        what = article(topics=(topic("A"),))
        assert crawl(store, "r1", 0).save("a", what) is Saved.CREATED
        assert newest(store, "a") == Revision(
            id=tag("a"),
            publisher="gazette",
            urls=(url("a"),),
            number=1,
            article=what,
            fetched_at=at(0),
            stored_at=at(0),
            updated_at=at(0),
            run_id="r1",
        )
        assert store.find_revision(tag("b")) is None

    def test_the_same_again_is_none_whatever_its_ads_do(self, store: Store) -> None:
        crawl(store, "r1", 0).save("a")
        ads = (Ad(kind=AdKind.SHOP, title=None, text="Kauft!"),)
        assert crawl(store, "r2", 24).save("a", replace(article(), ads=ads)) is Saved.UNCHANGED
        assert newest(store, "a").article.ads == ()
        assert len(store.history(tag("a"))) == 1

    def test_a_change_is_the_next(self, store: Store) -> None:
        crawl(store, "r1", 0).save("a")
        assert crawl(store, "r2", 24).save("a", article("Neuer Titel")) is Saved.REVISED
        assert [(r.number, r.article.title, r.run_id) for r in store.history(tag("a"))] == [
            (1, "Titel", "r1"),
            (2, "Neuer Titel", "r2"),
        ]
        assert newest(store, "a") == store.history(tag("a"))[1]

    def test_a_tombstone_keeps_the_last_article(self, store: Store) -> None:
        crawl(store, "r1", 0).save("a")
        crawl(store, "r2", 24).missing("a", status=410)
        first, tombstone = store.history(tag("a"))
        expected = replace(first, number=2, deleted=True, fetched_at=at(24), stored_at=at(24), run_id="r2")
        assert tombstone == expected == newest(store, "a")

    def test_what_comes_back_lives_again(self, store: Store) -> None:
        crawl(store, "r1", 0).save("a")
        crawl(store, "r2", 24).missing("a", status=410)
        assert crawl(store, "r3", 48).save("a") is Saved.REVISED
        revision = newest(store, "a")
        assert (revision.number, revision.deleted, revision.updated_at) == (3, False, at(0))
        memory = store.find_memory("gazette", url("a"))
        assert memory is not None
        assert memory.state is UrlState.SETTLED

    def test_half_a_character_is_stored_as_a_replacement_and_makes_no_revision_every_night(self, store: Store) -> None:
        broken = article("a\ud83d", topics=(topic("b\ud83d", "b\ud83d"),))
        assert crawl(store, "r1", 0).save("a", broken) is Saved.CREATED
        assert crawl(store, "r2", 24).save("a", broken) is Saved.UNCHANGED
        assert newest(store, "a").article.title == "a\ufffd"
        assert newest(store, "a").article.canonical_hash == broken.canonical_hash
        assert [use.name for use in store.topics()] == ["b\ufffd"]


class TestUpdatedAt:
    @pytest.mark.parametrize(
        ("published", "modified", "updated"),
        [
            (None, None, 0),
            (-5, None, -5),
            (-5, -3, -3),
            (-5, -7, -5),  # changed before it appeared: nonsense
            (-5, 2, -5),  # changed after it was fetched: nonsense
            (None, -3, -3),
        ],
    )
    def test_of_the_first_revision(
        self, store: Store, published: float | None, modified: float | None, updated: float
    ) -> None:
        what = article(
            published_at=None if published is None else at(published),
            modified_at=None if modified is None else at(modified),
        )
        crawl(store, "r1", 0).save("a", what)
        assert newest(store, "a").updated_at == at(updated)

    def test_stays_when_title_text_and_images_do(self, store: Store) -> None:
        crawl(store, "r1", 0).save("a")
        what = article(topics=(topic("A"),), modified_at=at(12))
        assert crawl(store, "r2", 24).save("a", what) is Saved.REVISED
        assert newest(store, "a").updated_at == at(0)

    @pytest.mark.parametrize(("modified", "updated"), [(None, 24), (12, 12), (-1, 24), (0, 24), (25, 24), (24, 24)])
    def test_moves_with_them(self, store: Store, modified: float | None, updated: float) -> None:
        crawl(store, "r1", 0).save("a")
        what = article("Neu", modified_at=None if modified is None else at(modified))
        crawl(store, "r2", 24).save("a", what)
        assert newest(store, "a").updated_at == at(updated)

    def test_grows_even_if_the_first_lay_in_the_future(self, store: Store) -> None:
        crawl(store, "r1", 0).save("a", article(published_at=at(100)))
        crawl(store, "r2", 24).save("a", article("Neu", published_at=at(100)))
        assert newest(store, "a").updated_at == at(100) + timedelta(seconds=1)

    def test_keeps_the_publishers_offset(self, store: Store) -> None:
        published_at = at(-5).astimezone(timezone(timedelta(hours=1)))
        crawl(store, "r1", 0).save("a", article(published_at=published_at))
        assert newest(store, "a").updated_at.isoformat() == published_at.isoformat()


class TestAddresses:
    def test_an_article_keeps_its_id_under_a_second_address(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a")
        assert run.save("b", seen=("a",)) is Saved.UNCHANGED
        assert store.find_article_id(url("b")) == tag("a")
        assert newest(store, "a").urls == (url("a"), url("b"))
        assert store.find_revision(tag("b")) is None
        assert run.save("b", article("Neu")) is Saved.REVISED, "now the address alone says whose it is"
        assert newest(store, "a").number == 2

    def test_an_address_that_tells_another_story_is_parted(self, store: Store) -> None:
        other = article("Etwas anderes", text="Hier steht von Anfang bis Ende eine ganz andere Geschichte als dort.")
        crawl(store, "r1", 0).save("a")
        crawl(store, "r1b", 1).save("b", answered="a")
        run = crawl(store, "r2", 24)
        assert run.save("b", other) is Saved.CREATED
        assert run.save("a") is Saved.UNCHANGED
        assert newest(store, "b").article == other
        assert newest(store, "a").article == article()
        assert store.find_article_id(url("b")) == tag("b")

    def test_an_old_address_that_tells_another_story_gets_an_id_of_its_own(self, store: Store) -> None:
        other = article("Etwas anderes", text="Hier steht von Anfang bis Ende eine ganz andere Geschichte als dort.")
        crawl(store, "r1", 0).save("a")
        crawl(store, "r2", 24).save("a", answered="b")
        assert crawl(store, "r3", 48).save("a", other) is Saved.CREATED
        assert store.find_article_id(url("b")) == tag("a")
        assert store.find_article_id(url("a")) == f"{tag('a')};2"

    def test_every_address_is_known(self, store: Store) -> None:
        crawl(store, "r1", 0).save("a", answered="b", seen=("c", "a", "b"))
        assert newest(store, "b").urls == (url("b"), url("a"), url("c"))
        assert {store.find_article_id(url(name)) for name in "abc"} == {tag("b")}
        assert store.find_article_id(url("d")) is None

    def test_history_tells_the_addresses_of_its_time(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a")
        run.save("a", seen=("b",))
        assert store.history(tag("a"))[0].urls == (url("a"),)
        assert list(store.revisions_of_day(at(0).date())) == list(store.history(tag("a")))

    def test_a_moved_article_is_linked_where_it_moved_to(self, store: Store) -> None:
        crawl(store, "r1", 0).save("a")
        assert crawl(store, "r2", 24).save("a", answered="b") is Saved.REVISED, (
            "whoever reads the lines must learn of it"
        )
        assert newest(store, "a").urls == (url("b"), url("a"))
        assert newest(store, "a").updated_at == store.history(tag("a"))[0].updated_at
        assert crawl(store, "r3", 48).save("a", answered="b") is Saved.UNCHANGED

    def test_one_served_at_two_addresses_does_not_change_its_link(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a")
        for name in ("b", "a", "b"):
            run.save(name, seen=("a",))
            assert newest(store, "a").url == url("a")

    def test_one_whose_address_is_gone_is_linked_at_another(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a", seen=("b",))
        run.save("b")
        run.missing("a", status=410)
        assert newest(store, "a").url == url("a")
        run.save("b")
        assert newest(store, "a").url == url("b")

    def test_the_address_that_answered_is_settled_too(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.see(run.walk(), "a", "b", "c")
        run.save("a", answered="b", seen=("c",), etag='"1"')
        assert [memory.url for memory in store.pending("gazette")] == [url("c")]
        memory = store.find_memory("gazette", url("b"))
        assert memory is not None
        assert (memory.article_id, memory.etag) == (tag("b"), '"1"')

    def test_an_id_that_is_known_already_is_not_minted_twice(self, store: Store) -> None:
        """An address that none knew, but whose id says that it is the same."""
        run = crawl(store, "r1", 0)
        run.save("a")
        assert run.save("b", article("Neu"), new_id="a") is Saved.REVISED
        assert newest(store, "a").urls == (url("a"), url("b"))


class TestCollisions:
    def test_a_redirect_to_another_known_article_is_read_as_that_one(self, store: Store) -> None:
        one = crawl(store, "r1", 0)
        one.save("a", article("A"))
        one.save("b", article("B"), etag='"b"')
        two = crawl(store, "r2", 24)
        assert two.save("a", article("B, neu"), answered="b", etag='"b2"') is Saved.REVISED
        assert newest(store, "a").article.title == "A"
        assert newest(store, "b").article.title == "B, neu"
        assert (newest(store, "a").urls, newest(store, "b").urls) == ((url("a"),), (url("b"),))
        assert store.outcomes_of_run("r2") == {"gazette": {"revised": 1, "collided": 1}}

    def test_its_address_is_settled_without_validators(self, store: Store) -> None:
        """Not modified would come to mean the wrong article."""
        one = crawl(store, "r1", 0)
        one.save("a", article("A"), etag='"a"')
        one.save("b", article("B"), etag='"b"')
        one.save("a", article("B"), answered="b", etag='"b2"')
        memories = [store.find_memory("gazette", url(name)) for name in "ab"]
        assert [(memory.article_id, memory.etag, memory.state) for memory in memories if memory] == [
            (tag("a"), None, UrlState.SETTLED),
            (tag("b"), '"b2"', UrlState.SETTLED),
        ]

    def test_a_page_that_calls_another_known_article_canonical_stays_its_own(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a", article("A"))
        run.save("b", article("B"))
        assert run.save("a", article("A, neu"), seen=("b", "c")) is Saved.REVISED
        assert newest(store, "a").article.title == "A, neu"
        assert newest(store, "b").article.title == "B"
        assert store.find_article_id(url("c")) == tag("a"), "an address of nobody's is taken all the same"
