"""What became of one block: its label, the reason in words, and whether it stays."""

from typing import NamedTuple


class Verdict(NamedTuple):
    """Made by the hundred per page, hence a tuple."""

    label: str
    reason: str
    """Of a weighed block only what it is in the body, if anything: `weighing.tell_reason` names what spoke loudest."""
    kept: bool = False
    strength: float = 1.0
    """0 to 1: how sure this is."""
    evidence: tuple[float, ...] = ()
    """What each of `weights.NAMES` added to the log odds. Empty when nothing had to be weighed."""
    odds: float | None = None
    """The logarithm of the odds that it is the body's, after its neighbours had a say. None when not weighed."""
