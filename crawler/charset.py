"""The charset of a page, whatever its headers claim.

Servers name a charset for the whole site that a page was not written in. Text that is valid UTF-8 and not all ASCII is
UTF-8 and nothing else; and what is not, by far, is the single-byte charset that browsers take for it. A few broken
bytes, such as a teaser cut in the middle of a letter, change nothing.
"""

from typing import Final

_FALLBACK: Final = "cp1252"  # what browsers read as iso-8859-1 too (WHATWG Encoding, 4.2)
_REPLACEMENT = "\ufffd"


def find_charset(body: bytes, declared: str | None) -> str | None:
    """The charset to read a page in; the declared one unless it cannot be true. None: as it likes, all is ASCII."""
    if body.isascii() or b"\0" in body:  # seven-bit charsets, and UTF-16
        return declared
    if declared is None:
        declared = "utf-8"
    is_declared_utf8 = declared.lower().replace("_", "-") in ("utf-8", "utf8")
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return _FALLBACK if is_declared_utf8 and _is_mostly_broken(body) else declared
    return declared if is_declared_utf8 else "utf-8"


def _is_mostly_broken(body: bytes) -> bool:
    text = body.decode("utf-8", errors="replace")
    broken = text.count(_REPLACEMENT)
    return broken > sum(not letter.isascii() for letter in text) - broken
