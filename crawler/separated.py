"""An article's page becomes a separated article: the one way there, for pages just fetched and for archived ones."""

from dataclasses import replace

from crawler.answers import parse_answer
from crawler.errors import PageRejected
from crawler.items import ArticlePage, SeparatedArticle
from crawler.separation.article import separate_page
from crawler.separation.errors import NotAnArticle
from crawler.separation.furniture import Furniture

RESERVED = "tdm reservation"


def separate_article(item: ArticlePage, furniture: Furniture) -> SeparatedArticle:
    """The article of a page.

    Args: furniture: what its publisher is known to repeat; it is read, not changed.

    Raises: PageRejected, when the page holds none, or its publisher reserves it.
    """
    if item.tdm_reservation:
        raise PageRejected(RESERVED)
    page = replace(item.page, tree=parse_answer(item.response))
    try:
        separation = separate_page(page, furniture=furniture)
    except NotAnArticle as error:
        # Its blocks and traceback would keep the tree and all that was made of it until the garbage is collected.
        error.blocks = ()
        raise PageRejected(error.reason) from error.with_traceback(None)
    if separation.tdm_reservation:
        raise PageRejected(RESERVED)
    said = (*item.robots, *separation.robots)
    warnings = [f"the publisher says {word}" for word in ("noindex", "noarchive") if word in said]
    new = [warning for warning in warnings if warning not in separation.article.warnings]
    article = replace(separation.article, warnings=(*separation.article.warnings, *new))
    return SeparatedArticle(
        article=article,
        canonical_url=separation.canonical_url,
        fetched=item.fetched,
        known=item.known,
        tree=page.tree,
        lesson=separation.lesson,
        body=item.response.body,
    )
