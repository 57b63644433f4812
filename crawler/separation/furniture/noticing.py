"""What of a page repeats, as far as the page can do without it; and whether later pages teach something else about it.

A page is read when it comes, with what is known then. When more is known it need not be read again to see whether that
makes another article of it: what its publisher repeats reaches the article only by the answers to a few questions,
which its lesson names (`decisive`, `dividing`), and the lesson alone is enough to ask them again.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from crawler.separation.furniture.judging import Repeat
from crawler.separation.furniture.lesson import KEPT, Lesson
from crawler.separation.furniture.memory import Furniture

# Something else than furniture repeats when hardly anything would be left.
_MIN_LEFT_SHARE = 0.2


def notice_furniture(identity: str, lesson: Lesson, furniture: Furniture) -> dict[int, Repeat]:
    """The numbers of a page's blocks that are furniture, each with the reason."""
    repeated = furniture.find_repeated(identity, lesson)
    if lesson.title_place is not None:
        repeated.pop(lesson.title_place, None)
    return repeated if _leaves_enough(lesson, repeated) else {}


def with_noticed(lesson: Lesson, noticed: Mapping[int, Repeat]) -> Lesson:
    """The lesson, with what was found to be furniture."""
    opening = frozenset(place for place, repeat in noticed.items() if repeat.opens)
    return replace(lesson, repeated=frozenset(noticed), opening=opening)


def reads_the_same(one: Lesson, other: Lesson) -> bool:
    """True when a page has the same article by both: its lesson as it was read, and as it is by what is known now."""
    return (
        one.repeated & one.decisive == other.repeated & one.decisive
        and one.opening & one.dividing == other.opening & one.dividing
    )


def _leaves_enough(lesson: Lesson, repeated: Collection[int]) -> bool:
    gone = sum(len(trace.text) for trace in lesson.traces if trace.signs & KEPT and trace.place in repeated)
    return lesson.kept_chars - gone > _MIN_LEFT_SHARE * lesson.kept_chars
