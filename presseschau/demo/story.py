"""A story: one article as the demo site's editors wrote it, before any markup."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from articles.model import BlockKind
from presseschau.demo.address import article_path


class StoryState(StrEnum):
    """How a story stands on one night."""

    LIVE = "live"
    EDITED = "edited"
    """Its title or text differs from the night before."""
    WITHDRAWN = "withdrawn"
    BROKEN = "broken"
    """Listed, but its page is an empty answer with status 200; nothing can come out of it that night."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """One piece of a story's body. Its texts may hold inline marks, see `inline`."""

    kind: BlockKind
    text: str = ""
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    picture: str | None = None
    """Of a figure: the picture's name; `text` is its caption."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """One article on one night."""

    key: str
    """The name of its file: the same on every night, whatever becomes of title and address."""
    state: StoryState
    first_night: int
    slug: str
    title: str
    teaser: str
    """What listings and related-story boxes show under the title."""
    published_at: datetime
    """Aware, local, whole minutes."""
    modified_at: datetime | None
    """Aware; None when the page does not mention a change."""
    topics: tuple[str, ...]
    """Slugs."""
    sections: tuple[str, ...]
    """Slugs of the breadcrumb, outermost first."""
    author: str | None
    markup: str
    passages: tuple[Passage, ...]
    withdrawn_status: int | None = None
    """The HTTP status of a withdrawn story's page: 404 or 410."""
    former_slug: str | None = None
    """The slug of the night before, when the address changed: its old path redirects."""
    canonical: str = "own"
    """What the page's canonical link names: `own`, `missing` or `home`."""
    only_in: str | None = None
    """`feed` or `sitemap` where nothing else names it. None: listings and all else do."""
    mirrored: bool = False
    """True when the list of all news links it on the mirror host, with tracking parameters."""

    @property
    def path(self) -> str:
        """The path of its page."""
        return article_path(self.slug, self.published_at)

    @property
    def former_path(self) -> str | None:
        """The path that redirects to `path`; None when the address never changed."""
        return article_path(self.former_slug, self.published_at) if self.former_slug else None

    @property
    def is_there(self) -> bool:
        """True when the site still names it anywhere."""
        return self.state is not StoryState.WITHDRAWN

    @property
    def is_listed(self) -> bool:
        """True when listings show it."""
        return self.is_there and self.only_in is None
