"""Addresses of feeds: file names for slugs, public URLs, ids; and URLs of others in the one form every reader takes.

A publisher's slug may be anything, a file name may not. A slug that is plain (lower-case ASCII words) names its file
itself; any other gets a readable stem and, behind `--`, a piece of its own hash. No plain name holds `--`, so the two
never meet, letter case never tells two names apart, and a name depends on nothing but the slug: it stays for ever.
"""

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from articles.identity import slug_of
from feeds.channel import FeedUrls, Icons
from feeds.errors import InvalidBaseUrl, InvalidHubUrl

_PLAIN = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
# Names that Windows keeps for devices whatever their ending, and the one that a web server shows for a folder.
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d|index")
_MAX_PLAIN_CHARS = 80
_MAX_STEM_CHARS = 60
_HASH_CHARS = 12

_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")
_PATH_SAFE = "/:@!$&'()*+,;=~%"
_QUERY_SAFE = _PATH_SAFE + "?"


NOWHERE = "https://presseschau.invalid/"
"""Stands where an address must, and none is known (RFC 2606)."""


class FeedKind(StrEnum):
    """What a feed collects; the value is its folder below `feeds/`, empty for the one feed of all."""

    ALL = ""
    TOPIC = "topics"
    SECTION = "sections"
    PUBLISHER = "publishers"


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedKey:
    """Which feed: its kind, and the slug it collects."""

    kind: FeedKind
    slug: str = ""
    """The publisher's slug, verbatim; the spider's name for a publisher. Empty for the feed of all."""

    @property
    def stem(self) -> str:
        """Path below `feeds/` without the format's ending, such as `topics/cdu-csu`."""
        return f"{self.kind.value}/{self.file_name}" if self.kind else self.file_name

    @property
    def file_name(self) -> str:
        """The last part of the stem."""
        return file_name(self.slug) if self.kind else "all"


def file_name(slug: str) -> str:
    """A file name for a slug: safe on every file system, readable, and no other slug's in any letter case."""
    if len(slug) <= _MAX_PLAIN_CHARS and _PLAIN.fullmatch(slug) and not _RESERVED.fullmatch(slug):
        return slug
    fingerprint = hashlib.sha256(slug.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_CHARS]
    return f"{slug_of(slug)[:_MAX_STEM_CHARS].rstrip('-')}--{fingerprint}"


def normalize_base_url(base_url: str) -> str:
    """The public URL of `feeds/`, without a slash at its end.

    Raises: InvalidBaseUrl, when it is no absolute http or https URL, or has a query or fragment.
    """
    url = find_ascii_url(base_url)
    if url is None or url.startswith("mailto:") or urlsplit(url).query or urlsplit(url).fragment:
        raise InvalidBaseUrl(
            f"not an address feeds can stand under: {base_url!r}; give one like https://example.org/feeds"
        )
    return url.rstrip("/")


def normalize_hub_url(hub_url: str) -> str:
    """The address of a WebSub hub.

    Raises: InvalidHubUrl, when it is no absolute http or https URL.
    """
    url = find_ascii_url(hub_url)
    if url is None or url.startswith("mailto:"):
        raise InvalidHubUrl(f"not the address of a hub: {hub_url!r}; give one like https://hub.example.org/")
    return url


def feed_urls(stem: str, base_url: str | None) -> FeedUrls | None:
    """Where the files of a feed are found below a normalized base URL; None when that is unknown."""
    if base_url is None:
        return None
    address = f"{base_url}/{stem}"
    return FeedUrls(rss=f"{address}.rss", atom=f"{address}.atom", json=f"{address}.json")


def icon_urls(base_url: str | None) -> Icons | None:
    """Where the pictures of every feed are found below a normalized base URL; None when that is unknown."""
    if base_url is None:
        return None
    return Icons(large=f"{base_url}/icon.png", small=f"{base_url}/icon-144.png")


def feed_id(stem: str, base_url: str | None) -> str:
    """A tag URI (RFC 4151) for a feed, minted under the host that publishes it.

    Without a base URL nobody's host is known; the id is then minted under a reserved name (RFC 2606) and only unique
    within one installation.
    """
    parts = urlsplit(base_url or NOWHERE.rstrip("/"))
    return f"tag:{parts.hostname},2026:{parts.path}/{stem}"


def find_ascii_url(url: str, base: str | None = None) -> str | None:
    """The URL absolute, in ASCII, percent-encoded in upper case; None when it is none that a reader may follow.

    Only http, https and mailto are followed.
    """
    try:
        parts = urlsplit(urljoin(base, url.strip()) if base else url.strip())
        host, port = parts.hostname or "", parts.port
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return None
    path, query, fragment = (
        _encode(part, safe)
        for part, safe in ((parts.path, _PATH_SAFE), (parts.query, _QUERY_SAFE), (parts.fragment, _QUERY_SAFE))
    )
    if parts.scheme == "mailto":
        return urlunsplit(("mailto", "", path, query, "")) if path else None
    if parts.scheme not in ("http", "https") or not (_HOST.fullmatch(host) or ":" in host):
        return None
    host = f"[{host}]" if ":" in host else host
    return urlunsplit((parts.scheme, host if port is None else f"{host}:{port}", path or "/", query, fragment))


def _encode(part: str, safe: str) -> str:
    encoded = quote(_STRAY_PERCENT.sub("%25", part), safe=safe, errors="replace")
    return _ESCAPE.sub(lambda match: match[0].upper(), encoded)
