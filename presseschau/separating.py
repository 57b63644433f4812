"""Separation on its own: bytes of a page, or a stream of pages, to what `presseschau separate` prints."""

import json
from typing import BinaryIO

from w3lib.encoding import html_to_unicode

from articles.errors import ArticleError
from articles.records import render_article_record, render_line, render_markdown, render_text
from crawler.separation.article import separate_page
from crawler.separation.errors import NotAnArticle
from crawler.separation.page import Page


def render_page(content: bytes, *, url: str | None, form: str) -> bytes:
    """A page's article as `json` (one record on one line), `text` or `markdown`.

    Raises: NotAnArticle, when the page holds none.
    """
    # As browsers do it: byte order mark, then the page's own declaration; then UTF-8 where it fits, or windows-1252.
    _, text = html_to_unicode(None, content, default_encoding="cp1252", auto_detect_fun=_find_utf_8)
    article = separate_page(Page(url=url, content=text)).article
    match form:
        case "text":
            return render_text(article).encode() + b"\n"
        case "markdown":
            return render_markdown(article).encode() + b"\n"
        case _:
            return render_line(render_article_record(article, url=url))


def _find_utf_8(content: bytes) -> str | None:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def separate_lines(lines: BinaryIO, output: BinaryIO) -> None:
    """Separate a stream of `{"id", "url", "html"}` lines: a record per line, in order, each written out at once.

    A line that gives none becomes `{"id", "error"}`; the run goes on. Blank lines are passed over.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            output.write(render_line(_separate_line(line, number)))
            output.flush()


def _separate_line(line: bytes, number: int) -> dict[str, object]:
    given_id: object = None
    try:
        given = _parse_line(line)
        given_id = given.get("id")
        page = _page_of(given)
        return render_article_record(separate_page(page).article, url=page.url, given_id=given_id)
    except (ValueError, ArticleError, NotAnArticle) as error:
        return {"id": given_id, "error": f"line {number}: {error}"}


def _parse_line(line: bytes) -> dict[str, object]:
    try:
        given = json.loads(line, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    if not isinstance(given, dict):
        raise ValueError(f"a JSON object is wanted, not {type(given).__name__}")  # noqa: TRY004  # as every bad line
    return given


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON (RFC 8259, 6)")


def _page_of(given: dict[str, object]) -> Page:
    html, url = given.get("html"), given.get("url")
    if not isinstance(html, str):
        raise ValueError('"html" is missing or no text')  # noqa: TRY004  # as every bad line
    if url is not None and not isinstance(url, str):
        raise ValueError('"url" is no text')  # as every bad line
    return Page(url=url, content=html)
