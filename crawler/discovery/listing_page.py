"""One page of a listing, read: its entries and where it goes on."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit, urlunsplit

from lxml.html import HtmlElement

from articles.errors import InvalidUrl
from articles.identity import CanonicalUrl, UrlRule, normalize_url
from articles.store.terms import ListingEntry
from crawler.discovery.entries import DateRules, discover_entries
from crawler.discovery.lines import cut_lines
from crawler.discovery.next_page import NextPage, find_next_page


@dataclass(frozen=True, kw_only=True, slots=True)
class ListingPage:
    """What one page of a listing shows."""

    entries: tuple[ListingEntry, ...]
    """In page order, an article once."""
    next_page: NextPage | None


def discover_listing(
    tree: HtmlElement,
    *,
    url: str,
    rule: UrlRule,
    date_rules: DateRules,
    page_path: str | None,
    canonical_link: Callable[[str], str] = str,
) -> ListingPage:
    """The entries and the next page of the listing page at `url`.

    `canonical_link` maps an absolute link to the publisher's own, where pages are fetched from another origin.
    """
    base_url = _base_url(tree, url)

    def own_link(href: str) -> str | None:
        """A link on the publisher's hosts, as if it led to the host that this page is on."""
        try:
            link = canonical_link(urljoin(base_url, href))
            if not link.startswith(("http://", "https://")) or not rule.owns(link):
                return None
        except ValueError:  # a link such as "http://[" is none
            return None
        here = urlsplit(url)
        return urlunsplit(urlsplit(link)._replace(scheme=here.scheme, netloc=here.netloc))

    def find_article(href: str) -> CanonicalUrl | None:
        link = own_link(href)
        if link is None:
            return None
        try:
            canonical = normalize_url(link, rule)
        except InvalidUrl:
            return None
        return canonical if rule.is_article(canonical) else None

    page = cut_lines(tree, find_article=find_article)
    next_page = find_next_page(tree, url=url, page_path=page_path, own_link=own_link)
    return ListingPage(entries=discover_entries(page, date_rules), next_page=next_page)


def _base_url(tree: HtmlElement, url: str) -> str:
    base: str = next((element.get("href") for element in tree.iter("base") if element.get("href")), "")
    try:
        return urljoin(url, base.strip())
    except ValueError:
        return url
