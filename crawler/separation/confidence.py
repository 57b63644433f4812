"""How sure separation is of a body, calibrated on pages whose body is known.

Every block has odds of being the body's. So the words kept are expected to be right in part, and some of the body's to
be among those left out: the harmonic mean of the two expectations is the F1 that the page itself leads to expect. It is
mapped so that of the pages with 0.9 and more nearly all (98 of 100) have an F1 of 0.95 or more.
"""

from itertools import pairwise

from crawler.separation.verdict import Verdict

MAX_TEXT_CONFIDENCE = 0.8
"""Of a text without markup: its lines are judged by words and places alone, and have no odds."""
_FEW_CHARS = 600
_SHORTNESS = 0.3
# Expected F1 and confidence, with straight lines between: benchmarks/separation, sites split five ways.
_CALIBRATION = ((0.0, 0.0), (0.67, 0.1), (0.88, 0.4), (0.965, 0.65), (0.988, 0.9), (1.0, 1.0))


def judge_confidence(sizes: list[int], verdicts: list[Verdict]) -> float:
    """0 to 1, of each block's length in characters and its verdict."""
    kept = right = missed = 0.0
    for size, verdict in zip(sizes, verdicts, strict=True):
        if verdict.kept:
            kept += size
            right += size * verdict.strength
        else:
            missed += size * (1 - verdict.strength)
    if not kept:
        return 0.0
    precision, recall = right / kept, right / (right + missed)
    expected = 2 * precision * recall / (precision + recall)
    return round(_calibrated(expected) * (1 - _SHORTNESS * max(0.0, 1 - kept / _FEW_CHARS)), 3)


def _calibrated(expected: float) -> float:
    for (low, low_value), (high, high_value) in pairwise(_CALIBRATION):
        if expected <= high:
            return low_value + (expected - low) / (high - low) * (high_value - low_value)
    return 1.0
