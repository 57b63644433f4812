"""An article as plain text."""

from articles.model import Article
from articles.surrogates import replace_surrogates


def render_text(article: Article) -> str:
    """The body as in the record's `text`: a blank line between blocks, without title, captions and a line end."""
    return replace_surrogates(article.text)
