"""`presseschau separate`: one page, or a stream of them, into articles. No network, no store."""

import signal
import sys
from typing import BinaryIO

import click

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
    from crawler.separation.errors import NotAnArticle
    from presseschau.separating import render_page, separate_lines

    # `separate … | head` is to end quietly, like any filter.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if jsonl:
        if file is not None or url is not None or form != "json":
            raise click.UsageError("--jsonl reads standard input and prints JSON; it goes without FILE, --url and --as")
        separate_lines(sys.stdin.buffer, sys.stdout.buffer)
        return 0
    if file is None:
        raise click.UsageError("name a FILE, or - for standard input")
    try:
        sys.stdout.buffer.write(render_page(file.read(), url=url, form=form))
    except NotAnArticle as error:
        raise click.ClickException(f"{file.name}: {error}") from error
    sys.stdout.buffer.flush()
    return 0
