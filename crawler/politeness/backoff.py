"""How long an overloaded host that says nothing of it is left alone: exponential back-off with jitter."""

LONGEST_SECONDS = 600.0
_JITTER = 0.25
_MOST_DOUBLINGS = 20


def backoff_seconds(first_seconds: float, *, overload_count: int, chance: float) -> float:
    """The pause after so many overloaded answers in a row, give or take a quarter.

    Args: first_seconds: the first pause; each further one is twice as long, up to LONGEST_SECONDS. overload_count: 1 or
    more. chance: 0 to 1, drawn anew each time, so that waiting crawlers do not come back as one.
    """
    doubled: float = first_seconds * 2 ** min(overload_count - 1, _MOST_DOUBLINGS)
    return min(doubled, LONGEST_SECONDS) * (1 - _JITTER + 2 * _JITTER * chance)
