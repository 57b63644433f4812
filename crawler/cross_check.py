"""What only one of several places told that name a publisher's articles: a listing, a sitemap, a feed."""

from collections.abc import Collection, Mapping

from articles.identity import CanonicalUrl


def find_sole(
    named: Mapping[str, Collection[CanonicalUrl]], new: Collection[CanonicalUrl]
) -> Mapping[str, tuple[CanonicalUrl, ...]]:
    """Per place, by its URL, the new articles that no other place names, in the order of their URLs."""
    places_of = {url: [place for place, urls in named.items() if url in urls] for url in sorted(new)}
    return {place: tuple(url for url, places in places_of.items() if places == [place]) for place in named}
