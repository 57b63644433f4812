"""Pages in markup that tells nothing: the same tags and text, without classes, ids and the like.

Whoever has only seen named markup leans on names; utility classes and hashed names of unseen sites tell nothing. So
every page is trained on a second time without its names, at a lower weight.
"""

import re
from dataclasses import replace

from benchmarks.separation.pages import KnownPage

_TAG = re.compile(r"<([a-z][a-z0-9]*)\b([^<>]*)>", re.IGNORECASE)
_HEAD = frozenset({"html", "head", "meta", "link", "script", "style", "title", "base"})
_NAMES = re.compile(r"\s(?:class|id|itemprop|role|data-[\w-]+)\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE)


def without_names(page: KnownPage) -> KnownPage:
    """The page with the names of its body's elements gone; what its head claims stays."""
    return replace(page, html=_TAG.sub(_bare, page.html))


def _bare(tag: re.Match[str]) -> str:
    return tag[0] if tag[1].lower() in _HEAD else f"<{tag[1]}{_NAMES.sub('', tag[2])}>"
