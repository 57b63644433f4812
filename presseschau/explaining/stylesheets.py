"""A page's inline styles made inert: they load nothing, hide nothing behind a script, and pin nothing to the window.

Sources: CSS Syntax Module Level 3; what might slip through is stopped by the frame's Content-Security-Policy.
"""

import re

from lxml.etree import _Element

_IMPORT = re.compile(r"@(?:import|charset|namespace)\b[^;{}]*;?", re.IGNORECASE)
_LOADS = re.compile(
    r"(?:url|image-set|-webkit-image-set|src|image|element|paint)\(\s*(?:\"[^\"]*\"|'[^']*'|[^)]*)\)?", re.IGNORECASE
)
_PINNED = re.compile(r"position\s*:\s*(?:fixed|sticky|-webkit-sticky)", re.IGNORECASE)
_MAX_CHARS = 1_000_000
_NOT_SHOWN = frozenset({"noscript", "template", "svg"})


def inline_styles(tree: _Element) -> str:
    """The text of the page's style elements, as one style sheet that may stand in a style element."""
    sheets = []
    for style in tree.iter("style"):
        if any(parent.tag in _NOT_SHOWN for parent in style.iterancestors()):
            continue
        media = (style.get("media") or "").strip().lower()
        if style.text and media in ("", "all", "screen"):
            sheets.append(style.text)
    return make_inert("\n".join(sheets)[:_MAX_CHARS])


def make_inert(css: str) -> str:
    """Style rules or declarations without anything that is loaded."""
    css = _LOADS.sub("none", _IMPORT.sub("", css))
    return _PINNED.sub("position: static", css).replace("<", "\\3c ")
