"""What a page is on its way: fetched, read, separated. A spider yields the first; the worker makes the others of it."""

from dataclasses import dataclass

from lxml.html import HtmlElement
from scrapy.http import TextResponse

from articles.model import Article
from articles.store.terms import Fetched, UrlMemory
from crawler.archive.exchange import Exchange
from crawler.separation.furniture import Lesson
from crawler.separation.page import Page


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class FetchedPage:
    """The answer to the request for an article, which has not been read yet."""

    response: TextResponse
    fetched: Fetched

    def __repr__(self) -> str:
        """Its address: Scrapy writes items into the log, and a page would be as long there as it is."""
        return f"<page {self.fetched.url}>"


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class ArticlePage:
    """A page that should hold an article."""

    page: Page
    exchange: Exchange
    """What it is made from, as it is archived."""
    response: TextResponse
    """The exchange's answer, in the charset that it is written in."""
    fetched: Fetched
    known: UrlMemory
    """What was remembered of its URL before this answer."""
    robots: tuple[str, ...]
    """Directives of its X-Robots-Tag headers."""
    tdm_reservation: bool
    """True when a header reserves text and data mining."""

    def __repr__(self) -> str:
        """Its address, as of a fetched page."""
        return f"<page {self.fetched.url}>"


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class SeparatedArticle:
    """An article, ready to be stored."""

    article: Article
    canonical_url: str | None
    """The page's own claim, unchecked. None when it makes none."""
    fetched: Fetched
    known: UrlMemory
    tree: HtmlElement | None
    """The parsed page; None when it is plain text."""
    lesson: Lesson | None
    """What the page teaches of its publisher. None when no memory was at hand."""
    body: bytes
    """The page as it came in, its transfer encoding undone."""

    def __repr__(self) -> str:
        """Its address, as of a fetched page."""
        return f"<article {self.fetched.url}>"
