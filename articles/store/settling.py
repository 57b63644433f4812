"""Answers that bring no article: unchanged, rejected, missing."""

from datetime import datetime
from http import HTTPStatus

from sqlalchemy import Connection, RowMapping, select, update

from articles.store.pages import note_page
from articles.store.revisions import store_tombstone
from articles.store.runs import note_outcome
from articles.store.schema.articles import ARTICLES
from articles.store.schema.memory import URLS
from articles.store.terms import Fetched, Outcome, UrlState
from articles.store.topics import file_under
from articles.store.transactions import Transactions
from articles.store.urls import row_of, update_url


class Settling(Transactions):
    """The part of the contract that settles a URL without an article."""

    def settle_unchanged(self, publisher: str, fetched: Fetched, *, run_id: str, next_check_at: datetime) -> None:
        with self._writing() as connection:
            row = row_of(connection, publisher, fetched.url, run_id=run_id, at=fetched.at)
            if not _is_live(connection, row["article_key"]):
                reason = f"status {fetched.status} says that nothing changed, but no live article is stored"
                _reject(connection, row, fetched, reason=reason, run_id=run_id, next_check_at=next_check_at)
                return
            validators = {name: getattr(fetched, name) for name in ("etag", "last_modified", "content_hash")}
            if fetched.status == HTTPStatus.NOT_MODIFIED:  # it says only what is new (RFC 9110, 15.4.5)
                validators = {name: value for name, value in validators.items() if value is not None}
            update_url(
                connection,
                row["url_key"],
                state=UrlState.SETTLED.value,
                failure_count=0,
                settled_at=fetched.at,
                settled_run_id=run_id,
                missing_run_id=None,
                next_check_at=next_check_at,
                **validators,
            )
            note_outcome(connection, Outcome.UNCHANGED, run_id=run_id, url_key=row["url_key"], at=fetched.at)

    def settle_rejected(
        self, publisher: str, fetched: Fetched, *, reason: str, run_id: str, next_check_at: datetime
    ) -> None:
        with self._writing() as connection:
            row = row_of(connection, publisher, fetched.url, run_id=run_id, at=fetched.at)
            _reject(connection, row, fetched, reason=reason, run_id=run_id, next_check_at=next_check_at)
            note_page(connection, row, None, fetched)

    def settle_missing(
        self, publisher: str, fetched: Fetched, *, run_id: str, next_check_at: datetime, is_believed: bool = True
    ) -> bool:
        with self._writing() as connection:
            row = row_of(connection, publisher, fetched.url, run_id=run_id, at=fetched.at)
            missing_run_id = row["missing_run_id"] or run_id
            # One that was gone, and that a listing showed once more, has no time for its next check.
            is_due = row["next_check_at"] is None or fetched.at >= row["next_check_at"]
            confirms = missing_run_id != run_id and is_due
            gone = is_believed and (fetched.status == HTTPStatus.GONE or confirms)
            if missing_run_id != run_id and not confirms:
                next_check_at = row["next_check_at"]  # asked too early, it says nothing new
            update_url(
                connection,
                row["url_key"],
                state=(UrlState.GONE if gone else UrlState.MISSING).value,
                settled_at=fetched.at,
                settled_run_id=run_id,
                missing_run_id=missing_run_id,
                next_check_at=None if gone else next_check_at,
            )
            withdrawn = gone and _withdraw(connection, row["article_key"], fetched.at, run_id=run_id)
            outcomes = [Outcome.GONE if gone else Outcome.MISSING, *([Outcome.WITHDRAWN] if withdrawn else [])]
            for outcome in outcomes:
                note_outcome(connection, outcome, run_id=run_id, url_key=row["url_key"], at=fetched.at)
            return withdrawn


def _is_live(connection: Connection, article_key: int | None) -> bool:
    if article_key is None:
        return False
    return connection.scalar(select(ARTICLES.c.deleted).where(ARTICLES.c.article_key == article_key)) is False


def _reject(
    connection: Connection, row: RowMapping, fetched: Fetched, *, reason: str, run_id: str, next_check_at: datetime
) -> None:
    """The validators stay: they are of the answer that is stored, so that "not modified" will mean that one."""
    update_url(
        connection,
        row["url_key"],
        state=UrlState.REJECTED.value,
        failure_count=row["failure_count"] + 1,
        settled_at=fetched.at,
        settled_run_id=run_id,
        missing_run_id=None,
        next_check_at=next_check_at,
    )
    note_outcome(connection, Outcome.REJECTED, run_id=run_id, url_key=row["url_key"], at=fetched.at, reason=reason)


def _withdraw(connection: Connection, article_key: int | None, at: datetime, *, run_id: str) -> bool:
    """Store a tombstone, unless the article lives on under another URL or has one already."""
    if article_key is None or not _is_live(connection, article_key):
        return False
    of_article = URLS.c.article_key == article_key
    if connection.scalar(select(URLS.c.url_key).where(of_article, URLS.c.state != UrlState.GONE.value).limit(1)):
        return False
    store_tombstone(connection, article_key, at, run_id=run_id)
    file_under(connection, article_key, (), at)
    # What comes back must be read again, even if the server says that it is what it was.
    connection.execute(update(URLS).where(of_article).values(etag=None, last_modified=None, content_hash=None))
    return True
