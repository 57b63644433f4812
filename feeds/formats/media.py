"""Media RSS: the pictures of an entry, in RSS and Atom alike. Source: rssboard.org/media-rss."""

from lxml import etree

from feeds.channel import Picture

MEDIA_NS = "http://search.yahoo.com/mrss/"


def add_pictures(entry: etree._Element, pictures: tuple[Picture, ...]) -> None:
    """Add the pictures to an entry's element, and the first as its thumbnail.

    Never grouped: a `media:group` says that its parts are the same picture.
    """
    for picture in pictures:
        content = etree.SubElement(entry, f"{{{MEDIA_NS}}}content", url=picture.url, medium="image")
        if picture.caption:
            etree.SubElement(content, f"{{{MEDIA_NS}}}description", type="plain").text = picture.caption
    if pictures:
        etree.SubElement(entry, f"{{{MEDIA_NS}}}thumbnail", url=pictures[0].url)
