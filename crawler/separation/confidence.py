"""How sure separation is of a body, calibrated on pages whose body is known.

Four signs speak against it: doubtful blocks (their evidence nearly cancels out), running text of the body's region that
was dropped, much running text elsewhere, and a body of few words. Their sum is mapped so that of the pages with 0.9 and
more nearly all (98 of 100) have a body whose words are right to a twentieth.
"""

from itertools import pairwise

from crawler.separation.blocks import PageBlock
from crawler.separation.outline import Outline
from crawler.separation.verdict import Verdict

_SURE = 0.95
_FEW_CHARS = 1500
_DOUBT, _DROPPED, _ELSEWHERE, _SHORTNESS = 0.5, 0.1, 0.1, 0.3
# Raw score and confidence, with straight lines between; the knee at 0.9 comes from pages with known bodies.
_CALIBRATION = ((0.0, 0.0), (0.6, 0.3), (0.85, 0.6), (0.962, 0.9), (1.0, 1.0))


def judge_confidence(blocks: list[PageBlock], verdicts: list[Verdict], outline: Outline) -> float:
    """0 to 1."""
    kept = doubtful = dropped = elsewhere = 0
    for index, (block, verdict) in enumerate(zip(blocks, verdicts, strict=True)):
        size = len(block.text)
        if verdict.kept:
            kept += size
            doubtful += size if verdict.strength < _SURE else 0
        elif outline.prose[index] and verdict.label != "caption":
            elsewhere += size
            dropped += size if outline.body is not None and block.region.is_within(outline.body) else 0
    if not kept:
        return 0.0
    against = (
        _DOUBT * doubtful / kept
        + _DROPPED * dropped / kept
        + _ELSEWHERE * min(1.0, elsewhere / kept)
        + _SHORTNESS * max(0.0, 1 - kept / _FEW_CHARS)
    )
    return _calibrated(max(0.0, 1 - against))


def _calibrated(raw: float) -> float:
    for (low, low_value), (high, high_value) in pairwise(_CALIBRATION):
        if raw <= high:
            return round(low_value + (raw - low) / (high - low) * (high_value - low_value), 3)
    return 1.0
