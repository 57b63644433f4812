"""Articles as other programs read them: JSON Lines records, plain text, Markdown."""

from articles.records.line import render_line
from articles.records.markdown import render_markdown
from articles.records.record import Record, parse_record, render_article_record, render_record
from articles.records.text import render_text

__all__ = [
    "Record",
    "parse_record",
    "render_article_record",
    "render_line",
    "render_markdown",
    "render_record",
    "render_text",
]
