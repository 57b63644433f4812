"""`presseschau separate`: one page, or a stream of them, into articles. No network, no store."""

import signal
import sys
from typing import TYPE_CHECKING, BinaryIO

import click

from presseschau.options import HttpUrl

if TYPE_CHECKING:
    from presseschau.separating import KnownPublisher

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
@click.option(
    "--publisher",
    metavar="NAME",
    help="Whose pages they are; its zone, language and addresses hold.  [default: the one that owns --url]",
)
def command(file: BinaryIO | None, url: str | None, form: str, jsonl: bool, publisher: str | None) -> int:
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
        separate_lines(sys.stdin.buffer, sys.stdout.buffer, publisher=_known(None, publisher))
        return 0
    if file is None:
        raise click.UsageError("name a FILE, or - for standard input")
    try:
        page = render_page(file.read(), url=url, form=form, publisher=_known(url, publisher))
    except NotAnArticle as error:
        raise click.ClickException(f"{file.name}: {error}") from error
    sys.stdout.buffer.write(page)
    sys.stdout.buffer.flush()
    return 0


def _known(url: str | None, name: str | None) -> "KnownPublisher | None":
    from crawler.errors import UnknownPublisher
    from presseschau.separating import find_publisher

    try:
        return find_publisher(url, name)
    except UnknownPublisher as error:
        raise click.UsageError(str(error)) from error
