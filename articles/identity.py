"""The same story gets the same identity: canonical URLs, article ids and slugs.

An article is reachable under many spellings: other hosts, letter case, tracking parameters, fragments, trailing
slashes. `UrlRule` holds a publisher's facts, `normalize_url` maps every spelling to one `CanonicalUrl`, and
`article_id` makes of that a tag URI (RFC 4151). The store freezes the id of the URL it first saw, so that a later
change of title, host or address does not change it.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from ipaddress import ip_address
from typing import NewType
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from articles.errors import InvalidUrl

CanonicalUrl = NewType("CanonicalUrl", str)
"""An absolute URL as `normalize_url` writes it."""
ArticleId = NewType("ArticleId", str)
"""A tag URI, `tag:example.org,2025:/news/a-slug`."""

# Parameters that say where a reader came from, never which page it is.
_TRACKING = re.compile(r"(utm|mtm|pk|wt|hsa|at|ns)_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|source|cmp|wtrid")
_DEFAULT_PORTS = {"http": 80, "https": 443}
# RFC 3986, 3.3: what a segment may hold beside the unreserved characters, which `quote` never touches.
_SEGMENT_SAFE = ":@!$&'()*+,;="
# DNS names, and underscores, which some have.
_HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*")
# Nothing to normalize but the slashes at the end: no port, no parameter, no percent sign, no dot segment.
_PLAIN_URL = re.compile(
    r"(?P<origin>https?://[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)(?P<path>(?:/(?!\.\.?(?:/|$))[A-Za-z0-9_.~:@!$&'()*+,;=-]+)*)/*"
)
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_MAX_SLUG_CHARS = 80
_MAX_URL_CHARS = 2083
"""Of an article; what is longer no crawler asks for (Scrapy's URLLENGTH_LIMIT), and nobody's browser opened once."""


@dataclass(frozen=True, kw_only=True, slots=True)
class UrlRule:
    """How one publisher addresses its articles."""

    origin: str
    """Scheme and host of the canonical URLs, such as `https://www.example.org`."""
    hosts: frozenset[str]
    """Every host that carries the same pages, lower case; the canonical one need not be repeated."""
    article_path: re.Pattern[str]
    """Matches the whole canonical path of an article and of nothing else."""
    tag_authority: str
    """The domain that ids are minted under (RFC 4151); stays when hosts change."""
    tag_date: str
    """A year or date on which the publisher owned that domain; must never change."""
    case_insensitive_path: bool = False
    """True where the publisher answers a path in any letter case; its canonical paths are lower case."""
    kept_parameters: frozenset[str] = frozenset()
    """Query parameters that select another page; all others are dropped."""

    def owns(self, url: str) -> bool:
        """True when one of the publisher's hosts carries this URL; False too for what is no URL."""
        try:
            return self.owns_host(_ascii_host(urlsplit(url.strip())))
        except ValueError:
            return False

    def is_article(self, url: CanonicalUrl) -> bool:
        """True when a canonical URL is an article of this publisher."""
        is_ours = len(url) <= _MAX_URL_CHARS and url.startswith(self.origin + "/")
        return is_ours and bool(self.article_path.fullmatch(urlsplit(url).path))

    def owns_host(self, host: str) -> bool:
        """True when it is one of the publisher's; the host in lower-case ASCII."""
        return host in self.hosts or host == urlsplit(self.origin).hostname


def normalize_url(url: str, rule: UrlRule | None = None) -> CanonicalUrl:
    """The one spelling of a URL.

    Fragment, user info, default port and trailing slashes go; host in lower-case ASCII; path percent-encoded as in
    RFC 3986, 6.2. Without a rule only tracking parameters go; with the rule of the publisher that owns the host also
    every parameter the rule does not keep, and the host becomes the canonical one. Normalizing twice changes nothing.

    Raises: InvalidUrl, when the text is no absolute http or https URL.
    """
    plain = _PLAIN_URL.fullmatch(url) if rule is None else None
    if plain:
        return CanonicalUrl(f"{plain['origin']}{plain['path'] or '/'}")
    try:
        return _normalize(urlsplit(url.strip()), rule)
    except ValueError as error:  # a UnicodeError, from what no encoding can write, is one too
        raise InvalidUrl(f"not an absolute http or https URL: {url!r} ({error})") from error


def article_id(url: CanonicalUrl, rule: UrlRule | None = None) -> ArticleId:
    """The tag URI minted for an article first seen under this canonical URL.

    Without a rule the URL's own host is the authority and 2026 the date.
    """
    parts = urlsplit(url)
    authority = rule.tag_authority if rule else parts.hostname
    date = rule.tag_date if rule else "2026"
    query = f"?{parts.query}" if parts.query else ""
    return ArticleId(f"tag:{authority},{date}:{parts.path}{query}")


def slug_of(name: str) -> str:
    """A readable ASCII slug for a name: `Äußere Sicherheit / NATO` becomes `aeussere-sicherheit-nato`.

    Where a letter is dropped that ASCII cannot spell, or the slug would be too long, part of the name's SHA-256 makes
    up for it, so that two names are not taken for one. Never empty.
    """
    folded = " ".join(unicodedata.normalize("NFC", name).lower().translate(_GERMAN).split())
    spelled = unicodedata.normalize("NFKD", folded)
    slug = re.sub(r"[^a-z0-9]+", "-", spelled.encode("ascii", "ignore").decode()).strip("-")
    dropped = any(character.isalnum() and not character.isascii() for character in spelled)
    if slug and not dropped and len(slug) <= _MAX_SLUG_CHARS:
        return slug
    digest = hashlib.sha256(folded.encode(errors="surrogatepass")).hexdigest()[:8]
    return f"{slug[: _MAX_SLUG_CHARS - 9].strip('-')}-{digest}".strip("-")


def _normalize(parts: SplitResult, rule: UrlRule | None) -> CanonicalUrl:
    """Raises: ValueError."""
    if parts.scheme not in _DEFAULT_PORTS:
        raise ValueError("neither http nor https")
    host, port = _ascii_host(parts), parts.port
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    if rule is not None and rule.owns_host(host):
        origin = rule.origin
        path = _normal_path(parts.path, lower=rule.case_insensitive_path)
        pairs = [(key, value) for key, value in pairs if key in rule.kept_parameters]
    else:
        shown_port = "" if port in (None, _DEFAULT_PORTS[parts.scheme]) else f":{port}"
        origin = f"{parts.scheme}://{host}{shown_port}"
        path = _normal_path(parts.path, lower=False)
        pairs = [(key, value) for key, value in pairs if not _TRACKING.fullmatch(key.lower())]
    query = f"?{urlencode(pairs)}" if pairs else ""
    return CanonicalUrl(f"{origin}{path or '/'}{query}")


def _ascii_host(parts: SplitResult) -> str:
    """Raises: ValueError, when there is none, or none that a name or an address could be."""
    host = parts.hostname or ""
    if not host.isascii():
        host = host.encode("idna").decode("ascii").lower()
    host = host.rstrip(".")
    if ":" in host:  # an IPv6 address lost its brackets in `hostname`
        return f"[{ip_address(host)}]"
    if not _HOST.fullmatch(host):
        raise ValueError("no host" if not host else f"no host is called {host!r}")
    return host


def _normal_path(path: str, *, lower: bool) -> str:
    """RFC 3986, 6.2.2: percent-encoding in its normal form, dot segments resolved; runs of slashes as one.

    Empty for the root, and without a slash at the end. An encoded slash stays encoded: it parts no segments.
    """
    kept: list[str] = []
    for raw in path.split("/"):
        segment = unquote(raw, errors="surrogateescape")
        segment = segment.lower() if lower else segment
        if segment == "..":
            kept[-1:] = []
        elif segment not in ("", "."):
            kept.append(quote(segment, safe=_SEGMENT_SAFE, errors="surrogateescape"))
    return "".join(f"/{segment}" for segment in kept)
