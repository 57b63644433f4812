"""Fits crawler/separation/weights.py: `python -m benchmarks.separation.train_weights [--half]`.

Logistic regression over the names that `Evidence` gives, by AdaGrad, twelve rounds, in a fixed order of shuffles: the
same pages give the same weights. A block is the body's when its words stand in the true text (or in a wanted sentence,
where only sentences are known); each page counts alike within its set. With `--half` only the sites that are not held
out are used, to see on the others whether a gain is a gain everywhere; the weights in the tree use all.
"""

import argparse
import math
import random
import re
from collections import defaultdict
from pathlib import Path

from benchmarks.separation.pages import SETS, KnownPage, find_pages_folder, load_pages
from crawler.separation.ads.groups import find_ad_groups
from crawler.separation.blocks import PageBlock
from crawler.separation.cut_html import cut_html
from crawler.separation.errors import NotAnArticle
from crawler.separation.evidence import Evidence
from crawler.separation.judging import predecide
from crawler.separation.metadata import read_facts
from crawler.separation.outline import read_outline
from crawler.separation.page import Page
from crawler.separation.titles import choose_title, claimed_titles, find_title_block, host_names
from crawler.separation.tree import parse_tree

WEIGHTS = Path(__file__).parents[2] / "crawler" / "separation" / "weights.py"
SET_WEIGHT = {"publishers": 3.0, "sites": 1.0, "portals": 1.0, "snippets": 0.6}
GERMAN_WEIGHT = 1.5
ROUNDS, RATE, DECAY, SEED = 12, 0.2, 2e-4, 1
MIN_CHARS, LONG_CHARS = 40, 200
_WORD = re.compile(r"\w+")
Example = tuple[list[str], int, float]

HEAD = '''"""How much each piece of evidence counts: logistic regression, fitted by benchmarks/separation.

Above 0 speaks for the body, below against it; the sum is the logarithm of the odds. Evidence not named here counts 0.
"""

WEIGHTS = {
'''


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
    return [(evidence.of(index), truth, weight * scale) for index, (truth, weight) in labels.items()]


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
        labels[index] = int(inside), len(own.split()) ** 0.7
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


def fit(examples: list[Example]) -> dict[str, float]:
    """The weight of each piece of evidence."""
    shuffler = random.Random(SEED)
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1e-6)
    for _ in range(ROUNDS):
        shuffler.shuffle(examples)
        for names, truth, weight in examples:
            odds = sum(weights[name] for name in names)
            error = (1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))) - truth) * min(weight, 5.0)
            for name in names:
                step = error + DECAY * weights[name]
                squares[name] += step * step
                weights[name] -= RATE * step / math.sqrt(squares[name])
    return {name: round(weights[name], 2) for name in sorted(weights)}


def main() -> None:
    """Reads the pages, fits, writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", action="store_true", help="leave the held-out sites out")
    half = parser.parse_args().half
    folder = find_pages_folder()
    if folder is None:
        parser.error("set PRESSESCHAU_PAGES to the folder of pages with known bodies")
    pages = [page for name in SETS for page in load_pages(folder, name) if not page.has_gaps]
    used = [page for page in pages if (page.body or page.wanted) and not (half and page.is_held_out)]
    examples = [example for page in used for example in examples_of(page)]
    weights = fit(examples)
    lines = "".join(f'    "{name}": {weight},\n' for name, weight in weights.items())
    WEIGHTS.write_text(f"{HEAD}{lines}}}\n", encoding="utf-8")
    print(f"{len(used)} pages, {len(examples)} blocks, {len(weights)} weights")


if __name__ == "__main__":
    main()
