"""The article's text in a page's inline state: the JSON that a page which draws itself by script carries along.

Nobody agrees on its keys, so it is known by its shape: one long text, or a list of paragraphs, under an object that
repeats the page's title; without such an object, the longest text of the state.
"""

import json
import re
from collections.abc import Iterator

from lxml.etree import _Element

from crawler.separation.prose import folded

_ASSIGNED = re.compile(r"(?:window|self|globalThis)\s*(?:\.\s*\w+|\[\s*[\"']\w+[\"']\s*\])\s*=\s*(?=[{\[])")
_MIN_CHARS, _MAX_CHARS = 200, 4_000_000
_MIN_SENTENCES = 2
_SENTENCE = re.compile(r"\w[.!?](?:\s|<|$)")
_MAX_DEPTH = 24
_PIECE_KEYS = ("text", "html", "content", "value", "children", "paragraph", "items")


def find_stated_bodies(tree: _Element, titles: list[str]) -> list[str]:
    """The texts that an article's body may be, the likeliest first; each may be HTML."""
    wanted = {folded(title) for title in titles if title}
    found = [pair for script in tree.iter("script") for state in _states(script) for pair in _texts(state, wanted)]
    return [text for _, text in sorted(found, key=lambda pair: (-pair[0], -len(pair[1])))]


def _states(script: _Element) -> Iterator[object]:
    text = script.text or ""
    if not _MIN_CHARS <= len(text) <= _MAX_CHARS:
        return
    kind = (script.get("type") or "").split(";")[0].strip().lower()
    assigned = _ASSIGNED.search(text)
    if kind != "application/json" and assigned is None:
        return
    start = assigned.end() if assigned is not None else len(text) - len(text.lstrip())
    try:
        yield json.JSONDecoder(strict=False).raw_decode(text, start)[0]
    except (ValueError, RecursionError):
        return  # a program, no state


def _texts(value: object, wanted: set[str], depth: int = 0, *, titled: bool = False) -> Iterator[tuple[bool, str]]:
    """Whether an object around it repeats the title, and the text."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, dict):
        titled = titled or any(isinstance(member, str) and folded(member) in wanted for member in value.values())
        for member in value.values():
            yield from _texts(member, wanted, depth + 1, titled=titled)
    elif isinstance(value, list):
        joined = "\n".join(filter(None, (_piece(member) for member in value)))
        if _reads(joined):
            yield titled, joined
        for member in value:
            yield from _texts(member, wanted, depth + 1, titled=titled)
    elif isinstance(value, str) and _reads(value):
        yield titled, value


def _piece(member: object, depth: int = 0) -> str:
    """A paragraph's text: the string itself, or what a small object holds under a usual key."""
    if isinstance(member, str):
        return member if " " in member else ""
    if isinstance(member, list) and depth < _MAX_DEPTH:
        return "".join(_piece(part, depth + 1) for part in member)
    if isinstance(member, dict) and depth < _MAX_DEPTH:
        return next(filter(None, (_piece(member.get(key), depth + 1) for key in _PIECE_KEYS)), "")
    return ""


def _reads(text: str) -> bool:
    return len(text) >= _MIN_CHARS and len(_SENTENCE.findall(text)) >= _MIN_SENTENCES
