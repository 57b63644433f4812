"""What is to be explained, found by what the user calls it: a file, an address, or an article of the store."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from articles.errors import InvalidUrl
from articles.identity import ArticleId, CanonicalUrl, normalize_url
from articles.store.contract import Store
from crawler.lessons import load_furniture
from crawler.separation.furniture import Furniture
from crawler.separation.page import Page
from presseschau.separating import find_publisher, make_page, read_content

_NEAR_COUNT = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """A page, and where it was taken from."""

    page: Page
    origin: str
    """In words, for people."""
    furniture: Furniture | None = None
    """What its publisher is known to repeat. None where there is no store to ask."""


class SubjectUnknown(Exception):
    """Nothing goes by this name; the text says what to do."""


def from_file(path: Path, content: bytes, *, url: str | None, publisher: str | None) -> Subject:
    """A page that lies in a file.

    Raises: UnknownPublisher.
    """
    page = make_page(url, read_content(content), find_publisher(url, publisher))
    return Subject(page=page, origin=f"the file {path.name}" if str(path) != "-" else "standard input")


def from_web(url: str, *, contact: str | None, rate: float, publisher: str | None) -> Subject:
    """A page asked for now.

    Raises: PageNotHad, UnknownPublisher.
    """
    from crawler.one_page import fetch_page  # noqa: PLC0415 - Scrapy, which no file needs

    response = fetch_page(url, contact=contact, rate=rate)
    page = make_page(response.url, response.text, find_publisher(response.url, publisher))
    return Subject(page=page, origin=f"{response.url}, fetched just now")


def from_archive(article_id: ArticleId, store: Store, archive: Path) -> Subject:
    """The page that an article's newest revision was read from.

    Raises: SubjectUnknown, when it was not archived; ArchiveFileMissing, DamagedRecord, PageRejected.
    """
    from crawler.reseparating.reading import load_article_page  # noqa: PLC0415 - as above

    pages = store.pages_of(article_id)
    archived = next((page for page in pages if page.is_source), None) or next(iter(pages), None)
    if archived is None:
        raise SubjectUnknown(f"no page of {article_id} was archived; --fresh asks the publisher for it")
    item = load_article_page(archived, archive, store)
    origin = f"{archived.memory.url}, as archived on {archived.fetched_at:%Y-%m-%d, %H:%M} UTC"
    furniture = load_furniture(store, archived.memory.publisher)
    return Subject(page=item.page, origin=origin, furniture=furniture)


def find_article(name: str, store: Store) -> ArticleId | None:
    """The article with this id, or seen under this URL."""
    if store.find_revision(ArticleId(name)) is not None:
        return ArticleId(name)
    publisher = find_publisher(name, None) if "://" in name else None
    try:
        return store.find_article_id(normalize_url(name, publisher.rule if publisher else None))
    except InvalidUrl:
        return None


def find_near(name: str, known: Iterable[tuple[ArticleId, CanonicalUrl]]) -> list[ArticleId]:
    """The articles whose ids or addresses look most like this name, the likest first."""
    wanted = _slug(name)
    by_slug: dict[str, ArticleId] = {}
    for article_id, url in known:
        by_slug.setdefault(_slug(url), article_id)
        by_slug.setdefault(_slug(article_id), article_id)
    holding = [slug for slug in by_slug if wanted in slug]
    near = holding or difflib.get_close_matches(wanted, by_slug, n=2 * _NEAR_COUNT)
    return list(dict.fromkeys(by_slug[slug] for slug in near))[:_NEAR_COUNT]


def _slug(name: str) -> str:
    return urlsplit(name).path.rstrip("/").rsplit("/", 1)[-1].lower()
