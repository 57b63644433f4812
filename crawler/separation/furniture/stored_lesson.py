"""A lesson as bytes and back: what its page says as body and near it, and what of that was found to be furniture.

Some two kilobytes; hashes are left out, since they follow from the words.
"""

import json
import zlib

from crawler.separation.errors import InvalidFurniture
from crawler.separation.furniture.lesson import Lesson, Trace
from crawler.separation.furniture.sketch import key_of, sketch_of, words_of

_VERSION = 1
_LEVEL = 1  # the best would save a tenth more, in three times the time


def render_lesson(lesson: Lesson) -> bytes:
    """The lesson, compressed."""
    sets = (lesson.repeated, lesson.opening, lesson.decisive, lesson.dividing)
    traces = [[trace.place, trace.signs, trace.text] for trace in lesson.traces]
    stored = [_VERSION, lesson.title, lesson.title_place, lesson.kept_chars, *map(sorted, sets), traces]
    return zlib.compress(json.dumps(stored, separators=(",", ":")).encode(), _LEVEL)


def parse_lesson(content: bytes) -> Lesson:
    """The lesson that `render_lesson` wrote.

    Raises: InvalidFurniture, when it is none.
    """
    try:
        version, *parts = json.loads(zlib.decompress(content))
        if version != _VERSION:
            raise InvalidFurniture(f"version {version!r} of a lesson; this program reads {_VERSION}")
        title, title_place, kept_chars, *sets, traces = parts
        repeated, opening, decisive, dividing = map(frozenset, sets)
        return Lesson(
            traces=tuple(_trace(*trace) for trace in traces),
            title=title,
            title_place=title_place,
            kept_chars=kept_chars,
            repeated=repeated,
            opening=opening,
            decisive=decisive,
            dividing=dividing,
        )
    except (ValueError, TypeError, zlib.error) as error:
        raise InvalidFurniture(f"no lesson can be read from it ({error!r})") from error


def _trace(place: int, signs: int, text: str) -> Trace:
    words = words_of(text)
    return Trace(key_of(words), sketch_of(words), signs, place, text)
