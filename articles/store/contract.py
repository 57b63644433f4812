"""What every home of the store promises: the one contract behind SQLite today and PostgreSQL tomorrow.

The store holds three things: the **runs**, the crawl's **memory** of URLs and listing walks, and the **articles** with
their revisions. Each method is one transaction: it happens whole or not at all, also when the machine stops in the
middle of it. Every time is handed in; the store never looks at a clock.

The life of an article URL:

    discovered ── note_request ──▶ requested ── save_article ──▶ settled ── settle_missing ──▶ missing ──▶ gone
                                       │                             ▲            (404 twice, or 410 once)
                                       ├── settle_rejected ──▶ rejected (asked again later)
                                       └── nothing (time-out, kill -9): stays requested, so the next run asks again
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from articles.identity import ArticleId, CanonicalUrl
from articles.model import Article, Revision


class UrlState(StrEnum):
    """Where a URL stands in its life; drawn above."""

    DISCOVERED = "discovered"
    REQUESTED = "requested"
    SETTLED = "settled"
    REJECTED = "rejected"
    MISSING = "missing"
    GONE = "gone"


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
    """SHA-256 (hex) of the body as last fetched."""
    failure_count: int
    """Rejections in a row."""
    discovered_at: datetime
    settled_at: datetime | None
    next_check_at: datetime | None
    """When the page is to be asked again; None before it was settled and after it is gone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fetched:
    """The answer an article was read from."""

    url: CanonicalUrl
    """The URL that was asked for: the row of the memory that this settles."""
    seen_urls: tuple[CanonicalUrl, ...] = ()
    """Other spellings met on the way: redirects, the page's own canonical. They become aliases of the article."""
    at: datetime
    """UTC."""
    status: int
    etag: str | None = None
    last_modified: str | None = None
    content_hash: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicUse:
    """A topic or section and how much stands under it."""

    name: str
    """The newest name seen."""
    slug: str
    url: str | None
    publisher: str
    article_count: int
    """Live articles: not withdrawn."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """One run of the program."""

    run_id: str
    command: str
    started_at: datetime
    finished_at: datetime | None
    """None while it runs, and for ever when it was killed."""
    exit_status: int | None


class Store(Protocol):
    """The store; see the module's text. Close it, or use it as a context manager."""

    def close(self) -> None: ...
    def __enter__(self) -> "Store": ...
    def __exit__(self, *exc_info: object) -> None: ...

    # Runs

    def begin_run(self, run_id: str, *, command: str, at: datetime) -> None:
        """Note that a run started."""

    def finish_run(self, run_id: str, *, exit_status: int, at: datetime) -> None:
        """Note how it ended."""

    def last_runs(self, count: int) -> Sequence[Run]:
        """The newest runs, newest first."""

    # The memory: listing walks

    def begin_walk(self, publisher: str, listing_url: str, *, run_id: str, floor: datetime | None, at: datetime) -> int:
        """Note that a walk over a listing starts at its first page; its number is returned.

        `floor`: the walk will not go below entries of this time (--since); None: it goes to the end.
        """

    def remember_entries(self, walk: int, entries: Sequence[ListingEntry], *, at: datetime) -> frozenset[CanonicalUrl]:
        """Remember one listing page; returned are the URLs on which the walk must not stop.

        A URL unknown so far becomes `discovered`; what this page says of it replaces what an earlier one said, field by
        field where it says something. A URL is left out of the answer, and so lets the walk stop, only if a *finished*
        walk over the same listing that went at least as far down as this one's floor has seen it.
        """

    def finish_walk(self, walk: int, *, at: datetime) -> None:
        """Note that a walk came to known ground, to its floor or to the listing's end.

        Earlier unfinished walks of the same listing whose floor is not below this one's are completed by it.
        """

    # The memory: URLs

    def discover(self, publisher: str, url: CanonicalUrl, *, run_id: str, at: datetime) -> None:
        """Remember a URL that came from elsewhere than a listing. A known one is left as it is."""

    def find_memory(self, publisher: str, url: CanonicalUrl) -> UrlMemory | None:
        """What is remembered of a URL; None when it was never seen."""

    def pending(self, publisher: str) -> Sequence[UrlMemory]:
        """Everything discovered or requested but not settled, oldest discovery first: what a killed run left."""

    def due(self, publisher: str, *, now: datetime) -> Sequence[UrlMemory]:
        """Settled, rejected and missing URLs whose `next_check_at` has come, the longest waiting first."""

    def note_request(self, publisher: str, url: CanonicalUrl, *, run_id: str, at: datetime) -> None:
        """Note a request before it leaves. The state of a URL that was settled before stays; only the time is kept."""

    def save_article(
        self,
        publisher: str,
        article: Article,
        fetched: Fetched,
        *,
        run_id: str,
        new_id: ArticleId,
        next_check_at: datetime,
        at: datetime,
    ) -> Saved:
        """Save what a page said and settle its URL.

        The article is the one that any of the fetched URLs already belongs to; `new_id` is minted only when none does.
        A revision is made when there is none yet, when `revision_hash` differs, or when the last one is a tombstone.
        Every URL is noted as one of the article's; topics and sections take the newest name.
        """

    def settle_unchanged(self, publisher: str, fetched: Fetched, *, run_id: str, next_check_at: datetime) -> None:
        """Note that a known page was asked for and had not changed (304, or the same bytes)."""

    def settle_rejected(
        self, publisher: str, fetched: Fetched, *, reason: str, run_id: str, next_check_at: datetime
    ) -> None:
        """Note that a page gave no article. What was stored of it before stays as it is."""

    def settle_missing(self, publisher: str, fetched: Fetched, *, run_id: str, next_check_at: datetime) -> bool:
        """Note a 404 or 410; True when this withdrew an article by a tombstone.

        410 withdraws at once, 404 only when an *earlier run* met it too. A URL that never gave an article is settled
        as gone in the same way, without a tombstone.
        """

    # Articles

    def find_revision(self, article_id: ArticleId) -> Revision | None:
        """The newest revision, tombstone or not; None when the id is unknown."""

    def find_article_id(self, url: CanonicalUrl) -> ArticleId | None:
        """The article that was seen under this URL."""

    def history(self, article_id: ArticleId) -> Sequence[Revision]:
        """Every revision, oldest first."""

    def newest(
        self, count: int, *, topic: str | None = None, section: str | None = None, publisher: str | None = None
    ) -> Sequence[Revision]:
        """Live articles by `published_at` (where None: by the time they were first stored), newest first.

        `topic`, `section`: a slug. Topics carry their newest name, whatever name the revision was stored with.
        """

    def topics(self) -> Sequence[TopicUse]:
        """Every topic that a live article carries, by publisher and slug."""

    def sections(self) -> Sequence[TopicUse]:
        """Likewise the sections."""

    def stored_days(self) -> Sequence[date]:
        """The days (UTC) on which a revision was stored, oldest first."""

    def revisions_of_day(self, day: date) -> Iterator[Revision]:
        """The revisions stored that day, in the order they were."""

    def days_of_run(self, run_id: str) -> Sequence[date]:
        """The days (UTC) on which this run stored a revision."""

    def outcomes_of_run(self, run_id: str) -> dict[str, dict[str, int]]:
        """Per publisher how many URLs came to what in this run: `created`, `revised`, `unchanged`, `rejected` …"""

    def rejections_of_run(self, run_id: str) -> Iterable[tuple[str, CanonicalUrl, str]]:
        """Publisher, URL and reason of each page that gave no article in this run."""
