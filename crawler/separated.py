"""An article's page becomes a separated article: the one way there, for pages just fetched and for archived ones."""

from dataclasses import replace

from crawler.errors import PageRejected
from crawler.items import ArticlePage, SeparatedArticle
from crawler.separation.article import separate_page
from crawler.separation.errors import NotAnArticle

RESERVED = "tdm reservation"


def separate_article(item: ArticlePage) -> SeparatedArticle:
    """The article of a page.

    Raises: PageRejected, when the page holds none, or its publisher reserves it.
    """
    if item.tdm_reservation:
        raise PageRejected(RESERVED)
    try:
        separation = separate_page(item.page)
    except NotAnArticle as error:
        raise PageRejected(error.reason) from error
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
        tree=item.page.tree,
        body=item.response.body,
    )
