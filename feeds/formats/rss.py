"""RSS 2.0 with Atom links, Dublin Core authors, full content and Media RSS, by feedgen and an extension of our own.

feedgen writes the skeleton; the extension adds what feedgen cannot say (authors without a mail address, the time of
change, full content beside the teaser) and writes dates without switching the process's locale.
Source: rssboard.org/rss-specification and rssboard.org/rss-profile.
"""

import html
from email.utils import format_datetime

from feedgen.ext.base import BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from feeds.channel import SMALL_ICON_PIXELS, Channel, Entry
from feeds.formats.media import MEDIA_NS, add_pictures
from feeds.formats.stylesheet import link_stylesheet
from feeds.wording import PROGRAM

_ATOM = "http://www.w3.org/2005/Atom"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_DC = "http://purl.org/dc/elements/1.1/"
_TTL_MINUTES = 60


def render_rss(channel: Channel) -> bytes:
    """The channel as RSS 2.0, in UTF-8."""
    generator = FeedGenerator()
    generator.register_extension("presseschau", _ChannelExtension, _ItemExtension, atom=False)
    generator.presseschau.channel = channel
    generator.title(channel.title)
    if channel.urls:
        generator.link(href=channel.urls.rss, rel="self", type="application/rss+xml")
    generator.link(href=channel.home_url, rel="alternate")  # the last link is the one that feedgen gives RSS
    generator.description(channel.description)
    generator.docs("https://www.rssboard.org/rss-specification")
    generator.generator(PROGRAM)
    generator.language(channel.language)
    generator.updated(channel.updated_at)
    generator.ttl(_TTL_MINUTES)
    generator.rights(channel.rights)
    if channel.icons:
        size = str(SMALL_ICON_PIXELS)
        generator.image(channel.icons.small, title=channel.title, link=channel.home_url, width=size, height=size)
    for entry in channel.entries:
        item = generator.add_entry(order="append")
        item.presseschau.entry = entry
        item.presseschau.shows_source = channel.is_combined
        item.title(entry.title)
        item.guid(entry.id)
        item.link(href=entry.url, rel="alternate")
        item.description(html.escape(entry.summary, quote=False))  # RSS takes descriptions for HTML
        item.category([_category(entry, index) for index in range(len(entry.categories))])
    rendered: bytes = generator.rss_str(pretty=True)
    return rendered


def _category(entry: Entry, index: int) -> dict[str, str]:
    category = entry.categories[index]
    named = {"term": category.term, "label": category.label}
    return named | ({"scheme": category.scheme} if category.scheme else {})


class _ChannelExtension(BaseExtension):  # type: ignore[misc]  # feedgen carries no types
    channel: Channel

    def extend_ns(self) -> dict[str, str]:
        return {"dc": _DC, "media": MEDIA_NS}

    def extend_rss(self, feed: etree._Element) -> etree._Element:
        link_stylesheet(feed, self.channel.stylesheet)
        channel = feed[0]
        built = channel.find("lastBuildDate")
        if built is not None:
            built.text = format_datetime(self.channel.updated_at)
        etree.SubElement(channel, f"{{{_ATOM}}}link", rel="alternate", type="text/html", href=self.channel.home_url)
        if self.channel.hub_url:
            etree.SubElement(channel, f"{{{_ATOM}}}link", rel="hub", href=self.channel.hub_url)
        return feed


class _ItemExtension(BaseExtension):  # type: ignore[misc]  # feedgen carries no types
    entry: Entry
    shows_source: bool

    def extend_rss(self, item: etree._Element) -> etree._Element:
        entry = self.entry
        etree.SubElement(item, "pubDate").text = format_datetime(entry.published_at)
        etree.SubElement(item, f"{{{_ATOM}}}updated").text = entry.updated_at.isoformat()
        for author in entry.authors:
            etree.SubElement(item, f"{{{_DC}}}creator").text = author
        if entry.html is not None:
            # A CDATA section ends at the first ]]>, so none may stand in it.
            content = etree.CDATA(entry.html.replace("]]>", "]]&gt;"))
            etree.SubElement(item, f"{{{_CONTENT}}}encoded").text = content
        if self.shows_source and entry.source and entry.source.urls:
            etree.SubElement(item, "source", url=entry.source.urls.rss).text = entry.source.title
        add_pictures(item, entry.pictures)
        return item
