"""The feeds that a publisher offers: RSS 0.9 to 2.0 and Atom, and where its pages announce them.

Sources: rssboard.org/rss-specification; RFC 4287; rssboard.org/rss-autodiscovery.
"""

import html
import re
from collections.abc import Callable
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from articles.store.terms import ListingEntry
from crawler.dates import find_machine_reading
from crawler.discovery.source_file import NamedArticle, SourceFile, SourceRules
from crawler.discovery.xml_records import local_name, read_records

_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml"})
_PUBLISHED, _CHANGED = ("pubDate", "published", "issued", "date"), ("updated", "modified")
_MARKUP = re.compile(r"</?[A-Za-z][^>]*>")
_MAX_SUMMARY_CHARS = 1000


def discover_feed(body: bytes, rules: SourceRules) -> SourceFile:
    """The articles that a feed names.

    Raises: UnreadableSource.
    """
    articles: dict[str, NamedArticle] = {}
    for record in read_records(body, frozenset({"item", "entry"})):
        if (url := rules.find_article(_link(record))) is None:
            continue
        entry = ListingEntry(
            url=url,
            title=_plain(record, "title"),
            summary=_summary(record),
            published_at=_moment(record, _PUBLISHED, rules),
        )
        articles.setdefault(url, NamedArticle(entry=entry, changed_at=_moment(record, _CHANGED, rules)))
    return SourceFile(articles=tuple(articles.values()))


def discover_feed_links(tree: HtmlElement, *, url: str, own_link: Callable[[str], str | None]) -> tuple[str, ...]:
    """The feeds that the page at `url` announces in its head, each once; those of comments are left out."""
    found: dict[str, None] = {}
    for link in tree.iter("link"):
        relations = (link.get("rel") or "").lower().split()
        media_type = (link.get("type") or "").partition(";")[0].strip().lower()
        if "alternate" not in relations or media_type not in _TYPES:
            continue
        try:
            own = own_link(urljoin(url, (link.get("href") or "").strip()))
        except ValueError:  # "http://[" is no URL
            continue
        if own and "comments" not in urlsplit(own).path.lower().split("/"):
            found[own] = None
    return tuple(found)


def _link(record: etree._Element) -> str:
    """Where an entry leads: its link, or an id that is one."""
    for element in _named(record, ("link",)):
        href = element.get("href")
        if href and (element.get("rel") or "alternate") == "alternate":
            return href.strip()
        if element.text and element.text.strip():
            return element.text.strip()
    for element in _named(record, ("guid", "id")):
        if element.get("isPermaLink", "true") == "true":
            return (element.text or "").strip()
    return ""


def _plain(record: etree._Element, *names: str) -> str | None:
    """The text of the first of these elements that has any, without markup."""
    for element in _named(record, names):
        # An RSS title may be HTML or plain text, and does not say which; escaped twice it is HTML.
        plain = html.unescape(_MARKUP.sub("", html.unescape(_text(element))))
        if joined := " ".join(plain.split()):
            return joined
    return None


def _summary(record: etree._Element) -> str | None:
    """A teaser in plain words; None for one in markup, which may hold pictures, advertising, or the whole article."""
    for element in _named(record, ("description", "summary")):
        text = html.unescape(_text(element))
        if text.strip() and len(text) <= _MAX_SUMMARY_CHARS and not _MARKUP.search(text):
            return " ".join(text.split())
    return None


def _moment(record: etree._Element, names: tuple[str, ...], rules: SourceRules) -> datetime | None:
    for element in _named(record, names):
        reading = find_machine_reading(element.text or "", zone=rules.zone, not_after=rules.not_after)
        if reading:
            return reading.moment
    return None


def _named(record: etree._Element, names: tuple[str, ...]) -> list[etree._Element]:
    """The record's own children with these names, in the order of the names."""
    children = list(record.iterchildren(etree.Element))
    return [child for name in names for child in children if local_name(child) == name]


def _text(element: etree._Element) -> str:
    return str(element.xpath("string()"))
