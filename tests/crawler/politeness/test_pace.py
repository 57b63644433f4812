"""The pace of one host."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from crawler.politeness.pace import HostPace

seconds = st.floats(min_value=0, max_value=1000)


def test_the_first_request_need_not_wait() -> None:
    assert HostPace().wait_seconds(5.0, interval_seconds=60) == 0


def test_the_slowest_holds() -> None:
    pace = HostPace(crawl_delay_seconds=10)
    pace.note_request(100.0, interval_seconds=1)
    assert pace.wait_seconds(101.0, interval_seconds=1) == 9
    assert pace.wait_seconds(101.0, interval_seconds=20) == 19
    pace.hold(101.0, seconds=60)
    assert pace.wait_seconds(101.0, interval_seconds=20) == 60


def test_a_shorter_hold_does_not_end_a_longer_one() -> None:
    pace = HostPace()
    pace.hold(0.0, seconds=60)
    pace.hold(10.0, seconds=5)
    assert pace.hold_left_seconds(10.0) == 50
    assert pace.held_seconds == 60


def test_holds_that_overlap_are_counted_once() -> None:
    pace = HostPace()
    pace.hold(0.0, seconds=60)
    pace.hold(30.0, seconds=60)
    assert pace.held_seconds == 90


@given(st.lists(st.tuples(seconds, seconds), max_size=30), seconds, st.floats(min_value=0.001, max_value=100))
def test_two_requests_are_never_closer_than_asked(
    holds: list[tuple[float, float]], delay: float, interval: float
) -> None:
    pace, now, sent = HostPace(crawl_delay_seconds=delay), 0.0, []
    for passes, hold in holds:
        now += pace.wait_seconds(now, interval_seconds=interval)
        pace.note_request(now, interval_seconds=interval)
        sent.append(now)
        now += passes
        pace.hold(now, seconds=hold)
    least = max(delay, interval)
    assert all(later - earlier >= least - 1e-6 for earlier, later in pairwise(sent))
