"""Another origin in place of the publisher's own: staging servers, mirrors, replays.

Everything above the socket sees canonical URLs. Only `crawler.download` asks the origin, and only what an origin itself
writes (a redirect's Location, an absolute link) is mapped back.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from scrapy.settings import BaseSettings

from articles.identity import UrlRule
from crawler.errors import InvalidOrigin


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme and host that are really asked."""

    scheme: str
    host: str
    """With its port, when it has one."""

    def fetched_url(self, url: str) -> str:
        """The URL on the origin at which a canonical one is fetched."""
        return urlunsplit(urlsplit(url)._replace(scheme=self.scheme, netloc=self.host))

    def canonical_url(self, url: str, rule: UrlRule) -> str:
        """The publisher's URL for one on the origin; any other URL as it is."""
        try:
            parts = urlsplit(url)
        except ValueError:  # no URL at all; whoever is to follow it says so
            return url
        if (parts.scheme, parts.netloc.lower()) != (self.scheme, self.host):
            return url
        canonical = urlsplit(rule.origin)
        return urlunsplit(parts._replace(scheme=canonical.scheme, netloc=canonical.netloc))


def parse_origin(text: str) -> Origin:
    """The origin that a URL such as `http://127.0.0.1:8000` names.

    Raises: InvalidOrigin, when it names no http or https host, or more than an origin.
    """
    parts = urlsplit(text.strip())
    try:
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise InvalidOrigin(f"not an origin: {text!r} ({error})") from error
    if parts.scheme not in ("http", "https") or not host:
        raise InvalidOrigin(f"an origin is a scheme and a host, such as http://127.0.0.1:8000, not {text!r}")
    if parts.path.strip("/") or parts.query or parts.fragment or parts.username:
        raise InvalidOrigin(f"an origin has no path, parameters or user: {text!r}")
    shown = f"[{host}]" if ":" in host else host
    return Origin(parts.scheme, shown if port is None else f"{shown}:{port}")


def asked_host(url: str, origin: Origin | None) -> str:
    """The host, with its port if it has one, that a request for this URL really goes to."""
    return origin.host if origin else urlsplit(url).netloc.lower()


def find_origin(settings: BaseSettings) -> Origin | None:
    """The origin that the setting PRESSESCHAU_ORIGIN names; None when it is not set."""
    text = settings.get("PRESSESCHAU_ORIGIN")
    return parse_origin(text) if text else None
