"""The same story gets the same identity: canonical URLs, article ids and slugs.

An article is reachable under many spellings: other hosts, letter case, tracking parameters, fragments, trailing
slashes. `UrlRule` holds a publisher's facts, `normalize_url` maps every spelling to one `CanonicalUrl`, and
`article_id` makes of that a tag URI (RFC 4151). The store freezes the id of the URL it first saw, so that a later
change of title, host or address does not change it.
"""

import re
import unicodedata
from dataclasses import dataclass
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
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_MAX_SLUG_CHARS = 80


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
        """True when one of the publisher's hosts carries this URL."""
        host = (urlsplit(url).hostname or "").rstrip(".")
        return host in self.hosts or host == urlsplit(self.origin).hostname

    def is_article(self, url: CanonicalUrl) -> bool:
        """True when a canonical URL is an article of this publisher."""
        return url.startswith(self.origin + "/") and bool(self.article_path.fullmatch(urlsplit(url).path))


def normalize_url(url: str, rule: UrlRule | None = None) -> CanonicalUrl:
    """The one spelling of a URL.

    Fragment, user info, default port and trailing slashes go; host in lower-case ASCII; path percent-encoded as in
    RFC 3986, 6.2. Without a rule only tracking parameters go; with the rule of the publisher that owns the host also
    every parameter the rule does not keep, and the host becomes the canonical one. Normalizing twice changes nothing.

    Raises: InvalidUrl, when the text is no absolute http or https URL.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = _ascii_host(parts), parts.port
    except (ValueError, UnicodeError) as error:
        raise InvalidUrl(f"not a URL: {url!r} ({error})") from error
    if parts.scheme not in _DEFAULT_PORTS or not host:
        raise InvalidUrl(f"not an absolute http or https URL: {url!r}")
    path = _normal_path(parts.path)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    if rule is not None and rule.owns(url):
        origin = rule.origin
        path = path.lower() if rule.case_insensitive_path else path
        pairs = [(key, value) for key, value in pairs if key in rule.kept_parameters]
    else:
        shown_port = "" if port in (None, _DEFAULT_PORTS[parts.scheme]) else f":{port}"
        origin = f"{parts.scheme}://{host}{shown_port}"
        pairs = [(key, value) for key, value in pairs if not _TRACKING.fullmatch(key.lower())]
    query = f"?{urlencode(pairs)}" if pairs else ""
    return CanonicalUrl(f"{origin}{path or '/'}{query}")


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

    Never empty: a name without any letter or digit that ASCII can spell becomes its code points in hex.
    """
    folded = unicodedata.normalize("NFC", name).lower().translate(_GERMAN)
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_MAX_SLUG_CHARS].strip("-")
    return slug or "-".join(f"{ord(character):x}" for character in name.strip()[:8]) or "unnamed"


def _ascii_host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    if ":" in host:  # an IPv6 address lost its brackets in `hostname`
        return f"[{host}]"
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _normal_path(path: str) -> str:
    """RFC 3986, 6.2.2: percent-encoding in its normal form, dot segments resolved; runs of slashes as one.

    Empty for the root, and without a slash at the end. An encoded slash stays encoded: it parts no segments.
    """
    kept: list[str] = []
    for raw in path.split("/"):
        segment = unquote(raw, errors="surrogateescape")
        if segment == "..":
            kept[-1:] = []
        elif segment not in ("", "."):
            kept.append(quote(segment, safe=_SEGMENT_SAFE, errors="surrogateescape"))
    return "".join(f"/{segment}" for segment in kept)
