"""Where advertisements stand between the passages of a text."""

from collections.abc import Sequence

from articles.model import BlockKind
from presseschau.demo.story import Passage


def break_positions(passages: Sequence[Passage], count: int) -> tuple[int, ...]:
    """Indices before which a break falls: evenly spread, never at the start and never behind a sub-heading."""
    positions = []
    for number in range(1, count + 1):
        position = max(1, len(passages) * number // (count + 1))
        while position > 1 and passages[position - 1].kind is BlockKind.HEADING:
            position -= 1
        positions.append(position)
    return tuple(positions)


def render_with_breaks(passages: Sequence[str], breaks: dict[int, str]) -> str:
    """Rendered passages, each break's HTML before the passage of its index."""
    return "\n".join(breaks.get(index, "") + passage for index, passage in enumerate(passages))
