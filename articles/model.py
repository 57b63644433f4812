"""An article and its parts, as everything in this project hands them on.

Frozen, keyword-only, tuples instead of lists; a wrong one cannot exist. `Article` is what a page says, without any
memory; `Revision` is an article as the store keeps it, with identity, history and the times of our own.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property

from articles.errors import InvalidArticle
from articles.identity import ArticleId, CanonicalUrl
from articles.surrogates import replace_surrogates

NOARCHIVE = "the publisher says noarchive"
"""The warning of an article whose page, or its headers, ask that no copy be shown."""


class BlockKind(StrEnum):
    """What a block of the article's body is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    LIST = "list"
    TABLE = "table"
    FIGURE = "figure"
    CODE = "code"


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """One block of the body, in reading order."""

    kind: BlockKind
    text: str
    """Plain text, never with leading or trailing white space. A list's items and a table's rows stand on a line each,
    a row's cells are parted by a tab. Empty for a figure only: its caption is no part of the running text."""
    level: int | None = None
    """Of a heading: 2 to 6, as in HTML (1 is the article's own title). None for every other kind."""
    items: tuple[str, ...] | None = None
    """Of a list: its items in order. None for every other kind."""
    rows: tuple[tuple[str, ...], ...] | None = None
    """Of a table: its rows of cells. None for every other kind."""
    url: str | None = None
    """Of a figure: the image's absolute URL. None for every other kind."""
    caption: str | None = None
    """Of a figure: its caption. None when it has none, and for every other kind."""

    def __post_init__(self) -> None:
        if self.text != self.text.strip():
            raise InvalidArticle(f"a block's text has white space around it: {self.text[:40]!r}")
        if (self.kind is BlockKind.FIGURE) == bool(self.text):
            raise InvalidArticle(f"a {self.kind} block with text {self.text[:40]!r}: only a figure has none")
        for name, kinds in _BLOCK_FIELDS.items():
            if getattr(self, name) is not None and self.kind not in kinds:
                raise InvalidArticle(f"a {self.kind} block cannot have {name}")
        if self.kind is BlockKind.HEADING and self.level not in range(2, 7):
            raise InvalidArticle(f"a heading's level is 2 to 6, not {self.level!r}")
        if self.kind is BlockKind.FIGURE and not self.url:
            raise InvalidArticle("a figure block needs the URL of its image")


_BLOCK_FIELDS = {
    "level": (BlockKind.HEADING,),
    "items": (BlockKind.LIST,),
    "rows": (BlockKind.TABLE,),
    "url": (BlockKind.FIGURE,),
    "caption": (BlockKind.FIGURE,),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Topic:
    """A topic, or a breadcrumb section, of the publisher. Two with the same slug are the same."""

    name: str
    """As the publisher writes it, without a leading `#`."""
    slug: str
    """The last part of the topic's URL on the publisher's site; made from the name when the page gives no link."""
    url: str | None = None
    """Absolute URL of the topic's page at the publisher. None when the page gives no link."""

    def __post_init__(self) -> None:
        if not self.name.strip() or not self.slug.strip():
            raise InvalidArticle(f"a topic needs a name and a slug: {self.name!r}, {self.slug!r}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Image:
    """An image that belongs to the article."""

    url: str
    """Absolute."""
    caption: str | None = None
    alt: str | None = None


class AdKind(StrEnum):
    """What an advertisement wants."""

    WEBINAR = "webinar"
    CONSULTATION = "consultation"
    SHOP = "shop"
    NEWSLETTER = "newsletter"
    SPONSORED = "sponsored"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True, slots=True)
class Ad:
    """An advertisement that stood on the page."""

    kind: AdKind
    title: str | None
    text: str
    """All of its text, a line per line on the page."""
    speakers: tuple[str, ...] = ()
    """Full names, in page order."""
    claims: tuple[str, ...] = ()
    url: str | None = None
    """Where it leads, absolute. None when it has no link."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Removed:
    """A piece of the page that is neither article nor advertisement."""

    label: str
    """What it was taken for, such as `breadcrumb`, `teaser`, `share bar`, `page head`."""
    text: str


@dataclass(frozen=True, kw_only=True)
class Article:
    """What one page says: the article and nothing else, and apart from it all that was taken off."""

    title: str
    """Plain text, without the site's name."""
    blocks: tuple[Block, ...]
    """The body in order; begins with the lead, if there is one. Never empty."""
    lead: str | None = None
    """Repeats the text of the first paragraph when that stands before the first sub-heading."""
    summary: str | None = None
    """The publisher's own teaser. None when neither listing nor page has one."""
    html: str
    """The body as sanitised HTML with absolute URLs; the same blocks in the same order, with links and emphasis."""
    language: str | None = None
    """BCP 47, such as `de`."""
    topics: tuple[Topic, ...] = ()
    sections: tuple[Topic, ...] = ()
    """The breadcrumb, outermost first, without the crumb that is the site itself."""
    authors: tuple[str, ...] = ()
    """Persons only, in page order."""
    published_at: datetime | None = None
    """Aware, with the publisher's own offset, whole seconds. None when nothing says it."""
    modified_at: datetime | None = None
    """As `published_at`. None when the page does not say it was changed."""
    images: tuple[Image, ...] = ()
    ads: tuple[Ad, ...] = ()
    removed: tuple[Removed, ...] = ()
    """In page order."""
    confidence: float
    """0 to 1: how sure separation is that the blocks are the body, the whole body and nothing else."""
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidArticle("an article needs a title")
        if not any(block.text for block in self.blocks):
            raise InvalidArticle(f"an article needs a body: {self.title!r} has none")
        if not 0 <= self.confidence <= 1:
            raise InvalidArticle(f"confidence is 0 to 1, not {self.confidence!r}")
        for name in ("published_at", "modified_at"):
            _check_aware(name, getattr(self, name))

    @property
    def forbids_full_text(self) -> bool:
        """True when the publisher says `noarchive`: feeds carry title, summary and link, never the text."""
        return NOARCHIVE in self.warnings

    @cached_property
    def text(self) -> str:
        """The blocks' text in order, parted by a blank line; the lead included, the title and captions not."""
        return "\n\n".join(block.text for block in self.blocks if block.text)

    @cached_property
    def word_count(self) -> int:
        """Words of `text`, parted by white space."""
        return len(self.text.split())

    @cached_property
    def canonical_hash(self) -> str:
        """SHA-256 (hex) of title, text and images: what a reader would call the article.

        `updated` in feeds moves only with it. White space does not count.
        """
        images = sorted(image.url for image in self.images)
        return _digest([" ".join(self.title.split()), " ".join(self.text.split()), images])

    @cached_property
    def revision_hash(self) -> str:
        """SHA-256 (hex) of all that makes a new revision when it changes.

        Left out, because publishers change them without touching the article: ads, removed furniture, topics' names,
        `modified_at`, inline markup, and our own confidence and warnings, but for `noarchive`, which feeds must follow.
        """
        return _digest(
            [
                self.canonical_hash,
                [[b.kind, b.text, b.level, b.url, b.caption] for b in self.blocks],
                self.summary,
                self.language,
                sorted(topic.slug for topic in self.topics),
                [section.slug for section in self.sections],
                self.authors,
                self.published_at.isoformat() if self.published_at else None,
                *([NOARCHIVE] if self.forbids_full_text else []),
            ]
        )


@dataclass(frozen=True, kw_only=True)
class Revision:
    """An article as the store keeps it: one of its revisions, with its identity and our own times."""

    id: ArticleId
    publisher: str
    """The spider's name."""
    urls: tuple[CanonicalUrl, ...]
    """Every URL the article was seen under, the canonical one first."""
    number: int
    """1 for the first; counts up by one."""
    article: Article
    """Of a tombstone: the article as it last was."""
    deleted: bool = False
    """True on the tombstone that says the publisher withdrew the article."""
    same_as: ArticleId | None = None
    """The earlier article whose text this one repeated when it was stored. None: it repeated none."""
    fetched_at: datetime
    """When the page of this revision was fetched (of a tombstone: when its absence was confirmed). UTC."""
    stored_at: datetime
    """When this revision entered the store; its day (UTC) names the JSON Lines file. UTC."""
    updated_at: datetime
    """When the article's own title, text or images last changed, as feeds tell it. Aware."""
    run_id: str
    """The run that stored it."""

    def __post_init__(self) -> None:
        if not self.urls:
            raise InvalidArticle(f"revision {self.number} of {self.id} has no URL")
        if self.number < 1:
            raise InvalidArticle(f"a revision's number starts at 1, not {self.number}")
        for name in ("fetched_at", "stored_at"):
            moment: datetime = getattr(self, name)
            _check_aware(name, moment)
            if moment.utcoffset() != timedelta(0):
                raise InvalidArticle(f"{name} must be UTC: {moment.isoformat()}")
        _check_aware("updated_at", self.updated_at)

    @property
    def url(self) -> CanonicalUrl:
        """The canonical URL."""
        return self.urls[0]


def _check_aware(name: str, moment: datetime | None) -> None:
    if moment is not None and moment.utcoffset() is None:
        raise InvalidArticle(f"{name} needs a time zone: {moment.isoformat()}")
    if moment is not None and not 1 < moment.year < 9999:  # noqa: PLR2004  # its UTC would be outside of what Python knows
        raise InvalidArticle(f"{name} is no time of ours: {moment.isoformat()}")


def _digest(value: object) -> str:
    text = replace_surrogates(json.dumps(value, ensure_ascii=False, separators=(",", ":")))  # as it will be stored
    return hashlib.sha256(text.encode()).hexdigest()
