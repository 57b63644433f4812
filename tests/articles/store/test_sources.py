"""Sources beside listings, and the files of hosts, as the store keeps them."""

from dataclasses import replace

from articles.store.contract import Store
from articles.store.sources_contract import SiteFile, Source, SourceKind
from articles.store.terms import ListingEntry, UrlState
from tests.articles.store.store_samples import at, crawl, url

NEWS = Source(url="https://example.org/news.xml", kind=SourceKind.SITEMAP, found_in="https://example.org/robots.txt")
FEED = Source(url="https://example.org/feed", kind=SourceKind.FEED, found_in="https://example.org/news")


def test_a_source_is_remembered_once_with_what_became_of_it(store: Store) -> None:
    store.note_sources("gazette", [NEWS, FEED])
    checked = replace(NEWS, etag='"1"', idle_count=2, checked_at=at(1), next_check_at=at(20))
    store.settle_source("gazette", checked)
    store.note_sources("gazette", [replace(NEWS, found_in=""), NEWS, FEED])
    assert store.sources("gazette") == (checked, FEED)
    assert store.sources("herald") == ()


def test_named_urls_are_discovered_and_listings_words_count_more(store: Store) -> None:
    run = crawl(store, "r1", 0)
    run.see(run.walk(), "a")
    named = [
        ListingEntry(url=url("a"), title="Anders", summary="Ein Satz."),
        ListingEntry(url=url("b"), title="B", published_at=at(-1)),
        ListingEntry(url=url("b"), title="Noch einmal B"),
    ]
    assert store.remember_named("gazette", named, run_id="r1", at=at(0)) == {url("b")}
    assert store.remember_named("gazette", named, run_id="r1", at=at(0)) == frozenset()
    first, second = (store.find_memory("gazette", url(name)) for name in "ab")
    assert first is not None
    assert second is not None
    assert (first.entry.title, first.entry.summary) == ("a", "Ein Satz.")
    assert (second.entry.title, second.entry.published_at, second.state) == ("B", at(-1), UrlState.DISCOVERED)
    assert [memory.url for memory in store.pending("gazette")] == [url("a"), url("b")]


def test_what_is_gone_stays_gone_though_a_sitemap_names_it(store: Store) -> None:
    run = crawl(store, "r1", 0)
    run.save("a")
    run.missing("a", status=410)
    later = crawl(store, "r2", 24)
    assert not store.remember_named("gazette", [ListingEntry(url=url("a"))], run_id=later.run_id, at=at(24))
    assert store.pending("gazette") == ()


def test_a_named_url_does_not_let_a_walk_stop(store: Store) -> None:
    run = crawl(store, "r1", 0)
    store.remember_named("gazette", [ListingEntry(url=url("a"))], run_id="r1", at=at(0))
    assert run.see(run.walk(), "a") == {"a"}


def test_a_file_of_a_host_is_kept_until_a_newer_one_comes(store: Store) -> None:
    robots = SiteFile(url="https://example.org/robots.txt", status=200, body=b"User-agent: *\n\xff", fetched_at=at(0))
    assert store.find_site_file(robots.url) is None
    store.save_site_file(robots)
    assert store.find_site_file(robots.url) == robots
    store.save_site_file(replace(robots, status=404, body=b"", fetched_at=at(24)))
    assert store.find_site_file(robots.url) == replace(robots, status=404, body=b"", fetched_at=at(24))
