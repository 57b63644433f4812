"""Fits crawler/separation/weights.py: `python -m benchmarks.separation.train_weights [--half]`.

Gradient boosting (LightGBM, the `train` extra) over the measures that `Evidence` gives: trees of four leaves, one
thread and fixed seeds, so that the same pages give the same trees. A block is the body's when its words stand in the
true text (or in a wanted sentence, where only sentences are known); each page counts alike within its set, and once
more, for less, without the names in its markup. With `--half` only the sites that are not held out are used, to see on
the others whether a gain is a gain everywhere; the weights in the tree use all.
"""

import argparse
import re
import textwrap
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from benchmarks.separation.nameless import without_names
from benchmarks.separation.pages import SETS, KnownPage, load_pages, pages_folder
from crawler.separation.ads.groups import find_ad_groups
from crawler.separation.blocks import PageBlock
from crawler.separation.cut_html import cut_html
from crawler.separation.errors import NotAnArticle
from crawler.separation.evidence import MEASURES, SIGNED, Evidence, spread
from crawler.separation.judging import predecide
from crawler.separation.labels import KINDS
from crawler.separation.metadata import read_facts
from crawler.separation.outline import read_outline
from crawler.separation.page import Page
from crawler.separation.titles import choose_title, claimed_titles, find_title_block, host_names
from crawler.separation.tree import parse_tree

WEIGHTS = Path(__file__).parents[2] / "crawler" / "separation" / "weights.py"
SET_WEIGHT = {"publishers": 3.0, "sites": 1.0, "portals": 1.0, "snippets": 0.6}
GERMAN_WEIGHT = 1.5
NAMELESS_WEIGHT = 0.3
ROUNDS = 160
MAX_WEIGHT = 5.0
SMALLEST = 1e-30
PARAMETERS = {
    "objective": "binary",
    "num_leaves": 4,
    "learning_rate": 0.15,
    "min_sum_hessian_in_leaf": 2.0,
    "min_data_in_leaf": 40,
    "lambda_l2": 5,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
MIN_CHARS, LONG_CHARS = 40, 200
_WORD = re.compile(r"\w+")
Example = tuple[list[float], int, float]
Tree = dict[str, Any]


HEAD = '''"""What the measures of a block count: trees of at most three questions, written by benchmarks/separation.

`m3` is the fourth of the numbers that `Evidence.of` measured, `named` and `said` are its bits: `0.2 if m3 <= 0.5 else
-0.1` asks whether that number is at most a half. Each sum is put down to the measure that its trees ask for first:
`NAMES`, in the same order. Do not edit: fit anew.
"""

# fmt: off
'''
SIGNATURE = '''def add_up(numbers: list[float], named: int, said: int) -> tuple[float, ...]:
    """What each of `NAMES` adds to the logarithm of the odds that the block is the body's."""
'''
LINE_CHARS = 116
NUMBERS = len(MEASURES) - 2 * len(KINDS)


def training_examples_of(page: KnownPage) -> list[Example]:
    """The page's examples, and at a lower weight those of the same page without names in its markup."""
    nameless = examples_of(without_names(page))
    return examples_of(page) + [(measures, truth, NAMELESS_WEIGHT * weight) for measures, truth, weight in nameless]


def examples_of(page: KnownPage) -> list[Example]:
    """Evidence, truth and weight of each block that has to be weighed."""
    try:
        tree = parse_tree(Page(url=page.url, content=page.html))
    except NotAnArticle:
        return []
    blocks, facts = cut_html(tree), read_facts(tree)
    sites = [*facts.site_names, *host_names(page.url)]
    title_index = find_title_block(blocks, claimed_titles(facts, None), sites)
    outline = read_outline(blocks, title_index)
    title = choose_title(blocks, title_index, facts, None, sites)
    decided = predecide(blocks, outline, find_ad_groups(blocks, outline))
    evidence = Evidence(blocks, outline, facts, title)
    open_blocks = [index for index, block in enumerate(blocks) if block.text and decided[index] is None]
    labels = _by_body(page.body, blocks, open_blocks) if page.body else _by_sentences(page, blocks, open_blocks)
    total = sum(weight for _, weight in labels.values()) or 1.0
    share = SET_WEIGHT[page.set_name] * (
        GERMAN_WEIGHT if page.set_name == "publishers" and page.language == "de" else 1
    )
    scale = share if page.body is None else share * MIN_CHARS / total
    return [(spread(evidence.of(index)), truth, weight * scale) for index, (truth, weight) in labels.items()]


def _by_body(body: str, blocks: list[PageBlock], places: list[int]) -> dict[int, tuple[int, float]]:
    text = _folded(body)
    words = text.split()
    grams = set(zip(words, words[1:], words[2:], words[3:], strict=False))
    sure = [index for index in places if len(blocks[index].text) > MIN_CHARS and _folded(blocks[index].text) in text]
    labels = {}
    for index in places:
        own = _folded(blocks[index].text)
        inside = len(own) > 2 and own in text
        if inside and len(blocks[index].text) <= MIN_CHARS:
            # A short line may stand in any text by chance.
            inside = bool(sure) and sure[0] <= index <= sure[-1]
        if not inside and len(blocks[index].text) > LONG_CHARS:
            own_words = own.split()
            own_grams = list(zip(own_words, own_words[1:], own_words[2:], own_words[3:], strict=False))
            inside = sum(gram in grams for gram in own_grams) > 0.6 * len(own_grams)
        labels[index] = int(inside), len(own.split()) ** 0.4
    return labels


def _by_sentences(page: KnownPage, blocks: list[PageBlock], places: list[int]) -> dict[int, tuple[int, float]]:
    wanted = [" ".join(text.split()) for text in page.wanted]
    unwanted = [" ".join(text.split()) for text in page.unwanted]
    labels = {}
    for index in places:
        text = " ".join(blocks[index].text.split())
        yes = any(one in text or (len(text) > 15 and text in one) for one in wanted)
        if yes != any(one in text for one in unwanted):
            labels[index] = int(yes), 3.0
    return labels


def _folded(text: str) -> str:
    return f" {' '.join(_WORD.findall(text)).casefold()} "


def fit(examples: list[Example]) -> list[Tree]:
    """The trees, in the order of their making."""
    measured = np.array([measures for measures, _, _ in examples], dtype=np.float64)
    truths = np.array([truth for _, truth, _ in examples])
    weights = np.array([min(weight, MAX_WEIGHT) for _, _, weight in examples])
    model = lightgbm.train(PARAMETERS, lightgbm.Dataset(measured, truths, weight=weights), ROUNDS)
    return [each["tree_structure"] for each in model.dump_model()["tree_info"]]


def render_module(trees: list[Tree]) -> str:
    """The trees as Python: one sum for each measure that some tree asks for first."""
    sums: dict[str, list[str]] = {}
    join = "\n        + "
    asked: set[int] = set()
    for tree in trees:
        first = MEASURES[tree["split_feature"]] if "split_feature" in tree else MEASURES[0]
        sums.setdefault(first, []).append(_render(tree, asked))
    names = "".join(f'    "{name}",\n' for name in sorted(sums))
    told = "".join(f"        # {name}\n        {join.join(sums[name])},\n" for name in sorted(sums))
    # Names of their own are asked for sooner than a list's members.
    numbers = ", ".join(f"m{place}" if place in asked else "_" for place in range(NUMBERS))
    unpacked = textwrap.indent("\n".join(textwrap.wrap(numbers, LINE_CHARS)), "        ")
    return f"{HEAD}NAMES = (\n{names})\n\n\n{SIGNATURE}    (\n{unpacked},\n    ) = numbers\n    return (\n{told}    )\n"


def _render(node: Tree, asked: set[int]) -> str:
    if "leaf_value" in node:
        return repr(round(float(node["leaf_value"]), 3))
    low, high = _render(node["left_child"], asked), _render(node["right_child"], asked)
    place, bound = node["split_feature"], float(node["threshold"])
    asked.add(place)
    if place >= NUMBERS:
        part, bit = divmod(place - NUMBERS, len(KINDS))
        return f"({high} if {('named', 'said')[part]} & {1 << bit} else {low})"
    # What is no number, but yes or no, is parted by the smallest bound there is; numbers by floats, like their own.
    if abs(bound) > SMALLEST or MEASURES[place] in SIGNED:
        return f"({low} if m{place} <= {float(f'{bound:.6g}') if abs(bound) > SMALLEST else 0.0} else {high})"
    return f"({high} if m{place} else {low})"


def main() -> None:
    """Reads the pages, fits, writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", action="store_true", help="leave the held-out sites out")
    half = parser.parse_args().half
    folder = pages_folder()
    pages = [page for name in SETS for page in load_pages(folder, name) if not page.has_gaps]
    used = [page for page in pages if (page.body or page.wanted) and not (half and page.is_held_out)]
    examples = [example for page in used for example in training_examples_of(page)]
    trees = fit(examples)
    WEIGHTS.write_text(render_module(trees), encoding="utf-8")
    print(f"{len(used)} pages, {len(examples)} blocks, {len(trees)} trees")


if __name__ == "__main__":
    main()
