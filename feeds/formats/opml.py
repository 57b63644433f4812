"""OPML 2.0: every feed, to be subscribed to at once. Source: opml.org/spec2.opml.

Without a base URL the feeds' addresses are relative to this document, which stands beside them: a reader that takes it
from a web server can still follow them, and nothing in it is wrong.
"""

import re

from lxml import etree

from feeds.addresses import feed_urls
from feeds.directory import Directory, ListedFeed
from feeds.wording import PROGRAM, name_group

# OPML lets an outline's text be HTML; what would begin a tag or a reference becomes a sign of the same look.
_MARKUP = re.compile(r"<|&(?=\S)")
_LIKE = {"<": "\u2039", "&": "\ufe60"}


def render_opml(directory: Directory, base_url: str | None) -> bytes:
    """The directory as OPML 2.0, in UTF-8, grouped as it is."""
    language = directory.everything.subject.language
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = PROGRAM
    body = etree.SubElement(root, "body")
    _add_feed(body, directory.everything, base_url)
    for feeds in (directory.publishers, directory.sections, directory.topics):
        if feeds:
            group = etree.SubElement(body, "outline", text=name_group(feeds[0].key.kind, language))
            for feed in feeds:
                _add_feed(group, feed, base_url)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _add_feed(parent: etree._Element, feed: ListedFeed, base_url: str | None) -> None:
    urls = feed_urls(feed.key.stem, base_url)
    title = _MARKUP.sub(lambda sign: _LIKE[sign[0]], feed.title)
    outline = etree.SubElement(parent, "outline", type="rss", text=title, title=title)
    outline.set("xmlUrl", f"{feed.key.stem}.atom" if urls is None else urls.atom)
    if feed.subject.home_url:
        outline.set("htmlUrl", feed.subject.home_url)
    if feed.subject.language:
        outline.set("language", feed.subject.language)
