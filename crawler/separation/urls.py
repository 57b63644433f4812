"""A page's addresses: made absolute, and what must not leave the page kept out."""

import re
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from articles.errors import InvalidUrl
from articles.identity import normalize_url

_SCHEMES = ("http", "https")
_WITH_HOST = re.compile(r"https?://[^/?#]")
_SOURCES = ("xtor", "ref=", "utm")
"""What fragments begin with that say where a reader came from."""


def find_base(written: str | None, url: str | None) -> str | None:
    """What a page's relative links resolve against: its base element's address, else its own."""
    try:
        base = urljoin(url or "", (written or "").strip())
        return base if urlsplit(base).scheme in _SCHEMES else url
    except ValueError:
        return url


def find_url(written: str | None, base: str | None) -> str | None:
    """The absolute http(s) URL, without tracking parameters; None for anything else, and for a mere fragment."""
    written = (written or "").strip()
    if not written or written.startswith("#"):
        return None
    try:
        absolute = _join(base or "", written)
        if not _WITH_HOST.match(absolute) and urlsplit(absolute).scheme not in _SCHEMES:
            return None
        fragment = urlsplit(absolute).fragment if "#" in absolute else ""
        url = str(normalize_url(absolute))
    except (InvalidUrl, ValueError):
        return None
    return f"{url}#{fragment}" if fragment and not fragment.startswith(_SOURCES) else url


def _join(base: str, written: str) -> str:
    """The address that a link leads to; most are absolute or begin at the host's root, and need no work.

    Raises: ValueError.
    """
    if _WITH_HOST.match(written):
        return written
    if written.startswith("/") and not written.startswith("//"):
        return f"{_origin(base)}{written}"
    return urljoin(base, written)


@lru_cache(maxsize=64)
def _origin(base: str) -> str:
    """Scheme and host of a base; empty when it has none.

    Raises: ValueError.
    """
    parts = urlsplit(base)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
