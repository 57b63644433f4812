"""Articles that repeat an earlier one: found by the marks of their texts, and linked from the later to the earlier."""

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from articles.identity import ArticleId
from articles.model import Article
from articles.near_duplicates import COMMON_MARKS, find_marks, repeats
from articles.store.revisions import newest_row, revision_of
from articles.store.schema.articles import ARTICLES, TEXT_MARKS

# More texts by one pattern than this are compared with the earliest of them only.
_MOST_COMPARED = 20
_LATER = ARTICLES.alias("later_articles")
# Put together once: making this statement takes longer than running it.
_ALIKE = (
    select(TEXT_MARKS.c.article_key)
    .join(ARTICLES)
    .where(
        TEXT_MARKS.c.mark.in_(bindparam("marks", expanding=True)),
        TEXT_MARKS.c.article_key < bindparam("later"),
        ARTICLES.c.publisher
        == select(_LATER.c.publisher).where(_LATER.c.article_key == bindparam("later")).scalar_subquery(),
        ~ARTICLES.c.deleted,
    )
    .group_by(TEXT_MARKS.c.article_key)
    .having(func.count() >= COMMON_MARKS)
    .order_by(TEXT_MARKS.c.article_key)
    .limit(_MOST_COMPARED)
)


def note_repeating(connection: Connection, article_key: int, article: Article) -> ArticleId | None:
    """Keep the marks of the article's text; the earlier live article of its publisher that it repeats, or None."""
    marks = find_marks(article)
    connection.execute(delete(TEXT_MARKS).where(TEXT_MARKS.c.article_key == article_key))
    if not marks:
        return None
    connection.execute(insert(TEXT_MARKS), [{"mark": mark, "article_key": article_key} for mark in marks])
    for key in connection.scalars(_ALIKE, {"marks": marks, "later": article_key}).all():
        row = newest_row(connection, key)
        if row is not None and repeats(article, revision_of(row).article):
            return ArticleId(row["id"])
    return None
