"""Blocks in the order of the page, long runs of furniture folded together."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from crawler.separation.outcome import LabelledBlock
from crawler.separation.weights import NAMES
from presseschau.explaining.families import family_of

_FOLDED_FROM = 4
_MIN_SHOWN = 0.1
"""Log odds; lighter evidence changes nothing."""
_FULL_WIDTH = 2.5
"""The weight whose bar is as wide as there is room; the few heavier ones are no wider."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Weight:
    """One piece of evidence: what it is called, what it counts, how wide its bar is drawn."""

    name: str
    value: float
    width_percent: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownBlock:
    """A block as it is shown."""

    number: int
    block: LabelledBlock
    family: str
    weights: tuple[Weight, ...]
    """The heaviest first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Neighbours of one family."""

    family: str
    blocks: tuple[ShownBlock, ...]
    labels: tuple[str, ...]

    @property
    def is_folded(self) -> bool:
        """True for a long run that is not the article's: a menu, a page's foot."""
        return len(self.blocks) >= _FOLDED_FROM and not any(shown.block.kept for shown in self.blocks)


def group_blocks(blocks: Iterable[LabelledBlock]) -> tuple[Group, ...]:
    """The blocks, numbered from 1, in groups."""
    shown = [_shown(number, block) for number, block in enumerate(blocks, start=1)]
    groups = []
    for (family, _), members in groupby(shown, key=lambda one: (one.family, one.block.kept)):
        found = tuple(members)
        labels = tuple(dict.fromkeys(one.block.label for one in found))
        groups.append(Group(family=family, blocks=found, labels=labels))
    return tuple(groups)


def _shown(number: int, block: LabelledBlock) -> ShownBlock:
    weights = [
        _weight(name, value) for name, value in zip(NAMES, block.evidence, strict=False) if abs(value) >= _MIN_SHOWN
    ]
    if block.odds is not None and abs(rest := block.odds - sum(weight.value for weight in weights)) >= 0.005:  # noqa: PLR2004
        weights.append(_weight("its neighbours, and its place as the lead", rest))
    weights.sort(key=lambda weight: -abs(weight.value))
    return ShownBlock(number=number, block=block, family=family_of(block.label), weights=tuple(weights))


def _weight(name: str, value: float) -> Weight:
    return Weight(name=name, value=value, width_percent=min(100, round(100 * abs(value) / _FULL_WIDTH)))
