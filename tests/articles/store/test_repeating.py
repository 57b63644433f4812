"""A text that is published anew under another address: kept apart, and linked."""

from articles.store.contract import Store
from tests.articles.store.store_samples import article, crawl, tag
from tests.articles.test_near_duplicates import edited, text_of

TEXT = " ".join(text_of(1))
EDITED = " ".join(edited(text_of(1), 1, 4))
OTHER = " ".join(text_of(2))


def same_as(store: Store, name: str) -> str | None:
    revision = store.find_revision(tag(name))
    assert revision is not None
    return revision.same_as


def test_the_later_article_is_linked_to_the_earlier(store: Store) -> None:
    crawl(store, "r1", 0).save("a", article("A", text=TEXT))
    night = crawl(store, "r2", 24)
    night.save("b", article("Ganz anders überschrieben", text=EDITED))
    night.save("c", article("A", text=OTHER))
    assert [same_as(store, name) for name in "abc"] == [None, tag("a"), None]
    assert len(store.newest(9)) == 3
    assert [revision.id for revision in store.find_repeating([tag("a")])] == [tag("b")]
    assert store.find_repeating([tag("b"), tag("c")]) == ()


def test_an_edit_of_the_earlier_one_links_nothing_back(store: Store) -> None:
    run = crawl(store, "r1", 0)
    run.save("a", article("A", text=TEXT))
    run.save("b", article("B", text=TEXT))
    crawl(store, "r2", 24).save("a", article("A, neu", text=EDITED))
    assert (same_as(store, "a"), same_as(store, "b")) == (None, tag("a"))


def test_a_text_that_becomes_another_loses_the_link_and_its_marks(store: Store) -> None:
    run = crawl(store, "r1", 0)
    run.save("a", article("A", text=TEXT))
    run.save("b", article("B", text=TEXT))
    later = crawl(store, "r2", 24)
    later.save("b", article("B", text=OTHER))
    later.save("c", article("C", text=OTHER))
    assert (same_as(store, "b"), same_as(store, "c")) == (None, tag("b"))
    assert [revision.same_as for revision in store.history(tag("b"))] == [tag("a"), None]


def test_withdrawn_articles_and_other_publishers_are_not_repeated(store: Store) -> None:
    run = crawl(store, "r1", 0)
    run.save("a", article("A", text=TEXT))
    run.missing("a", status=410)
    run.save("b", article("B", text=TEXT))
    assert same_as(store, "b") is None
    crawl(store, "r2", 24, publisher="herald").save("c", article("C", text=TEXT))
    assert same_as(store, "c") is None


def test_a_tombstone_keeps_the_link(store: Store) -> None:
    run = crawl(store, "r1", 0)
    run.save("a", article("A", text=TEXT))
    run.save("b", article("B", text=TEXT))
    run.missing("b", status=410)
    assert same_as(store, "b") == tag("a")
    assert store.find_faults() == ()
