"""A small bar chart as SVG path: one bar per week, as high as its share of the busiest week."""

from collections.abc import Sequence

BAR_WIDTH, GAP, HEIGHT = 3, 1, 24


def bars(counts: Sequence[int]) -> str:
    """The bars as one path; a week without articles has none."""
    most = max(counts, default=0)
    drawn = []
    for index, count in enumerate(counts):
        if count:
            height = max(1, round(HEIGHT * count / most))
            drawn.append(f"M{index * (BAR_WIDTH + GAP)} {HEIGHT}v-{height}h{BAR_WIDTH}v{height}z")
    return "".join(drawn)


def width(counts: Sequence[int]) -> int:
    """How wide the chart is."""
    return len(counts) * (BAR_WIDTH + GAP) - GAP
