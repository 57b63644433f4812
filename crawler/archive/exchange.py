"""One page as it was fetched: what was asked, and what was answered."""

from dataclasses import dataclass
from datetime import datetime

Headers = tuple[tuple[str, str], ...]
"""Names and values, in order; a name may come more than once."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Exchange:
    """A request and its answer."""

    url: str
    """Of the answer: where the redirects ended; canonical, also when another origin was asked in its place."""
    at: datetime
    """When the answer came. UTC."""
    request_headers: Headers
    """Without credentials."""
    status: int
    headers: Headers
    """Of the body as it is here; without its length, which it has itself."""
    wire_headers: Headers = ()
    """What the answer said of its body on the wire, and is true no more: Content-Encoding, Content-Length."""
    body: bytes
    """Decoded, unless `headers` name an encoding that Scrapy does not know."""
    ip_address: str | None = None
    """Of the server that answered. None when unknown."""
