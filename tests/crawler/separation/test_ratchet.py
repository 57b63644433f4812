"""Separation never gets worse on pages with known bodies; the pages are named by PRESSESCHAU_PAGES.

A lower score is pinned by `python -m benchmarks.separation.score_sets --write` and a sentence in the commit.
"""

import json

import pytest

from benchmarks.separation.pages import find_pages_folder, fingerprint
from benchmarks.separation.score_sets import BODY_SETS, SCORES, score_set

TOLERANCE = 0.0005


@pytest.mark.parametrize("set_name", BODY_SETS)
def test_no_score_is_lower_than_the_pinned_one(set_name: str) -> None:
    folder = find_pages_folder()
    assert folder is not None, "PRESSESCHAU_PAGES names no folder with pages of known bodies"
    pinned = json.loads(SCORES.read_text(encoding="utf-8"))[set_name]
    assert fingerprint(folder, set_name) == pinned["fingerprint"], "these are other pages: pin their scores first"
    scores = score_set(folder, set_name)
    for name in ("f1", "precision", "recall", "sure_and_right"):
        assert float(scores[name]) >= pinned[name] - TOLERANCE, name
