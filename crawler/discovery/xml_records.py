"""The records of a sitemap or a feed, read one by one from XML that nobody vouches for.

No entity is expanded, nothing is loaded, what is gzip is unpacked only as far as a limit, and each record is forgotten
once it is read, so that a file of any size takes little memory. What is ill-formed is read as far as it makes sense.
"""

import gzip
import io
import zlib
from collections.abc import Iterator

from lxml import etree

MAX_BYTES = 50 * 1024 * 1024
"""What a sitemap may have at most, unpacked (sitemaps.org)."""
MAX_RECORDS = 50_000
"""Likewise."""
_GZIP_MAGIC = b"\x1f\x8b"
_ROOTS = frozenset({"urlset", "sitemapindex", "rss", "RDF", "feed"})


class UnreadableSource(ValueError):
    """What was sent is no sitemap or feed, or more than we take. The text says why."""


def read_records(body: bytes, names: frozenset[str]) -> Iterator[etree._Element]:
    """Each element with one of these local names, whole, in document order; valid until the next one is asked for.

    Raises: UnreadableSource, also while records are being read.
    """
    if b"<!ENTITY" in body[:MAX_BYTES]:
        raise UnreadableSource("it defines entities of its own")
    number, depth = 0, 0
    for event, element in _events(body):
        name = local_name(element)
        if event == "start":
            if not depth and name not in _ROOTS:
                raise UnreadableSource(f"it is neither a sitemap nor a feed: it begins with <{name}>")
            depth += 1
            continue
        depth -= 1
        if name in names:
            number += 1
            if number > MAX_RECORDS:
                raise UnreadableSource(f"it has more than {MAX_RECORDS} entries")
            yield element
            _forget(element)


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace; a broken one, such as `news:`, as it stands."""
    return str(element.tag).rpartition("}")[2]


def namespace_of(element: etree._Element) -> str:
    """The URI of the element's namespace; empty for none."""
    return str(element.tag).rpartition("}")[0].removeprefix("{")


def _events(body: bytes) -> Iterator[tuple[str, etree._Element]]:
    """Start and end of each element.

    Raises: UnreadableSource.
    """
    events = etree.iterparse(
        _Unpacked(body),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
    )
    is_empty = True
    try:
        for event, element in events:
            if isinstance(element.tag, str):
                is_empty = False
                yield event, element
    except etree.XMLSyntaxError as error:
        raise UnreadableSource(f"it is no XML: {error}") from error
    except (EOFError, OSError, zlib.error) as error:
        raise UnreadableSource(f"it cannot be unpacked: {error}") from error
    if is_empty:
        raise UnreadableSource("it is no XML")


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and (before := element.getprevious()) is not None:
        parent.remove(before)


class _Unpacked(io.RawIOBase):
    """The body, unpacked on the way where it is gzip, and never more of it than MAX_BYTES."""

    def __init__(self, body: bytes) -> None:
        plain: io.BytesIO | gzip.GzipFile = io.BytesIO(body)
        self._file = gzip.GzipFile(fileobj=plain) if body.startswith(_GZIP_MAGIC) else plain
        self._left = MAX_BYTES

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """Raises: UnreadableSource, past the limit."""
        part = self._file.read(size if size > 0 else self._left + 1)
        self._left -= len(part)
        if self._left < 0:
            raise UnreadableSource(f"it unpacks to more than {MAX_BYTES} bytes")
        return part
