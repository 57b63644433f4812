"""Which sitemaps and feeds are asked in a run."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from articles.store.sources_contract import Source, SourceKind
from crawler.base_spiders.due_sources import due_sources
from crawler.schedule import next_source_check

NIGHT = datetime(2026, 11, 20, 3, tzinfo=UTC)
INDEX = Source(
    url="https://example.org/sitemap.xml", kind=SourceKind.SITEMAP, found_in="https://example.org/robots.txt"
)
NEWS = Source(url="https://example.org/sitemap-news.xml", kind=SourceKind.SITEMAP, found_in=INDEX.url)
OLD = Source(url="https://example.org/sitemap-2019.xml", kind=SourceKind.SITEMAP, found_in=INDEX.url)
FEED = Source(url="https://example.org/feed", kind=SourceKind.FEED, found_in="https://example.org/news")
ALL = (INDEX, NEWS, OLD, FEED)


def due(
    *sources: Source,
    kinds: Collection[SourceKind] = tuple(SourceKind),
    limit: int = 9,
    idle_limit: int = 9,
    is_listing_broken: bool = False,
    is_anything_new: bool = True,
    request_count: int = 100,
) -> list[Source]:
    return due_sources(
        sources,
        kinds=kinds,
        now=NIGHT,
        limit=limit,
        idle_limit=idle_limit,
        is_listing_broken=is_listing_broken,
        is_anything_new=is_anything_new,
        request_count=request_count,
    )


def test_the_parts_of_an_index_are_asked_through_it_but_for_the_news() -> None:
    assert due(*ALL) == [INDEX, NEWS, FEED]


def test_kinds_can_be_switched_off() -> None:
    assert due(*ALL, kinds={SourceKind.FEED}) == [FEED]


def test_what_told_something_last_goes_first_and_the_rest_waits() -> None:
    idle = replace(FEED, idle_count=5, next_check_at=NIGHT)
    assert due(idle, NEWS, limit=1) == [NEWS]
    assert due(replace(FEED, next_check_at=NIGHT + timedelta(minutes=1))) == []


def test_a_broken_listing_has_all_asked_that_answer() -> None:
    resting = replace(FEED, next_check_at=NIGHT + timedelta(days=1))
    failing = replace(NEWS, failure_count=1)
    assert due(INDEX, failing, resting, limit=1, is_listing_broken=True) == [INDEX, resting]


def test_of_those_that_have_long_told_nothing_a_few_are_asked_the_longest_waiting_first() -> None:
    waiting = [
        replace(FEED, url=f"{FEED.url}/{days}", idle_count=9, next_check_at=NIGHT - timedelta(days=days))
        for days in (1, 3, 2)
    ]
    assert due(NEWS, *waiting, idle_limit=1) == [NEWS, waiting[1]]


def test_a_guess_that_failed_is_the_last_to_be_asked_again() -> None:
    failed = replace(INDEX, found_in="", failure_count=1, next_check_at=NIGHT - timedelta(days=9))
    idle = replace(FEED, idle_count=9, next_check_at=NIGHT)
    assert due(failed, idle, idle_limit=1) == [idle]


def test_what_was_asked_in_the_future_is_due() -> None:
    ahead = replace(FEED, checked_at=NIGHT + timedelta(days=300), next_check_at=NIGHT + timedelta(days=301))
    assert due(ahead) == [ahead]


def test_when_listings_show_nothing_new_one_source_is_asked_that_rests() -> None:
    """Once a night, and none that failed or was never asked."""
    night_ago = NIGHT - timedelta(days=1)
    resting = replace(FEED, idle_count=9, checked_at=night_ago, next_check_at=NIGHT + timedelta(days=3))
    sooner = replace(NEWS, idle_count=9, checked_at=night_ago, next_check_at=NIGHT + timedelta(days=1))
    assert due(resting, sooner) == []
    assert due(resting, sooner, is_anything_new=False) == [sooner]
    just_asked = replace(resting, checked_at=NIGHT - timedelta(hours=6))
    assert due(just_asked, sooner, is_anything_new=False) == []


def test_on_a_small_site_one_more_request_is_spared_every_second_night() -> None:
    night_ago, two_nights_ago = NIGHT - timedelta(days=1), NIGHT - timedelta(days=2)
    resting = replace(FEED, idle_count=9, checked_at=night_ago, next_check_at=NIGHT + timedelta(days=3))
    assert due(resting, is_anything_new=False, request_count=9) == []
    assert due(resting, is_anything_new=False, request_count=10) == [resting]
    rested = replace(resting, checked_at=two_nights_ago)
    assert due(rested, is_anything_new=False, request_count=9) == [rested]


def test_an_index_is_the_last_to_be_asked_out_of_turn() -> None:
    """It would lead to its parts."""
    night_ago = NIGHT - timedelta(days=1)
    index, part, feed = (
        replace(source, idle_count=9, checked_at=night_ago, next_check_at=NIGHT + timedelta(days=days))
        for days, source in enumerate((INDEX, OLD, FEED), start=1)
    )
    assert due(index, part, feed, is_anything_new=False) == [feed]


@pytest.mark.parametrize(("idle_count", "nights"), [(0, 1), (2, 1), (3, 2), (6, 4), (9, 7), (99, 7)])
def test_a_source_that_tells_nothing_is_asked_ever_more_rarely(idle_count: int, nights: int) -> None:
    at = next_source_check(idle_count=idle_count, failure_count=0, reach=timedelta(days=90), now=NIGHT)
    assert NIGHT + timedelta(days=nights - 1) < at < NIGHT + timedelta(days=nights)


@pytest.mark.parametrize(("reach_hours", "nights"), [(5, 1), (30, 1), (47, 2), (None, 2), (100, 4)])
def test_and_never_after_an_article_could_have_come_and_gone_in_it(reach_hours: int | None, nights: int) -> None:
    reach = None if reach_hours is None else timedelta(hours=reach_hours)
    at = next_source_check(idle_count=99, failure_count=0, reach=reach, now=NIGHT)
    assert NIGHT + timedelta(days=nights - 1) < at < NIGHT + timedelta(days=nights)


def test_a_source_that_fails_is_asked_ever_more_rarely() -> None:
    gaps = [
        next_source_check(idle_count=0, failure_count=number, reach=None, now=NIGHT) - NIGHT for number in range(1, 12)
    ]
    assert gaps == sorted(gaps)
    assert (gaps[0], gaps[-1]) == (timedelta(days=1), timedelta(days=32))
