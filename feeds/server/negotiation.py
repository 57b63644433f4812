"""What a request accepts: which format, which encoding, and whether it has the content already.

Source: RFC 9110, 12.5 (Accept, Accept-Encoding) and 13 (conditional requests).
"""

from collections.abc import Container
from datetime import datetime
from email.utils import parsedate_to_datetime

from feeds.server.files import Representation, Served

_FORMATS = {
    "application/atom+xml": "atom",
    "application/rss+xml": "rss",
    "application/feed+json": "json",
    "application/json": "json",
    "text/html": "html",
    "application/xml": "atom",
    "text/xml": "atom",
    "application/*": "atom",
    "text/*": "html",
    "*/*": "atom",
}


def choose_format(accept: str, offered: Container[str]) -> str:
    """The offered format that the Accept header likes best; Atom where it has no say."""
    weighed = [
        (weight, -position, _FORMATS[media_type])
        for position, (media_type, weight) in enumerate(_weights(accept or "*/*"))
        if weight > 0 and _FORMATS.get(media_type) in offered
    ]
    return max(weighed)[2] if weighed else "atom"


def choose_representation(served: Served, accept_encoding: str) -> Representation:
    """The smallest representation that the Accept-Encoding header allows."""
    weights = dict(_weights(accept_encoding))
    for encoding in ("br", "gzip"):
        if encoding in served.representations and weights.get(encoding, weights.get("*", 0)) > 0:
            return served.representations[encoding]
    return served.representations[None]


def is_fresh(served: Served, if_none_match: str | None, if_modified_since: str | None) -> bool:
    """True when the request's validators say that it has this content, in whatever encoding."""
    if if_none_match is not None:
        known = {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
        return "*" in known or any(shown.etag in known for shown in served.representations.values())
    if if_modified_since is None or served.last_modified is None:
        return False
    if if_modified_since == served.last_modified:
        return True
    since, modified = _find_date(if_modified_since), _find_date(served.last_modified)
    return since is not None and modified is not None and modified <= since


def _weights(header: str) -> list[tuple[str, float]]:
    weights = []
    for part in header.lower().split(","):
        value, *parameters = (piece.strip() for piece in part.split(";"))
        quality = next((piece[2:] for piece in parameters if piece.startswith("q=")), "1")
        try:
            weights.append((value, float(quality)))
        except ValueError:
            weights.append((value, 0.0))
    return weights


def _find_date(header: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
