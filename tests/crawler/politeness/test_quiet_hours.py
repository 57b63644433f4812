"""When a publisher is left alone."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.politeness.quiet_hours import InvalidQuietHours, parse_quiet_hours

BERLIN = ZoneInfo("Europe/Berlin")


def end_at(text: str, moment: datetime) -> str | None:
    end = parse_quiet_hours(text, zone=BERLIN).find_end(moment)
    return end.isoformat() if end else None


@pytest.mark.parametrize(
    ("text", "moment", "end"),
    [
        ("06:00-22:30", "2026-11-20T05:59:59+01:00", None),
        ("06:00-22:30", "2026-11-20T06:00:00+01:00", "2026-11-20T22:30:00+01:00"),
        ("06:00-22:30", "2026-11-20T22:30:00+01:00", None),
        ("06:00-22:30", "2026-11-20T05:30:00+00:00", "2026-11-20T22:30:00+01:00"),
        ("06:00-22:30 UTC", "2026-11-20T06:30:00+01:00", None),
        ("22:00 - 04:00", "2026-11-20T23:00:00+01:00", "2026-11-21T04:00:00+01:00"),
        ("22:00-04:00", "2026-11-21T03:59:00+01:00", "2026-11-21T04:00:00+01:00"),
        ("22:00-04:00", "2026-11-21T04:00:00+01:00", None),
        # The night on which summer begins, and the one on which it ends.
        ("01:00-05:00", "2026-03-29T01:30:00+01:00", "2026-03-29T05:00:00+02:00"),
        ("01:00-05:00", "2026-10-25T02:30:00+02:00", "2026-10-25T05:00:00+01:00"),
    ],
)
def test_hours_are_those_of_the_zones_clock(text: str, moment: str, end: str | None) -> None:
    assert end_at(text, datetime.fromisoformat(moment)) == end


@pytest.mark.parametrize("text", ["", "nachts", "6-22", "06:00-25:00", "06:00-06:00", "06:00-22:00 Mars/Base", "1:00"])
def test_what_names_no_hours_is_refused_with_an_example_or_a_reason(text: str) -> None:
    with pytest.raises(InvalidQuietHours, match="names no hours"):
        parse_quiet_hours(text, zone=BERLIN)


@given(st.integers(946_684_800, 2_208_988_800), st.times(), st.times())
def test_they_end_within_a_day_and_are_over_then(seconds: int, start: object, end: object) -> None:
    moment = datetime.fromtimestamp(seconds, UTC)
    text = f"{start:%H:%M}-{end:%H:%M}"
    if text[:5] == text[-5:]:
        return
    hours = parse_quiet_hours(text, zone=BERLIN)
    over = hours.find_end(moment)
    if over is not None:
        assert timedelta(0) < over - moment <= timedelta(hours=25)
        assert over.strftime("%H:%M") == text[-5:]
