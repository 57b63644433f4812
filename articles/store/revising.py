"""An article takes a revision: the revision itself, and what is read by it: order and topics."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, RowMapping, update

from articles.model import Article
from articles.store.repeating import note_repeating
from articles.store.revisions import store_revision
from articles.store.schema.articles import ARTICLES
from articles.store.terms import Fetched
from articles.store.topics import file_under


def revise(
    connection: Connection,
    known: RowMapping,
    article: Article,
    fetched: Fetched,
    *,
    topic_keys: Iterable[int],
    page_key: int | None,
    run_id: str,
    at: datetime,
) -> None:
    """Store a revision of the article whose row is `known`, and file it anew."""
    article_key: int = known["article_key"]
    same_as = note_repeating(connection, article_key, article)
    store_revision(connection, article_key, article, fetched, same_as=same_as, page_key=page_key, run_id=run_id, at=at)
    file_article(connection, known, article, topic_keys)


def file_article(connection: Connection, known: RowMapping, article: Article, topic_keys: Iterable[int]) -> None:
    """Give the article whose row is `known` its place in the order, and let it stand under these topics."""
    sorted_at = article.published_at if article.published_at is not None else known["first_stored_at"]
    connection.execute(
        update(ARTICLES).where(ARTICLES.c.article_key == known["article_key"]).values(sorted_at=sorted_at)
    )
    file_under(connection, known["article_key"], topic_keys, sorted_at)
