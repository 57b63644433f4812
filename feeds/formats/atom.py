"""Atom 1.0 by feedgen and an extension of our own.

feedgen writes the skeleton; the extension adds the links of an entry, which feedgen 1.0 strips of relation and type,
and languages and pictures, which it does not know. Source: RFC 4287.
"""

from feedgen.ext.base import BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from feeds.channel import Channel, Entry
from feeds.formats.media import MEDIA_NS, add_pictures
from feeds.wording import PROGRAM

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def render_atom(channel: Channel) -> bytes:
    """The channel as Atom 1.0, in UTF-8."""
    generator = FeedGenerator()
    generator.register_extension("presseschau", _FeedExtension, _EntryExtension, rss=False)
    generator.id(channel.id)
    generator.title(channel.title)
    generator.subtitle(channel.description)
    generator.updated(channel.updated_at)
    generator.author([{"name": name} for name in channel.authors])
    if channel.urls:
        generator.link(href=channel.urls.atom, rel="self", type="application/atom+xml")
    generator.link(href=channel.home_url, rel="alternate", type="text/html")
    generator.generator(PROGRAM)
    generator.language(channel.language)
    for entry in channel.entries:
        atom_entry = generator.add_entry(order="append")
        atom_entry.presseschau.entry = entry
        atom_entry.id(entry.id)
        atom_entry.title(entry.title)
        atom_entry.published(entry.published_at)
        atom_entry.updated(entry.updated_at)
        atom_entry.author([{"name": name} for name in entry.authors])
        atom_entry.summary(entry.summary)
        atom_entry.content(entry.html, type="html")
        atom_entry.category(
            [
                {"term": category.term, "label": category.label}
                | ({"scheme": category.scheme} if category.scheme else {})
                for category in entry.categories
            ]
        )
    rendered: bytes = generator.atom_str(pretty=True)
    return rendered


class _FeedExtension(BaseExtension):  # type: ignore[misc]  # feedgen carries no types
    def extend_ns(self) -> dict[str, str]:
        return {"media": MEDIA_NS}


class _EntryExtension(BaseExtension):  # type: ignore[misc]  # feedgen carries no types
    entry: Entry

    def extend_atom(self, element: etree._Element) -> etree._Element:
        if self.entry.language:
            element.set(_LANGUAGE, self.entry.language)
        etree.SubElement(element, "link", rel="alternate", type="text/html", href=self.entry.url)
        add_pictures(element, self.entry.pictures)
        return element
