"""Scores of separation on pages with known bodies: `python -m benchmarks.separation.score_sets [--write]`.

Body F1 is the harmonic mean of the means of precision and recall of runs of four words. `--write` pins the scores that
the ratchet test holds: tests/crawler/separation/scores.json.
"""

import argparse
import json
from pathlib import Path

from benchmarks.separation.pages import fingerprint, load_pages, overlap, pages_folder
from crawler.separation.article import separate_page
from crawler.separation.errors import NotAnArticle
from crawler.separation.page import Page

SCORES = Path(__file__).parents[2] / "tests" / "crawler" / "separation" / "scores.json"
BODY_SETS = ("publishers", "sites", "portals")


def score_set(folder: Path, set_name: str) -> dict[str, float | int | str]:
    """F1, precision, recall, and of the sure pages (confidence of 0.9 and more) the share whose F1 is 0.95 or more."""
    cells = []
    for page in load_pages(folder, set_name):
        if not page.body or page.has_gaps:
            continue
        try:
            article = separate_page(Page(url=page.url, content=page.html)).article
        except NotAnArticle:
            cells.append((0.0, 0.0, 0.0))
            continue
        cells.append((*overlap(page.body, article.text), article.confidence))
    precision = sum(cell[0] for cell in cells) / len(cells)
    recall = sum(cell[1] for cell in cells) / len(cells)
    sure = [cell for cell in cells if cell[2] >= 0.9]
    right = sum(2 * p * r / (p + r) >= 0.95 for p, r, _ in sure if p + r)
    return {
        "fingerprint": fingerprint(folder, set_name),
        "pages": len(cells),
        "f1": round(2 * precision * recall / (precision + recall), 4),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "sure_pages": len(sure),
        "sure_and_right": round(right / len(sure), 4) if sure else 0.0,
    }


def main() -> None:
    """Prints the scores, and pins them where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="pin these scores; say in the commit why any is lower")
    write = parser.parse_args().write
    folder = pages_folder()
    scores = {name: score_set(folder, name) for name in BODY_SETS}
    print(json.dumps(scores, indent=2))
    if write:
        SCORES.write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
