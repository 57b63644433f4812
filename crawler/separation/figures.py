"""The article's figures: images in the body with their captions; pixels, logos and portraits are none."""

import re
from urllib.parse import urlsplit

from lxml.etree import _Element

from crawler.separation.blocks import PageBlock, Region
from crawler.separation.labels import BIT
from crawler.separation.urls import find_url

_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-url", "data-hi-res-src", "src")
_SOURCE_SETS = ("data-srcset", "srcset")
_NO_PICTURE = re.compile(
    r"(?:pixel|spacer|blank|placeholder|1x1|logo|icon|avatar|emoji|sprite|loading|badge)", re.IGNORECASE
)
_SMALL_PIXELS = 100
_FOREIGN = sum(
    BIT[name]
    for name in ("hidden", "advertising", "share bar", "comments", "author box", "teaser", "navigation", "controls")
)


def find_image_url(image: _Element, base: str | None) -> str | None:
    """The image's absolute URL, lazy loading seen through; None for a pixel, a logo or inlined data."""
    if _is_small(image):
        return None
    for name in _SOURCES:
        url = find_url(image.get(name), base)
        if url:
            return None if _NO_PICTURE.search(urlsplit(url).path.rsplit("/", 1)[-1]) else url
    for name in _SOURCE_SETS:
        candidates = [part.split() for part in (image.get(name) or "").split(", ") if part.strip()]
        if candidates:
            return find_url(candidates[-1][0].rstrip(","), base)
    return None


def figure_of(region: Region) -> Region | None:
    """The figure that a region stands in."""
    return region.inside("figure")


def is_body_image(block: PageBlock, body: Region) -> bool:
    """True for an image that stands among the body's text, or in a figure, and in no foreign box inside it."""
    own = block.region.inherited & ~body.inherited
    return block.region.is_within(body) and not own & _FOREIGN


def _is_small(image: _Element) -> bool:
    for name in ("width", "height"):
        value = re.match(r"\d+", image.get(name) or "")
        if value and int(value[0]) < _SMALL_PIXELS:
            return True
    return False
