"""When pages are asked again."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from crawler.schedule import LONGEST_INTERVAL, LONGEST_PAUSE, next_check, next_try

NOW = datetime(2026, 1, 1, 3, tzinfo=UTC)
URL = "https://gazette.example/news/a"
ages = st.timedeltas(min_value=timedelta(days=-1), max_value=timedelta(days=5000))


def test_the_young_are_due_on_every_run() -> None:
    assert next_check(URL, born_at=NOW - timedelta(hours=23), now=NOW) == NOW


def test_an_article_from_the_future_is_young() -> None:
    assert next_check(URL, born_at=NOW + timedelta(hours=2), now=NOW) == NOW


def test_the_interval_is_the_age() -> None:
    assert next_check(URL, born_at=NOW - timedelta(days=2), now=NOW) == NOW + timedelta(days=2)


def test_a_century_takes_few_checks() -> None:
    born, now, checks = NOW, NOW, 0
    while now - born < timedelta(days=365):
        now = next_check(URL, born_at=born, now=now) if checks else now + timedelta(days=1)
        checks += 1
    assert checks < 15


@given(ages, st.text())
def test_no_interval_is_longer_than_the_longest_or_the_age(age: timedelta, url: str) -> None:
    due = next_check(url, born_at=NOW - age, now=NOW)
    assert NOW <= due <= NOW + LONGEST_INTERVAL
    if age >= timedelta(days=1):
        assert min(age, LONGEST_INTERVAL) * 0.74 <= due - NOW <= age


def test_articles_of_one_walk_are_not_due_in_one_night() -> None:
    dues = {next_check(f"{URL}-{number}", born_at=NOW - timedelta(days=900), now=NOW).date() for number in range(200)}
    assert len(dues) > 20


def test_a_rejected_page_is_due_on_the_next_run_then_ever_later() -> None:
    pauses = [next_try(failure_count=count, now=NOW) - NOW for count in range(9)]
    assert pauses[:4] == [timedelta(0), timedelta(days=1), timedelta(days=2), timedelta(days=4)]
    assert pauses[-1] == LONGEST_PAUSE
    assert pauses == sorted(pauses)


def test_a_page_with_more_chances_is_due_on_as_many_runs() -> None:
    pauses = [next_try(failure_count=count, now=NOW, chances=3) - NOW for count in range(5)]
    assert pauses == [timedelta(0)] * 3 + [timedelta(days=1), timedelta(days=2)]
