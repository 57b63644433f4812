"""Dates as pages write them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.dates import find_machine_reading, find_moment, find_reading, without_dates

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
# Wall clocks, without a zone.
FIRST = datetime.fromisoformat("1950-01-01")
LAST = datetime.fromisoformat("2080-01-01")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("13.11.2025 06:56 Uhr", "de", "2025-11-13T06:56:00+01:00"),
        ("21.01.2026, 18:37 Uhr", "de", "2026-01-21T18:37:00+01:00"),
        ("13. November 2025", "de", "2025-11-13T00:00:00+01:00"),
        ("Donnerstag, 13. November 2025, 9:00 Uhr (aktualisiert)", "de", "2025-11-13T09:00:00+01:00"),
        ("Veröffentlicht am 3. Juli 2025 um 6.05 Uhr von unserer Redaktion", "de", "2025-07-03T06:05:00+02:00"),
        ("06:56 Uhr, 13.11.2025", "de", "2025-11-13T06:56:00+01:00"),
        ("1.2.2025 um 6 Uhr", "de", "2025-02-01T06:00:00+01:00"),
        ("13.11.25, 6.56 Uhr", "de", "2025-11-13T06:56:00+01:00"),
        ("2025-11-13T05:56:00Z", "de", "2025-11-13T06:56:00+01:00"),
        ("2025-11-13", "de", "2025-11-13T00:00:00+01:00"),
        ("Nov 13, 2025 6:56 PM EST", "en", "2025-11-13T18:56:00-05:00"),
        ("March 28, 2025: 11:24 AM", "en", "2025-03-28T11:24:00+01:00"),
        ("3/4/2025", "en-US", "2025-03-04T00:00:00+01:00"),
        ("3/4/2025", "en-GB", "2025-04-03T00:00:00+02:00"),
        ("3/4/2025", "de", "2025-04-03T00:00:00+02:00"),
        ("13/11/2025", "en-US", "2025-11-13T00:00:00+01:00"),
        ("Publié le 13 novembre 2025 à 14h30", "fr", "2025-11-13T14:30:00+01:00"),
        ("12 de octubre de 2024", "es", "2024-10-12T00:00:00+02:00"),
        ("2025年11月13日 6時56分", "ja", "2025-11-13T06:56:00+01:00"),
        ("10. Jänner 2024", "de-AT", "2024-01-10T00:00:00+01:00"),
        ("1. Mai 2024", "tlh", "2024-05-01T00:00:00+02:00"),
    ],
)
def test_full_dates_are_read(text: str, language: str, expected: str) -> None:
    found = find_moment(text, language=language, zone=BERLIN)
    assert found is not None
    assert found.isoformat() == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "heute",
        "gestern 12:00",
        "vor 3 Stunden",
        "2025",
        "12 2024",
        "Mai 2024",
        "31.02.2024",
        "20241202105634",
        "4711",
        "Seit 1990 sind 5 Jahre vergangen",
        "Tel. 0800 123 45 67",
        "1.500,00 Euro",
        "3. Kapitel",
        "im Jahr 2024 kamen 12",
        "2014 April 2014",
    ],
)
def test_nothing_else_is_a_date(text: str) -> None:
    assert find_moment(text, language="de", zone=BERLIN) is None


def test_a_day_alone_has_no_time() -> None:
    reading = find_reading("13. November 2025", language="de", zone=BERLIN)
    assert reading is not None
    assert not reading.has_time
    assert reading.has_zone


def test_without_a_zone_utc_is_assumed_and_said() -> None:
    reading = find_reading("13.11.2025 06:56 Uhr", language="de", zone=None)
    assert reading is not None
    assert reading.moment == datetime(2025, 11, 13, 6, 56, tzinfo=UTC)
    assert not reading.has_zone


def test_the_doubled_hour_of_autumn_is_its_first_pass() -> None:
    found = find_moment("26.10.2025 02:30 Uhr", language="de", zone=BERLIN)
    assert found is not None
    assert found.isoformat() == "2025-10-26T02:30:00+02:00"


def test_an_offset_tells_the_passes_of_the_doubled_hour_apart() -> None:
    found = find_moment("2025-10-26T02:30:00+01:00", language="de", zone=BERLIN)
    assert found is not None
    assert found.isoformat() == "2025-10-26T02:30:00+01:00"


def test_the_missing_hour_of_spring_is_moved_forward() -> None:
    found = find_moment("30.03.2025 02:30 Uhr", language="de", zone=BERLIN)
    assert found is not None
    assert found.isoformat() == "2025-03-30T03:30:00+02:00"


def test_a_date_after_the_limit_is_passed_over() -> None:
    limit = datetime(2025, 11, 14, tzinfo=UTC)
    found = find_moment("Konferenz am 20.12.2025, gemeldet am 13.11.2025", language="de", zone=BERLIN, not_after=limit)
    assert found is not None
    assert found.date().isoformat() == "2025-11-13"
    assert find_moment("20 décembre 2025", language="fr", zone=BERLIN, not_after=limit) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu, 13 Nov 2025 06:56:00 +0100", "2025-11-13T06:56:00+01:00"),
        ("2025-11-13T06:56:00.123456789Z", "2025-11-13T07:56:00+01:00"),
        ("2025-11-13 06:56:00 +0100", "2025-11-13T06:56:00+01:00"),
        ("1763013360", "2025-11-13T06:56:00+01:00"),
        ("1763013360000", "2025-11-13T06:56:00+01:00"),
    ],
)
def test_machine_dates(text: str, expected: str) -> None:
    reading = find_machine_reading(text, zone=BERLIN)
    assert reading is not None
    assert reading.has_time
    assert reading.moment.isoformat() == expected


@pytest.mark.parametrize("text", ["", "true", "0", "17", "now", "2025", "176301336"])
def test_other_machine_values_are_no_dates(text: str) -> None:
    assert find_machine_reading(text, zone=BERLIN) is None


@given(st.datetimes(min_value=FIRST, max_value=LAST), st.sampled_from([BERLIN, NEW_YORK]))
def test_a_wall_clock_comes_back_or_is_moved_by_the_missing_hour(wall: datetime, zone: ZoneInfo) -> None:
    wall = wall.replace(second=0, microsecond=0)
    found = find_moment(f"{wall:%d.%m.%Y, %H:%M} Uhr", language="de", zone=zone)
    assert found is not None
    assert found.replace(tzinfo=None) - wall in (timedelta(0), timedelta(hours=1))
    assert found == found.astimezone(UTC)


@given(st.text(max_size=200), st.sampled_from(["de", "en", "ja", None, "", "-"]))
def test_any_text_is_read_or_passed_over(text: str, language: str | None) -> None:
    found = find_moment(text, language=language, zone=BERLIN)
    assert found is None or found.utcoffset() is not None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Von Paul Engel, 3. Februar 2024, 12:30 Uhr", "Von Paul Engel,,"),
        ("2024-02-03 12:30:00 UTC", ""),
        ("-Aktualisiert am 28.04.2023-19:20", "-Aktualisiert am -"),
        ("Datum:26. Januar 2022", "Datum:"),
        ("3/4/12 4:37 pm EST", ""),
        ("Um 12:30 Uhr beginnt es", "Um 12:30 Uhr beginnt es"),
        ("63 / 91-92", "63 / 91-92"),
    ],
)
def test_a_text_without_its_dates(text: str, rest: str) -> None:
    assert " ".join(without_dates(text).split()).replace(" ,", ",") == rest
