"""The page that an answer holds."""

from articles.store.terms import Fetched, UrlMemory
from crawler.answers import find_header, is_web_page, read_text
from crawler.archive.exchange import Exchange
from crawler.base_spiders.publisher_spider import PublisherSpider
from crawler.errors import PageRejected
from crawler.exchanges import response_of
from crawler.items import ArticlePage
from crawler.reservations import parse_robots_tag, parse_tdm_reservation
from crawler.separation.page import Listing, Page


def parse_article_page(
    publisher: type[PublisherSpider],
    exchange: Exchange,
    fetched: Fetched,
    known: UrlMemory,
    *,
    answered: UrlMemory | None = None,
) -> ArticlePage:
    """The page that an answer holds, with all that is known of it; the only way to one, fetched or archived.

    Args: known: what is remembered of the URL that was asked for. answered: likewise of the article that it redirected
    to; when listings announced that one, their words for it count. None: it did not redirect, or to an unknown one.

    Raises: PageRejected, for what is no web page.
    """
    entry = answered.entry if answered is not None and answered.entry.title is not None else known.entry
    answer = response_of(exchange)
    if not is_web_page(answer):
        raise PageRejected("no web page")
    response = read_text(answer)
    page = Page(
        url=response.url,
        content=response.text,
        site=publisher.site(),
        listing=Listing(title=entry.title, summary=entry.summary, published_at=entry.published_at),
        fetched_at=fetched.at,
    )
    return ArticlePage(
        page=page,
        exchange=exchange,
        response=response,
        fetched=fetched,
        known=known,
        robots=parse_robots_tag(value.decode("latin-1") for value in response.headers.getlist("X-Robots-Tag")),
        tdm_reservation=parse_tdm_reservation(find_header(response, "TDM-Reservation")),
    )
