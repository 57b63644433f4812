"""A memory as bytes and back: compact, and equal for equal memories.

A page takes some 2 kB (eight bytes a key, four a sketch's value), a full memory about half a megabyte.
"""

import json
import struct
import zlib
from base64 import b64decode, b64encode

from crawler.separation.errors import InvalidFurniture
from crawler.separation.furniture.matching import PageTraces
from crawler.separation.furniture.memory import Furniture

_VERSION = 1


def render_furniture(furniture: Furniture) -> bytes:
    """The memory, compressed."""
    stored = {
        "version": _VERSION,
        "known": list(furniture.known.items()),
        "pages": [[number, *_render_page(traces)] for number, traces in furniture.pages.items()],
    }
    return zlib.compress(json.dumps(stored, separators=(",", ":")).encode())


def parse_furniture(content: bytes) -> Furniture:
    """The memory that `render_furniture` wrote.

    Raises: InvalidFurniture, when it is none.
    """
    furniture = Furniture()
    try:
        stored = json.loads(zlib.decompress(content))
        if stored["version"] != _VERSION:
            raise InvalidFurniture(f"version {stored['version']!r}; this program reads {_VERSION}: it learns anew")
        pages = {int(number): _parse_page(*parts) for number, *parts in stored["pages"]}
        furniture.remember(pages, {int(key): int(day) for key, day in stored["known"]})
    except (ValueError, KeyError, TypeError, zlib.error, struct.error) as error:
        raise InvalidFurniture(f"no furniture can be read from it ({error!r}): it is learned anew") from error
    return furniture


def _render_page(traces: PageTraces) -> list[int | str]:
    values = [value for sketch in traces.sketches for value in sketch]
    return [
        traces.day,
        traces.told_chars,
        _text(struct.pack(f"<{len(traces.keys)}Q", *traces.keys)),
        _text(bytes(traces.signs)),
        _text(bytes(map(len, traces.sketches))),
        _text(struct.pack(f"<{len(values)}I", *values)),
    ]


def _parse_page(day: int, told_chars: int, *parts: str) -> PageTraces:
    keys, signs, sizes, values = map(b64decode, parts)
    left = iter(struct.unpack(f"<{len(values) // 4}I", values))
    traces = PageTraces(
        day=int(day),
        keys=struct.unpack(f"<{len(keys) // 8}Q", keys),
        signs=tuple(signs),
        sketches=tuple(tuple(next(left) for _ in range(size)) for size in sizes),
        told_chars=int(told_chars),
    )
    if not len(traces.keys) == len(traces.signs) == len(traces.sketches):
        raise ValueError("a page's parts do not fit together")
    return traces


def _text(content: bytes) -> str:
    return b64encode(content).decode("ascii")
