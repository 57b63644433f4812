"""The only writer of feeds: from the store to the files below `output/feeds/`.

Every file comes to be whole (`articles.replace_file`); one whose bytes would stay the same is not touched, so that its
time of change, and with it what web servers tell readers, is that of the last real change. No feed is ever taken away:
one whose last article was withdrawn goes on as a valid feed without entries, since people are subscribed to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from articles.replace_file import replace_file
from articles.store.contract import Store
from feeds.addresses import FeedKind, feed_id, feed_urls, normalize_base_url
from feeds.channel import Channel
from feeds.errors import InvalidFeed
from feeds.formats.atom import render_atom
from feeds.formats.jsonfeed import parse_jsonfeed_channel, render_jsonfeed
from feeds.formats.rss import render_rss
from feeds.selection import select_channel
from feeds.stored_entries import StoredEntries

_FORMATS = {"rss": render_rss, "atom": render_atom, "json": render_jsonfeed}


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishReport:
    """What publishing came to."""

    written: tuple[Path, ...]
    """Files that are new or changed."""
    unchanged: tuple[Path, ...]
    """Files that were left as they were."""
    retired: tuple[str, ...]
    """Feeds that no live article belongs to any more, such as `topics/spd`; their files stay, without entries."""
    warnings: tuple[str, ...]
    """What is not as it should be, and what to do."""


def publish_feeds(
    store: Store,
    output: Path,
    *,
    base_url: str | None,
    entry_count: int = 50,
    publisher_titles: Mapping[str, str] | None = None,
) -> PublishReport:
    """Bring every feed below `output/feeds/` up to the store.

    The store is only read. `base_url` is the public URL of `feeds/`, such as `https://example.org/feeds`; None:
    unknown, and then no document says where it stands itself (validators recommend that RSS and Atom do).
    `entry_count` is the most entries of a feed. `publisher_titles` says what publishers call themselves, by spider
    name; a name that is missing stands for itself.

    Raises: InvalidBaseUrl; OSError, when a file cannot be written. What was published before that stands.
    """
    address = None if base_url is None else normalize_base_url(base_url)
    stored = StoredEntries(store=store, entry_count=entry_count, titles=publisher_titles or {})
    publication = _Publication(directory=output / "feeds", base_url=address)
    publication.sweep()
    live = set()
    for subject in stored.subjects():
        if entries := stored.newest(subject.key):
            live.add(subject.key.stem)
            publication.publish(subject.key.stem, select_channel(subject, entries, base_url=address))
    for stem in publication.stems():
        if stem not in live:
            publication.retire(stem)
    return publication.report()


@dataclass(kw_only=True)
class _Publication:
    directory: Path
    base_url: str | None
    written: list[Path] = field(default_factory=list)
    unchanged: list[Path] = field(default_factory=list)
    retired: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def sweep(self) -> None:
        """Remove what a killed run left unfinished."""
        for kind in FeedKind:
            for leftover in (self.directory / kind.value).glob(".*.part"):
                leftover.unlink()

    def publish(self, stem: str, channel: Channel) -> None:
        for ending, render in _FORMATS.items():
            path = self.directory / f"{stem}.{ending}"
            changed = replace_file(path, [render(channel)])
            (self.written if changed else self.unchanged).append(path)

    def stems(self) -> list[str]:
        """Every feed that was ever published here."""
        paths = (path for kind in FeedKind for path in (self.directory / kind.value).glob("*.json"))
        return sorted(path.relative_to(self.directory).with_suffix("").as_posix() for path in paths)

    def retire(self, stem: str) -> None:
        path = self.directory / f"{stem}.json"
        try:
            channel = parse_jsonfeed_channel(path.read_bytes())
        except InvalidFeed as error:
            self.warnings.append(
                f"{path} stays as it is, though no article belongs to it: {error}; remove it if it is not ours"
            )
            return
        urls, identity = feed_urls(stem, self.base_url), feed_id(stem, self.base_url)
        self.publish(stem, replace(channel, id=identity, urls=urls))
        self.retired.append(stem)

    def report(self) -> PublishReport:
        return PublishReport(
            written=tuple(self.written),
            unchanged=tuple(self.unchanged),
            retired=tuple(self.retired),
            warnings=tuple(self.warnings),
        )
