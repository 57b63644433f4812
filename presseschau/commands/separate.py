"""`presseschau separate`: one page, or a stream of them, into articles. No network, no store."""

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from presseschau.options import HttpUrl

if TYPE_CHECKING:
    from presseschau.separating import KnownPublisher

_EXAMPLE = """\b
Examples:
  presseschau separate --as text page.html
  curl -s https://example.org/a-story | presseschau separate --url https://example.org/a-story -
  presseschau separate --jsonl < pages.jsonl | jq .title
  presseschau separate --warm pages-of-one-site/*.html | jq .title
"""


@click.command(name="separate", epilog=_EXAMPLE)
@click.argument(
    "files", metavar="FILE", nargs=-1, type=click.Path(exists=True, allow_dash=True, dir_okay=False, path_type=Path)
)
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
    "--warm",
    is_flag=True,
    help="Take out what the pages of a site repeat: with --jsonl, or with several FILEs of one site, a record a line.",
)
@click.option(
    "--publisher",
    metavar="NAME",
    help="Whose pages they are; its zone, language and addresses hold.  [default: the one that owns --url]",
)
def command(
    *, files: tuple[Path, ...], url: str | None, form: str, jsonl: bool, warm: bool, publisher: str | None
) -> int:
    """Separate a page (HTML or plain text) into its article, topics and ads.

    FILE is a path, or - for standard input. A page alone does not show what its site repeats; with --warm pages teach
    each other.
    """
    from crawler.separation.errors import NotAnArticle
    from presseschau.separating import render_page, separate_lines
    from presseschau.warming import read_files, read_lines, separate_warm

    # `separate … | head` is to end quietly, like any filter.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if jsonl or warm:
        _refuse(files, url, form, jsonl=jsonl)
        known = _known(None, publisher)
        if warm:
            pages = read_lines(sys.stdin.buffer, known) if jsonl else read_files(files, known)
            separate_warm(pages, sys.stdout.buffer, known)
        else:
            separate_lines(sys.stdin.buffer, sys.stdout.buffer, publisher=known)
        return 0
    if len(files) != 1:
        raise click.UsageError("name one FILE, or - for standard input; several go with --warm")
    (file,) = files
    content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    try:
        page = render_page(content, url=url, form=form, publisher=_known(url, publisher))
    except NotAnArticle as error:
        raise click.ClickException(f"{'<stdin>' if str(file) == '-' else file}: {error}") from error
    sys.stdout.buffer.write(page)
    sys.stdout.buffer.flush()
    return 0


def _refuse(files: tuple[Path, ...], url: str | None, form: str, *, jsonl: bool) -> None:
    if jsonl and (files or url is not None or form != "json"):
        raise click.UsageError("--jsonl reads standard input and prints JSON; it goes without FILE, --url and --as")
    if not jsonl and (not files or Path("-") in files or url is not None or form != "json"):
        raise click.UsageError("--warm takes FILEs of one site and prints JSON; it goes without -, --url and --as")


def _known(url: str | None, name: str | None) -> "KnownPublisher | None":
    from crawler.errors import UnknownPublisher
    from presseschau.separating import find_publisher

    try:
        return find_publisher(url, name)
    except UnknownPublisher as error:
        raise click.UsageError(str(error)) from error
