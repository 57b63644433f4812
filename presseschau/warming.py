"""Pages of one site, separated with what they teach each other: `presseschau separate --warm`.

Pages are taken in stretches as long as a memory is: the stretch is read once for what it teaches, and once for good. So
a stream may be of any length; a record comes out when its stretch is complete. Sites are told apart by their hosts.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from articles.records import render_line
from crawler.separation.article import separate_page
from crawler.separation.errors import NotAnArticle
from crawler.separation.furniture import MAX_PAGES, Furniture
from presseschau.separating import (
    Given,
    KnownPublisher,
    make_page,
    read_content,
    read_line,
    render_failure,
    render_given,
)

# Nothing fades while one command runs.
_TODAY = date(1970, 1, 1)


def read_lines(lines: BinaryIO, publisher: KnownPublisher | None) -> Iterator[Given]:
    """The pages of a stream of `{"id", "url", "html"}` lines; blank ones are passed over."""
    return (read_line(line, number, publisher) for number, line in enumerate(lines, start=1) if line.strip())


def read_files(paths: Iterable[Path], publisher: KnownPublisher | None) -> Iterator[Given]:
    """The pages of files, each called by its path.

    Raises: OSError.
    """
    for path in paths:
        page = make_page(None, read_content(path.read_bytes()), publisher)
        yield Given(id=str(path), place=str(path), page=page)


def separate_warm(pages: Iterable[Given], output: BinaryIO, publisher: KnownPublisher | None) -> None:
    """Write a record per page, in order; one that gives none becomes `{"id", "error"}`."""
    memories: dict[str, Furniture] = {}
    rest = iter(pages)
    while stretch := tuple(islice(rest, MAX_PAGES)):
        for given in stretch:
            _learn(given, memories.setdefault(_site(given), Furniture()))
        for given in stretch:
            if given.page is None:
                record = render_failure(given, given.error)
            else:
                record = render_given(given, given.page, publisher, memories[_site(given)])
            output.write(render_line(record))
        output.flush()


def _learn(given: Given, furniture: Furniture) -> None:
    if given.page is None:
        return
    try:
        lesson = separate_page(given.page, furniture=furniture).lesson
    except NotAnArticle:
        return  # it is said when its turn comes
    if lesson is not None:
        furniture.learn(given.page.identity, lesson, _TODAY)


def _site(given: Given) -> str:
    url = given.page.url if given.page is not None else None
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
