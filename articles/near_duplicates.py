"""Whether an article repeats another one's text: the same story published anew under another address.

Texts are compared by their shingles, groups of five words. MinHash (Broder, "On the resemblance and containment of
documents", 1997; one permutation with bins: Li, Owen and Zhang, 2012) makes of them sixteen marks by which a store
finds the few texts that may be alike; whether they are is then counted exactly. It takes four in five shingles of both
texts together, and the same numbers: daily reports are written by one pattern and differ in little else. Notices of a
few lines say too little to be told apart, so they never repeat anything.
"""

import re
from collections import Counter
from hashlib import blake2b

from articles.model import Article

MARK_COUNT = 16
COMMON_MARKS = 8
"""Texts that have fewer marks in common are not alike. Of those that are, one in ten thousand has fewer."""
MIN_WORDS = 60
_SHINGLE_WORDS = 5
_MIN_SHARED = 0.8
_MIN_SHARED_NUMBERS = 0.9
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")


def find_marks(article: Article) -> tuple[int, ...]:
    """At most MARK_COUNT numbers below 2^63, of which alike texts share most; none for a text that is too short."""
    words = _words(article)
    if len(words) < MIN_WORDS:
        return ()
    smallest: dict[int, int] = {}
    for shingle in _shingles(words):
        digest = int.from_bytes(blake2b(" ".join(shingle).encode(errors="replace"), digest_size=8).digest()) >> 1
        bin_number = digest % MARK_COUNT
        smallest[bin_number] = min(digest, smallest.get(bin_number, digest))
    return tuple(sorted(smallest.values()))


def repeats(one: Article, other: Article) -> bool:
    """True when both tell the same in nearly the same words, whatever their titles."""
    words = _words(one), _words(other)
    if min(map(len, words)) < MIN_WORDS:
        return False
    shingles = _shingles(words[0]), _shingles(words[1])
    if len(shingles[0] & shingles[1]) < _MIN_SHARED * len(shingles[0] | shingles[1]):
        return False
    numbers = Counter(_NUMBER.findall(one.text)), Counter(_NUMBER.findall(other.text))
    return (numbers[0] & numbers[1]).total() >= _MIN_SHARED_NUMBERS * (numbers[0] | numbers[1]).total()


def _words(article: Article) -> list[str]:
    return _WORD.findall(article.text.casefold())


def _shingles(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + _SHINGLE_WORDS]) for start in range(len(words) - _SHINGLE_WORDS + 1)}
