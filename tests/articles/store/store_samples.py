"""Short words for long calls: a store's tests say what happens, not how it is spelled."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from articles.identity import ArticleId, CanonicalUrl
from articles.model import Article, Block, BlockKind, Topic
from articles.store.contract import Store
from articles.store.terms import ArchivePlace, Fetched, ListingEntry, Saved

T0 = datetime(2026, 1, 31, 22, 0, tzinfo=UTC)
LISTING = "https://example.org/news"


def at(hours: float) -> datetime:
    """So many hours after the first night began."""
    return T0 + timedelta(hours=hours)


def url(name: str) -> CanonicalUrl:
    return CanonicalUrl(f"https://example.org/{name}")


def tag(name: str) -> ArticleId:
    return ArticleId(f"tag:example.org,2026:/{name}")


def topic(name: str, slug: str | None = None) -> Topic:
    return Topic(name=name, slug=slug or name.lower())


def place(offset_bytes: int, file: str = "2026-01-31.warc.gz") -> ArchivePlace:
    return ArchivePlace(file=file, offset_bytes=offset_bytes, length_bytes=100)


def article(
    title: str = "Titel",
    *,
    text: str = "Der Text.",
    topics: tuple[Topic, ...] = (),
    sections: tuple[Topic, ...] = (),
    published_at: datetime | None = None,
    modified_at: datetime | None = None,
) -> Article:
    return Article(
        title=title,
        blocks=(Block(kind=BlockKind.PARAGRAPH, text=text),),
        html=f"<p>{text}</p>",
        topics=topics,
        sections=sections,
        published_at=published_at,
        modified_at=modified_at,
        confidence=1,
    )


@dataclass(frozen=True)
class Crawl:
    """One run of one publisher, at one time."""

    store: Store
    run_id: str
    hours: float
    publisher: str = "gazette"

    def walk(self, listing: str = LISTING, *, floor: datetime | None = None) -> int:
        return self.store.begin_walk(self.publisher, listing, run_id=self.run_id, floor=floor, at=at(self.hours))

    def see(self, walk: int, *names: str) -> set[str]:
        """The names on which the walk must not stop."""
        entries = [ListingEntry(url=url(name), title=name) for name in names]
        new = self.store.remember_entries(walk, entries, at=at(self.hours))
        return {address.removeprefix("https://example.org/") for address in new}

    def finish(self, walk: int) -> None:
        self.store.finish_walk(walk, at=at(self.hours))

    def request(self, name: str) -> None:
        self.store.note_requests(self.publisher, [url(name)], run_id=self.run_id, at=at(self.hours))

    def save(
        self,
        name: str,
        what: Article | None = None,
        *,
        answered: str | None = None,
        seen: tuple[str, ...] = (),
        etag: str | None = None,
        new_id: str | None = None,
        archived: ArchivePlace | None = None,
    ) -> Saved:
        fetched = Fetched(
            url=url(name),
            answered_url=None if answered is None else url(answered),
            seen_urls=tuple(map(url, seen)),
            at=at(self.hours),
            status=200,
            etag=etag,
            content_hash=None if etag is None else f"hash of {etag}",
            archived=archived,
            separation=None if archived is None else "first",
        )
        return self.store.save_article(
            self.publisher,
            what or article(),
            fetched,
            run_id=self.run_id,
            new_id=tag(new_id or answered or name),
            next_check_at=at(self.hours + 24),
            at=at(self.hours),
        )

    def unchanged(self, name: str, *, status: int = 304, etag: str | None = None) -> None:
        fetched = Fetched(url=url(name), at=at(self.hours), status=status, etag=etag)
        self.store.settle_unchanged(self.publisher, fetched, run_id=self.run_id, next_check_at=at(self.hours + 48))

    def reject(self, name: str, reason: str = "no article", *, archived: ArchivePlace | None = None) -> None:
        fetched = Fetched(
            url=url(name),
            at=at(self.hours),
            status=200,
            etag="of the rejected page",
            archived=archived,
            separation="first",
        )
        self.store.settle_rejected(
            self.publisher, fetched, reason=reason, run_id=self.run_id, next_check_at=at(self.hours + 1)
        )

    def missing(self, name: str, *, status: int = 404) -> bool:
        fetched = Fetched(url=url(name), at=at(self.hours), status=status)
        return self.store.settle_missing(self.publisher, fetched, run_id=self.run_id, next_check_at=at(self.hours + 24))


def crawl(store: Store, run_id: str, hours: float, *, publisher: str = "gazette") -> Crawl:
    """Begin a run."""
    store.begin_run(run_id, command="nightly", at=at(hours))
    return Crawl(store, run_id, hours, publisher)
