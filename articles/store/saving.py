"""Saving what a page said: whose article it is, whether it is new, and what of the memory it settles."""

from datetime import datetime

from sqlalchemy import Connection, RowMapping, select

from articles.identity import ArticleId, CanonicalUrl
from articles.model import Article
from articles.sameness import is_same_story
from articles.store.addresses import addresses_of, link_memory, note_addresses, owners_of, part_address
from articles.store.pages import note_page
from articles.store.revising import revise
from articles.store.revisions import newest_row, revision_of
from articles.store.runs import note_outcome
from articles.store.schema.articles import ARTICLES
from articles.store.terms import Fetched, Outcome, Saved, UrlState
from articles.store.topics import note_topics
from articles.store.transactions import Transactions, insert_row
from articles.store.urls import find_rows, row_of, update_url


class Saving(Transactions):
    """The part of the contract that saves articles."""

    def save_article(
        self,
        publisher: str,
        article: Article,
        fetched: Fetched,
        *,
        run_id: str,
        new_id: ArticleId,
        next_check_at: datetime,
        at: datetime,
    ) -> Saved:
        with self._writing() as connection:
            asked = row_of(connection, publisher, fetched.url, run_id=run_id, at=fetched.at)
            urls = addresses_of(fetched)
            owners = owners_of(connection, urls)
            if _is_other_story(connection, owners.get(fetched.url), article, fetched):
                part_address(connection, fetched.url)
                del owners[fetched.url]
                new_id = _free_id(connection, new_id)
            article_key = next(iter(owners.values()), None)
            if article_key is None:
                article_key = _article_key(connection, publisher, new_id, at=at)
            own_urls = [url for url in urls if owners.get(url, article_key) == article_key]
            canonical = note_addresses(connection, publisher, article_key, own_urls, fetched)
            link_memory(connection, publisher, article_key, own_urls)
            page_key = note_page(connection, asked["url_key"], article_key, fetched)
            saved = _save(
                connection, article_key, article, fetched, canonical=canonical, page_key=page_key, run_id=run_id, at=at
            )
            note_outcome(connection, Outcome(saved), run_id=run_id, url_key=asked["url_key"], at=fetched.at)
            collided = sorted({key for key in owners.values() if key != article_key})
            if collided:
                _note_collision(connection, asked, [article_key, *collided], fetched, run_id=run_id)
            _settle(connection, publisher, article_key, fetched, run_id=run_id, next_check_at=next_check_at)
            return saved


def _article_key(connection: Connection, publisher: str, new_id: ArticleId, *, at: datetime) -> int:
    """The article with this id: a new one, unless another address that means the same gave the id before."""
    key = connection.scalar(select(ARTICLES.c.article_key).where(ARTICLES.c.id == new_id))
    if key is not None:
        return int(key)
    values = {"id": new_id, "publisher": publisher, "newest_number": 0, "deleted": False}
    return insert_row(connection, ARTICLES, values | {"first_stored_at": at, "sorted_at": at})


def _save(
    connection: Connection,
    article_key: int,
    article: Article,
    fetched: Fetched,
    *,
    canonical: CanonicalUrl,
    page_key: int | None,
    run_id: str,
    at: datetime,
) -> Saved:
    """Store a revision if the page says something new or has moved; topics take the page's names in any case."""
    row = connection.execute(select(ARTICLES).where(ARTICLES.c.article_key == article_key)).mappings().one()
    topic_keys = note_topics(connection, row["publisher"], article)
    last = newest_row(connection, article_key)
    if last is not None and not last["deleted"] and _says(last) == (article.revision_hash, canonical):
        return Saved.UNCHANGED
    revise(connection, row, article, fetched, topic_keys=topic_keys, page_key=page_key, run_id=run_id, at=at)
    return Saved.CREATED if last is None else Saved.REVISED


def _is_other_story(connection: Connection, article_key: int | None, article: Article, fetched: Fetched) -> bool:
    """True when an address that once led to an article answers for itself, with a story that is not that article's.

    A redirect or a canonical link that was withdrawn must not bind two articles for ever. The canonical address stays
    the article's whatever it tells; any other does as long as the story is the same, or nothing else leads to it.
    """
    if article_key is None or fetched.answered_url is not None:
        return False
    last = newest_row(connection, article_key)
    if last is None or last["deleted"] or fetched.url == last["urls"][0]:
        return False
    return not is_same_story(article, revision_of(last).article)


def _free_id(connection: Connection, new_id: ArticleId) -> ArticleId:
    """The id itself or, where an article that moved away has it, the first one behind it that is free."""
    taken = set(connection.scalars(select(ARTICLES.c.id).where(ARTICLES.c.id.startswith(new_id, autoescape=True))))
    candidates = (new_id, *(f"{new_id};{number}" for number in range(2, len(taken) + 3)))
    return ArticleId(next(candidate for candidate in candidates if candidate not in taken))


def _says(revision: RowMapping) -> tuple[str, str]:
    return revision["revision_hash"], revision["urls"][0]


def _note_collision(
    connection: Connection, asked: RowMapping, article_keys: list[int], fetched: Fetched, *, run_id: str
) -> None:
    """Say which articles were met together; the first is the one that the page was saved as."""
    known = select(ARTICLES.c.article_key, ARTICLES.c.id).where(ARTICLES.c.article_key.in_(article_keys))
    ids = {row.article_key: row.id for row in connection.execute(known)}
    first, *others = (ids[key] for key in article_keys)
    reason = f"read as {first}, also an address of {', '.join(others)}"
    note_outcome(connection, Outcome.COLLIDED, run_id=run_id, url_key=asked["url_key"], at=fetched.at, reason=reason)


def _settle(
    connection: Connection,
    publisher: str,
    article_key: int,
    fetched: Fetched,
    *,
    run_id: str,
    next_check_at: datetime,
) -> None:
    """Settle the URL that was asked, and the one that answered when the memory has it too."""
    values = {
        "state": UrlState.SETTLED.value,
        "failure_count": 0,
        "settled_at": fetched.at,
        "settled_run_id": run_id,
        "missing_run_id": None,
        "next_check_at": next_check_at,
    }
    names = ("etag", "last_modified", "content_hash")
    for row in find_rows(connection, publisher, {fetched.url, fetched.answered_url or fetched.url}).values():
        # An address of another article must not come to "not modified": that article is not what answered.
        is_own = row["article_key"] == article_key
        validators = {name: getattr(fetched, name) if is_own else None for name in names}
        update_url(connection, row["url_key"], **values, **validators)
