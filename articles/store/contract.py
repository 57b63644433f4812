"""What every home of the store promises: the one contract behind SQLite today and PostgreSQL tomorrow.

The store holds the **runs**, the crawl's **memory** of URLs and listing walks, the **articles** with their revisions,
and the **places** of archived pages. Each method is one transaction: it happens whole or not at all, also when the
machine stops in the middle of it. Every time is handed in; the store never looks at a clock.

The life of an article URL:

    discovered ── note_requests ─▶ requested ── save_article ──▶ settled ── settle_missing ──▶ missing ──▶ gone
                                       │                             ▲            (404 twice, or 410 once)
                                       ├── settle_rejected ──▶ rejected (asked again later)
                                       └── nothing (time-out, kill -9): stays requested, so the next run asks again

A URL that is gone and that a listing shows again in a later run is `discovered` once more. Every run is begun before
anything is noted under its id.

Whose article is it? An article keeps the id it got first, under however many URLs it is met. Publishers also redirect
one known article to another known one, or call it canonical there. Then nothing is merged, since that could not be
undone: what was read belongs to the article of the address that answered, every article keeps its own URLs and its last
revision, and the run notes the asked URL as `collided`, with the reason, beside what it came to.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol, Self

from articles.identity import ArticleId, CanonicalUrl
from articles.model import Article, Revision
from articles.store.sources_contract import SourceStore
from articles.store.terms import ArchivedPage, Fetched, ListingEntry, Run, Saved, TopicUse, Totals, UrlMemory


class Store(SourceStore, Protocol):
    """The store; see the module's text. Close it, or use it as a context manager."""

    def close(self) -> None: ...
    def __enter__(self) -> Self: ...
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

    def newest_listed(self, walk: int) -> datetime | None:
        """When the newest of the entries was published that its listing has shown and that are not gone.

        None when it has shown none, or does not say when they were published.
        """

    def remember_entries(self, walk: int, entries: Sequence[ListingEntry], *, at: datetime) -> frozenset[CanonicalUrl]:
        """Remember one listing page; returned are the URLs on which the walk must not stop.

        A URL unknown so far becomes `discovered`; what this page says of it replaces what an earlier one said, field by
        field where it says something. A URL is left out of the answer, and so lets the walk stop, only if a *finished*
        walk over the same listing that went at least as far down as this one's floor has seen it.
        """

    def note_empty_page(self, walk: int, page_number: int, *, before: datetime) -> bool:
        """Note that a page which another one linked to shows no entries; True when it is the listing's end.

        It is when an earlier run met the like as well, in a walk over the same listing that began before this time and
        came at most one page further.
        """

    def finish_walk(self, walk: int, *, at: datetime) -> None:
        """Note that a walk came to known ground, to its floor or to the listing's end.

        Earlier unfinished walks of the same listing whose floor is not below this one's are completed by it.
        """

    # The memory: URLs

    def discover(self, publisher: str, url: CanonicalUrl, *, run_id: str, at: datetime) -> None:
        """Remember a URL that came from elsewhere than a listing. A known one is left as it is."""

    def remember_named(
        self, publisher: str, entries: Sequence[ListingEntry], *, run_id: str, at: datetime
    ) -> frozenset[CanonicalUrl]:
        """Remember what a sitemap or a feed names; returned are the URLs that were unknown.

        Of a known URL only what nobody said before is taken over: a listing's words count more. One that is gone stays
        gone, since sitemaps keep dead links for long.
        """

    def find_memory(self, publisher: str, url: CanonicalUrl) -> UrlMemory | None:
        """What is remembered of a URL; None when it was never seen."""

    def find_memories(self, publisher: str, urls: Sequence[CanonicalUrl]) -> Mapping[CanonicalUrl, UrlMemory]:
        """What is remembered of each of these URLs; those that were never seen are left out."""

    def pending(self, publisher: str) -> Sequence[UrlMemory]:
        """Everything discovered or requested but not settled, oldest discovery first: what a killed run left."""

    def due(self, publisher: str, *, now: datetime) -> Sequence[UrlMemory]:
        """Settled, rejected and missing URLs whose `next_check_at` has come, the longest waiting first.

        Then what was settled more than a day from now, by a clock that went wrong: no `next_check_at` of it holds.
        """

    def note_requests(self, publisher: str, urls: Sequence[CanonicalUrl], *, run_id: str, at: datetime) -> None:
        """Note requests before the first of them leaves.

        The state of a URL that was settled before stays; only the time is kept.
        """

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

        The article is the one that a fetched URL already belongs to: the answered one first, then the asked one, then
        the others; `new_id` is taken only when none does. A revision is made when there is none yet, when
        `revision_hash` or the canonical URL differs, or when the last one is a tombstone. Every URL that belongs to no
        other article is noted as one of this one's; topics and sections take the newest name. The canonical URL is the
        answered one of the first save, and stays until it redirects or is gone. Another of its addresses that answers
        for itself with a different story (`articles.sameness`) is parted from it and becomes an article of its own. A
        revision whose text repeats that of an earlier live article of the publisher (`articles.near_duplicates`) is
        linked to it by `same_as`.
        """

    def settle_unchanged(self, publisher: str, fetched: Fetched, *, run_id: str, next_check_at: datetime) -> None:
        """Note that a known page was asked for and had not changed (304, or the same bytes).

        Of a URL without a live article there is nothing that could be unchanged: it is settled as rejected.
        """

    def settle_rejected(
        self, publisher: str, fetched: Fetched, *, reason: str, run_id: str, next_check_at: datetime
    ) -> None:
        """Note that a page gave no article. What was stored of it before stays as it is."""

    def settle_missing(
        self, publisher: str, fetched: Fetched, *, run_id: str, next_check_at: datetime, is_believed: bool = True
    ) -> bool:
        """Note a 404 or 410; True when this withdrew an article by a tombstone.

        410 withdraws at once, anything else only when an *earlier run* met it too, nothing else came in between, and
        the `next_check_at` of that run has come. With `is_believed` False nothing is withdrawn: it stays missing. A
        URL that never gave an article is settled as gone in the same way, without a tombstone; so is one whose article
        has another URL in the memory that is not gone.
        """

    # Articles. `find_revision` and `newest` tell how things stand now: every URL and the newest name of each topic.
    # `history` and `revisions_of_day` tell it as it was when the revision was stored, so a past day never changes.

    def find_revision(self, article_id: ArticleId) -> Revision | None:
        """The newest revision, tombstone or not; None when the id is unknown."""

    def find_article_id(self, url: CanonicalUrl) -> ArticleId | None:
        """The article that was seen under this URL."""

    def addresses(self) -> Iterator[tuple[ArticleId, CanonicalUrl]]:
        """Every article's id with each of its URLs, the newest articles first."""

    def history(self, article_id: ArticleId) -> Sequence[Revision]:
        """Every revision, oldest first."""

    def newest(
        self, count: int, *, topic: str | None = None, section: str | None = None, publisher: str | None = None
    ) -> Sequence[Revision]:
        """Live articles by `published_at` (where None: by the time they were first stored), newest first.

        `topic`, `section`: a slug; with both, articles that have both.
        """

    def topics(self) -> Sequence[TopicUse]:
        """Every topic that a live article carries, by publisher and slug."""

    def sections(self) -> Sequence[TopicUse]:
        """Likewise the sections."""

    def stored_days(self) -> Sequence[date]:
        """The days (UTC) on which a revision was stored, oldest first."""

    def revisions_of_day(self, day: date) -> Iterator[Revision]:
        """The revisions stored that day, in the order they were."""

    def revisions_after(self, position: int) -> Iterator[tuple[int, Revision]]:
        """Every revision stored behind this position, each with its own, in the order they were stored.

        Positions only grow; 0 is before the first. A revision is told as it was when it was stored.
        """

    def find_repeating(self, article_ids: Sequence[ArticleId]) -> Sequence[Revision]:
        """The newest revision of each article that repeats one of these (`same_as`), oldest article first."""

    def find_revisions(self, article_ids: Sequence[ArticleId]) -> Sequence[Revision]:
        """The newest revision of each of these articles, in this order, tombstone or not; unknown ids are left out."""

    def days_of_run(self, run_id: str) -> Sequence[date]:
        """The days (UTC) on which this run stored a revision."""

    def outcomes_of_run(self, run_id: str) -> dict[str, dict[str, int]]:
        """Per publisher how many URLs came to what in this run, by `Outcome`; only what occurred."""

    def rejections_of_run(self, run_id: str) -> Iterable[tuple[str, CanonicalUrl, str]]:
        """Publisher, URL and reason of each page that gave no article in this run."""

    # Archived pages. `save_article` and `settle_rejected` note the place that they are given in `Fetched`.

    def pages_of(self, article_id: ArticleId) -> Sequence[ArchivedPage]:
        """Every archived page of an article, newest first."""

    def count_pages(self, *, publishers: Sequence[str] = (), since: date | None = None, separation: str) -> int:
        """How many pages `pages_to_separate` gives."""

    def pages_to_separate(
        self, *, publishers: Sequence[str] = (), since: date | None = None, separation: str
    ) -> Iterator[ArchivedPage]:
        """The newest page of each live article and of each rejected URL that never gave one, oldest first.

        Left out are those that this version of the separation has read already, and those fetched before the day
        `since` (UTC). No publishers named: those of all. Notes made meanwhile do not disturb it.
        """

    def archived_pages(self) -> Iterator[ArchivedPage]:
        """Every archived page there is a place of, oldest first."""

    def count_awaiting(self, *, publishers: Sequence[str] = ()) -> int:
        """How many pages `pages_awaiting` gives."""

    def pages_awaiting(self, *, publishers: Sequence[str] = ()) -> Iterator[ArchivedPage]:
        """The newest page of each live article, if it awaits a lesson (`Fetched.awaits_lesson`); oldest first.

        A few are in memory at a time. Notes made meanwhile do not disturb it.
        """

    def revise_article(
        self, page: ArchivedPage, article: Article, *, run_id: str, separation: str, at: datetime
    ) -> Saved:
        """Save what another separation reads from the page of a known article, and note that it did.

        A revision is made when `revision_hash` differs, unless the article was withdrawn or its newest revision was
        read from a page fetched later. The memory of its URLs stays as it is. Topics that are known keep their names.

        A revision that awaited its lesson, and that nobody was told of yet (no run that writes files was finished
        since), is amended in its place; it is taken back when what it then says is what the one before it said.
        """

    def note_separated(self, pages: Iterable[ArchivedPage], *, separation: str) -> None:
        """Note that this version of the separation has read these pages, and that nothing came of it.

        They await nothing any more.
        """

    # What publishers repeat from page to page

    def find_furniture(self, publisher: str) -> bytes | None:
        """What `save_furniture` was given last; None when nothing was."""

    def save_furniture(self, publisher: str, memory: bytes, *, at: datetime) -> None:
        """Keep what is known of a publisher's furniture; it takes the place of what was kept before."""

    # For operators

    def totals(self) -> Totals:
        """How much the store holds."""

    def find_faults(self) -> Sequence[str]:
        """What does not fit together, a line each; empty when all is well.

        A whole file, references, revision numbers without gaps, contents with the hash they were stored under, one
        canonical URL per article, and of each live article an address that is still asked for.
        """
