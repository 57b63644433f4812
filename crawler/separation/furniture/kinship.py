"""Pages that tell the same story: an edition, a second address, a copy, a report with the figures of another day.

What such pages have in common is that story and no furniture.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from crawler.separation.furniture.lesson import KEPT, Lesson
from crawler.separation.furniture.matching import PageTraces, tells

_FEW_PAGES = 3
_SAME_SHARE = 0.5
_WHOLLY_SAME_SHARE = 0.8


def find_same_stories(
    lesson: Lesson, elsewhere: Sequence[Mapping[int, int]], pages: Mapping[int, PageTraces]
) -> frozenset[int]:
    """The pages that tell most of what this one tells, or of which this one tells most."""
    shared: Counter[int] = Counter()
    rarely_shared: Counter[int] = Counter()
    told = 0
    for trace, found in zip(lesson.traces, elsewhere, strict=True):
        if not tells(trace.signs):
            continue
        size = len(trace.text)
        told += size
        for page, at in found.items():
            if pages[page].signs[at] & KEPT:
                shared[page] += size
                # A text that many pages have speaks for no pair of them, unless there is hardly anything else.
                if len(found) <= _FEW_PAGES:
                    rarely_shared[page] += size
    return frozenset(
        page
        for page, size in shared.items()
        for smaller in [min(told, pages[page].told_chars)]
        if size > _WHOLLY_SAME_SHARE * smaller or rarely_shared[page] > _SAME_SHARE * smaller
    )
