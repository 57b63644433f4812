"""`presseschau explain`: why a page was separated as it was, as a page to look at."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from articles.replace_file import replace_file
from presseschau.contact import require_contact
from presseschau.options import HttpUrl, contact_option, output_option, rate_option, store_option

if TYPE_CHECKING:
    from presseschau.explaining.subject import Subject

_EXAMPLE = """\b
Examples:
  presseschau explain -o why.html page.html
  presseschau explain -o why.html tag:example.org,2026:/news/a-story
  presseschau explain -o why.html --contact you@example.org https://example.org/a-story
"""


@click.command(name="explain", epilog=_EXAMPLE)
@click.argument("subject", metavar="FILE|URL|ARTICLE")
@click.option(
    "-o",
    "--page",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where the page is written.  [default: stdout]",
)
@click.option("--url", type=HttpUrl(), help="Where FILE comes from; relative links resolve against it.")
@click.option("--publisher", metavar="NAME", help="Whose page it is.  [default: the publisher that owns the URL]")
@click.option("--fresh", is_flag=True, help="Ask the publisher for URL, also when its page is in the archive.")
@contact_option
@rate_option
@output_option
@store_option
def command(
    subject: str,
    *,
    target: Path | None,
    url: str | None,
    publisher: str | None,
    fresh: bool,
    contact: str | None,
    rate: float,
    output: Path,
    store: str | None,
) -> int:
    """Show a page as a reader saw it, and beside it what each of its blocks was taken for, and why.

    FILE is a page (HTML or plain text), or - for standard input; ARTICLE the id or the URL of an article in the store,
    whose page is taken from the archive; any other URL is asked for, once, as politely as in a crawl. What is written
    is one HTML file that loads nothing and runs nothing of the page.
    """
    from crawler.errors import CrawlError, UnknownPublisher
    from presseschau.explaining.page import explain
    from presseschau.explaining.subject import SubjectUnknown, from_file, from_web

    if target is None and sys.stdout.isatty():
        raise click.UsageError("name a file for the page: -o why.html")
    is_url = subject.startswith(("http://", "https://"))
    try:
        if subject == "-" or (not is_url and Path(subject).is_file()):
            content = sys.stdin.buffer.read() if subject == "-" else Path(subject).read_bytes()
            found = from_file(Path(subject), content, url=url, publisher=publisher)
        else:
            archived = None if fresh else _from_store(subject, output, store, is_url=is_url)
            if archived is None:
                HttpUrl().convert(subject, None, None)
                require_contact(contact, subject)
                archived = from_web(subject, contact=contact, rate=rate, publisher=publisher)
            found = archived
    except (UnknownPublisher, SubjectUnknown) as error:
        raise click.UsageError(str(error)) from error
    except CrawlError as error:
        raise click.ClickException(str(error)) from error
    explained = explain(found)
    if explained.refusal:
        click.echo(f"presseschau: {explained.refusal}", err=True)
    if target is None:
        sys.stdout.buffer.write(explained.html)
        sys.stdout.buffer.flush()
    else:
        replace_file(target, [explained.html])
    return 0


def _from_store(name: str, output: Path, store: str | None, *, is_url: bool) -> "Subject | None":
    """The archived page of an article; None for a URL that is none of the store's."""
    from articles.store import open_store
    from presseschau.explaining.subject import SubjectUnknown, find_article, find_near, from_archive
    from presseschau.nightly import ARCHIVE_NAME, STORE_NAME

    path = (output / STORE_NAME).absolute()
    if store is None and not path.exists():
        if is_url:
            return None
        raise SubjectUnknown(f"there is no file {name}, and no store at {path} that could hold such an article")
    with open_store(store or f"sqlite:///{path}") as opened:
        article_id = find_article(name, opened)
        if article_id is not None:
            return from_archive(article_id, opened, output / ARCHIVE_NAME)
        if is_url:
            return None
        near = "".join(f"\n  {one}" for one in find_near(name, opened.addresses()))
    raise SubjectUnknown(
        f"there is no file {name}, and no article with this id"
        + (f". Did you mean\n{near.lstrip(chr(10))}" if near else "")
    )
