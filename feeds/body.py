"""The HTML of an entry: an allow-list, absolute links, and nothing that follows a reader around.

Articles come sanitised; this is a second door, because what passes here runs in other people's readers. The elements
and attributes are those that the W3C validator, feedparser and Miniflux leave alone, or unwrap without loss.
"""

import re
from urllib.parse import urlsplit, urlunsplit

import nh3

from feeds.addresses import find_ascii_url
from feeds.characters import normalize_text

_ALLOWED = """
    a abbr article aside audio b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure
    h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q s samp section small source span strong sub summary sup
    table tbody td tfoot th thead time tr u ul var video
"""
# What these hold is no text of the article; every other element is unwrapped.
_DROPPED = "script style iframe embed object noscript template svg math form button select textarea title"
_ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "title"},
    "audio": {"src"},
    "blockquote": {"cite"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "q": {"cite"},
    "source": {"src", "type", "media"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "time": {"datetime"},
    "video": {"src", "poster", "width", "height"},
}
# An image as nh3 writes it: attributes always in double quotes, which never stand bare inside them.
_IMAGE = re.compile(r'<img((?: [a-z]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
_ADDRESSES = frozenset({"href", "src", "cite", "poster"})
# Parameters that only say where a reader came from.
_CAMPAIGN = re.compile(r"(?:utm|mtm|pk|wt)_[^=]*(?:=.*)?|(?:fbclid|gclid|dclid|msclkid|wtrid)(?:=.*)?", re.IGNORECASE)


def normalize_body(html: str, *, base: str) -> str:
    """The HTML as an entry may carry it; may be empty.

    `html` is a fragment, trusted or not; `base` is the article's URL, which relative addresses are resolved against.
    """
    cleaner = nh3.Cleaner(
        tags=set(_ALLOWED.split()),
        clean_content_tags=set(_DROPPED.split()),
        attributes=_ATTRIBUTES,
        attribute_filter=lambda _tag, name, value: _find_address(value, base) if name in _ADDRESSES else value,
        link_rel=None,
        url_schemes={"http", "https", "mailto"},
    )
    clean = cleaner.clean(normalize_text(html))
    # A character reference may have brought back what XML cannot hold, and taking that away may join what the
    # sanitiser saw apart: so until nothing is left to take.
    while (printable := normalize_text(clean)) != clean:
        clean = cleaner.clean(printable)
    return _IMAGE.sub(_keep_shown, clean).strip()


def _keep_shown(image: re.Match[str]) -> str:
    """An image without an address shows nothing, one of a pixel shows only the publisher that somebody reads."""
    attributes = dict(_ATTRIBUTE.findall(image[1]))
    unseen = {"0", "1", "0px", "1px"} & {attributes.get("width"), attributes.get("height")}
    return "" if unseen or "src" not in attributes else image[0]


def _find_address(address: str, base: str) -> str | None:
    url = find_ascii_url(address, base)
    if url is None:
        return None
    parts = urlsplit(url)
    query = "&".join(pair for pair in parts.query.split("&") if not _CAMPAIGN.fullmatch(pair))
    return urlunsplit(parts._replace(query=query))
