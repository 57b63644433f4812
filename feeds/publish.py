"""The only writer of feeds: from the store to the files below `output/feeds/`.

Only feeds that changed are looked at (`feeds.ledger`). Every file comes to be whole (`articles.replace_file`); one
whose bytes would stay the same is not touched, so that its time of change, and with it what web servers tell readers,
is that of the last real change. No feed is ever taken away: one whose last article was withdrawn goes on as a valid
feed without entries, since people are subscribed to it. The ledger is closed after the last file: whatever stops a
publication, the next one does all of it again.
"""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from articles.replace_file import replace_file
from feeds.addresses import FeedKind
from feeds.directory import Directory
from feeds.documents import ARCHIVE_FORMATS, FORMATS, archive_pages, live_channel
from feeds.errors import SpoiledLedger
from feeds.following import StaleFeed, find_reached, follow_store, write_subject
from feeds.formats.opml import render_opml
from feeds.held_back import choose_held, keep_held, without_held
from feeds.ledger.ledger import Ledger, digest_of, ledger_path, open_ledger
from feeds.ledger.rows import KnownFeed
from feeds.listing import find_directory, listed_feed
from feeds.paging import page_count
from feeds.read_store import ReadStore
from feeds.reader_page.pages import assets, render_feed_page, render_index, render_search_index
from feeds.settings import FeedSettings
from feeds.stored_entries import StoredEntries

_BATCH_SIZE, _WRITERS = 64, 16
_UNKNOWN_STATE = (
    "a publisher is held back, and the ledger that knew its last good state is gone; the feeds stand as they are until "
    "no publisher is held back"
)
_UNFINISHED = ".unfinished"  # stands while a publication runs, and after one that was killed


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishReport:
    """What publishing came to."""

    written: tuple[Path, ...]
    """Files that are new or changed."""
    unchanged: tuple[Path, ...]
    """Files that were rendered anew and left as they were. Those of feeds that nothing touched are not counted."""
    removed: tuple[Path, ...]
    """Archive pages that are none any more, since pages became larger."""
    retired: tuple[str, ...]
    """Feeds of this publication that no live article belongs to any more, such as `topics/spd`; they stay, empty."""
    held_back: tuple[str, ...]
    """Publishers, by spider name, whose articles stand as they were."""
    changed_urls: tuple[str, ...]
    """Public URLs of the live feeds that changed: what a WebSub hub is told. Empty without a base URL."""
    warnings: tuple[str, ...]
    """What is not as it should be, and what to do."""


def publish_feeds(
    store: ReadStore,
    output: Path,
    *,
    base_url: str | None,
    entry_count: int = 50,
    publisher_titles: Mapping[str, str] | None = None,
    teasers_only: frozenset[str] = frozenset(),
    hub_url: str | None = None,
    tombstones: bool = False,
    fold_repeats: bool = False,
    page_language: str = "de",
    everything: bool = False,
    held_back: frozenset[str] = frozenset(),
    released: frozenset[str] | None = None,
) -> PublishReport:
    """Bring every feed below `output/feeds/` up to the store, which is only read.

    The choices are those of `FeedSettings`; a changed one has every feed written again, and so has `everything`, which
    also brings back files that somebody removed.

    Of the publishers `held_back`, by spider name, nothing is taken that was stored since the last publication: their
    articles stay in the feeds as they are there, until a later publication has them among the `released`. None: every
    publisher is that is not held back.

    Raises: InvalidBaseUrl, InvalidHubUrl, LedgerInUse; OSError, when a file cannot be written. What was published
    before that stands.
    """
    settings = FeedSettings(
        base_url=base_url,
        entry_count=entry_count,
        publisher_titles=dict(publisher_titles or {}),
        teasers_only=teasers_only,
        hub_url=hub_url,
        tombstones=tombstones,
        fold_repeats=fold_repeats,
        page_language=page_language,
    )
    directory = output / "feeds"
    directory.mkdir(parents=True, exist_ok=True)
    publication = _Publication(directory=directory, settings=settings)
    publication.mend_ledger(ledger_path(output))
    with open_ledger(ledger_path(output)) as ledger:  # from here on, no other process publishes these feeds
        publication.tidy()
        has_feeds, reached = (directory / "index.html").exists(), find_reached(ledger)
        held = choose_held(ledger, held_back, released, reached)
        if held and has_feeds and not reached:
            publication.warnings.append(_UNKNOWN_STATE)  # the ledger was lost
        else:
            publication.held_back = tuple(held)
            good = without_held(store, held, ledger.names(held))
            stored = StoredEntries(store=good, settings=settings)
            publication.publish(ledger, stored, everything=everything or not has_feeds, holds=bool(held))
            ledger.keep_names({FeedKind.TOPIC: good.topics(), FeedKind.SECTION: good.sections()})
        keep_held(ledger, held)
    (directory / _UNFINISHED).unlink()
    return publication.report()


def is_unfinished(output: Path) -> bool:
    """True while a publication runs, and after one that was killed until the next one."""
    return (output / "feeds" / _UNFINISHED).exists()


@dataclass(kw_only=True)
class _Publication:
    directory: Path
    settings: FeedSettings
    waiting: list[tuple[str, bytes, bool]] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)
    written: list[Path] = field(default_factory=list)
    unchanged: list[Path] = field(default_factory=list)
    removed: list[Path] = field(default_factory=list)
    retired: list[str] = field(default_factory=list)
    held_back: tuple[str, ...] = ()
    changed_urls: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def tidy(self) -> None:
        """Remove what a killed publication left half written."""
        unfinished = self.directory / _UNFINISHED
        if unfinished.exists():
            for leftover in self.directory.rglob(".*.part"):
                leftover.unlink()
        unfinished.touch()

    def mend_ledger(self, path: Path) -> None:
        """Start a new ledger where the old one cannot be read: everything in it follows from the store."""
        try:
            with open_ledger(path):
                pass
        except SpoiledLedger as error:
            self.warnings.append(f"{error}; a new one is made and every feed written again")
            for part in ("", "-wal", "-shm"):
                path.with_name(path.name + part).unlink(missing_ok=True)

    def publish(self, ledger: Ledger, stored: StoredEntries, *, everything: bool, holds: bool) -> None:
        stale_feeds = follow_store(ledger, stored, everything=everything, holds=holds)
        for stale in stale_feeds:
            stem = stale.known.key.stem
            if not stale.known.article_count:
                if stale.known.subject is None and not (self.directory / f"{stem}.atom").exists():
                    continue  # came and went between two publications: nobody is subscribed to it
                self.retired.append(stem)
            self._publish_feed(stale, ledger, stored)
        directory = find_directory(ledger)
        if stale_feeds and directory is not None:
            self._publish_directory(directory)
        self.flush()
        removed = (page.relative_to(self.directory).as_posix() for page in self.removed)
        ledger.note_files(self.digests, removed=removed)

    def _publish_feed(self, stale: StaleFeed, ledger: Ledger, stored: StoredEntries) -> None:
        subject, channel = live_channel(stale, stored, ledger)
        kept = write_subject(subject)
        ledger.keep_subject(stale.known.feed_key, kept)
        for ending, render in FORMATS.items():
            self._write(f"{stale.known.key.stem}.{ending}", render(channel), live=True)
        for name, content in archive_pages(stale, subject, stored, ledger):
            self._write(name, content)
        if stale.whole:
            self._drop_pages(stale.known)
        listed = listed_feed(replace(stale.known, subject=kept), ledger, ledger.find_newest_week(stale.known.feed_key))
        for name, content in render_feed_page(listed, channel, self.settings.page_language):
            self._write(name, content)

    def _publish_directory(self, directory: Directory) -> None:
        for name, content in render_index(directory, self.settings.page_language):
            self._write(name, content)
        self._write("search.json", render_search_index(directory, self.settings.page_language))
        self._write("feeds.opml", render_opml(directory, self.settings.base_url))
        for name, content in assets():
            self._write(name, content)

    def _drop_pages(self, known: KnownFeed) -> None:
        """Remove pages behind the last one: there were more of them when they were smaller."""
        count = page_count(known.place_count, self.settings.entry_count)
        for page in (self.directory / known.key.stem).glob("*.*"):
            if page.suffix.removeprefix(".") in ARCHIVE_FORMATS and page.stem.isdecimal() and int(page.stem) > count:
                page.unlink()
                self.removed.append(page)

    def _write(self, name: str, content: bytes, *, live: bool = False) -> None:
        """Write a file soon; at the latest when the publication ends."""
        self.waiting.append((name, content, live))
        if len(self.waiting) >= _BATCH_SIZE:
            self.flush()

    def flush(self) -> None:
        """Write what waits, several files at a time: each waits for the disk, which takes many as fast as one."""
        with ThreadPoolExecutor(_WRITERS) as pool:
            changes = list(pool.map(lambda file: replace_file(self.directory / file[0], [file[1]]), self.waiting))
        for (name, content, live), changed in zip(self.waiting, changes, strict=True):
            self.digests[name] = digest_of(content)
            (self.written if changed else self.unchanged).append(self.directory / name)
            if changed and live and self.settings.base_url is not None:
                self.changed_urls.append(f"{self.settings.base_url}/{name}")
        self.waiting.clear()

    def report(self) -> PublishReport:
        return PublishReport(
            written=tuple(self.written),
            unchanged=tuple(self.unchanged),
            removed=tuple(self.removed),
            retired=tuple(self.retired),
            held_back=self.held_back,
            changed_urls=tuple(self.changed_urls),
            warnings=tuple(self.warnings),
        )
