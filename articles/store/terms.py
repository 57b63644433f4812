"""The words of the store's contract: the states of a URL, what became of a page, and the values taken and given."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from articles.identity import ArticleId, CanonicalUrl


class UrlState(StrEnum):
    """Where a URL stands in its life; drawn above."""

    DISCOVERED = "discovered"
    REQUESTED = "requested"
    SETTLED = "settled"
    REJECTED = "rejected"
    MISSING = "missing"
    GONE = "gone"


class Outcome(StrEnum):
    """What a URL came to in a run; one URL may come to several things in the same run."""

    DISCOVERED = "discovered"
    """It was unknown before."""
    CREATED = "created"
    REVISED = "revised"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"
    MISSING = "missing"
    """404 for the first time, or again too early to confirm it; or not believed, because too much was missing."""
    GONE = "gone"
    """410, or 404 on two nights; also when the article lives on under another URL, or there never was one."""
    WITHDRAWN = "withdrawn"
    """Gone, and the article with it: a tombstone was stored."""
    COLLIDED = "collided"
    """Another known article answered; see the module's text."""


class Saved(StrEnum):
    """What saving an article came to."""

    CREATED = "created"
    REVISED = "revised"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, kw_only=True, slots=True)
class ListingEntry:
    """One entry of a listing: a link to an article and what the listing says of it."""

    url: CanonicalUrl
    title: str | None = None
    summary: str | None = None
    published_at: datetime | None = None
    """Aware, with the publisher's offset."""


@dataclass(frozen=True, kw_only=True, slots=True)
class UrlMemory:
    """What the crawl remembers of one article URL."""

    url: CanonicalUrl
    publisher: str
    state: UrlState
    entry: ListingEntry
    """The newest that a listing said; fields no listing gave are None."""
    article_id: ArticleId | None
    etag: str | None
    last_modified: str | None
    """The HTTP header, verbatim: some servers compare it as text."""
    content_hash: str | None
    """SHA-256 (hex) of the body. It and the validators are of the last answer that an article was read from, never of a
    rejected one, so that "not modified" always means: as stored. None when no live article is stored."""
    failure_count: int
    """Rejections in a row."""
    discovered_at: datetime
    settled_at: datetime | None
    next_check_at: datetime | None
    """When the page is to be asked again; None before it was settled and after it is gone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ArchivePlace:
    """Where a page as it was fetched stands in the archive."""

    file: str
    """Name of the file in the archive's directory."""
    offset_bytes: int
    """Where the page's record begins in the file."""
    length_bytes: int
    """Of that record, as it is in the file: compressed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fetched:
    """The answer an article was read from."""

    url: CanonicalUrl
    """The URL that was asked for: the row of the memory that this settles."""
    answered_url: CanonicalUrl | None = None
    """Where the redirects ended; its row, if the memory has one, is settled as well. None: no redirect, `url`."""
    seen_urls: tuple[CanonicalUrl, ...] = ()
    """Other addresses of the same page: stations of the redirect, the page's own canonical. They become aliases of the
    article, so the caller vouches that each is an article's URL (a canonical that names the home page is none)."""
    at: datetime
    """UTC."""
    status: int
    etag: str | None = None
    last_modified: str | None = None
    content_hash: str | None = None
    archived: ArchivePlace | None = None
    """None: the page was not archived."""
    separation: str | None = None
    """Which version of the separation read it. None: nobody says."""
    awaits_lesson: bool = False
    """True when it is to be read again with what the pages fetched after it teach of their publisher."""
    lesson: bytes | None = None
    """Of a page that awaits this: how it was read now, so that it need not be read again if that stays so. In the
    crawl's own form. None: nobody says."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ArchivedPage:
    """A page that an article was read from, or should have been."""

    key: int
    """The store's own number for it; later pages have higher ones."""
    place: ArchivePlace
    fetched_at: datetime
    """UTC."""
    memory: UrlMemory
    """Of the URL that was asked for."""
    article_id: ArticleId | None
    """Whose page it is. None: no article was read from it."""
    is_source: bool
    """True when the article's newest revision was read from it."""
    separation: str | None
    """Which version of the separation read it last. None: nobody says."""
    awaits_lesson: bool = False
    """True when it is to be read again, as in `Fetched`."""
    lesson: bytes | None = None
    """As in `Fetched`. None when it awaits nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicUse:
    """A topic or section that a live article stands under: one that was not withdrawn."""

    name: str
    """The newest name seen."""
    slug: str
    url: str | None
    publisher: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """One run of the program."""

    run_id: str
    command: str
    started_at: datetime
    finished_at: datetime | None
    """None while it runs, and for ever when it was killed."""
    exit_status: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Totals:
    """How much a store holds."""

    live_count: int
    """Articles that are not withdrawn."""
    withdrawn_count: int
    revision_count: int
    urls: Mapping[UrlState, int]
    """Article URLs by state; only states that occur."""
