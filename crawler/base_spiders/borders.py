"""What two pages of a listing tell of its having moved between them."""

from collections.abc import Sequence

from articles.identity import CanonicalUrl


def has_moved_down(before: Sequence[CanonicalUrl], after: Sequence[CanonicalUrl]) -> bool:
    """True when a page shows again what the one before it ended or began with: entries were put on top meanwhile.

    What both begin or end with is pinned, or stands beside the list on every page, and tells nothing.
    """
    first, second = _without_common_start(before, after)
    first, second = _without_common_start(first[::-1], second[::-1])  # both reversed from here on
    return bool(first) and not {first[0], first[-1]}.isdisjoint(second)


def _without_common_start(
    one: Sequence[CanonicalUrl], other: Sequence[CanonicalUrl]
) -> tuple[Sequence[CanonicalUrl], Sequence[CanonicalUrl]]:
    count = next((n for n, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs), None)
    count = min(len(one), len(other)) if count is None else count
    return one[count:], other[count:]
