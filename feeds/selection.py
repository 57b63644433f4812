"""Pure: which feeds there are, and which entries stand in each, in which order.

The order is by publication, newest first. A feed is as new as its entry changed last; nothing here knows what time it
is, so the same articles always give the same feed.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from articles.model import Revision
from articles.store.terms import TopicUse
from feeds.addresses import NOWHERE, FeedKey, FeedKind, feed_id, feed_urls, find_ascii_url, icon_urls
from feeds.channel import Channel, Deletion, Entry, History
from feeds.characters import normalize_line
from feeds.settings import FeedSettings
from feeds.wording import PROGRAM, describe_feed, describe_rights, explain_feed, title_of_feed


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """What a feed is about, as the publishers say it."""

    key: FeedKey
    name: str = ""
    """Of the topic or section; plain text on one line. Empty for the feed of all."""
    url: str | None = None
    """The topic's page at its publisher. None when there is none, or more than one."""
    publishers: tuple[str, ...]
    """What the publishers that carry it call themselves, in order of their spiders' names; at least one."""
    language: str | None = None
    """BCP 47. None: unknown, or several."""
    home_url: str | None = None
    """The page that the feed belongs to. None until an entry was seen."""


def keys_of(revision: Revision) -> tuple[FeedKey, ...]:
    """Every feed that an article belongs to."""
    article = revision.article
    return (
        FeedKey(kind=FeedKind.ALL),
        FeedKey(kind=FeedKind.PUBLISHER, slug=revision.publisher),
        *(FeedKey(kind=FeedKind.TOPIC, slug=topic.slug) for topic in article.topics),
        *(FeedKey(kind=FeedKind.SECTION, slug=section.slug) for section in article.sections),
    )


def subjects_of(kind: FeedKind, uses: Iterable[TopicUse], title_of: Callable[[str], str]) -> tuple[Subject, ...]:
    """One subject for each slug, in order of the slugs; publishers that use the same slug share it.

    `uses` are topics or sections as the store lists them, `title_of` says what a publisher calls itself.
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
                publishers=tuple(normalize_line(title_of(use.publisher)) or PROGRAM for use in shared),
            )
        )
    return tuple(subjects)


def settle_subject(subject: Subject, entries: Sequence[Entry], base_url: str | None) -> Subject:
    """The subject with the language and home page that its feed has with these entries.

    Without any, it keeps those that it had.
    """
    languages = {entry.language for entry in entries}
    language = languages.pop() if len(languages) == 1 else None
    return replace(
        subject,
        language=language if entries else subject.language,
        home_url=subject.url or _find_home_url(entries, base_url) or subject.home_url,
    )


def select_channel(
    subject: Subject,
    entries: Sequence[Entry],
    *,
    settings: FeedSettings,
    changed_at: datetime,
    history: History | None = None,
    deletions: tuple[Deletion, ...] = (),
) -> Channel:
    """The feed of a settled subject.

    `entries` come in any order; where there are none, the feed is as old as `changed_at`.
    """
    ordered = _apart(sorted(entries, key=lambda entry: (entry.published_at, entry.id), reverse=True))
    kind, stem = subject.key.kind, subject.key.stem
    return Channel(
        id=feed_id(stem, settings.base_url),
        title=title_of_feed(kind, subject.name, subject.publishers, subject.language),
        description=describe_feed(kind, subject.name, subject.publishers, subject.language),
        home_url=subject.home_url or NOWHERE,
        urls=feed_urls(stem, settings.base_url),
        updated_at=max((entry.updated_at for entry in ordered), default=changed_at),
        authors=subject.publishers,
        language=subject.language,
        rights=describe_rights(subject.publishers, subject.language),
        comment=explain_feed(subject.language),
        icons=icon_urls(settings.base_url),
        stylesheet=stylesheet_of(stem),
        hub_url=settings.hub_url,
        history=history,
        deletions=deletions,
        entries=tuple(ordered),
    )


def stylesheet_of(stem: str) -> str:
    """Where the style sheet for browsers stands, as seen from the document with this path below `feeds/`."""
    return "../" * stem.count("/") + "feed.css"


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


def _find_home_url(entries: Sequence[Entry], base_url: str | None) -> str | None:
    """The page with all feeds, else the home page of a publisher, always the same one."""
    if base_url is not None:
        return f"{base_url}/"
    origins = {f"{parts.scheme}://{parts.netloc}/" for parts in (urlsplit(entry.url) for entry in entries)}
    return min(origins, default=None)
