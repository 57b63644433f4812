"""`presseschau separate`: one page, or a stream of them, into articles. No network, no store."""

import json
import signal
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

import click

if TYPE_CHECKING:
    from crawler.separation.page import Page

from presseschau.options import HttpUrl

_EXAMPLE = """\b
Examples:
  presseschau separate --as text page.html
  curl -s https://example.org/a-story | presseschau separate --url https://example.org/a-story -
  presseschau separate --jsonl < pages.jsonl | jq .title
"""


@click.command(name="separate", epilog=_EXAMPLE)
@click.argument("file", type=click.File("rb"), required=False)
@click.option("--url", type=HttpUrl(), help="Where the page comes from; relative links resolve against it.")
@click.option(
    "--as",
    "form",
    type=click.Choice(["json", "text", "markdown"]),
    default="json",
    show_default=True,
    help="What to print.",
)
@click.option("--jsonl", is_flag=True, help='Read one {"id","url","html"} a line from stdin, print one record a line.')
def command(file: BinaryIO | None, url: str | None, form: str, jsonl: bool) -> int:
    """Separate a page (HTML or plain text) into its article, topics and ads.

    FILE is a path, or - for standard input.
    """
    # `separate … | head` is to end quietly, like any filter.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if jsonl:
        if file is not None or url is not None or form != "json":
            raise click.UsageError("--jsonl reads standard input and prints records; it goes without FILE, --url and --as")
        return separate_lines(sys.stdin.buffer, sys.stdout.buffer)
    if file is None:
        raise click.UsageError("name a FILE, or - for standard input")
    return separate_file(file, url, form)


def separate_file(file: BinaryIO, url: str | None, form: str) -> int:
    """Separate one page and print it; the status is 1, with the reason, when it holds no article."""
    from w3lib.encoding import html_to_unicode

    from articles.records import render_article_record, render_line, render_markdown, render_text
    from crawler.separation.article import separate_page
    from crawler.separation.errors import NotAnArticle
    from crawler.separation.page import Page

    _, content = html_to_unicode(None, file.read(), default_encoding="utf-8")
    try:
        separation = separate_page(Page(url=url, content=content))
    except NotAnArticle as error:
        raise click.ClickException(f"{file.name}: {error}") from error
    article = separation.article
    if form == "text":
        output = (render_text(article) + "\n").encode()
    elif form == "markdown":
        output = (render_markdown(article) + "\n").encode()
    else:
        output = render_line(render_article_record(article, url=url))
    sys.stdout.buffer.write(output)
    sys.stdout.buffer.flush()
    return 0


def separate_lines(lines: BinaryIO, output: BinaryIO) -> int:
    """Separate a stream: a record per line, in order; a line that gives none becomes `{"id", "error"}`."""
    from articles.records import render_line

    for record in _records(lines):
        output.write(render_line(record))
        output.flush()
    return 0


def _records(lines: BinaryIO) -> Iterator[dict[str, object]]:
    from articles.errors import ArticleError
    from articles.records import render_article_record
    from crawler.separation.article import separate_page
    from crawler.separation.errors import NotAnArticle

    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        given_id: object = None
        try:
            given = _parse_line(line)
            given_id = given.get("id")
            page = _page_of(given)
            yield render_article_record(separate_page(page).article, url=page.url, given_id=given_id)
        except (ValueError, ArticleError, NotAnArticle, RecursionError) as error:
            yield {"id": given_id, "error": f"line {number}: {error}"}


def _parse_line(line: bytes) -> dict[str, object]:
    given = json.loads(line)
    if not isinstance(given, dict):
        raise ValueError(f"a JSON object is wanted, not {type(given).__name__}")  # noqa: TRY004  # one way for bad lines
    return given


def _page_of(given: dict[str, object]) -> "Page":
    from crawler.separation.page import Page

    html, url = given.get("html"), given.get("url")
    if not isinstance(html, str):
        raise ValueError('"html" is missing or no text')  # noqa: TRY004
    if url is not None and not isinstance(url, str):
        raise ValueError('"url" is no text')  # noqa: TRY004
    return Page(url=url, content=html)
