"""A feed before any format: a `Channel` with its `Entry`s. Every format is rendered from the same one.

Each field says what the formats call it: RSS 2.0 (rssboard.org/rss-specification), Atom (RFC 4287), JSON Feed 1.1
(jsonfeed.org/version/1.1). Every text is printable (`feeds.characters`), every URL absolute and ASCII.
"""

import dataclasses
from dataclasses import dataclass
from datetime import datetime

from feeds.characters import is_printable
from feeds.errors import InvalidFeed
from feeds.moments import is_writable


@dataclass(frozen=True, kw_only=True, slots=True)
class Category:
    """A topic or section of an entry."""

    term: str
    """Its slug. RSS: not shown; Atom: `category/@term`; JSON Feed: not shown."""
    label: str
    """Its name. RSS: `category`; Atom: `category/@label`; JSON Feed: one of `tags`."""
    scheme: str | None = None
    """URI of the list that the term is from. RSS: `category/@domain`; Atom: `category/@scheme`; None: not known."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """An image of an entry; it also stands in its HTML."""

    url: str
    """RSS: `media:content/@url`; Atom: likewise; JSON Feed: the first is `image`."""
    caption: str | None = None
    """RSS and Atom: `media:description`; JSON Feed: not shown. None when it has none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedUrls:
    """Where the same channel is published, by format."""

    rss: str
    """RSS: `atom:link[@rel='self']`."""
    atom: str
    """Atom: `link[@rel='self']`."""
    json: str
    """JSON Feed: `feed_url`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Icons:
    """Pictures of a feed, square PNGs."""

    large: str
    """512 pixels wide. JSON Feed: `icon`."""
    small: str
    """`SMALL_ICON_PIXELS` wide. RSS: `image/url`; Atom: `icon`; JSON Feed: `favicon`."""


SMALL_ICON_PIXELS = 144
"""The most that RSS lets an image have."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """The publisher's own feed that an entry stands in too."""

    id: str
    """Atom: `source/id`."""
    title: str
    """RSS: `source`; Atom: `source/title`."""
    urls: FeedUrls | None = None
    """RSS: `source/@url`, and without it no source; Atom: `source/link[@rel='self']`. None: unknown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """Where the entries before these are found (RFC 5005, 4).

    Addresses are without the ending of a format, and may be relative to the document.
    """

    current: str | None
    """The live feed. Atom: `link[@rel='current']`; JSON Feed: not shown. None in the live feed itself."""
    previous: str | None
    """Entries before these. Atom: `link[@rel='prev-archive']`; JSON Feed: `next_url`. None: there are none."""
    following: str | None = None
    """Entries after these. Atom: `link[@rel='next-archive']`; JSON Feed: not shown. None: the live feed comes next."""

    @property
    def is_archive(self) -> bool:
        """True in an archive document that has a neighbour. Atom: `fh:archive`.

        A document that says it is an archive and leads to none is taken for half of one by the W3C validator.
        """
        return self.current is not None and (self.previous, self.following) != (None, None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Deletion:
    """An entry that was withdrawn. Atom: `at:deleted-entry` (RFC 6721); the other formats have no word for it."""

    id: str
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One article in a feed."""

    id: str
    """URI that never changes. RSS: `guid` (isPermaLink=false); Atom: `id`; JSON Feed: `id`."""
    url: str
    """Of the article at its publisher. RSS: `link`; Atom: `link[@rel='alternate']`; JSON Feed: `url`."""
    title: str
    """Plain text on one line. `title` in all three."""
    summary: str
    """The teaser, plain text on one line. RSS: `description`; Atom and JSON Feed: `summary`."""
    html: str | None
    """Sanitised. RSS: `content:encoded`; Atom: `content[@type='html']`; JSON Feed: `content_html`. None: a feed may
    carry the teaser only."""
    published_at: datetime
    """Whole seconds. RSS: `pubDate`; Atom: `published`; JSON Feed: `date_published`."""
    updated_at: datetime
    """Not before `published_at`. RSS: `atom:updated`; Atom: `updated`; JSON Feed: `date_modified`."""
    authors: tuple[str, ...]
    """At least one. RSS: `dc:creator`; Atom: `author/name`; JSON Feed: `authors[].name`."""
    categories: tuple[Category, ...] = ()
    """RSS and Atom: `category`; JSON Feed: `tags`."""
    pictures: tuple[Picture, ...] = ()
    """The lead picture first."""
    language: str | None = None
    """BCP 47. RSS: not shown; Atom: `@xml:lang`; JSON Feed: `language`. None: unknown."""
    source: Source | None = None
    """Shown only in feeds of several publishers. JSON Feed has no word for it."""

    def __post_init__(self) -> None:
        _check_texts(self)
        if not self.authors:
            raise InvalidFeed(f"entry {self.id} needs an author, if only its publisher")
        if self.updated_at < self.published_at:
            raise InvalidFeed(f"entry {self.id} was updated at {self.updated_at} before it was published")
        for moment in (self.published_at, self.updated_at):
            _check_offset(moment)


@dataclass(frozen=True, kw_only=True, slots=True)
class Channel:
    """A feed: what it is about and its newest entries."""

    id: str
    """URI that differs from feed to feed. Atom: `id`; RSS and JSON Feed have none."""
    title: str
    """Plain text on one line. `title` in all three."""
    description: str
    """A sentence. RSS: `description`; Atom: `subtitle`; JSON Feed: `description`."""
    home_url: str
    """The HTML page it belongs to. RSS: `link`; Atom: `link[@rel='alternate']`; JSON Feed: `home_page_url`."""
    urls: FeedUrls | None = None
    """Where it is published. Atom: `@xml:base` too. None: unknown, and then no document says where it stands."""
    updated_at: datetime
    """Of the entry changed last. RSS: `lastBuildDate`; Atom: `updated`; JSON Feed: `_presseschau.updated_at`."""
    authors: tuple[str, ...]
    """The publishers, at least one. Atom: `author/name`; JSON Feed: `authors[].name`; RSS: not shown."""
    language: str | None = None
    """BCP 47. RSS: `language`; Atom: `@xml:lang`; JSON Feed: `language`. None: unknown, or several."""
    rights: str
    """Whose the articles are; a line. RSS: `copyright`; Atom: `rights`; JSON Feed: not shown."""
    comment: str
    """What the document is, for people who come upon it. JSON Feed: `user_comment`; RSS and Atom: the style sheet."""
    icons: Icons | None = None
    """None: where they stand is unknown."""
    stylesheet: str | None = None
    """CSS for people who open the document in a browser; may be relative. RSS and Atom: `<?xml-stylesheet?>`."""
    hub_url: str | None = None
    """A WebSub hub that tells of changes. RSS and Atom: `link[@rel='hub']`; JSON Feed: `hubs`. None: there is none."""
    history: History | None = None
    """None: these are all the entries there are."""
    deletions: tuple[Deletion, ...] = ()
    """Newest first."""
    entries: tuple[Entry, ...] = ()
    """By `published_at`, newest first; ids and `updated_at`s differ. Empty when every article was withdrawn."""

    @property
    def is_combined(self) -> bool:
        """True when its entries are of several publishers, and each says of which."""
        return len(self.authors) > 1

    def __post_init__(self) -> None:
        _check_texts(self)
        _check_offset(self.updated_at)
        if not self.authors:
            raise InvalidFeed(f"channel {self.id} needs an author")
        for name in ("id", "updated_at"):
            if len({getattr(entry, name) for entry in self.entries}) < len(self.entries):
                raise InvalidFeed(f"channel {self.id} has two entries with the same {name}")


def _check_texts(value: Entry | Channel) -> None:
    for field in dataclasses.fields(value):
        text = getattr(value, field.name)
        if isinstance(text, str) and not (text.strip() and is_printable(text)):
            raise InvalidFeed(
                f"{field.name} of {value.id!a} is empty or has characters no feed can carry: {text[:80]!a}"
            )


def _check_offset(moment: datetime) -> None:
    if not is_writable(moment):
        raise InvalidFeed(f"no time that a feed can carry, see feeds.moments: {moment.isoformat()}")
