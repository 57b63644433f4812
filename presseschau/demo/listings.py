"""The listings of one night, page by page, newest first."""

from datetime import datetime

from presseschau.demo.address import listing_path
from presseschau.demo.adverts import CONSULTATION
from presseschau.demo.edition import Edition
from presseschau.demo.markups.listing_cards import render_listing_cards
from presseschau.demo.markups.listing_list import render_listing_list
from presseschau.demo.nights import ZONE
from presseschau.demo.sources import FEED_PATH
from presseschau.demo.topics import topic_name, topic_slugs
from presseschau.demo.view import Entry, ListingView, entry_of, page_links, topic_links

ENTRIES_PER_PAGE = 8
FORBIDDEN_PREVIEW = Entry(
    title="Vorschau: Was die Redaktion für die nächste Woche plant",
    teaser="Dieser Eintrag führt auf eine Seite, die Automaten nicht holen dürfen.",
    published_at=datetime(2026, 11, 19, 12, 0, tzinfo=ZONE),
    href="/news/vorschau-auf-die-woche-19-11-2026",
)
"""Stands in the list of all news and looks like an article, but robots.txt forbids it."""


def listing_pages(edition: Edition) -> dict[str, str]:
    """The HTML of every listing page of the night, by path."""
    pages: dict[str, str] = {}
    for topic in (None, *topic_slugs()):
        entries = _entries(edition, topic)
        page_count = max(1, -(-len(entries) // ENTRIES_PER_PAGE))
        for number in range(1, page_count + 1):
            view = ListingView(
                heading=_heading(topic, number, edition.night),
                entries=entries[(number - 1) * ENTRIES_PER_PAGE : number * ENTRIES_PER_PAGE],
                advert=CONSULTATION,
                pages=page_links(topic, page_count),
                page_number=number,
                topics=topic_links(topic_slugs(), edition.night),
                feed_path=FEED_PATH,
            )
            pages[listing_path(topic, number)] = _render(topic, view)
    return pages


def _entries(edition: Edition, topic: str | None) -> tuple[Entry, ...]:
    absolute = _in_cards(topic)
    entries = [
        entry_of(story, absolute=absolute, mirrored=story.mirrored and topic is None) for story in edition.under(topic)
    ]
    if topic is None:
        entries.append(FORBIDDEN_PREVIEW)
        entries.sort(key=lambda entry: entry.published_at, reverse=True)
    return tuple(entries)


def _heading(topic: str | None, number: int, night: int) -> str:
    name = "Nachrichten aus allen vierzehn Gemeinden" if topic is None else f"{topic_name(topic, night)} - Nachrichten"
    return name if number == 1 else f"{name} - Seite {number}"


def _render(topic: str | None, view: ListingView) -> str:
    return render_listing_cards(view) if _in_cards(topic) else render_listing_list(view)


def _in_cards(topic: str | None) -> bool:
    """True for every other topic; its links are absolute, those of the list are not."""
    return topic is not None and topic_slugs().index(topic) % 2 == 1
