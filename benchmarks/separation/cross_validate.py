"""Scores on sites that the weights have not seen: `python -m benchmarks.separation.cross_validate`.

The sites are dealt into five folds by their hash; five times the weights are fitted on four folds and the fifth is
separated with them. Sites that share a registered name's last two labels are one site. Needs the `train` extra.
"""

import hashlib
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any

from benchmarks.separation.pages import SETS, KnownPage, load_pages, overlap, pages_folder
from benchmarks.separation.train_weights import fit, render_module, training_examples_of
from crawler.separation import weighing
from crawler.separation.article import separate_page
from crawler.separation.errors import NotAnArticle
from crawler.separation.page import Page

FOLDS = 5
SURE, RIGHT = 0.9, 0.95


@dataclass(frozen=True, kw_only=True)
class Result:
    """What came of one page."""

    page: KnownPage
    precision: float = 0.0
    recall: float = 0.0
    confidence: float = 0.0
    found: int = 0
    lost: int = 0
    foreign: int = 0

    @property
    def f1(self) -> float:
        """Of this page alone."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def fold_of(page: KnownPage) -> int:
    """The fold that a page's site falls into."""
    site = ".".join(page.site.split(".")[-2:])
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % FOLDS


def separate(page: KnownPage, module: str) -> Result:
    """A page separated with the weights of a module's text."""
    names: dict[str, Any] = {}
    exec(module, names)
    vars(weighing).update(add_up=names["add_up"], NAMES=names["NAMES"])
    try:
        article = separate_page(Page(url=page.url, content=page.html)).article
    except NotAnArticle:
        return Result(page=page, lost=len(page.wanted))
    text = " ".join(article.text.split())
    found = sum(" ".join(one.split()) in text for one in page.wanted)
    foreign = sum(" ".join(one.split()) in text for one in page.unwanted)
    precision, recall = overlap(page.body, article.text) if page.body else (0.0, 0.0)
    return Result(
        page=page,
        precision=precision,
        recall=recall,
        confidence=article.confidence,
        found=found,
        lost=len(page.wanted) - found,
        foreign=foreign,
    )


def tell(name: str, results: Iterable[Result]) -> None:
    """One line: F1, precision, recall, and how many of the sure pages are right."""
    told = list(results)
    precision = sum(each.precision for each in told) / len(told)
    recall = sum(each.recall for each in told) / len(told)
    sure = [each for each in told if each.confidence >= SURE]
    right = sum(each.f1 >= RIGHT for each in sure)
    print(
        f"{name} ({len(told)}): F1 {2 * precision * recall / (precision + recall):.4f}, precision {precision:.4f}, "
        f"recall {recall:.4f}; sure {len(sure)}, of them right {right}"
    )


def main() -> None:
    """Fits five times, separates every page once."""
    folder = pages_folder()
    pages = [page for name in SETS for page in load_pages(folder, name) if page.body or page.wanted]
    with ProcessPoolExecutor() as pool:
        examples = list(pool.map(training_examples_of, pages, chunksize=8))
        kept = [
            [each for page, found in zip(pages, examples, strict=True) for each in found if used(page, fold)]
            for fold in range(FOLDS)
        ]
        modules = [render_module(trees) for trees in pool.map(fit, kept)]
        results = list(pool.map(separate, pages, [modules[fold_of(page)] for page in pages], chunksize=8))
    bodies = [each for each in results if each.page.body and not each.page.has_gaps]
    german = [each for each in results if each.page.set_name == "publishers" and each.page.language == "de"]
    tell("German news, clean truth", (each for each in german if not each.page.has_gaps))
    tell("German news", german)
    for name in SETS[:3]:
        tell(name, (each for each in results if each.page.set_name == name))
    tell("all with clean truth", bodies)
    snippets = [each for each in results if each.page.body is None]
    found, lost, foreign = (sum(getattr(each, name) for each in snippets) for name in ("found", "lost", "foreign"))
    print(
        f"snippets ({len(snippets)}): F1 {2 * found / (2 * found + lost + foreign):.4f}, {lost} lost, {foreign} foreign"
    )


def used(page: KnownPage, fold: int) -> bool:
    """True for a page to train on when this fold is measured."""
    return fold_of(page) != fold and not page.has_gaps


if __name__ == "__main__":
    main()
