"""The addresses of an article: which belong to it, and which of them readers are sent to."""

from collections.abc import Sequence

from sqlalchemy import Connection, Select, delete, insert, select, update

from articles.identity import CanonicalUrl
from articles.store.schema.articles import ARTICLE_URLS
from articles.store.schema.memory import URLS
from articles.store.terms import Fetched, UrlState


def addresses_of(fetched: Fetched) -> tuple[CanonicalUrl, ...]:
    """Every address of the page, each once, in the order in which they say whose article it is."""
    answered = () if fetched.answered_url is None else (fetched.answered_url,)
    return tuple(dict.fromkeys((*answered, fetched.url, *fetched.seen_urls)))


def owners_of(connection: Connection, urls: Sequence[CanonicalUrl]) -> dict[CanonicalUrl, int]:
    """The article that each of these URLs belongs to, in their order; those that belong to none are left out."""
    known = select(ARTICLE_URLS.c.url, ARTICLE_URLS.c.article_key).where(ARTICLE_URLS.c.url.in_(urls))
    keys = {row.url: row.article_key for row in connection.execute(known)}
    return {url: keys[url] for url in urls if url in keys}


def note_addresses(
    connection: Connection, publisher: str, article_key: int, urls: Sequence[CanonicalUrl], fetched: Fetched
) -> CanonicalUrl:
    """Let these URLs, none of which belongs to another article, be the article's; its canonical one is returned.

    The canonical one stays until it redirects or is gone: an article served under two addresses would change its
    link from night to night otherwise.
    """
    of_article = ARTICLE_URLS.c.article_key == article_key
    rows = connection.execute(select(ARTICLE_URLS.c.url, ARTICLE_URLS.c.canonical).where(of_article))
    known = {row.url: row.canonical for row in rows}
    new = [{"url": url, "article_key": article_key, "canonical": False} for url in urls if url not in known]
    if new:
        connection.execute(insert(ARTICLE_URLS), new)
    canonical = next((CanonicalUrl(url) for url, is_canonical in known.items() if is_canonical), None)
    answered = fetched.answered_url or fetched.url
    if canonical is None or (
        canonical != answered and (canonical == fetched.url or _is_gone(connection, publisher, canonical))
    ):
        connection.execute(update(ARTICLE_URLS).where(of_article).values(canonical=ARTICLE_URLS.c.url == answered))
        return answered
    return canonical


def part_address(connection: Connection, url: CanonicalUrl) -> None:
    """Let this URL, an alias so far, belong to no article."""
    connection.execute(delete(ARTICLE_URLS).where(ARTICLE_URLS.c.url == url))


def addresses_in_order(article_keys: Sequence[int]) -> Select[int, str]:
    """The URLs of these articles: of each the canonical one first, then as they were met."""
    urls = select(ARTICLE_URLS.c.article_key, ARTICLE_URLS.c.url).where(ARTICLE_URLS.c.article_key.in_(article_keys))
    return urls.order_by(ARTICLE_URLS.c.article_key, ARTICLE_URLS.c.canonical.desc(), ARTICLE_URLS.c.article_url_key)


def link_memory(connection: Connection, publisher: str, article_key: int, urls: Sequence[CanonicalUrl]) -> None:
    """Let the memory of these URLs know their article."""
    of_publisher = update(URLS).where(URLS.c.publisher == publisher)
    connection.execute(of_publisher.where(URLS.c.url.in_(urls)).values(article_key=article_key))


def _is_gone(connection: Connection, publisher: str, url: CanonicalUrl) -> bool:
    state = select(URLS.c.state).where(URLS.c.publisher == publisher, URLS.c.url == url)
    return connection.scalar(state) == UrlState.GONE.value
