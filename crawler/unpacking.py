"""What was packed for the transfer is unpacked, whole or not at all.

Scrapy's own functions give whatever came out before a stream broke off: half an article would be stored as a whole one.

Source: RFC 9110, 8.4.1 (deflate is the zlib format there; some servers send the bare stream).
"""

import zlib
from typing import Final, Protocol

import brotli

ENCODINGS: Final = ("gzip", "deflate", "br")
"""Those that are asked for; `unpack` knows no other, apart from `x-gzip`, gzip's older name."""
_GZIP, _ZLIB, _BARE = zlib.MAX_WBITS | 16, zlib.MAX_WBITS, -zlib.MAX_WBITS
_PIECE_BYTES = 1 << 16


class CannotUnpack(Exception):
    """A body that is not what its Content-Encoding claims, is cut off, or becomes too large."""


class _Stream(Protocol):
    def take(self, packed: bytes) -> bytes: ...
    def is_waiting(self) -> bool: ...
    def is_whole(self) -> bool: ...


def unpack(body: bytes, encoding: str, *, max_bytes: int) -> bytes:
    """The body before it was encoded; nothing in, nothing out.

    Raises: CannotUnpack.
    """
    if not body:
        return body
    pieces: list[bytes] = []
    size = 0
    try:
        stream = _stream(body, encoding)
        piece = stream.take(body)
        while True:
            size += len(piece)
            if size > max_bytes:
                raise CannotUnpack(f"as {encoding} it holds more than {max_bytes} bytes")
            pieces.append(piece)
            if not stream.is_waiting():
                break
            piece = stream.take(b"")
    except (zlib.error, brotli.error) as error:
        raise CannotUnpack(f"it is no {encoding}: {error}") from error
    if not stream.is_whole():
        raise CannotUnpack(f"its {encoding} is cut off")
    return b"".join(pieces)


def _stream(body: bytes, encoding: str) -> _Stream:
    if encoding == "br":
        return _Brotli()
    if encoding == "deflate":
        # The zlib format begins with a number that 31 divides (RFC 1950, 2.2).
        is_bare = len(body) < 2 or (body[0] & 15 != 8) or int.from_bytes(body[:2], "big") % 31  # noqa: PLR2004
        return _Deflate(_BARE if is_bare else _ZLIB)
    return _Deflate(_GZIP)


class _Deflate:
    """gzip may be several members in a row (RFC 1952, 2.2); what is no member behind the last one is padding."""

    def __init__(self, window_bits: int) -> None:
        self._window_bits = window_bits
        self._inflating = zlib.decompressobj(window_bits)
        self._rest = b""

    def take(self, packed: bytes) -> bytes:
        if self._inflating.eof:
            self._inflating = zlib.decompressobj(self._window_bits)
        out = self._inflating.decompress(packed or self._rest, _PIECE_BYTES)
        self._rest = self._inflating.unused_data if self._inflating.eof else self._inflating.unconsumed_tail
        return out

    def is_waiting(self) -> bool:
        if self._inflating.eof:
            return self._window_bits == _GZIP and self._rest.startswith(b"\x1f\x8b")
        return bool(self._rest)

    def is_whole(self) -> bool:
        return self._inflating.eof


class _Brotli:
    def __init__(self) -> None:
        self._decoding = brotli.Decompressor()
        self._has_more = False

    def take(self, packed: bytes) -> bytes:
        out: bytes = self._decoding.process(packed, output_buffer_limit=_PIECE_BYTES)
        self._has_more = bool(out)
        return out

    def is_waiting(self) -> bool:
        return self._has_more and not self._decoding.is_finished()

    def is_whole(self) -> bool:
        return bool(self._decoding.is_finished())
