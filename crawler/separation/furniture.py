"""What a publisher repeats from page to page: learned from its pages, kept per publisher, forgotten with time.

How a repetition is told from a quotation:

- Lines that repeat **together** (two or more in a row, at least one of them no sentence: a headline, a button) are
  furniture from the second page on. A rotating advertisement is known after two pages.
- A line alone that is no sentence is furniture from the third page on.
- A sentence alone is furniture from the fourth page on; quoted in a second or third article it stays.
- When most of a page repeats one other page, the two are the same story, and nothing is learned from it.

Numbers do not count, nor does the middle of a long sentence: its first and last four words are its key too. Only texts
are kept (as hashes), never markup, so that a redesign costs nothing.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from crawler.separation.errors import InvalidFurniture

_VERSION = 1
_WORDS = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[.!?…:][\"'”“»«’)\]]*$")
_SENTENCE_WORDS = 8
_LONG_WORDS = 12
_ENDS = 4
_MAX_PAGES = 6
_LINE_PAGES, _SENTENCE_PAGES = 2, 3
_SAME_STORY_SHARE = 0.5


class Furniture:
    """The memory of one publisher's repetitions. Learning is its only change."""

    def __init__(self) -> None:
        self._pages: dict[str, list[str]] = {}
        """Per text the pages it was seen on; no more than are needed to judge."""
        self._seen: dict[str, int] = {}
        """Per text the ordinal of the day it was last seen."""

    def __len__(self) -> int:
        return len(self._pages)

    def learn(self, url: str, texts: Sequence[str], on: date) -> None:
        """Notes a page's blocks, in page order. The same page twice counts once."""
        page = _hash(url)
        keys = [_keys(text) for text in texts]
        if self._is_same_story(page, texts, keys):
            return
        for key in {key for pair in keys for key in pair}:
            pages = self._pages.setdefault(key, [])
            if page not in pages and len(pages) < _MAX_PAGES:
                pages.append(page)
            self._seen[key] = on.toordinal()

    def find_repeated(self, url: str, texts: Sequence[str]) -> dict[int, str]:
        """Which of a page's blocks are furniture, each with the reason; the page itself never counts as another."""
        page = _hash(url)
        keys = [_keys(text) for text in texts]
        if self._is_same_story(page, texts, keys):
            return {}
        others = [max((self._others(page, key) for key in pair), default=0) for pair in keys]
        repeated: dict[int, str] = {}
        start = 0
        while start < len(texts):
            stop = start
            while stop < len(texts) and others[stop]:
                stop += 1
            run = range(start, stop)
            if len(run) > 1 and not all(_is_sentence(texts[index]) for index in run):
                repeated |= {index: f"it repeats, with its neighbours, on {others[index]} other pages" for index in run}
            for index in run:
                needed = _SENTENCE_PAGES if _is_sentence(texts[index]) else _LINE_PAGES
                if others[index] >= needed:
                    repeated.setdefault(index, f"it repeats on {others[index]} other pages")
            start = max(stop, start + 1)
        return repeated

    def forget(self, before: date) -> None:
        """Drops what was last seen before that day."""
        limit = before.toordinal()
        for key in [key for key, day in self._seen.items() if day < limit]:
            del self._seen[key], self._pages[key]

    def forget_singles(self, on: date, days: int) -> None:
        """Drops what only one page ever had, longer than so many days ago: most of it is articles' text."""
        limit = (on - timedelta(days=days)).toordinal()
        for key in [key for key, pages in self._pages.items() if len(pages) < 2 and self._seen[key] < limit]:  # noqa: PLR2004
            del self._seen[key], self._pages[key]

    def to_json(self) -> str:
        """Compact, with keys in order: equal memories give equal text."""
        texts = {key: [self._seen[key], *self._pages[key]] for key in sorted(self._pages)}
        return json.dumps({"version": _VERSION, "texts": texts}, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Furniture":
        """The memory that `to_json` wrote.

        Raises: InvalidFurniture, when it is none.
        """
        furniture = cls()
        try:
            stored = json.loads(text)
            if stored["version"] != _VERSION:
                raise InvalidFurniture(f"version {stored['version']!r}; this program reads {_VERSION}: learn anew")
            for key, (day, *pages) in stored["texts"].items():
                furniture._seen[str(key)] = int(day)
                furniture._pages[str(key)] = [str(page) for page in pages]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InvalidFurniture(f"no furniture can be read from it ({error!r}): learn anew") from error
        return furniture

    def _others(self, page: str, key: str) -> int:
        return sum(other != page for other in self._pages.get(key, ()))

    def _is_same_story(self, page: str, texts: Sequence[str], keys: list[tuple[str, ...]]) -> bool:
        """True when most of the page's sentences stand on one other page: an edition, a copy, a changed address."""
        shared: Counter[str] = Counter()
        total = 0
        for text, pair in zip(texts, keys, strict=True):
            if not _is_sentence(text) or not pair:
                continue
            total += len(text)
            for other in {other for key in pair for other in self._pages.get(key, ()) if other != page}:
                # A text that many pages have speaks for no pair of them.
                if self._others(page, pair[0]) < _SENTENCE_PAGES:
                    shared[other] += len(text)
        return bool(shared) and max(shared.values()) > _SAME_STORY_SHARE * total


def _keys(text: str) -> tuple[str, ...]:
    words = _WORDS.findall(text.casefold())
    if not words:
        return ()
    whole = _hash(" ".join(words))
    if len(words) < _LONG_WORDS:
        return (whole,)
    return whole, _hash(" ".join([*words[:_ENDS], "…", *words[-_ENDS:]]))


def _is_sentence(text: str) -> bool:
    return text.count(" ") + 1 >= _SENTENCE_WORDS and _SENTENCE.search(text) is not None


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=6).hexdigest()
