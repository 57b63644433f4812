"""Saving what a page said: whose article it is, whether it is new, and what of the memory it settles."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, RowMapping, select

from articles.identity import ArticleId, CanonicalUrl
from articles.model import Article
from articles.sameness import is_same_story
from articles.store.addresses import addresses_of, link_memory, note_addresses, owners_of, part_address
from articles.store.known_article import find_known, make_known
from articles.store.pages import note_page
from articles.store.revising import revise
from articles.store.revisions import newest_row, revision_of
from articles.store.runs import note_outcome
from articles.store.schema.articles import ARTICLES
from articles.store.terms import Fetched, Outcome, Saved, UrlState
from articles.store.topics import note_topics
from articles.store.transactions import Transactions
from articles.store.urls import find_rows, row_of, update_url

_VALIDATORS = ("etag", "last_modified", "content_hash")


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
            owner = next(iter(owners.values()), None)
            if owner is None:
                known = make_known(connection, publisher, new_id, published_at=article.published_at, at=at)
            else:
                known = find_known(connection, owner)
            own_urls = [url for url in urls if owners.get(url, known.article_key) == known.article_key]
            all_urls = note_addresses(connection, known, own_urls, fetched)
            page_key = note_page(connection, asked, known.article_key, fetched)
            topic_keys = note_topics(connection, known.publisher, article)  # they take the page's names in any case
            saved = _outcome(known.newest, article, all_urls[0])
            if saved is not Saved.UNCHANGED:
                revise(
                    connection,
                    known,
                    article,
                    fetched,
                    urls=all_urls,
                    topic_keys=topic_keys,
                    page_key=page_key,
                    run_id=run_id,
                    at=at,
                )
            note_outcome(connection, Outcome(saved), run_id=run_id, url_key=asked["url_key"], at=fetched.at)
            collided = sorted({key for key in owners.values() if key != known.article_key})
            if collided:
                _note_collision(connection, asked, [known.article_key, *collided], fetched, run_id=run_id)
            link_memory(connection, publisher, known.article_key, [url for url in own_urls if url != fetched.url])
            _settle(connection, asked, known.article_key, own_urls, fetched, run_id=run_id, next_check_at=next_check_at)
            return saved


def _outcome(last: RowMapping | None, article: Article, canonical: CanonicalUrl) -> Saved:
    """Unchanged, unless the page says something new or has moved."""
    if last is None:
        return Saved.CREATED
    says_the_same = (last["revision_hash"], last["urls"][0]) == (article.revision_hash, canonical)
    return Saved.UNCHANGED if says_the_same and not last["deleted"] else Saved.REVISED


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
    asked: RowMapping,
    article_key: int,
    own_urls: Sequence[CanonicalUrl],
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
    rows = [asked]
    if fetched.answered_url not in (None, fetched.url):
        rows += find_rows(connection, asked["publisher"], [fetched.answered_url]).values()
    for row in rows:
        # An address of another article must not come to "not modified": that article is not what answered.
        is_own = row["url"] in own_urls
        validators = {name: getattr(fetched, name) if is_own else None for name in _VALIDATORS}
        owner = {"article_key": article_key} if is_own else {}
        update_url(connection, row["url_key"], **values, **validators, **owner)
