"""Which characters a feed may carry, and how text is brought to them.

XML 1.0 cannot hold control characters, lone surrogates, U+FFFE and U+FFFF in any spelling: one of them makes a whole
document ill-formed. JSON can, but a feed reader then hands them on to HTML. So they go, in all formats alike; with them
go the C1 controls, the other noncharacters and U+FFFD, which no text means to show.

Source: XML 1.0 (fifth edition), 2.2; Unicode 17, 23.7.
"""

import re
from html.entities import name2codepoint

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff"
    + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
# Text that needs no closer look, which is nearly all; told fifty times as fast as what does.
_ORDINARY = re.compile("[\t\n\x20-\x7e\xa0-\xc1\xc4-\ud7ff\ue000-\ufdcf\ufdf0-\ufffc]*")
_LINE_ENDS = re.compile("\r\n?|\x85")
# What a reader that takes plain text for HTML would take for a tag or for a character reference.
_TAG_START = re.compile(r"<(?=[/a-zA-Z!?])")
_REFERENCE = re.compile(r"&(?=(#?\w+))")
_DOUBLE_ENCODED = re.compile("[\xc2\xc3][\x80-\xbf]")
_WORD_JOINER = "\u2060"


def normalize_text(text: str) -> str:
    """The text without the characters that a feed cannot carry; lines end with a line feed.

    Text that was UTF-8 and taken for Latin-1, `MÃ¤rz`, is what it was meant to be, `März`; only when every character
    of it fits, which a text that was read rightly and has such characters never does.
    """
    while not _ORDINARY.fullmatch(text):
        clean = _read_once(_UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text)))
        if clean == text:
            break
        text = clean
    return text


def normalize_line(text: str) -> str:
    """Plain text on one line, so written that a reader which takes it for HTML shows it all the same.

    RSS leaves open whether a title is text or HTML, and readers guess. Where a `<` would be taken for a tag, or a `&`
    for a character reference, an invisible word joiner (U+2060) follows it.
    """
    line = " ".join(normalize_text(text).split())
    return _REFERENCE.sub(_part_reference, _TAG_START.sub("<" + _WORD_JOINER, line))


def is_printable(text: str) -> bool:
    """True when a feed can carry the text as it is."""
    return bool(_ORDINARY.fullmatch(text)) or not _UNPRINTABLE.search(text)


def _read_once(text: str) -> str:
    if not _DOUBLE_ENCODED.search(text):
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _part_reference(match: re.Match[str]) -> str:
    name = match[1]
    return f"&{_WORD_JOINER}" if name in name2codepoint or name == "apos" or not name.isalpha() else "&"
