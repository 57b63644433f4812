"""The odds of a block, and the two measures that say most for a reason told to people.

The odds are a sum of small decision trees (gradient boosting: Friedman, "Greedy Function Approximation", 2001), fitted
to pages whose body is known.
"""

from crawler.separation.evidence import Measured
from crawler.separation.verdict import Verdict
from crawler.separation.weights import NAMES, add_up

Weighed = tuple[float, tuple[float, ...]]
"""The logarithm of the odds that a block is the body's, and what each of `weights.NAMES` adds to it."""


def weigh(measured: Measured) -> Weighed:
    """The odds, of what `Evidence.of` measured."""
    added = add_up(*measured)
    return sum(added), added


def tell_reason(verdict: Verdict) -> str:
    """Why a block became what it is, in words; of a weighed one, the two measures that speak loudest for it."""
    added = verdict.evidence
    if not added:
        return verdict.reason
    loudest = sorted(range(len(added)), key=added.__getitem__, reverse=verdict.kept)[:2]
    return "; ".join([*filter(None, [verdict.reason]), *(NAMES[place] for place in loudest)])
