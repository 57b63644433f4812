"""Topics and sections: their newest names, and which live articles stand under them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, delete, exists, insert, select, tuple_, update

from articles.model import Article, Revision, Topic
from articles.store.schema.articles import ARTICLE_TOPICS, TOPICS
from articles.store.terms import TopicUse
from articles.store.transactions import Transactions, insert_row, portions
from articles.surrogates import replace_surrogates

TOPIC, SECTION = "topic", "section"
_Key = tuple[str, str, str]
"""Publisher, kind and slug."""
# Put together once: making a statement takes as long as running it.
_BY_SLUG = select(TOPICS).where(
    TOPICS.c.publisher == bindparam("of_publisher"), TOPICS.c.slug.in_(bindparam("slugs", expanding=True))
)
_FILED = delete(ARTICLE_TOPICS).where(ARTICLE_TOPICS.c.article_key == bindparam("of_article"))
_NEW = insert(ARTICLE_TOPICS)


def note_topics(connection: Connection, publisher: str, article: Article, *, is_newest: bool = True) -> set[int]:
    """Let each topic and section of the article have the name it has there; their keys are returned.

    `is_newest`: False for a page that was read before, whose names may be outdated: then those that are known stay.
    """
    uses: dict[_Key, Topic] = {}
    for kind, topics in ((TOPIC, article.topics), (SECTION, article.sections)):
        for topic in topics:
            uses.setdefault((publisher, kind, replace_surrogates(topic.slug)), topic)
    known: dict[_Key, RowMapping] = {}
    for some in portions(sorted({slug for _, _, slug in uses})):
        rows = connection.execute(_BY_SLUG, {"of_publisher": publisher, "slugs": some}).mappings()
        known |= {(publisher, row["kind"], row["slug"]): row for row in rows}
    return {_note_topic(connection, key, topic, known.get(key), is_newest=is_newest) for key, topic in uses.items()}


def _note_topic(connection: Connection, key: _Key, topic: Topic, known: RowMapping | None, *, is_newest: bool) -> int:
    name = replace_surrogates(topic.name)
    if known is None:
        publisher, kind, slug = key
        values = {"publisher": publisher, "kind": kind, "slug": slug, "name": name, "url": topic.url}
        return insert_row(connection, TOPICS, values)
    url = topic.url if topic.url is not None else known["url"]
    if is_newest and (known["name"], known["url"]) != (name, url):
        connection.execute(update(TOPICS).where(TOPICS.c.topic_key == known["topic_key"]).values(name=name, url=url))
    return int(known["topic_key"])


def file_under(
    connection: Connection, article_key: int, topic_keys: Iterable[int], sorted_at: datetime, *, is_new: bool = False
) -> None:
    """Let the article stand under these topics and no others.

    `is_new`: True for an article that stands under none so far.
    """
    if not is_new:
        connection.execute(_FILED, {"of_article": article_key})
    rows = [{"article_key": article_key, "topic_key": key, "sorted_at": sorted_at} for key in sorted(topic_keys)]
    if rows:
        connection.execute(_NEW, rows)


def newest_names(connection: Connection, revisions: Sequence[Revision]) -> Sequence[Revision]:
    """The revisions with every topic and section as its publisher last called it."""
    wanted = {
        (revision.publisher, topic.slug)
        for revision in revisions
        for topic in (*revision.article.topics, *revision.article.sections)
    }
    newest: dict[_Key, Topic] = {}
    for some in portions(sorted(wanted)):
        known = select(TOPICS).where(tuple_(TOPICS.c.publisher, TOPICS.c.slug).in_(some))
        for row in connection.execute(known).mappings():
            topic = Topic(name=row["name"], slug=row["slug"], url=row["url"])
            newest[row["publisher"], row["kind"], row["slug"]] = topic
    return tuple(_renamed(revision, newest) for revision in revisions)


def _renamed(revision: Revision, newest: Mapping[_Key, Topic]) -> Revision:
    article, publisher = revision.article, revision.publisher
    topics = tuple(newest.get((publisher, TOPIC, topic.slug), topic) for topic in article.topics)
    sections = tuple(newest.get((publisher, SECTION, section.slug), section) for section in article.sections)
    if (topics, sections) == (article.topics, article.sections):
        return revision
    return replace(revision, article=replace(article, topics=topics, sections=sections))


class Topics(Transactions):
    """The part of the contract that lists topics."""

    def topics(self) -> Sequence[TopicUse]:
        return self._uses(TOPIC)

    def sections(self) -> Sequence[TopicUse]:
        return self._uses(SECTION)

    def _uses(self, kind: str) -> Sequence[TopicUse]:
        # Whether one article stands there, not how many do: that would cost with the archive.
        is_used = exists().where(ARTICLE_TOPICS.c.topic_key == TOPICS.c.topic_key)
        uses = (
            select(TOPICS.c.name, TOPICS.c.slug, TOPICS.c.url, TOPICS.c.publisher)
            .where(TOPICS.c.kind == kind, is_used)
            .order_by(TOPICS.c.publisher, TOPICS.c.slug)
        )
        with self._reading() as connection:
            return tuple(TopicUse(**row) for row in connection.execute(uses).mappings())
