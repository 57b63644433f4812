"""Atom 1.0 by feedgen and an extension of our own.

feedgen writes the skeleton; the extension adds the links of an entry, which feedgen 1.0 strips of relation and type,
and what it does not know: languages, pictures, archives (RFC 5005), withdrawn entries (RFC 6721). Source: RFC 4287.
"""

from collections.abc import Iterator

from feedgen.ext.base import BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from feeds.channel import Channel, Entry
from feeds.formats.media import MEDIA_NS, add_pictures
from feeds.formats.stylesheet import link_stylesheet
from feeds.wording import PROGRAM

_HISTORY = "http://purl.org/syndication/history/1.0"
_TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
_LANGUAGE, _BASE = (f"{{http://www.w3.org/XML/1998/namespace}}{name}" for name in ("lang", "base"))


def render_atom(channel: Channel) -> bytes:
    """The channel as Atom 1.0, in UTF-8."""
    generator = FeedGenerator()
    generator.register_extension("presseschau", _FeedExtension, _EntryExtension, rss=False)
    generator.presseschau.channel = channel
    generator.id(channel.id)
    generator.title(channel.title)
    generator.subtitle(channel.description)
    generator.updated(channel.updated_at)
    generator.author([{"name": name} for name in channel.authors])
    if channel.urls:
        generator.link(href=channel.urls.atom, rel="self", type="application/atom+xml")
    generator.link(href=channel.home_url, rel="alternate", type="text/html")
    for rel, address in _history_links(channel):
        generator.link(href=address, rel=rel, type="application/atom+xml")
    if channel.hub_url:
        generator.link(href=channel.hub_url, rel="hub")
    generator.generator(PROGRAM)
    generator.rights(channel.rights)
    if channel.icons:
        generator.icon(channel.icons.small)
    generator.language(channel.language)
    for entry in channel.entries:
        atom_entry = generator.add_entry(order="append")
        atom_entry.presseschau.entry = entry
        atom_entry.presseschau.shows_source = channel.is_combined
        atom_entry.id(entry.id)
        atom_entry.title(entry.title)
        atom_entry.published(entry.published_at)
        atom_entry.updated(entry.updated_at)
        atom_entry.author([{"name": name} for name in entry.authors])
        atom_entry.summary(entry.summary)
        if entry.html is None:
            atom_entry.link(href=entry.url)  # without content feedgen insists; the extension writes it anew
        else:
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


def _history_links(channel: Channel) -> Iterator[tuple[str, str]]:
    if channel.history is not None:
        history = channel.history
        for rel, address in (
            ("current", history.current),
            ("prev-archive", history.previous),
            ("next-archive", history.following),
        ):
            if address is not None:
                yield rel, f"{address}.atom"


class _FeedExtension(BaseExtension):  # type: ignore[misc]  # feedgen carries no types
    channel: Channel

    def extend_ns(self) -> dict[str, str]:
        used = {"media": MEDIA_NS}
        if self.channel.history is not None:
            used["fh"] = _HISTORY
        if self.channel.deletions:
            used["at"] = _TOMBSTONES
        return used

    def extend_atom(self, feed: etree._Element) -> etree._Element:
        link_stylesheet(feed, self.channel.stylesheet)
        if self.channel.urls:
            feed.set(_BASE, self.channel.urls.atom)
        history = self.channel.history
        if history is not None and history.is_archive:
            etree.SubElement(feed, f"{{{_HISTORY}}}archive")
        for deletion in self.channel.deletions:
            when = deletion.at.isoformat()
            etree.SubElement(feed, f"{{{_TOMBSTONES}}}deleted-entry", ref=deletion.id, when=when)
        return feed


class _EntryExtension(BaseExtension):  # type: ignore[misc]  # feedgen carries no types
    entry: Entry
    shows_source: bool

    def extend_atom(self, element: etree._Element) -> etree._Element:
        if self.entry.language:
            element.set(_LANGUAGE, self.entry.language)
        for written in element.findall("link"):
            element.remove(written)
        etree.SubElement(element, "link", rel="alternate", type="text/html", href=self.entry.url)
        if self.shows_source:
            self._add_source(element)
        add_pictures(element, self.entry.pictures)
        return element

    def _add_source(self, element: etree._Element) -> None:
        """The publisher's feed as it was when the entry last changed, so that the entry changes only with itself."""
        source = self.entry.source
        if source is None:
            return
        added = etree.SubElement(element, "source")
        etree.SubElement(added, "id").text = source.id
        etree.SubElement(added, "title").text = source.title
        etree.SubElement(added, "updated").text = self.entry.updated_at.isoformat()
        if source.urls:
            etree.SubElement(added, "link", rel="self", type="application/atom+xml", href=source.urls.atom)
