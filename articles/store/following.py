"""Following the store: what was stored since one last looked, for whoever keeps something in step with it."""

from collections.abc import Iterator, Sequence

from sqlalchemy import select

from articles.identity import ArticleId
from articles.model import Revision
from articles.store.reading import present
from articles.store.revisions import EVERY, NEWEST, revision_of
from articles.store.schema.articles import ARTICLES, REVISIONS
from articles.store.transactions import Transactions, portions

_PAGE_SIZE = 200  # revisions in memory at once


class Following(Transactions):
    """The part of the contract that tells what is new."""

    def revisions_after(self, position: int) -> Iterator[tuple[int, Revision]]:
        # Page by page, each its own transaction, as a day is read.
        while True:
            with self._reading() as connection:
                page = EVERY.where(REVISIONS.c.revision_key > position)
                rows = connection.execute(page.order_by(REVISIONS.c.revision_key).limit(_PAGE_SIZE)).mappings().all()
            for row in rows:
                position = row["revision_key"]
                yield position, revision_of(row)
            if len(rows) < _PAGE_SIZE:
                return

    def find_repeating(self, article_ids: Sequence[ArticleId]) -> Sequence[Revision]:
        with self._reading() as connection:
            keys: list[int] = []
            for some in portions(article_ids):
                found = NEWEST.where(REVISIONS.c.same_as.in_(some)).with_only_columns(ARTICLES.c.article_key)
                keys += connection.scalars(found)
            return present(connection, sorted(keys))

    def find_revisions(self, article_ids: Sequence[ArticleId]) -> Sequence[Revision]:
        with self._reading() as connection:
            keys: dict[str, int] = {}
            for some in portions(article_ids):
                found = select(ARTICLES.c.id, ARTICLES.c.article_key).where(ARTICLES.c.id.in_(some))
                keys.update((row.id, row.article_key) for row in connection.execute(found))
            return present(connection, [keys[article_id] for article_id in article_ids if article_id in keys])
