"""What of a text is compared: a key that numbers do not change, and a sketch that a changed name hardly does.

The sketch is the smallest hashes of the text's groups of three words (bottom-k sampling; Broder, "On the resemblance
and containment of documents", 1997). Two texts that share two of them are variants of each other.
"""

import re
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

SKETCH_SIZE = 6
_MIN_SHARED = 2
_MIN_WORDS, _MAX_WORDS = 7, 80
_MASK = 0xFFFFFFFF
_WORDS = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> list[str]:
    """The words of a text, without case and without anything that holds a digit alone."""
    return _WORDS.findall(text.casefold())


def key_of(words: list[str]) -> int:
    """Equal for equal words; 56 bits."""
    return int.from_bytes(blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=7).digest())


def sketch_of(words: list[str]) -> tuple[int, ...]:
    """The sketch of a text's first words; empty for a text too short to be told by it."""
    if len(words) < _MIN_WORDS:
        return ()
    hashes = [_hash(word) for word in words[:_MAX_WORDS]]
    groups = {
        (one * 0x9E3779B1 ^ two * 0x85EBCA6B ^ three * 0xC2B2AE35) & _MASK
        for one, two, three in zip(hashes, hashes[1:], hashes[2:], strict=False)
    }
    return tuple(sorted((group * 0x27D4EB2F + (group >> 15)) & _MASK for group in groups)[:SKETCH_SIZE])


def are_variants(shared_count: int) -> bool:
    """True when two sketches share enough."""
    return shared_count >= _MIN_SHARED


@lru_cache(maxsize=65536)
def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "replace"))
