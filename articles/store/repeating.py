"""Articles that repeat an earlier one: found by the marks of their texts, and linked from the later to the earlier."""

from collections.abc import Sequence
from itertools import islice

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from articles.identity import ArticleId
from articles.model import Article
from articles.near_duplicates import COMMON_MARKS, find_marks, repeats
from articles.store.known_article import KnownArticle
from articles.store.revisions import NEWEST, revision_of
from articles.store.schema.articles import ARTICLES, TEXT_MARKS
from articles.store.transactions import portions

# More texts by one pattern than this are compared with the earliest of them only.
_MOST_COMPARED = 20
# Put together once: making a statement takes as long as running it.
_NEW = insert(TEXT_MARKS)
_OF_ARTICLE = delete(TEXT_MARKS).where(TEXT_MARKS.c.article_key == bindparam("of_article"))
ALIKE = (
    select(TEXT_MARKS.c.article_key)
    .where(TEXT_MARKS.c.mark.in_(bindparam("marks", expanding=True)), TEXT_MARKS.c.article_key < bindparam("later"))
    .group_by(TEXT_MARKS.c.article_key)
    .having(func.count() >= COMMON_MARKS)
)
"""Earlier articles with like marks. Joined to the articles it would look at every one of a publisher's instead."""
_LIVE = (
    NEWEST.where(
        ARTICLES.c.article_key.in_(bindparam("alike", expanding=True)),
        ARTICLES.c.publisher == bindparam("of_publisher"),
        ~ARTICLES.c.deleted,
    )
    .order_by(ARTICLES.c.article_key)
    .limit(_MOST_COMPARED)
)


def note_repeating(connection: Connection, known: KnownArticle, article: Article) -> ArticleId | None:
    """Keep the marks of the article's text; the earlier live article of its publisher that it repeats, or None."""
    marks = find_marks(article)
    if not known.is_new:
        connection.execute(_OF_ARTICLE, {"of_article": known.article_key})
    if not marks:
        return None
    connection.execute(_NEW, [{"mark": mark, "article_key": known.article_key} for mark in marks])
    alike = connection.scalars(ALIKE, {"marks": marks, "later": known.article_key}).all()
    return _find_repeated(connection, known, article, sorted(alike))


def _find_repeated(
    connection: Connection, known: KnownArticle, article: Article, alike: Sequence[int]
) -> ArticleId | None:
    left = _MOST_COMPARED
    for some in portions(alike):
        # Rows are taken one by one: mostly the first is the one, and reading an article costs more than finding it.
        with connection.execute(_LIVE, {"alike": some, "of_publisher": known.publisher}) as rows:
            for row in islice(rows.mappings(), left):
                if repeats(article, revision_of(row).article):
                    return ArticleId(row["id"])
                left -= 1
    return None
