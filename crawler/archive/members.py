"""Where the whole gzip members of a file end; what a torn write left behind them can so be told apart.

Source: RFC 1952. A member is whole when its stream ends and its checksum and length fit, which zlib sees to.
"""

import zlib
from typing import BinaryIO

_START = b"\x1f\x8b\x08"
_PIECE_BYTES = 1 << 18


def whole_end(file: BinaryIO, start: int, end: int) -> int:
    """The offset behind the last of the whole members that follow each other from `start`, read no further than `end`.

    `start` itself, when not even the first one is whole.
    """
    whole, position = start, start
    file.seek(start)
    member = _new_member()
    while position < end and (piece := file.read(min(_PIECE_BYTES, end - position))):
        position += len(piece)
        while piece:
            try:
                member.decompress(piece)
            except zlib.error:
                return whole
            piece = member.unused_data
            if member.eof:
                whole = position - len(piece)
                member = _new_member()
    return whole


def holds_member(file: BinaryIO, start: int, end: int) -> bool:
    """True when a whole member begins anywhere behind `start`: then what broke the row is no torn write at its end."""
    file.seek(start)
    rest = file.read(end - start)
    at = rest.find(_START, 1)
    while at >= 0:
        if whole_end(file, start + at, end) > start + at:
            return True
        at = rest.find(_START, at + 1)
    return False


def _new_member() -> "zlib._Decompress":
    return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
