"""Contract: where pages are archived, which of them a new separation should read, and what comes of it."""

from articles.store.contract import Store
from articles.store.terms import Outcome, Saved
from tests.articles.store.store_samples import Crawl, article, at, crawl, place, tag, topic, url


def wanted(store: Store, separation: str = "second", **only: object) -> list[str]:
    """The names of the URLs whose pages are to be read, as given and as counted."""
    pages = list(store.pages_to_separate(separation=separation, **only))  # type: ignore[arg-type]
    assert store.count_pages(separation=separation, **only) == len(pages)  # type: ignore[arg-type]
    return [page.memory.url.removeprefix("https://example.org/") for page in pages]


def reread(store: Store, name: str, text: str, *, run: Crawl | None = None) -> Saved:
    (page,) = (page for page in store.pages_to_separate(separation="second") if page.memory.url == url(name))
    run = run or crawl(store, "again", 99)
    return store.revise_article(page, article("A", text=text), run_id=run.run_id, separation="second", at=at(run.hours))


def test_an_article_knows_its_pages_newest_first(store: Store) -> None:
    crawl(store, "r1", 0).save("a", article("A"), archived=place(10))
    crawl(store, "r2", 24).save("a", article("A, neu"), archived=place(20))
    crawl(store, "r3", 48).save("a", article("A, neu"), archived=place(30))
    pages = store.pages_of(tag("a"))
    assert [(page.place, page.fetched_at, page.is_source) for page in pages] == [
        (place(30), at(48), False),
        (place(20), at(24), True),
        (place(10), at(0), False),
    ]
    assert {page.article_id for page in pages} == {tag("a")}
    assert pages[0].memory.url == url("a")


def test_a_page_that_is_not_archived_has_no_place(store: Store) -> None:
    crawl(store, "r1", 0).save("a")
    assert store.pages_of(tag("a")) == ()
    assert wanted(store) == []


def test_the_newest_page_of_each_article_is_to_be_read_once_per_separation(store: Store) -> None:
    one = crawl(store, "r1", 0)
    one.save("a", article("A"), archived=place(10))
    one.save("b", article("B"), archived=place(20))
    crawl(store, "r2", 24).save("a", article("A"), archived=place(30))
    assert wanted(store, "first") == []
    assert wanted(store) == ["b", "a"]
    assert [page.place for page in store.pages_to_separate(separation="second")] == [place(20), place(30)]
    store.note_separated(list(store.pages_to_separate(separation="second"))[:1], separation="second")
    assert wanted(store) == ["a"]
    assert wanted(store, "third") == ["b", "a"]


def test_pages_are_chosen_by_publisher_and_day(store: Store) -> None:
    crawl(store, "r1", 0).save("a", archived=place(10))
    crawl(store, "r2", 24, publisher="herald").save("b", archived=place(20))
    assert wanted(store, publishers=("herald",)) == ["b"]
    assert wanted(store, since=at(24).date()) == ["b"]
    assert wanted(store, since=at(48).date()) == []


def test_many_pages_come_in_order_though_they_are_noted_meanwhile(store: Store) -> None:
    run = crawl(store, "r1", 0)
    for number in range(450):
        run.save(f"s{number}", archived=place(number))
    offsets = []
    for page in store.pages_to_separate(separation="second"):
        offsets.append(page.place.offset_bytes)
        store.note_separated([page], separation="second")
    assert offsets == list(range(450))


def test_another_reading_makes_a_revision(store: Store) -> None:
    run = crawl(store, "r1", 0)
    run.save("a", article("A", text="Alt."), etag='"1"', archived=place(10))
    before = store.find_memory("gazette", url("a"))
    assert reread(store, "a", "Neu.") is Saved.REVISED
    newest = store.find_revision(tag("a"))
    assert newest is not None
    assert (newest.number, newest.article.text, newest.run_id) == (2, "Neu.", "again")
    assert (newest.fetched_at, newest.stored_at) == (at(0), at(99))
    assert newest.updated_at > at(0), "readers see that the text is another"
    assert store.find_memory("gazette", url("a")) == before
    assert store.pages_of(tag("a"))[0].is_source
    assert store.outcomes_of_run("again") == {"gazette": {Outcome.REVISED: 1}}
    assert wanted(store) == []


def test_the_same_reading_makes_none(store: Store) -> None:
    crawl(store, "r1", 0).save("a", article("A", text="Alt."), archived=place(10))
    assert reread(store, "a", "Alt.") is Saved.UNCHANGED
    assert len(store.history(tag("a"))) == 1
    assert wanted(store) == []


def test_a_page_older_than_what_is_stored_changes_nothing(store: Store) -> None:
    crawl(store, "r1", 0).save("a", article("A", text="Alt."), archived=place(10))
    crawl(store, "r2", 24).save("a", article("A", text="Geändert."))
    assert reread(store, "a", "Anders gelesen.") is Saved.UNCHANGED
    assert [revision.article.text for revision in store.history(tag("a"))] == ["Alt.", "Geändert."]


def test_a_withdrawn_article_is_left_alone(store: Store) -> None:
    crawl(store, "r1", 0).save("a", article("A", text="Alt."), archived=place(10))
    (page,) = store.pages_of(tag("a"))
    run = crawl(store, "r2", 24)
    run.missing("a", status=410)
    assert wanted(store) == []
    saved = store.revise_article(page, article("A", text="Neu."), run_id="r2", separation="second", at=at(24))
    assert saved is Saved.UNCHANGED
    assert store.history(tag("a"))[-1].deleted


def test_an_old_page_does_not_give_a_topic_its_old_name_back(store: Store) -> None:
    crawl(store, "r1", 0).save("a", article("A", topics=(topic("Alt", "x"),)), archived=place(10))
    crawl(store, "r2", 24).save("b", article("B", topics=(topic("Neu", "x"),)), archived=place(20))
    (page,) = (page for page in store.pages_to_separate(separation="second") if page.memory.url == url("a"))
    new = article("A", text="Anders.", topics=(topic("Alt", "x"), topic("Y", "y")))
    store.revise_article(page, new, run_id="r2", separation="second", at=at(30))
    assert [(use.name, len(store.newest(9, topic=use.slug))) for use in store.topics()] == [("Neu", 2), ("Y", 1)]


def test_a_rejected_page_may_yet_give_an_article(store: Store) -> None:
    run = crawl(store, "r1", 0)
    run.reject("a", archived=place(10))
    (page,) = store.pages_to_separate(separation="second")
    assert (page.article_id, page.place, page.memory.url) == (None, place(10), url("a"))
    run.save("a", article("A"), archived=place(10))
    assert store.pages_of(tag("a"))[0].key == page.key, "noted once"
    assert len(store.pages_of(tag("a"))) == 1


def test_a_rejected_page_of_a_known_article_is_not_read_in_its_stead(store: Store) -> None:
    crawl(store, "r1", 0).save("a", article("A"), archived=place(10))
    crawl(store, "r2", 24).reject("a", archived=place(20))
    assert [page.place for page in store.pages_to_separate(separation="second")] == [place(10)]
    assert [page.place for page in store.pages_of(tag("a"))] == [place(10)]
