"""Contract: what publishers repeat is kept; what was read too early is put right before anybody is told."""

from dataclasses import replace

import pytest

from articles.model import Article
from articles.store.contract import Store
from articles.store.terms import ArchivedPage, Fetched, Outcome, Saved
from tests.articles.store.store_samples import Crawl, article, at, crawl, place, tag, topic, url


def save(run: Crawl, name: str, what: Article, *, offset: int, awaits: bool = True) -> Saved:
    fetched = Fetched(
        url=url(name), at=at(run.hours), status=200, archived=place(offset), separation="first", awaits_lesson=awaits
    )
    return run.store.save_article(
        run.publisher,
        what,
        fetched,
        run_id=run.run_id,
        new_id=tag(name),
        next_check_at=at(run.hours + 24),
        at=at(run.hours),
    )


def reread(run: Crawl, what: Article) -> Saved:
    (page,) = run.store.pages_awaiting()
    return run.store.revise_article(page, what, run_id=run.run_id, separation="first", at=at(run.hours + 1))


def told(store: Store, name: str) -> list[tuple[int, str, bool]]:
    return [(revision.number, revision.article.text, revision.deleted) for revision in store.history(tag(name))]


def test_what_a_publisher_repeats_is_kept_and_replaced(store: Store) -> None:
    assert store.find_furniture("gazette") is None
    store.save_furniture("gazette", b"one", at=at(0))
    store.save_furniture("herald", b"two", at=at(0))
    store.save_furniture("gazette", b"three", at=at(1))
    assert (store.find_furniture("gazette"), store.find_furniture("herald")) == (b"three", b"two")


def test_a_page_awaits_its_lesson_until_it_is_read_again(store: Store) -> None:
    run = crawl(store, "r1", 0)
    save(run, "a", article("A"), offset=10)
    save(run, "b", article("B"), offset=20, awaits=False)
    run.reject("c", archived=place(30))
    (page,) = store.pages_awaiting()
    assert (page.place, page.awaits_lesson) == (place(10), True)
    assert list(store.pages_awaiting(publishers=("herald",))) == []
    store.note_separated([page], separation="first")
    assert list(store.pages_awaiting()) == []


def test_what_awaits_comes_in_portions_which_notes_made_meanwhile_do_not_disturb(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.store.pages._PAGE_SIZE", 2)
    run = crawl(store, "r1", 0)
    for number in range(1, 6):
        save(run, f"a{number}", article(f"Artikel {number}"), offset=number)
    assert (store.count_awaiting(), store.count_awaiting(publishers=("herald",))) == (5, 0)
    places = []
    for page in store.pages_awaiting():
        store.note_separated([page], separation="first")
        places.append(page.place)
    assert places == [place(number) for number in range(1, 6)]
    assert store.count_awaiting() == 0


def test_only_the_newest_page_of_an_article_awaits(store: Store) -> None:
    save(crawl(store, "r1", 0), "a", article("A"), offset=10)
    save(crawl(store, "r2", 24), "a", article("A"), offset=20)
    assert [page.place for page in store.pages_awaiting()] == [place(20)]


def test_a_withdrawn_article_awaits_nothing(store: Store) -> None:
    run = crawl(store, "r1", 0)
    save(run, "a", article("A"), offset=10)
    run.missing("a", status=410)
    assert list(store.pages_awaiting()) == []


def test_a_first_revision_is_amended_in_its_place(store: Store) -> None:
    run = crawl(store, "r1", 0)
    save(run, "a", article("A", text="Text. Anzeige.", topics=(topic("X", "x"),)), offset=10)
    assert reread(run, article("A", text="Text.", topics=(topic("Y", "y"),))) is Saved.REVISED
    (revision,) = store.history(tag("a"))
    assert (revision.number, revision.article.text) == (1, "Text.")
    assert (revision.run_id, revision.stored_at, revision.fetched_at) == ("r1", at(0), at(0))
    assert revision.updated_at == at(0), "nobody saw another text"
    assert [use.slug for use in store.topics()] == ["y"]
    assert store.pages_of(tag("a"))[0].is_source
    assert store.outcomes_of_run("r1") == {"gazette": {Outcome.CREATED: 1, Outcome.DISCOVERED: 1}}
    assert list(store.pages_awaiting()) == []
    assert store.find_faults() == ()


def test_advertisements_too_are_put_right_before_anybody_is_told(store: Store) -> None:
    run = crawl(store, "r1", 0)
    save(run, "a", article("A"), offset=10)
    assert reread(run, replace(article("A"), warnings=("anders",))) is Saved.REVISED
    assert store.history(tag("a"))[0].article.warnings == ("anders",)


def test_a_revision_that_says_what_the_one_before_it_said_is_taken_back(store: Store) -> None:
    save(crawl(store, "r1", 0), "a", article("A", text="Text."), offset=10, awaits=False)
    store.finish_run("r1", exit_status=0, at=at(1))
    run = crawl(store, "r2", 24)
    save(run, "a", article("A", text="Text. Neue Anzeige."), offset=20)
    assert len(told(store, "a")) == 2
    assert reread(run, article("A", text="Text.")) is Saved.REVISED
    assert told(store, "a") == [(1, "Text.", False)]
    newest = store.find_revision(tag("a"))
    assert newest is not None
    assert newest.article.text == "Text."
    assert store.find_faults() == ()
    save(crawl(store, "r3", 48), "a", article("A", text="Geändert."), offset=30)
    assert told(store, "a") == [(1, "Text.", False), (2, "Geändert.", False)]


def test_after_a_tombstone_a_revision_is_amended_and_stays(store: Store) -> None:
    first = crawl(store, "r1", 0)
    save(first, "a", article("A", text="Text."), offset=10, awaits=False)
    first.missing("a", status=410)
    store.finish_run("r1", exit_status=0, at=at(1))
    run = crawl(store, "r2", 24)
    save(run, "a", article("A", text="Text. Anzeige."), offset=20)
    reread(run, article("A", text="Text."))
    assert told(store, "a") == [(1, "Text.", False), (2, "Text.", True), (3, "Text.", False)]


@pytest.mark.parametrize("command", ["nightly", "export", "feeds", "reseparate"])
def test_what_others_were_told_is_revised_and_not_amended(store: Store, command: str) -> None:
    save(crawl(store, "r1", 0), "a", article("A", text="Text. Anzeige."), offset=10)
    store.begin_run("telling", command=command, at=at(1))
    store.finish_run("telling", exit_status=0, at=at(2))
    reread(crawl(store, "r2", 24), article("A", text="Text."))
    assert told(store, "a") == [(1, "Text. Anzeige.", False), (2, "Text.", False)]


def test_what_a_killed_run_left_is_amended_by_the_next(store: Store) -> None:
    save(crawl(store, "killed", 0), "a", article("A", text="Text. Anzeige."), offset=10)
    reread(crawl(store, "r2", 24), article("A", text="Text."))
    assert told(store, "a") == [(1, "Text.", False)]
    assert store.days_of_run("killed"), "its day is still to be written"


def test_a_page_that_is_not_the_revisions_own_amends_nothing(store: Store) -> None:
    """The page came again with the same text; the revision was read from the page before."""
    save(crawl(store, "r1", 0), "a", article("A", text="Text. Anzeige."), offset=10, awaits=False)
    run = crawl(store, "r2", 24)
    save(run, "a", article("A", text="Text. Anzeige."), offset=20)
    reread(run, article("A", text="Text."))
    assert told(store, "a") == [(1, "Text. Anzeige.", False), (2, "Text.", False)]


def test_reading_again_what_is_right_changes_nothing(store: Store) -> None:
    run = crawl(store, "r1", 0)
    save(run, "a", article("A"), offset=10)
    (before,) = store.history(tag("a"))
    pages: list[ArchivedPage] = list(store.pages_awaiting())
    assert reread(run, article("A")) is Saved.UNCHANGED
    assert store.history(tag("a")) == (before,)
    assert pages[0].key == store.pages_of(tag("a"))[0].key


def test_how_a_page_was_read_is_kept_while_it_awaits(store: Store) -> None:
    run = crawl(store, "r1", 0)
    fetched = Fetched(url=url("a"), at=at(0), status=200, archived=place(1), awaits_lesson=True, lesson=b"so")
    store.save_article("gazette", article("A"), fetched, run_id="r1", new_id=tag("a"), next_check_at=at(1), at=at(0))
    (page,) = store.pages_awaiting()
    assert page.lesson == b"so"
    run.store.note_separated([page], separation="first")
    assert store.pages_of(tag("a"))[0].lesson is None
