"""A news sitemap and an RSS feed, each with an article that neither listings nor the other name."""

from datetime import timedelta
from email.utils import format_datetime
from html import escape

from presseschau.demo.address import SITE_NAME, SITE_ORIGIN
from presseschau.demo.edition import Edition
from presseschau.demo.nights import NIGHTS
from presseschau.demo.story import Story

NEWS_SITEMAP_PATH, FEED_PATH = "/news-sitemap.xml", "/feed.xml"
FEED, SITEMAP = "feed", "sitemap"
"""The places that a story may stand in alone."""
_SITEMAP_REACH = timedelta(days=2)  # as the protocol of news sitemaps has it
_FEED_ITEMS = 20


def render_news_sitemap(edition: Edition) -> str:
    """The articles of two days."""
    since = NIGHTS[edition.night] - _SITEMAP_REACH
    named = "".join(_url(story) for story in _named_in(SITEMAP, edition) if story.published_at >= since)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        f' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n{named}</urlset>\n'
    )


def render_feed(edition: Edition) -> str:
    """The newest articles."""
    items = "".join(_item(story) for story in _named_in(FEED, edition)[:_FEED_ITEMS])
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>'
        f"<title>{escape(SITE_NAME)}</title><link>{SITE_ORIGIN}/</link><description>Alle Meldungen</description>\n"
        f"{items}</channel></rss>\n"
    )


def _named_in(place: str, edition: Edition) -> list[Story]:
    return [story for story in edition.stories if story.is_there and story.only_in in (None, place)]


def _url(story: Story) -> str:
    return (
        f"<url><loc>{SITE_ORIGIN}{story.path}</loc><news:news><news:publication><news:name>{escape(SITE_NAME)}"
        "</news:name><news:language>de</news:language></news:publication>"
        f"<news:publication_date>{story.published_at.isoformat()}</news:publication_date>"
        f"<news:title>{escape(story.title)}</news:title></news:news></url>\n"
    )


def _item(story: Story) -> str:
    return (
        f"<item><title>{escape(story.title)}</title><link>{SITE_ORIGIN}{story.path}?utm_source=rss</link>"
        f"<description>{escape(story.teaser)}</description>"
        f"<pubDate>{format_datetime(story.published_at)}</pubDate></item>\n"
    )
