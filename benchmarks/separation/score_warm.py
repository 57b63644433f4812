"""What a publisher's other pages add: `python -m benchmarks.separation.score_warm [--curve] [SET]...`.

Each page is read with what some of its site's other pages teach, never with what it teaches itself. Which others is
thrown by dice, the same ones every time. With `--curve` for 0, 1, 2, 3, 5, 10 and all of them.
"""

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from benchmarks.separation.pages import KnownPage, load_pages, overlap, pages_folder
from crawler.separation.article import separate_page
from crawler.separation.errors import NotAnArticle
from crawler.separation.furniture import Furniture, Lesson, render_furniture
from crawler.separation.page import Page

TODAY = date(2026, 11, 22)
ALL = 1000
CURVE = (0, 1, 2, 3, 5, 10, ALL)
Cell = tuple[float, float]


def sites_of(folder: Path, set_name: str) -> dict[str, list[KnownPage]]:
    """The pages with a known body, by site; sites with one page only are left out."""
    sites: dict[str, list[KnownPage]] = defaultdict(list)
    with (folder / set_name / "truth.jsonl").open(encoding="utf-8") as lines:
        for line, page in zip(lines, load_pages(folder, set_name), strict=True):
            if page.body and not page.has_gaps:
                sites[json.loads(line)["site"]].append(page)
    return {site: pages for site, pages in sites.items() if len(pages) > 1}


def read(page: KnownPage, furniture: Furniture | None) -> tuple[str, Lesson | None]:
    """The text that separation finds, and what the page teaches."""
    try:
        separation = separate_page(Page(url=page.url, content=page.html), furniture=furniture)
    except NotAnArticle:
        return "", None
    return separation.article.text, separation.lesson


def score_site(pages: list[KnownPage], known: int) -> list[Cell]:
    """Precision and recall of each page, read when so many others are known."""
    lessons = [(Page(url=page.url, content=page.html).identity, read(page, Furniture())[1]) for page in pages]
    cells = []
    for number, page in enumerate(pages):
        others = [each for place, each in enumerate(lessons) if place != number]
        random.Random(number).shuffle(others)
        furniture = Furniture()
        for identity, lesson in others[:known]:
            if lesson is not None:
                furniture.learn(identity, lesson, TODAY)
        cells.append(overlap(page.body or "", read(page, furniture if known else None)[0]))
    return cells


def f1(cells: Iterable[Cell]) -> float:
    """The harmonic mean of the means."""
    some = list(cells)
    precision = sum(each for each, _ in some) / len(some)
    recall = sum(each for _, each in some) / len(some)
    return 2 * precision * recall / (precision + recall)


def measure_cost(pages: list[KnownPage]) -> tuple[float, float, float, int]:
    """CPU milliseconds a page: cold; with a memory; learning. And the bytes of the memory."""
    furniture = Furniture()
    cold = warm = learning = 0.0
    for page in pages:
        started_at = time.process_time()
        read(page, None)
        read_at = time.process_time()
        _, lesson = read(page, furniture)
        warm_at = time.process_time()
        if lesson is not None:
            furniture.learn(Page(url=page.url, content=page.html).identity, lesson, TODAY)
        learning += time.process_time() - warm_at
        cold, warm = cold + read_at - started_at, warm + warm_at - read_at
    scale = 1000 / len(pages)
    return cold * scale, warm * scale, learning * scale, len(render_furniture(furniture))


def main() -> None:
    """Prints a line per site, one per set, and what it costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=["sites", "portals", "publishers"])
    parser.add_argument("--curve", action="store_true", help="so many pages known: 0, 1, 2, 3, 5, 10, all")
    options = parser.parse_args()
    folder = pages_folder()
    curve = CURVE if options.curve else (0, ALL)
    for set_name in options.sets:
        totals: dict[int, list[Cell]] = defaultdict(list)
        sites = sites_of(folder, set_name)
        for site, pages in sites.items():
            scores = {known: score_site(pages, known) for known in curve}
            for known, cells in scores.items():
                totals[known] += cells
            print(f"{set_name:10} {site:26} {len(pages):3}", *(f"{f1(cells):.4f}" for cells in scores.values()))
        print(f"{set_name:10} {'all':26} {len(totals[0]):3}", *(f"{f1(totals[known]):.4f}" for known in curve))
        cold, warm, learning, size = measure_cost([page for pages in sites.values() for page in pages])
        print(f"CPU ms a page: cold {cold:.1f}, with a memory {warm:.1f}, learning {learning:.2f}; memory {size} bytes")


if __name__ == "__main__":
    main()
