"""A page becomes an article, and all that is not the article keeps a name and a reason."""

from html import escape

from lxml.html import HtmlElement, HTMLParser, document_fromstring

from articles.model import Article, Block, BlockKind
from crawler.separation.errors import NotAnArticle
from crawler.separation.outcome import LabelledBlock, Separation
from crawler.separation.page import Page


def separate_page(page: Page) -> Separation:
    """The article of a page, with every block of the page labelled.

    Raises: NotAnArticle, when the page holds none.
    """
    if not page.content.strip():
        raise NotAnArticle(page.url, "the page is empty")
    tree: HtmlElement = page.tree if page.tree is not None else _parse(page.content)
    paragraphs = [" ".join(element.text_content().split()) for element in tree.iter("p")]
    paragraphs = [text for text in paragraphs if text]
    headline = next((" ".join(element.text_content().split()) for element in tree.iter("h1", "title")), "")
    title = headline or page.listing.title
    if not paragraphs or not title:
        raise NotAnArticle(page.url, "it has no paragraph, or no title")
    article = Article(
        title=title,
        blocks=tuple(Block(kind=BlockKind.PARAGRAPH, text=text) for text in paragraphs),
        lead=paragraphs[0],
        summary=page.listing.summary,
        html="".join(f"<p>{escape(text)}</p>" for text in paragraphs),
        language=page.site.language,
        published_at=page.listing.published_at,
        confidence=0.1,
        warnings=("only paragraph elements were looked at",),
    )
    blocks = tuple(
        LabelledBlock(text=text, label="paragraph", reason="a paragraph element", kept=True) for text in paragraphs
    )
    return Separation(article=article, blocks=blocks, canonical_url=None, robots=(), tdm_reservation=False)


def _parse(content: str) -> HtmlElement:
    parsed: HtmlElement = document_fromstring(content.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))
    return parsed
