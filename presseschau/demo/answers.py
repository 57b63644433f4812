"""What the site answers to a path on a given night: the whole site as a pure function, before any HTTP."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from presseschau.demo.address import SITE_ORIGIN
from presseschau.demo.adverts import ADVERTS
from presseschau.demo.edition import Edition, load_edition
from presseschau.demo.listings import listing_pages
from presseschau.demo.markups.breaks import render_breaks
from presseschau.demo.markups.microdata import render_microdata
from presseschau.demo.markups.plain_page import render_plain_page
from presseschau.demo.markups.semantic import render_semantic
from presseschau.demo.markups.soup import render_soup
from presseschau.demo.nights import NIGHTS
from presseschau.demo.pictures import find_picture_name, render_picture
from presseschau.demo.sources import FEED_PATH, NEWS_SITEMAP_PATH, render_feed, render_news_sitemap
from presseschau.demo.story import Story, StoryState
from presseschau.demo.validators import content_etag, page_etag, validates_by_content
from presseschau.demo.view import ArticleView, view_article

MARKUPS: Mapping[str, Callable[[ArticleView], str]] = {
    "semantic": render_semantic,
    "soup": render_soup,
    "breaks": render_breaks,
    "microdata": render_microdata,
}
DISALLOWED = ("/news/intern/", "/news/vorschau-", "/konto/")
"""What robots.txt forbids; listings link into the first two."""
_ROBOTS = (
    "User-agent: *\n"
    + "".join(f"Disallow: {prefix}\n" for prefix in DISALLOWED)
    + f"\nSitemap: {SITE_ORIGIN}{NEWS_SITEMAP_PATH}\n"
)
_LISTING_PREFIXES = ("/news/c/", "/news/seite/")
_HTML = "text/html; charset=utf-8"
_EDITING_LEAD = timedelta(hours=1)


class AnswerKind(StrEnum):
    """What was asked for."""

    LISTING = "listing"
    ARTICLE = "article"
    ROBOTS = "robots"
    SOURCE = "source"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """An answer, before conditional requests and compression."""

    kind: AnswerKind
    status: int = 200
    content_type: str = _HTML
    body: bytes = b""
    etag: str | None = None
    last_modified: datetime | None = None
    """Aware; None when the site does not say."""
    location: str | None = None
    """Where a redirect leads."""


def answer_to(path: str, night: int) -> Answer:
    """The answer to a path without query on that night."""
    site = _render_site(night)
    if path in site:
        return site[path]
    picture_name = find_picture_name(path)
    if picture_name is not None:
        return Answer(kind=AnswerKind.OTHER, content_type="image/svg+xml", body=render_picture(picture_name).encode())
    return _not_there(404, _kind_of(path))


@lru_cache(maxsize=len(NIGHTS))
def _render_site(night: int) -> dict[str, Answer]:
    edition = load_edition(night)
    listings = listing_pages(edition)
    site = {path: _html(AnswerKind.LISTING, page) for path, page in listings.items()}
    for path in listings:
        if "/seite/" not in path:
            site[f"{path}/seite/1"] = Answer(kind=AnswerKind.LISTING, status=301, location=path)
    site |= {story.path: _story_answer(story, edition) for story in edition.stories}
    for former, present in edition.redirects.items():
        site[former] = Answer(kind=AnswerKind.ARTICLE, status=301, location=present)
    site |= {path: _html(AnswerKind.OTHER, page) for path, page in _plain_pages().items()}
    site[NEWS_SITEMAP_PATH] = _source(render_news_sitemap(edition), "application/xml")
    site[FEED_PATH] = _source(render_feed(edition), "application/rss+xml")
    site["/robots.txt"] = Answer(
        kind=AnswerKind.ROBOTS, content_type="text/plain; charset=utf-8", body=_ROBOTS.encode()
    )
    return site


def _story_answer(story: Story, edition: Edition) -> Answer:
    if story.withdrawn_status is not None:
        return _not_there(story.withdrawn_status, AnswerKind.ARTICLE)
    if story.state is StoryState.BROKEN:
        return Answer(kind=AnswerKind.ARTICLE)
    body = MARKUPS[story.markup](view_article(story, edition)).encode()
    if validates_by_content(story.key):
        edited = story.state is StoryState.EDITED
        changed_at = NIGHTS[edition.night] - _EDITING_LEAD if edited else story.published_at
        return Answer(kind=AnswerKind.ARTICLE, body=body, etag=content_etag(story), last_modified=changed_at)
    return Answer(kind=AnswerKind.ARTICLE, body=body, etag=page_etag(body), last_modified=NIGHTS[edition.night])


def _plain_pages() -> dict[str, str]:
    pages = {advert.path: render_plain_page(advert.title, "Diese Anzeige gehört zur Vorführung.") for advert in ADVERTS}
    pages["/"] = render_plain_page("Quellmarker Bote", "Die Zeitung für vierzehn Gemeinden und einen See.")
    for path, title in (
        ("/impressum", "Impressum"),
        ("/datenschutz", "Datenschutz"),
        ("/kontakt", "Kontakt"),
        ("/shop", "Laden"),
        ("/news/intern/dienstplan-20-11-2026", "Dienstplan"),
        ("/news/vorschau-auf-die-woche-19-11-2026", "Vorschau"),
    ):
        pages[path] = render_plain_page(title, "Alles auf dieser Seite ist erfunden.")
    return pages


def _kind_of(path: str) -> AnswerKind:
    """What a path that the site does not have was asked for as."""
    if path.startswith(_LISTING_PREFIXES):
        return AnswerKind.LISTING
    return AnswerKind.ARTICLE if path.startswith("/news/") else AnswerKind.OTHER


def _html(kind: AnswerKind, page: str) -> Answer:
    return Answer(kind=kind, body=page.encode())


def _source(document: str, content_type: str) -> Answer:
    body = document.encode()
    return Answer(kind=AnswerKind.SOURCE, content_type=content_type, body=body, etag=page_etag(body))


def _not_there(status: int, kind: AnswerKind) -> Answer:
    page = render_plain_page("Diese Seite gibt es nicht", "Vielleicht gab es sie einmal; jetzt ist sie fort.")
    return Answer(kind=kind, status=status, body=page.encode())
