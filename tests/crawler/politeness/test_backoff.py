"""How long an overloaded host is left alone that does not say for how long."""

from hypothesis import given
from hypothesis import strategies as st

from crawler.politeness.backoff import LONGEST_SECONDS, backoff_seconds

chances = st.floats(0, 1)


def test_each_pause_is_twice_as_long_up_to_ten_minutes() -> None:
    pauses = [backoff_seconds(2, overload_count=number, chance=0.5) for number in range(1, 13)]
    assert pauses == [2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600]


@given(st.floats(0.01, 60), st.integers(1, 10_000), chances)
def test_jitter_is_a_quarter_and_there_is_an_end(first: float, count: int, chance: float) -> None:
    middle = backoff_seconds(first, overload_count=count, chance=0.5)
    assert 0.75 * middle * 0.999 <= backoff_seconds(first, overload_count=count, chance=chance) <= 1.25 * middle * 1.001
    assert middle <= LONGEST_SECONDS


@given(st.integers(1, 7), chances, chances)
def test_no_pause_is_shorter_than_the_one_before(count: int, one: float, other: float) -> None:
    before = backoff_seconds(2, overload_count=count, chance=one)
    assert backoff_seconds(2, overload_count=count + 1, chance=other) >= before * 0.999 * (1.5 / 1.25)
