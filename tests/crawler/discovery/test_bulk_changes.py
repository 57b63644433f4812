from datetime import UTC, datetime, timedelta

from articles.identity import CanonicalUrl
from articles.store.terms import ListingEntry
from crawler.discovery.bulk_changes import MOST_A_DAY, without_bulk_changes
from crawler.discovery.source_file import NamedArticle

NIGHT = datetime(2026, 11, 20, 3, tzinfo=UTC)


def named(number: int, *, days: int = 0, is_dated: bool = False) -> NamedArticle:
    entry = ListingEntry(
        url=CanonicalUrl(f"https://example.org/news/{days}-{number}"), published_at=NIGHT if is_dated else None
    )
    return NamedArticle(entry=entry, changed_at=NIGHT - timedelta(days=days))


def test_a_whole_archive_that_changed_is_not_believed() -> None:
    archive = [named(number) for number in range(MOST_A_DAY + 1)]
    others = [named(number, days=1) for number in range(MOST_A_DAY)]
    assert without_bulk_changes([*archive, *others], known=()) == tuple(others)


def test_what_is_known_or_says_when_it_was_published_is() -> None:
    known = [named(number) for number in range(MOST_A_DAY)]
    dated = [named(number, is_dated=True) for number in range(MOST_A_DAY, 2 * MOST_A_DAY)]
    new = named(3 * MOST_A_DAY)
    articles = (*known, *dated, new)
    assert without_bulk_changes(articles, known={each.entry.url for each in known}) == articles
