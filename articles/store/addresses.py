"""The addresses of an article: which belong to it, and which of them readers are sent to."""

from collections.abc import Sequence

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update

from articles.identity import CanonicalUrl
from articles.store.known_article import KnownArticle
from articles.store.schema.articles import ARTICLE_URLS
from articles.store.schema.memory import URLS
from articles.store.terms import Fetched, UrlState

# Put together once: every page asks for them.
_OWNERS = select(ARTICLE_URLS.c.url, ARTICLE_URLS.c.article_key).where(
    ARTICLE_URLS.c.url.in_(bindparam("urls", expanding=True))
)
_OF_ARTICLE = (
    select(ARTICLE_URLS.c.url, ARTICLE_URLS.c.canonical)
    .where(ARTICLE_URLS.c.article_key == bindparam("of_article"))
    .order_by(ARTICLE_URLS.c.canonical.desc(), ARTICLE_URLS.c.article_url_key)
)
_NEW = insert(ARTICLE_URLS)


def addresses_of(fetched: Fetched) -> tuple[CanonicalUrl, ...]:
    """Every address of the page, each once, in the order in which they say whose article it is."""
    answered = () if fetched.answered_url is None else (fetched.answered_url,)
    return tuple(dict.fromkeys((*answered, fetched.url, *fetched.seen_urls)))


def owners_of(connection: Connection, urls: Sequence[CanonicalUrl]) -> dict[CanonicalUrl, int]:
    """The article that each of these URLs belongs to, in their order; those that belong to none are left out."""
    keys = {row.url: row.article_key for row in connection.execute(_OWNERS, {"urls": urls})}
    return {url: keys[url] for url in urls if url in keys}


def note_addresses(
    connection: Connection, known: KnownArticle, urls: Sequence[CanonicalUrl], fetched: Fetched
) -> tuple[CanonicalUrl, ...]:
    """Let these URLs, none of which belongs to another article, be the article's; all of its URLs are returned.

    The canonical one is the first. It stays until it redirects or is gone: an article served under two addresses would
    change its link from night to night otherwise.
    """
    rows = [] if known.is_new else connection.execute(_OF_ARTICLE, {"of_article": known.article_key}).all()
    old = [CanonicalUrl(row.url) for row in rows]
    canonical = next((CanonicalUrl(row.url) for row in rows if row.canonical), None)
    answered = fetched.answered_url or fetched.url
    moves = canonical is None or (
        canonical != answered and (canonical == fetched.url or _is_gone(connection, known.publisher, canonical))
    )
    new = [url for url in urls if url not in old]
    if new:
        row = {"article_key": known.article_key, "canonical": False}
        connection.execute(_NEW, [row | {"url": url, "canonical": moves and url == answered} for url in new])
    if moves and old:
        of_article = ARTICLE_URLS.c.article_key == known.article_key
        connection.execute(update(ARTICLE_URLS).where(of_article).values(canonical=ARTICLE_URLS.c.url == answered))
    first = answered if canonical is None or moves else canonical
    return (first, *(url for url in (*old, *new) if url != first))


def addresses_of_article(connection: Connection, article_key: int) -> tuple[CanonicalUrl, ...]:
    """All of its URLs, the canonical one first, then as they were met."""
    return tuple(CanonicalUrl(row.url) for row in connection.execute(_OF_ARTICLE, {"of_article": article_key}))


def part_address(connection: Connection, url: CanonicalUrl) -> None:
    """Let this URL, an alias so far, belong to no article."""
    connection.execute(delete(ARTICLE_URLS).where(ARTICLE_URLS.c.url == url))


def addresses_in_order(article_keys: Sequence[int]) -> Select[int, str]:
    """The URLs of these articles: of each the canonical one first, then as they were met."""
    urls = select(ARTICLE_URLS.c.article_key, ARTICLE_URLS.c.url).where(ARTICLE_URLS.c.article_key.in_(article_keys))
    return urls.order_by(ARTICLE_URLS.c.article_key, ARTICLE_URLS.c.canonical.desc(), ARTICLE_URLS.c.article_url_key)


def link_memory(connection: Connection, publisher: str, article_key: int, urls: Sequence[CanonicalUrl]) -> None:
    """Let the memory of these URLs know their article."""
    if urls:
        of_publisher = update(URLS).where(URLS.c.publisher == publisher)
        connection.execute(of_publisher.where(URLS.c.url.in_(urls)).values(article_key=article_key))


def _is_gone(connection: Connection, publisher: str, url: CanonicalUrl) -> bool:
    state = select(URLS.c.state).where(URLS.c.publisher == publisher, URLS.c.url == url)
    return connection.scalar(state) == UrlState.GONE.value
