"""The store examines itself: how much it holds, and whether all of it fits together."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sqlalchemy import Connection, case, exists, func, select

from articles.errors import InvalidArticle
from articles.store.revisions import EVERY, revision_of
from articles.store.schema.articles import ARTICLE_URLS, ARTICLES, REVISIONS
from articles.store.schema.memory import URLS
from articles.store.terms import Totals, UrlState
from articles.store.transactions import Transactions

_PAGE_SIZE = 200  # revisions in memory at once


class Checking(Transactions):
    """The part of the contract by which operators look into a store."""

    def totals(self) -> Totals:
        live = func.sum(case((ARTICLES.c.deleted, 0), else_=1))
        with self._reading() as connection:
            article_count, live_count = connection.execute(select(func.count(), live).select_from(ARTICLES)).one()
            states = connection.execute(
                select(URLS.c.state, func.count()).group_by(URLS.c.state).order_by(URLS.c.state)
            )
            return Totals(
                live_count=live_count or 0,
                withdrawn_count=article_count - (live_count or 0),
                revision_count=connection.scalar(select(func.count()).select_from(REVISIONS)) or 0,
                urls={UrlState(state): number for state, number in states},
            )

    def find_faults(self) -> Sequence[str]:
        with self._reading() as connection:
            faults = [*_file_faults(connection), *_address_faults(connection), *_memory_faults(connection)]
        return (*faults, *self._revision_faults())

    def _revision_faults(self) -> Iterator[str]:
        """Numbers without gaps, the newest of them known, and hashes that are those of the content."""
        key = 0
        while True:
            with self._reading() as connection:
                next_articles = select(ARTICLES).where(ARTICLES.c.article_key > key).order_by(ARTICLES.c.article_key)
                articles = connection.execute(next_articles.limit(_PAGE_SIZE)).mappings().all()
                if not articles:
                    return
                key = articles[-1]["article_key"]
                wanted = EVERY.where(REVISIONS.c.article_key.between(articles[0]["article_key"], key))
                rows = connection.execute(wanted.order_by(REVISIONS.c.article_key, REVISIONS.c.number)).mappings()
                found = {number: list(group) for number, group in groupby(rows, lambda row: row["article_key"])}
            for article in articles:
                revisions = found.get(article["article_key"], [])
                numbers = [row["number"] for row in revisions]
                if not numbers or numbers != list(range(1, len(numbers) + 1)):
                    yield f"{article['id']}: its revisions are numbered {numbers}"
                elif (article["newest_number"], article["deleted"]) != (numbers[-1], revisions[-1]["deleted"]):
                    yield f"{article['id']}: its newest revision is not the one that the store takes for it"
                for row in revisions:
                    try:
                        content = revision_of(row).article
                    except InvalidArticle as error:
                        yield f"{article['id']}, revision {row['number']}: {error}"
                        continue
                    if content.canonical_hash != row["canonical_hash"]:
                        yield f"{article['id']}, revision {row['number']}: its text is not the one that was stored"


def _file_faults(connection: Connection) -> Iterator[str]:
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if said != "ok":
            yield f"the database file is damaged: {said}"
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} refers to a row of {parent} that is not there"


def _address_faults(connection: Connection) -> Iterator[str]:
    """Each article has one canonical address; that no two share one, the table itself forbids."""
    canonical = func.sum(case((ARTICLE_URLS.c.canonical, 1), else_=0))
    counted = select(ARTICLES.c.id, canonical).join(ARTICLE_URLS, isouter=True).group_by(ARTICLES.c.article_key)
    for article_id, number in connection.execute(counted.having(func.coalesce(canonical, 0) != 1)):
        yield f"{article_id}: it has {number or 0} canonical URLs"


def _memory_faults(connection: Connection) -> Iterator[str]:
    """Of a live article some address is still asked for, and what is settled has an article or a reason."""
    is_asked = exists().where(URLS.c.article_key == ARTICLES.c.article_key, URLS.c.state != UrlState.GONE.value)
    forgotten = select(ARTICLES.c.id).where(~ARTICLES.c.deleted, ~is_asked)
    for article_id in connection.scalars(forgotten):
        yield f"{article_id}: it is live, and none of its addresses is asked for any more"
    without = select(URLS.c.url).where(URLS.c.state == UrlState.SETTLED.value, URLS.c.article_key.is_(None))
    for url in connection.scalars(without):
        yield f"{url}: it is settled, and no article was stored for it"
