"""An article takes a revision: the revision itself, and what is read by it: order and topics."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, update

from articles.identity import CanonicalUrl
from articles.model import Article
from articles.store.known_article import KnownArticle
from articles.store.repeating import note_repeating
from articles.store.revisions import store_revision
from articles.store.schema.articles import ARTICLES
from articles.store.terms import Fetched
from articles.store.topics import file_under


def revise(
    connection: Connection,
    known: KnownArticle,
    article: Article,
    fetched: Fetched,
    *,
    urls: Sequence[CanonicalUrl],
    topic_keys: Iterable[int],
    page_key: int | None,
    run_id: str,
    at: datetime,
) -> None:
    """Store a revision of the known article, and file it anew.

    Args: urls: all of the article's, the canonical one first.
    """
    same_as = note_repeating(connection, known, article)
    store_revision(
        connection, known, article, fetched, urls=urls, same_as=same_as, page_key=page_key, run_id=run_id, at=at
    )
    sorted_at = known.sorted_at(article.published_at)
    file_under(connection, known.article_key, topic_keys, sorted_at, is_new=known.is_new)


def file_article(connection: Connection, known: KnownArticle, article: Article, topic_keys: Iterable[int]) -> None:
    """Give the known article its place in the order, and let it stand under these topics."""
    sorted_at = known.sorted_at(article.published_at)
    of_article = ARTICLES.c.article_key == known.article_key
    connection.execute(update(ARTICLES).where(of_article).values(sorted_at=sorted_at))
    file_under(connection, known.article_key, topic_keys, sorted_at)
