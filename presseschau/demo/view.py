"""What a page shows, before any markup: the only input of the markups."""

from dataclasses import dataclass
from datetime import datetime

from presseschau.demo.address import MIRROR_ORIGIN, SITE_ORIGIN, listing_path
from presseschau.demo.adverts import Advert, adverts_on
from presseschau.demo.edition import Edition
from presseschau.demo.story import Story
from presseschau.demo.topics import topic_name, topic_path

_RELATED = 3
_MIRROR_PARAMETERS = "?utm_source=startseite&utm_medium=teaser"


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A link and its words."""

    text: str
    href: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A story, or a preview, as listings and related-story boxes show it."""

    title: str
    teaser: str
    published_at: datetime
    href: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleView:
    """Everything on an article's page."""

    story: Story
    canonical_url: str | None
    topics: tuple[Link, ...]
    sections: tuple[Link, ...]
    """The breadcrumb without the site itself."""
    adverts: tuple[Advert, ...]
    """Three, in page order."""
    newsletter: Advert
    related: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ListingView:
    """Everything on a listing's page."""

    heading: str
    entries: tuple[Entry, ...]
    advert: Advert
    pages: tuple[Link, ...]
    """Pagination: every page of the listing."""
    page_number: int
    topics: tuple[Link, ...]
    """Links to every topic, shown beside the list."""
    feed_path: str
    """Where the site's feed is."""

    @property
    def next_page(self) -> Link | None:
        """The page of older entries; None on the last one."""
        return self.pages[self.page_number] if self.page_number < len(self.pages) else None


def view_article(story: Story, edition: Edition) -> ArticleView:
    """A story's page on that night."""
    night = edition.night
    *adverts, newsletter = adverts_on(story.key, night)
    canonical = {"own": SITE_ORIGIN + story.path, "home": SITE_ORIGIN + "/", "missing": None}[story.canonical]
    return ArticleView(
        story=story,
        canonical_url=canonical,
        topics=topic_links(story.topics, night),
        sections=topic_links(story.sections, night),
        adverts=tuple(adverts),
        newsletter=newsletter,
        related=_related(story, edition),
    )


def topic_links(slugs: tuple[str, ...], night: int) -> tuple[Link, ...]:
    """Links to topics, under the names they have that night."""
    return tuple(Link(text=topic_name(slug, night), href=topic_path(slug)) for slug in slugs)


def entry_of(story: Story, *, absolute: bool = False, mirrored: bool = False) -> Entry:
    """A story as listings show it: linked by path, by canonical URL, or on the mirror host."""
    href = f"{SITE_ORIGIN}{story.path}" if absolute else story.path
    if mirrored:
        href = f"{MIRROR_ORIGIN}{story.path}{_MIRROR_PARAMETERS}"
    return Entry(title=story.title, teaser=story.teaser, published_at=story.published_at, href=href)


def page_links(topic: str | None, page_count: int) -> tuple[Link, ...]:
    """Pagination links, first page first."""
    return tuple(Link(text=str(n), href=listing_path(topic, n)) for n in range(1, page_count + 1))


def _related(story: Story, edition: Edition) -> tuple[Entry, ...]:
    shared = [
        other
        for other in edition.under(None)
        if other.key != story.key and set(other.topics + other.sections) & set(story.topics + story.sections)
    ]
    return tuple(entry_of(other) for other in shared[:_RELATED])
