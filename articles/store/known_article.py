"""What a store holds of an article before the article takes what a page says."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, select
from sqlalchemy.dialects.sqlite import insert  # PostgreSQL's takes the same words

from articles.identity import ArticleId
from articles.store.schema.articles import ARTICLES, REVISIONS

_KNOWN = (
    select(REVISIONS, ARTICLES.c.id, ARTICLES.c.publisher, ARTICLES.c.first_stored_at)
    .select_from(ARTICLES)
    .join(
        REVISIONS,
        (ARTICLES.c.article_key == REVISIONS.c.article_key) & (ARTICLES.c.newest_number == REVISIONS.c.number),
        isouter=True,
    )
    .where(ARTICLES.c.article_key == bindparam("of_article"))
)
_NEW = insert(ARTICLES).on_conflict_do_nothing(index_elements=["id"]).returning(ARTICLES.c.article_key)
_BY_ID = select(ARTICLES.c.article_key).where(ARTICLES.c.id == bindparam("with_id"))


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownArticle:
    """An article's row, and the revision it has."""

    article_key: int
    publisher: str
    first_stored_at: datetime
    newest: RowMapping | None
    """Its newest revision, as `articles.store.revisions` reads it. None when it has none yet."""
    is_new: bool = False
    """True when nothing but its row is there: then what belongs to it need not be looked for."""

    def sorted_at(self, published_at: datetime | None) -> datetime:
        """Its place in the order of articles."""
        return published_at if published_at is not None else self.first_stored_at


def find_known(connection: Connection, article_key: int) -> KnownArticle:
    """The article with this key, of which there must be one."""
    row = connection.execute(_KNOWN, {"of_article": article_key}).mappings().one()
    return KnownArticle(
        article_key=article_key,
        publisher=row["publisher"],
        first_stored_at=row["first_stored_at"],
        newest=row if row["revision_key"] is not None else None,
    )


def make_known(
    connection: Connection, publisher: str, new_id: ArticleId, *, published_at: datetime | None, at: datetime
) -> KnownArticle:
    """The article with this id: a new one, unless another address that means the same gave the id before.

    The row of a new one says what it will be with its first revision, which must follow.
    """
    made = KnownArticle(article_key=0, publisher=publisher, first_stored_at=at, newest=None, is_new=True)
    values = {"id": new_id, "publisher": publisher, "newest_number": 1, "deleted": False, "first_stored_at": at}
    key = connection.scalar(_NEW, values | {"sorted_at": made.sorted_at(published_at)})
    if key is None:
        return find_known(connection, connection.execute(_BY_ID, {"with_id": new_id}).scalar_one())
    return replace(made, article_key=int(key))
