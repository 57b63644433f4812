"""One page of a listing, read: its entries and where it goes on."""

from collections.abc import Callable
from dataclasses import dataclass

from lxml.html import HtmlElement

from articles.errors import InvalidUrl
from articles.identity import CanonicalUrl, UrlRule, normalize_url
from articles.store.contract import ListingEntry
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

    def find_article(link: str) -> CanonicalUrl | None:
        if not link.startswith(("http://", "https://")):
            return None
        try:
            canonical = normalize_url(canonical_link(link), rule)
        except InvalidUrl:
            return None
        return canonical if rule.is_article(canonical) else None

    page = cut_lines(tree, base_url=url, find_article=find_article)
    next_page = find_next_page(tree, url=url, page_path=page_path)
    return ListingPage(entries=discover_entries(page, date_rules), next_page=next_page)
