"""What an advertisement is for: read from its words, its links' addresses and its markup's names, in that order."""

import re
from urllib.parse import urlsplit

from articles.model import AdKind
from crawler.separation.blocks import PageBlock, Region
from crawler.separation.labels import BIT, kinds_of_names

_KINDS = {
    "webinar ad": AdKind.WEBINAR,
    "consultation ad": AdKind.CONSULTATION,
    "newsletter": AdKind.NEWSLETTER,
    "shop ad": AdKind.SHOP,
}
AD_BITS = sum(BIT[label] for label in (*_KINDS, "advertising"))
"""Bits of the kinds that are advertising."""
_SPONSORED = re.compile(
    r"^(?:anzeige|werbung|gesponsert|sponsored|advertorial|paid content|bezahlter inhalt|promotion)\W*$"
    r"|/(?:anzeige|sponsored|advertorial)/",
    re.IGNORECASE | re.MULTILINE,
)


def name_kind(blocks: list[PageBlock]) -> tuple[AdKind, str]:
    """The kind of an advertisement, and its label."""
    spoken = names = addresses = 0
    paths = []
    for block in blocks:
        spoken |= block.kinds
        names |= block.region.kinds | (block.region.parent.kinds if block.region.parent else 0)
        for path in _paths(block):
            paths.append(path)
            addresses |= kinds_of_names(path)
    sponsored = _SPONSORED.search("\n".join([*(block.text for block in blocks), *paths]))
    # What it says it is for says more than that it is advertising.
    for bits in (spoken, *(() if sponsored else (addresses, names))):
        for label, kind in _KINDS.items():
            if bits & BIT[label]:
                # What is ordered may be the paper itself.
                is_paper = label == "shop ad" and (spoken | addresses) & BIT["subscription"]
                return (AdKind.OTHER, "subscription") if is_paper else (kind, label)
    return AdKind.SPONSORED if sponsored else AdKind.OTHER, "advertising"


def _paths(block: PageBlock) -> list[str]:
    paths = [_path(element.get("href")) for _, markup in block.runs for element in markup if element.tag == "a"]
    form: Region | None = block.region.inside("form")
    if form is not None and form.element is not None:
        paths.append(_path(form.element.get("action")))
    return paths


def _path(url: str | None) -> str:
    try:
        return urlsplit(url or "").path + "/"
    except ValueError:
        return ""
