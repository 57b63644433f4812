"""Which sitemaps and feeds are asked in a run."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

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


def due(*sources: Source, limit: int = 9, is_listing_broken: bool = False) -> list[Source]:
    return due_sources(sources, kinds=tuple(SourceKind), now=NIGHT, limit=limit, is_listing_broken=is_listing_broken)


def test_the_parts_of_an_index_are_asked_through_it_but_for_the_news() -> None:
    assert due(*ALL) == [INDEX, NEWS, FEED]


def test_kinds_can_be_switched_off() -> None:
    assert due_sources(ALL, kinds={SourceKind.FEED}, now=NIGHT, limit=9, is_listing_broken=False) == [FEED]


def test_what_told_something_last_goes_first_and_the_rest_waits() -> None:
    idle = replace(FEED, idle_count=5, next_check_at=NIGHT)
    assert due(idle, NEWS, limit=1) == [NEWS]
    assert due(replace(FEED, next_check_at=NIGHT + timedelta(minutes=1))) == []


def test_a_broken_listing_has_all_asked_that_answer() -> None:
    resting = replace(FEED, next_check_at=NIGHT + timedelta(days=1))
    failing = replace(NEWS, failure_count=1)
    assert due(INDEX, failing, resting, limit=1, is_listing_broken=True) == [INDEX, resting]


def test_a_source_is_due_every_night_and_when_idle_every_second() -> None:
    for idle_count, nights in ((0, 1), (1, 1), (3, 2), (99, 2)):
        at = next_source_check(idle_count=idle_count, failure_count=0, now=NIGHT)
        assert NIGHT + timedelta(days=nights - 1) < at < NIGHT + timedelta(days=nights)


def test_a_source_that_fails_is_asked_ever_more_rarely() -> None:
    gaps = [next_source_check(idle_count=0, failure_count=number, now=NIGHT) - NIGHT for number in range(1, 12)]
    assert gaps == sorted(gaps)
    assert (gaps[0], gaps[-1]) == (timedelta(days=1), timedelta(days=32))
