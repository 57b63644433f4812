"""A page's addresses: made absolute, and what must not leave the page kept out."""

from urllib.parse import urljoin, urlsplit

from articles.errors import InvalidUrl
from articles.identity import normalize_url

_SCHEMES = ("http", "https")


def find_url(written: str | None, base: str | None) -> str | None:
    """The absolute http(s) URL, without tracking parameters; None for anything else, and for a mere fragment."""
    written = (written or "").strip()
    if not written or written.startswith("#"):
        return None
    try:
        absolute = urljoin(base or "", written)
        fragment = urlsplit(absolute).fragment
        if urlsplit(absolute).scheme not in _SCHEMES:
            return None
        url = str(normalize_url(absolute))
    except (InvalidUrl, ValueError):
        return None
    return f"{url}#{fragment}" if fragment and not fragment.startswith(("xtor", "ref=", "utm")) else url
