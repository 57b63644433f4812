"""Sitemaps and feeds for tests, of a publisher whose articles are `https://example.org/news/<name>`."""

import re
from zoneinfo import ZoneInfo

from articles.errors import InvalidUrl
from articles.identity import CanonicalUrl, UrlRule, normalize_url
from crawler.discovery.source_file import SourceFile, SourceRules

ORIGIN = "https://example.org"
RULE = UrlRule(
    origin=ORIGIN,
    hosts=frozenset({"example.org", "www.example.org"}),
    article_path=re.compile(r"/news/[a-z0-9-]+"),
    tag_authority="example.org",
    tag_date="2026",
)


def _find_article(link: str) -> CanonicalUrl | None:
    try:
        url = normalize_url(link, RULE)
    except InvalidUrl:
        return None
    return url if RULE.is_article(url) else None


RULES = SourceRules(
    find_article=_find_article,
    own_link=lambda link: link if RULE.owns(link) else None,
    zone=ZoneInfo("Europe/Berlin"),
    not_after=None,
)


def names(file: SourceFile) -> list[str]:
    return [article.entry.url.rpartition("/")[2] for article in file.articles]


def news_sitemap(*items: tuple[str, str, str]) -> bytes:
    """Of names, times and titles."""
    urls = "".join(
        f"<url><loc>{ORIGIN}/news/{name}</loc><news:news><news:publication><news:name>Bote</news:name>"
        f"</news:publication><news:publication_date>{moment}</news:publication_date><news:title>{title}</news:title>"
        "</news:news><image:image><image:title>Ein Bild</image:title></image:image></url>"
        for name, moment, title in items
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
        f' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">{urls}</urlset>'
    ).encode()
