"""Separation on its own: bytes of a page, or a stream of pages, to what `presseschau separate` prints."""

import json
from dataclasses import dataclass, replace
from typing import BinaryIO, TypedDict

from w3lib.encoding import html_body_declared_encoding, html_to_unicode

from articles.errors import ArticleError, InvalidUrl
from articles.identity import UrlRule, normalize_url
from articles.records import render_article_record, render_line, render_markdown, render_text
from crawler.charset import find_charset
from crawler.separation.article import separate_page
from crawler.separation.errors import NotAnArticle
from crawler.separation.furniture import Furniture
from crawler.separation.page import Page, Site


class _Identity(TypedDict):
    publisher: str | None
    rule: UrlRule | None


@dataclass(frozen=True, kw_only=True)
class KnownPublisher:
    """What a crawl knows of a page's publisher beforehand."""

    name: str
    rule: UrlRule
    site: Site


def find_publisher(url: str | None, name: str | None) -> KnownPublisher | None:
    """The publisher of this name or, without one, the one that owns the URL; None when none does.

    Raises: UnknownPublisher.
    """
    if url is None and name is None:
        return None
    # Spiders bring Scrapy along, which a page of nobody's need not wait for.
    from crawler.errors import UnknownPublisher  # noqa: PLC0415
    from crawler.running import spider_classes  # noqa: PLC0415

    spiders = spider_classes()
    if name is not None and name not in spiders:
        raise UnknownPublisher(name, spiders)
    for spider in spiders.values():
        if spider.name == name or (name is None and url is not None and spider.rule.owns(url)):
            return KnownPublisher(name=spider.name, rule=spider.rule, site=spider.site())
    return None


def render_page(content: bytes, *, url: str | None, form: str, publisher: KnownPublisher | None) -> bytes:
    """A page's article as `json` (one record on one line), `text` or `markdown`.

    Raises: NotAnArticle, when the page holds none.
    """
    article = separate_page(make_page(url, read_content(content), publisher)).article
    match form:
        case "text":
            return render_text(article).encode() + b"\n"
        case "markdown":
            return render_markdown(article).encode() + b"\n"
        case _:
            return render_line(render_article_record(article, url=url, **_identity(publisher)))


def read_content(content: bytes) -> str:
    """The text of a page that comes without headers."""
    charset = find_charset(content, html_body_declared_encoding(content))
    content_type = f"text/html; charset={charset}" if charset else None
    _, text = html_to_unicode(content_type, content, default_encoding="utf-8")  # a byte order mark wins
    return text


def separate_lines(lines: BinaryIO, output: BinaryIO, *, publisher: KnownPublisher | None = None) -> None:
    """Separate a stream of `{"id", "url", "html"}` lines: a record per line, in order, each written out at once.

    A line that gives none becomes `{"id", "error"}`; the run goes on. Blank lines are passed over.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            output.write(render_line(_separate_line(line, number, publisher)))
            output.flush()


def _separate_line(line: bytes, number: int, publisher: KnownPublisher | None) -> dict[str, object]:
    given = read_line(line, number, publisher)
    if given.page is None:
        return render_failure(given, given.error)
    return render_given(given, given.page, publisher)


@dataclass(frozen=True, kw_only=True)
class Given:
    """One page of a stream."""

    id: object
    """What its line calls it."""
    place: str
    """Where it stands, for messages."""
    page: Page | None = None
    """None when the line is no page."""
    error: str = ""
    """Why it is none."""
    warnings: tuple[str, ...] = ()
    """What was wrong with the line, and left out."""


def read_line(line: bytes, number: int, publisher: KnownPublisher | None) -> Given:
    """The page that a line of a stream holds."""
    place = f"line {number}"
    given_id: object = None
    try:
        given = _parse_line(line)
        given_id = given.get("id")
        page = _page_of(given, publisher)
        warnings = _doubts(page.url)
        return Given(id=given_id, place=place, page=replace(page, url=None) if warnings else page, warnings=warnings)
    except ValueError as error:
        return Given(id=given_id, place=place, error=str(error))


def render_given(
    given: Given, page: Page, publisher: KnownPublisher | None, furniture: Furniture | None = None
) -> dict[str, object]:
    """The record of a page or, where it holds no article, the failure."""
    try:
        article = separate_page(page, furniture=furniture).article
        article = replace(article, warnings=(*given.warnings, *article.warnings))
        return render_article_record(article, url=page.url, given_id=given.id, **_identity(publisher))
    except (ValueError, ArticleError, NotAnArticle) as error:
        return render_failure(given, str(error))


def render_failure(given: Given, error: str) -> dict[str, object]:
    """What stands in a record's place."""
    return {"id": given.id, "error": f"{given.place}: {error}"}


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


def _page_of(given: dict[str, object], publisher: KnownPublisher | None) -> Page:
    html, url = given.get("html"), given.get("url")
    if not isinstance(html, str):
        raise ValueError('"html" is missing or no text')  # noqa: TRY004  # as every bad line
    if url is not None and not isinstance(url, str):
        raise ValueError('"url" is no text')  # as every bad line
    return make_page(url, html, publisher)


def _doubts(url: str | None) -> tuple[str, ...]:
    """What is wrong with an address; the page is read without such a one, for its text does not depend on it."""
    try:
        normalize_url(url or "https://example.org/")
    except InvalidUrl as error:
        return (f"url: {error}; read without it",)
    return ()


def make_page(url: str | None, content: str, publisher: KnownPublisher | None) -> Page:
    """A page with what is known of its publisher."""
    return Page(url=url, content=content, site=publisher.site if publisher else Site())


def _identity(publisher: KnownPublisher | None) -> _Identity:
    return {"publisher": publisher.name, "rule": publisher.rule} if publisher else {"publisher": None, "rule": None}
