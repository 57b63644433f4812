"""A revision that nobody was told of yet is amended in its place: its page was read again before the night was over."""

from dataclasses import replace

from sqlalchemy import Connection, RowMapping, delete, select, update

from articles.identity import CanonicalUrl
from articles.model import Article
from articles.store.addresses import addresses_of_article
from articles.store.known_article import KnownArticle
from articles.store.repeating import note_repeating
from articles.store.revising import file_article, revise
from articles.store.revisions import newest_row, revision_of
from articles.store.schema.articles import ARTICLES, REVISIONS
from articles.store.schema.runs import RUNS
from articles.store.terms import Fetched, Saved
from articles.store.topics import note_topics

_TELLING = ("nightly", "export", "feeds", "reseparate")
"""The commands that write what others read."""


def is_untold(connection: Connection, revision: RowMapping, page: RowMapping) -> bool:
    """True for a revision read from a page that awaits its lesson, while no run that tells of revisions has ended."""
    if revision["page_key"] != page["page_key"] or not page["awaits_lesson"]:
        return False
    told = select(RUNS.c.run_id).where(RUNS.c.command.in_(_TELLING), RUNS.c.finished_at >= revision["stored_at"])
    return connection.scalar(told.limit(1)) is None


def amend(connection: Connection, known: KnownArticle, article: Article, *, page_key: int) -> Saved:
    """Let the newest revision of the known article say this; in its run, and as if stored when it was.

    It goes altogether when this is what the revision before it says.
    """
    revision = known.newest
    if revision is None or revision_of(revision).article == article:
        return Saved.UNCHANGED
    before = _take_back(connection, revision)
    is_same = before is not None and _says_the_same(before, revision, article)
    told = revision_of(before).article if before is not None and is_same else article
    topic_keys = note_topics(connection, known.publisher, told, is_newest=False)
    if is_same:
        note_repeating(connection, known, told)
        file_article(connection, known, told, topic_keys)
    else:
        revise(
            connection,
            replace(known, newest=before),
            told,
            Fetched(url=CanonicalUrl(revision["urls"][0]), at=revision["fetched_at"], status=200),
            urls=addresses_of_article(connection, known.article_key),
            topic_keys=topic_keys,
            page_key=page_key,
            run_id=revision["run_id"],
            at=revision["stored_at"],
        )
    return Saved.REVISED


def _take_back(connection: Connection, revision: RowMapping) -> RowMapping | None:
    """Remove the newest revision of an article; the one that is now the newest, None when it was the first."""
    article_key: int = revision["article_key"]
    connection.execute(delete(REVISIONS).where(REVISIONS.c.revision_key == revision["revision_key"]))
    article = update(ARTICLES).where(ARTICLES.c.article_key == article_key)
    connection.execute(article.values(newest_number=revision["number"] - 1))
    last = newest_row(connection, article_key)
    if last is not None:
        connection.execute(article.values(deleted=last["deleted"]))
    return last


def _says_the_same(last: RowMapping, revision: RowMapping, article: Article) -> bool:
    """True when an article need not be stored again: it is what the last revision says, under the same address."""
    if last["deleted"] or last["urls"][0] != revision["urls"][0]:
        return False
    return bool(last["revision_hash"] == article.revision_hash)
