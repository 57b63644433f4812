"""The two inline marks of stories: `**bold**` and `[linked words](/path)`."""

import re
from html import escape

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_LINK = re.compile(r"\[(.+?)\]\((.+?)\)")


def render_inline(text: str) -> str:
    """The text as HTML."""
    linked = _LINK.sub(r'<a href="\2">\1</a>', escape(text, quote=False))
    return _BOLD.sub(r"<strong>\1</strong>", linked)


def plain_text(text: str) -> str:
    """The text without its marks, as a reader sees it."""
    return _BOLD.sub(r"\1", _LINK.sub(r"\1", text))
