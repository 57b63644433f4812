"""Sitemaps that say of a whole archive that it changed today."""

from collections import Counter
from collections.abc import Collection, Sequence

from articles.identity import CanonicalUrl
from crawler.discovery.source_file import NamedArticle

MOST_A_DAY = 1000
"""No publisher brings out more articles a day."""


def without_bulk_changes(
    articles: Sequence[NamedArticle], *, known: Collection[CanonicalUrl]
) -> tuple[NamedArticle, ...]:
    """The articles but for the unknown ones of days on which more are said to have changed than can have come out.

    Many sites write the time at which a sitemap was made behind every page in it. What says when it was published is
    believed.

    Args: known: of the articles, those that are remembered already.
    """
    doubtful = {
        article.entry.url: article.changed_at.date()
        for article in articles
        if article.changed_at and article.entry.published_at is None and article.entry.url not in known
    }
    count_by_day = Counter(doubtful.values())
    bulk = {url for url, day in doubtful.items() if count_by_day[day] > MOST_A_DAY}
    return tuple(article for article in articles if article.entry.url not in bulk)
