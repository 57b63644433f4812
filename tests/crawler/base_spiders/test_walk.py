"""When a walk over a listing stops."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.identity import CanonicalUrl
from articles.store.terms import ListingEntry
from crawler.base_spiders.walk import Walk, WalkEnd
from crawler.discovery.listing_page import ListingPage
from crawler.discovery.next_page import NextPage

START = "https://gazette.example/news"
NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)


def entry(number: int, *, published_at: datetime | None = None) -> ListingEntry:
    return ListingEntry(url=CanonicalUrl(f"{START}/{number}"), published_at=published_at)


def page(*entries: ListingEntry, next_url: str | None = f"{START}/seite/2") -> ListingPage:
    following = NextPage(url=next_url, is_guess=False) if next_url else None
    return ListingPage(entries=entries, next_page=following)


def walk(*, floor: datetime | None = None, goes_to_end: bool = False) -> Walk:
    return Walk(START, 1, floor=floor, goes_to_end=goes_to_end)


def judge(
    under_way: Walk,
    shown: ListingPage,
    *,
    url: str = START,
    holding: int = 1,
    is_guess: bool = False,
    page_limit: int = 99,
    limit: bool = False,
) -> WalkEnd | None:
    urls = [each.url for each in shown.entries][:holding]
    return under_way.judge(url, shown, holding=urls, is_guess=is_guess, page_limit=page_limit, limit_is_reached=limit)


def test_something_new_goes_on() -> None:
    assert judge(walk(), page(entry(1), entry(2)), holding=1) is None


def test_nothing_new_is_known_ground() -> None:
    assert judge(walk(), page(entry(1)), holding=0) == WalkEnd("known ground", is_finished=True)


def test_known_entries_out_of_order_want_a_second_page() -> None:
    under_way = walk()
    mixed = page(*(entry(n, published_at=NOON - timedelta(hours=h)) for n, h in enumerate((9, 2, 7, 1, 5))))
    assert judge(under_way, mixed, holding=0) is None
    more = page(*(entry(n, published_at=NOON - timedelta(hours=h)) for n, h in ((6, 8), (7, 3))))
    end = judge(under_way, more, url=f"{START}/seite/2", holding=0)
    assert end == WalkEnd("known ground", is_finished=True)


def test_entries_pinned_on_top_are_in_order() -> None:
    pinned = page(*(entry(n, published_at=NOON - timedelta(hours=h)) for n, h in enumerate((99, 50, 1, 2, 2, 3))))
    assert judge(walk(), pinned, holding=0) == WalkEnd("known ground", is_finished=True)


def test_full_goes_over_known_ground() -> None:
    assert judge(walk(goes_to_end=True), page(entry(1)), holding=0) is None


def test_a_page_below_the_floor() -> None:
    old = page(entry(1, published_at=NOON - timedelta(days=1)), entry(2))
    assert judge(walk(floor=NOON), old, holding=1) == WalkEnd("the floor", is_finished=True)


def test_a_page_across_the_floor_goes_on() -> None:
    """A pinned old entry on top says nothing of those below it."""
    pinned = page(entry(1, published_at=NOON - timedelta(days=90)), entry(2, published_at=NOON))
    assert judge(walk(floor=NOON), pinned) is None


def test_a_page_without_dates_is_not_below_the_floor() -> None:
    assert judge(walk(floor=NOON), page(entry(1))) is None


@pytest.mark.parametrize("is_guess", [True, False])
def test_an_empty_page_is_the_end_only_where_no_link_led_to_it(is_guess: bool) -> None:
    """A notice in place of a page must not pass for the listing's end."""
    under_way = walk()
    judge(under_way, page(entry(1)))
    end = judge(under_way, page(), url=f"{START}/seite/2", is_guess=is_guess)
    assert end is not None
    assert end.is_finished is is_guess


def test_an_empty_first_page_is_no_end() -> None:
    end = judge(walk(), page())
    assert end is not None
    assert not end.is_finished


def test_a_page_with_nothing_more_is_the_end() -> None:
    under_way = walk()
    assert judge(under_way, page(entry(1), entry(2), entry(3))) is None
    end = judge(under_way, page(entry(1), entry(2)), url=f"{START}/seite/2")
    assert end is not None
    assert end.is_finished


def test_no_next_page_is_the_end() -> None:
    assert judge(walk(), page(entry(1), next_url=None)) == WalkEnd("the end of the listing", is_finished=True)


def test_pages_in_a_circle() -> None:
    under_way = walk()
    judge(under_way, page(entry(1)))
    end = judge(under_way, page(entry(2), next_url=START), url=f"{START}/seite/2")
    assert end == WalkEnd("a loop of its pages", is_finished=True)


def test_the_limit_leaves_the_walk_unfinished() -> None:
    assert judge(walk(), page(entry(1)), limit=True) == WalkEnd("the limit of articles", is_finished=False)


def test_a_listing_without_end_is_left_unfinished() -> None:
    assert judge(walk(), page(entry(1)), page_limit=1) == WalkEnd("more than 1 pages", is_finished=False)


def test_a_known_page_that_is_older_than_what_was_seen_wants_a_second_page() -> None:
    """All of it is pinned, newest first."""
    under_way = Walk(START, 1, floor=None, goes_to_end=False, newest_known=NOON)
    pinned = page(*(entry(n, published_at=NOON - timedelta(days=n)) for n in (5, 6, 7)))
    assert judge(under_way, pinned, holding=0) is None
    newest = page(*(entry(n, published_at=NOON - timedelta(days=n)) for n in (0, 1, 2)))
    end = judge(under_way, newest, url=f"{START}/seite/2", holding=0)
    assert end == WalkEnd("known ground", is_finished=True)


def test_pages_behind_the_first_that_end_in_something_new_are_looked_at_twice() -> None:
    under_way = walk()
    looked_at: list[str | None] = []
    for number, (holding, count) in enumerate(((2, 2), (2, 2), (1, 2), (0, 2), (1, 1)), start=1):
        shown = page(*(entry(10 * number + n) for n in range(count)), next_url=f"{START}/seite/{number + 1}")
        judge(under_way, shown, url=f"{START}/seite/{number}", holding=holding)
        looked_at.append(under_way.overlap_url)
    assert looked_at == [None, None, f"{START}/seite/2", None, None]


def test_a_page_is_not_looked_at_twice_for_one_that_repeats_it() -> None:
    under_way = walk()
    for number in (1, 2):
        judge(under_way, page(entry(number)), url=f"{START}/seite/{number}")
    judge(under_way, page(entry(2)), url=f"{START}/seite/3")
    assert under_way.overlap_url is None


def test_the_first_page_is_looked_at_again_when_its_last_entry_was_new() -> None:
    under_way = walk()
    judge(under_way, page(entry(1), entry(2)), holding=2)
    judge(under_way, page(entry(3), entry(4), next_url=None), url=f"{START}/seite/2", holding=0)
    assert under_way.wants_top
    assert under_way.look([entry(1).url, entry(2).url]) is False, "it shows nothing more"
    under_way.end_look(has_next=False)
    assert not under_way.wants_top


def test_the_first_page_is_not_looked_at_again_above_known_ground() -> None:
    under_way = walk()
    judge(under_way, page(entry(1), entry(2)), holding=1)
    judge(under_way, page(entry(3), entry(4)), url=f"{START}/seite/2", holding=0)
    assert not under_way.wants_top


def test_one_page_twice_is_no_end_when_a_page_of_new_entries_stands_on_top() -> None:
    under_way = walk()
    judge(under_way, page(entry(1), entry(2)), holding=2)
    judge(under_way, page(entry(1), entry(2)), url=f"{START}/seite/2", holding=2)
    assert under_way.look([entry(8).url, entry(9).url])
    assert not under_way.look([entry(1).url, entry(2).url])
    under_way.end_look(has_next=True)
    assert under_way.end is None


def test_a_listing_that_moves_faster_than_it_is_read_is_left_unfinished() -> None:
    under_way = walk()
    judge(under_way, page(entry(1), next_url=None))
    assert under_way.look([entry(2).url])
    assert not under_way.look([entry(3).url])
    assert under_way.end is not None
    assert not under_way.end.is_finished
