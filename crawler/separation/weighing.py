"""The odds of a block, and the two measures that say most for a reason told to people.

The odds are a sum of small decision trees (gradient boosting: Friedman, "Greedy Function Approximation", 2001), fitted
to pages whose body is known.
"""

from crawler.separation.evidence import Measured
from crawler.separation.weights import NAMES, add_up

Weighed = tuple[float, tuple[float, ...]]
"""The logarithm of the odds that a block is the body's, and what each of `weights.NAMES` adds to it."""


def weigh(measured: Measured) -> Weighed:
    """The odds, of what `Evidence.of` measured."""
    added = add_up(*measured)
    return sum(added), added


def name_reasons(added: tuple[float, ...], *, kept: bool) -> str:
    """The two measures that speak loudest for what became of the block."""
    order = sorted(range(len(added)), key=added.__getitem__, reverse=kept)
    return f"{NAMES[order[0]]}; {NAMES[order[1]]}"
