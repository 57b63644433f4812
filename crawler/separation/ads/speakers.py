"""The speakers of an event's advertisement: names by shape, joined over line breaks.

A name is written over as many lines as the others of the same advertisement: where gaps part the names, the usual
length of such a group says how many lines the last one has, though other text follows it without a gap. Without gaps a
name is complete with its second word that is no academic title.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from crawler.separation.ads.lines import Line

_ACADEMIC = re.compile(
    r"(?:prof|dr|dipl|ing|mag|med|jur|rer|nat|pol|phil|habil|h\.?c|m\.?a|b\.?a|mba|ph\.?d|mult|oec)\b\.?", re.IGNORECASE
)
_PARTICLES = frozenset(
    [
        "von",
        "van",
        "de",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "du",
        "la",
        "le",
        "zu",
        "zur",
        "zum",
        "und",
        "y",
        "e",
        "el",
        "bin",
        "ibn",
        "al",
        "ter",
        "ten",
        "vom",
        "auf",
        "of",
    ]
)
_NAME_WORD = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w’'.-]*|[A-Z]\.")
_MAX_NAME_WORDS = 6
_MAX_NAME_LINES = 3


def find_speakers(lines: list[Line]) -> tuple[tuple[str, ...], int]:
    """The names at the beginning of these lines, and how many lines they take."""
    lines = _same_row(lines)
    groups = list(_groups(lines))
    if len(groups) > 1 and len(groups[0]) <= _MAX_NAME_LINES:
        return _by_gaps(groups)
    return _by_words(lines)


def _same_row(lines: list[Line]) -> list[Line]:
    """The lines in boxes beside the first one's: a name has a box, or shares one with its own second line."""
    if not lines or not lines[0].box:
        return lines
    shared = len(lines) > 1 and not lines[1].gap and lines[1].box == lines[0].box
    level = "outer_box" if shared and lines[0].text != lines[1].text and _is_split(lines) else "box"
    row = getattr(lines[0], level)
    return list(takewhile(lambda line: getattr(line, level) == row, lines))


def _is_split(lines: list[Line]) -> bool:
    """True when a name's lines are blocks of their own, so that a gap parts every pair of them."""
    return any(line.gap and line.box != lines[0].box for line in lines[1:]) and not _is_complete(lines[0].text)


def _groups(lines: list[Line]) -> Iterator[list[str]]:
    group: list[str] = []
    for line in lines:
        if line.gap and group:
            yield group
            group = []
        group.append(line.text)
    if group:
        yield group


def _by_gaps(groups: list[list[str]]) -> tuple[tuple[str, ...], int]:
    usual = Counter(len(group) for group in groups[:-1] if _is_name(" ".join(group))).most_common(1)
    names: list[str] = []
    used = 0
    for group in groups:
        size = usual[0][0] if usual and len(group) > usual[0][0] else len(group)
        name = " ".join(group[:size])
        if not _is_name(name):
            break
        names.append(name)
        used += size
        if size < len(group):
            break
    return tuple(names), used


def _by_words(lines: list[Line]) -> tuple[tuple[str, ...], int]:
    names: list[str] = []
    used = 0
    pending: list[str] = []
    for count, line in enumerate(lines, 1):
        parts = [part.strip() for part in re.split(r",|•|\||·|;| & ", line.text) if part.strip()]
        if len(parts) > 1 and not pending and all(_is_name(part) and _is_complete(part) for part in parts):
            names += parts
            used = count
            continue
        if not _is_name(line.text):
            break
        pending.append(line.text)
        if _is_complete(" ".join(pending)):
            names.append(" ".join(pending))
            pending = []
            used = count
    return tuple(names), used


def _is_name(text: str) -> bool:
    words = text.split()
    if not words or len(words) > _MAX_NAME_WORDS:
        return False
    return all(_NAME_WORD.fullmatch(word) or word in _PARTICLES or _ACADEMIC.fullmatch(word) for word in words)


def _is_complete(name: str) -> bool:
    own = [word for word in name.split() if word not in _PARTICLES and not _ACADEMIC.fullmatch(word)]
    return len(own) > 1
