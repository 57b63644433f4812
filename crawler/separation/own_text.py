"""Text of the article's own that the page alone made something else of, because furniture parts it from the body."""

from collections.abc import Collection

from crawler.separation.blocks import PageBlock
from crawler.separation.outline import Outline
from crawler.separation.verdict import Verdict

BY_PLACE = frozenset({"teaser", "page head", "page foot"})
"""Labels that a block gets for where it stands."""
_NOT_FOR_ITSELF = BY_PLACE | {"advertising", "webinar ad", "consultation ad", "shop ad", "newsletter"}
"""Those, and what a block is called for its neighbours: the last line of an offer may head the next paragraph."""


def keep_own(blocks: list[PageBlock], outline: Outline, verdicts: list[Verdict], gone: Collection[int]) -> None:
    """Keep text that the page alone made something else of, and that furniture parts from the body's first or last."""
    for order in _orders(blocks, outline):
        _keep_along(order, blocks, outline, verdicts, gone)


def _orders(blocks: list[PageBlock], outline: Outline) -> tuple[list[int], list[int]]:
    """The numbers of all that reads behind the title: down the page, and up."""
    first = outline.title_index + 1 if outline.title_index is not None else 0
    texts = [index for index in range(first, len(blocks)) if blocks[index].text]
    return texts, texts[::-1]


def find_reached(
    blocks: list[PageBlock], outline: Outline, verdicts: list[Verdict], may_be_gone: Collection[int]
) -> set[int]:
    """The blocks that `keep_own` may look at on its way to text that it may keep, and one behind it.

    Args: may_be_gone: all that may repeat.
    """
    kept = [block for block, verdict in zip(blocks, verdicts, strict=True) if verdict.kept]
    homes = {(id(block.region.parent), block.region.tag) for block in kept}
    reached: set[int] = set()
    for order in _orders(blocks, outline):
        way: list[int] | None = None
        is_behind_own = False
        for index in order:
            block = blocks[index]
            if verdicts[index].kept:
                way, is_behind_own = [], False
            elif way is not None:
                is_at_home = (id(block.region.parent), block.region.tag) in homes
                is_own = is_at_home and _may_be_own(block, verdicts[index])
                way.append(index)
                if is_own or is_behind_own:
                    reached.update(way)
                is_behind_own = is_own
                way = way if is_own or index in may_be_gone else None
    return reached


def _keep_along(
    order: list[int], blocks: list[PageBlock], outline: Outline, verdicts: list[Verdict], gone: Collection[int]
) -> None:
    last: int | None = None
    waiting: list[int] = []
    is_beside = False
    for index in order:
        if verdicts[index].kept or last is None:
            if is_beside and waiting:
                _keep_all([*waiting, index], blocks, outline, verdicts)
            last = index if verdicts[index].kept else last
            waiting, is_beside = [], False
        elif index in gone:
            _keep_all(waiting, blocks, outline, verdicts)
            waiting, is_beside = [], True
        elif not _is_own(blocks[last], blocks[index], verdicts[index]):
            last = None
        else:
            waiting.append(index)
            if is_beside and outline.prose[index]:
                _keep_all(waiting, blocks, outline, verdicts)
                waiting = []


def _keep_all(indices: list[int], blocks: list[PageBlock], outline: Outline, verdicts: list[Verdict]) -> None:
    indices = sorted(indices)
    for place, index in enumerate(indices):
        reads = outline.prose[index]
        heads = place + 1 < len(indices) and blocks[index].text[-1] not in ".:,"
        if (reads or heads) and not verdicts[index].kept:
            label = "paragraph" if reads else "heading"
            verdicts[index] = Verdict(label, "text of the article's own, beside what the publisher repeats", True)


def _is_own(before: PageBlock, block: PageBlock, verdict: Verdict) -> bool:
    is_sibling = before.region.parent is block.region.parent and before.region.tag == block.region.tag
    return is_sibling and _may_be_own(block, verdict)


def _may_be_own(block: PageBlock, verdict: Verdict) -> bool:
    return not block.link_chars and not block.kinds and verdict.label in _NOT_FOR_ITSELF
