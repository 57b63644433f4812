"""Pure: which feeds there are, and which entries stand in each, in which order.

The order is by publication, newest first. A feed is as new as its entry changed last; nothing here knows what time it
is, so the same articles always give the same feed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from urllib.parse import urlsplit

from articles.store.contract import TopicUse
from feeds.addresses import FeedKey, FeedKind, feed_id, feed_urls, find_ascii_url
from feeds.channel import Channel, Entry
from feeds.characters import normalize_line
from feeds.wording import PROGRAM, describe_feed, title_of_feed


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """What a feed is about, as the publishers say it."""

    key: FeedKey
    name: str = ""
    """Of the topic or section; plain text on one line. Empty for the feed of all."""
    url: str | None = None
    """The topic's page at its publisher. None when there is none, or more than one."""
    publishers: tuple[str, ...]
    """What the publishers that carry it call themselves, in order of their spiders' names."""


def subject_of_all(publishers: Iterable[str], titles: Mapping[str, str]) -> Subject:
    """The subject of the feed of everything.

    `publishers` are spider names, in any order, repeated or not; `titles` says what they call themselves, and one that
    is missing there is called by its spider's name.
    """
    return Subject(
        key=FeedKey(kind=FeedKind.ALL), publishers=tuple(titles.get(name, name) for name in sorted({*publishers}))
    )


def subjects_of(kind: FeedKind, uses: Iterable[TopicUse], titles: Mapping[str, str]) -> tuple[Subject, ...]:
    """One subject for each slug, in order of the slugs; publishers that use the same slug share it.

    `uses` are topics or sections as the store lists them, `titles` as in `subject_of_all`.
    """
    by_slug: dict[str, list[TopicUse]] = {}
    for use in sorted(uses, key=lambda use: (use.slug, use.publisher)):
        by_slug.setdefault(use.slug, []).append(use)
    subjects = []
    for slug, shared in by_slug.items():
        key, url = FeedKey(kind=kind, slug=slug), shared[0].url
        subjects.append(
            Subject(
                key=key,
                name=normalize_line(shared[0].name) or key.file_name,
                url=find_ascii_url(url) if url and len(shared) == 1 else None,
                publishers=tuple(titles.get(use.publisher, use.publisher) for use in shared),
            )
        )
    return tuple(subjects)


def select_channel(subject: Subject, entries: Sequence[Entry], *, base_url: str | None) -> Channel:
    """The feed of a subject.

    `entries` come in any order, at least one; `base_url` is normalized, or None when nobody knows where the feeds will
    stand.
    """
    ordered = _apart(sorted(entries, key=lambda entry: (entry.published_at, entry.id), reverse=True))
    languages = {entry.language for entry in ordered}
    language = languages.pop() if len(languages) == 1 else None
    kind, publishers = subject.key.kind, tuple(normalize_line(name) or PROGRAM for name in subject.publishers)
    return Channel(
        id=feed_id(subject.key.stem, base_url),
        title=title_of_feed(kind, subject.name, publishers, language),
        description=describe_feed(kind, subject.name, publishers, language),
        home_url=subject.url or _home_url(ordered, base_url),
        urls=feed_urls(subject.key.stem, base_url),
        updated_at=max(entry.updated_at for entry in ordered),
        authors=publishers,
        language=language,
        entries=tuple(ordered),
    )


def _apart(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with `updated_at`s that differ; one in a million moves, by a microsecond."""
    seen, kept = set(), []
    for entry in entries:
        updated_at = entry.updated_at
        while updated_at in seen:
            updated_at += timedelta(microseconds=1)
        seen.add(updated_at)
        kept.append(entry if updated_at == entry.updated_at else replace(entry, updated_at=updated_at))
    return kept


def _home_url(entries: Sequence[Entry], base_url: str | None) -> str:
    """The page with all feeds, else the home page of a publisher, always the same one."""
    if base_url is not None:
        return f"{base_url}/"
    origins = ((parts.scheme, parts.netloc) for parts in (urlsplit(entry.url) for entry in entries))
    scheme, host = min(origins)
    return f"{scheme}://{host}/"
