"""Sitemaps, news sitemaps and indexes of sitemaps.

Sources: sitemaps.org/protocol.html; developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap.
"""

from datetime import datetime
from urllib.parse import urlsplit

from lxml import etree

from articles.store.terms import ListingEntry
from crawler.dates import find_machine_reading
from crawler.discovery.source_file import NamedArticle, NamedSitemap, SourceFile, SourceRules
from crawler.discovery.xml_records import local_name, namespace_of, read_records

_NEWS_NAMESPACE = "/schemas/sitemap-news/"
# Where they usually stand when robots.txt names none.
USUAL_PATHS = ("/sitemap.xml", "/sitemap_index.xml", "/news-sitemap.xml", "/sitemap-news.xml", "/sitemap.xml.gz")


def discover_sitemap(body: bytes, rules: SourceRules) -> SourceFile:
    """What a sitemap names: articles, and other sitemaps.

    Raises: UnreadableSource.
    """
    articles: dict[str, NamedArticle] = {}
    sitemaps: dict[str, NamedSitemap] = {}
    for record in read_records(body, frozenset({"url", "sitemap"})):
        said = _said(record)
        link = said.get("loc", "")
        if local_name(record) == "sitemap":
            if url := rules.own_link(link):
                sitemaps.setdefault(url, NamedSitemap(url=url, changed_at=_moment(said.get("lastmod"), rules)))
        elif url := rules.find_article(link):
            title, published_at = said.get("news:title"), _moment(said.get("news:publication_date"), rules)
            entry = ListingEntry(url=url, title=title, published_at=published_at)
            articles.setdefault(url, NamedArticle(entry=entry, changed_at=_moment(said.get("lastmod"), rules)))
    return SourceFile(articles=tuple(articles.values()), sitemaps=tuple(sitemaps.values()))


def is_about_news(url: str) -> bool:
    """True for a sitemap whose path speaks of news."""
    return "news" in urlsplit(url).path.lower()


def _said(record: etree._Element) -> dict[str, str]:
    """The texts of a record by element: `loc`, `lastmod`, `news:title` …; those of images and videos are left out."""
    said: dict[str, str] = {}
    for element in record.iterdescendants(etree.Element):
        text = " ".join((element.text or "").split())
        namespace = namespace_of(element)
        if _NEWS_NAMESPACE in namespace:
            said.setdefault(f"news:{local_name(element)}", text)
        elif element.getparent() is record:
            said.setdefault(local_name(element), text)
    return {name: text for name, text in said.items() if text}


def _moment(text: str | None, rules: SourceRules) -> datetime | None:
    reading = find_machine_reading(text, zone=rules.zone, not_after=rules.not_after) if text else None
    return reading.moment if reading else None
