"""Dates as pages write them, human and machine, read into aware datetimes.

A date counts only when it names day, month and year. Nothing is read relative to today ("gestern", "3 hours ago"), and
no bare year or number is a date. Regular expressions read the usual spellings; dateparser, which is slow, is asked only
about short texts that they could not read but that hold a year.

Wall clocks: a time without an offset is the zone's. In the hour that autumn doubles it is the first pass (the one that
can lie after no limit which allows the other), a time in the hour that spring leaves out is moved forward by that hour,
as wall clocks are. Without a zone it is taken as UTC; `Reading.has_zone` tells.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from dateparser.conf import SettingValidationError
from dateparser.date import DateDataParser

MAX_CHARS = 2000
"""No more of a text is looked at."""
MAX_HUMAN_CHARS = 90
"""A longer text is no date line; dateparser is not asked about it."""

# A clock on the publisher's side may be ahead; a time whose zone nobody knows may be up to fourteen hours off UTC.
_AHEAD = timedelta(minutes=10)
_AHEAD_WITHOUT_ZONE = timedelta(hours=14)

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan jän", "feb", "mar mär mrz", "apr", "may mai", "jun", "jul", "aug", "sep", "oct okt", "nov", "dec dez"), 1
    )
    for name in names.split()
}
_MONTH = (
    r"(?P<month>january|february|march|april|may|june|july|august|september|october|november|december|januar|jänner"
    r"|feber|februar|märz|maerz|mai|juni|juli|oktober|dezember|jan|feb|mar|mär|mrz|apr|jun|jul|aug|sept?|oct|okt|nov"
    r"|dec|dez)\.?"
)
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)"
_FORMS_WRITTEN = (
    rf"{_YEAR}(?P<mark>[-/.])(?P<number>[01]?\d)(?P=mark){_DAY}(?=T?\b|T\d)",
    rf"{_DAY}\s*(?P<mark>[./-])\s*(?P<number>[0-3]?\d)\s*(?P=mark)\s*{_YEAR}",
    # Two digits for the year only with dots: 3/4/12 may be anything.
    r"(?P<day>[0-3]?\d)\.(?P<number>[01]?\d)\.(?P<short_year>\d\d)(?!\.)",
    rf"{_DAY}(?:\.|st|nd|rd|th)?[\s-]*(?:of\s+)?\b{_MONTH},?[\s-]*{_YEAR}",
    rf"\b{_MONTH}\s*{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
    # As C's and Java's libraries write it: Tue Jan 28 15:28:56 CET 2020.
    rf"\b{_MONTH}\s+{_DAY}\s+(?=\d\d:\d\d:\d\d\s)[\d:]+\s+(?:[A-Z]{{2,5}}\s+)?{_YEAR}",
)
_FORMS = tuple(re.compile(rf"(?<![\d.:/-]){form}(?![\d/-]|:(?!\s+\d?\d:))", re.IGNORECASE) for form in _FORMS_WRITTEN)
_HOURS_EAST = (
    "z 0 utc 0 gmt 0 wet 0 bst 1 cet 1 mez 1 west 1 cest 2 mesz 2 eet 2 eest 3 est -5 edt -4 cdt -5 mst -7 mdt -6"
    " pst -8 pdt -7"
)
_ZONE_NAMES = {name: int(hours) for name, hours in re.findall(r"(\S+) (\S+)", _HOURS_EAST)}
_UNIVERSAL = frozenset({"z", "utc", "gmt", "wet"})
_CLOCK = (
    r"(?P<hour>[0-2]?\d)(?:(?P<colon>:)|[.h])(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d+)?)?"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?(?P<uhr>\s*Uhr\b)?"
    r"\s*\(?(?P<zone>[+-]\d\d:?\d\d|(?:" + "|".join(_ZONE_NAMES) + r")\b)?"
)
# What may stand between a date and its time: commas, dashes, bars, "um", "at", the weekday, never another number.
_JOINT = r"(?:T|[\s,;:|·•–—-]*(?:(?:um|at|ab|von|kl\.?|klo|om|à|a las)\s+)?)"
_CLOCK_AFTER = re.compile(_JOINT + _CLOCK, re.IGNORECASE)
_CLOCK_BEFORE = re.compile(
    r"(?<![\d.:])" + _CLOCK + r"[\s,;|·•–—-]*(?:(?:on|am)\s+)?(?:\w+(?:day|tag),?\s+)?$", re.IGNORECASE
)
_HOUR_ONLY = re.compile(_JOINT + r"(?P<hour>[0-2]?\d)\s*(?:(?P<half>[ap])\.?m\b\.?|(?P<uhr>Uhr\b))", re.IGNORECASE)
_CLOCK_WIDTH = 32
_MONTH_FIRST = frozenset({"en", "en-us", "en-ph", "fil"})
_ANY_YEAR = re.compile(r"(?<!\d)(?:1[89]|20|2[45])\d\d(?!\d)")
# Day, month and year with the month as a word of any language: "le 3 août 2024", "3 de mayo de 2024".
_SPOKEN = re.compile(r"(?<!\d)[0-3]?\d(?:er|º|\.)?\s+(?:de\s+)?[^\W\d_]{3,12}\.?,?\s+(?:de\s+)?(?:19|20)\d\d(?!\d)")
# For taking dates out of a line: with any mark and two digits for the year, and with what is glued to them.
_GLUED_FORMS = tuple(
    re.compile(rf"(?<![\d.]){form}(?![\d.:]\d)", re.IGNORECASE)
    for form in (*_FORMS_WRITTEN, r"\d{1,2}\s*(?P<mark>[./-])\s*\d{1,2}\s*(?P=mark)\s*\d\d")
)
_DIGIT = re.compile(r"\d")
_ANY_CLOCK = re.compile(rf"(?<![\d.,])(?:{_CLOCK}(?![\d%])|\d{{1,2}}\s*(?:[ap]\.?m\b\.?|uhr\b))", re.IGNORECASE)
_EPOCH = re.compile(r"(?P<seconds>1\d{9})(?P<milliseconds>\d{3})?")
_HAS_WORD = re.compile(r"[^\W\d_]{2}|[年月日년월일]")
# "2014 April 2014" names no day; to find that out, dateparser would try every language.
_ANY_DAY = re.compile(r"(?<!\d)[0-3]?\d(?!\d)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A date as it was read, with what the text itself said of it."""

    moment: datetime
    """Aware, whole seconds; midnight when the text gives no time."""
    has_time: bool
    """False: only the day is known."""
    has_zone: bool
    """False: neither text nor caller named a zone, and UTC was assumed."""


def find_moment(
    text: str, *, language: str | None, zone: ZoneInfo | None, not_after: datetime | None = None
) -> datetime | None:
    """The first full date in a text, aware, with the zone's own offset; None when there is none.

    Args: language: BCP 47, decides whether `3/4/2025` begins with the day. zone: of times without an offset.
    not_after: aware; dates after it are passed over.
    """
    reading = find_reading(text, language=language, zone=zone, not_after=not_after)
    return reading.moment if reading else None


def find_reading(
    text: str, *, language: str | None, zone: ZoneInfo | None, not_after: datetime | None = None
) -> Reading | None:
    """Like `find_moment`, with how much the text said."""
    text = text[:MAX_CHARS]
    for reading in _written_dates(text, language, zone):
        if _is_past(reading, not_after):
            return reading
    if len(text) > MAX_HUMAN_CHARS or not all(part.search(text) for part in (_ANY_YEAR, _ANY_DAY, _HAS_WORD)):
        return None
    language = (language or "").split("-")[0].lower()
    # What stands before the first digit is "Published on" or a weekday; dateparser stumbles over both.
    begins = re.search(r"\d", text)
    parsed = _ask_dateparser(" ".join(text[begins.start() if begins else 0 :].split()), language)
    if parsed is not None:
        has_time = bool(re.search(r"\d[:.h時시点]\d\d", text))
        reading = _reading(parsed.replace(tzinfo=None), parsed.tzinfo, zone, has_time=has_time)
        return reading if _is_past(reading, not_after) else None
    # It stumbles over what stands behind the date, too.
    spoken = _SPOKEN.search(text)
    parsed = _ask_dateparser(" ".join(spoken[0].split()), language) if spoken else None
    if spoken is None or parsed is None:
        return None
    reading = _with_clock(parsed.replace(tzinfo=None), text, spoken, zone)
    return reading if _is_past(reading, not_after) else None


def without_dates(text: str, *, mark: str = " ") -> str:
    """A text without its dates, clocks and zones; the text itself where it holds no date.

    Args: mark: what stands where a date stood.
    """
    rest = text
    for form in _GLUED_FORMS if _DIGIT.search(text) else ():
        rest = form.sub(mark, rest)
    return _ANY_CLOCK.sub(" ", rest) if rest != text else text


def find_machine_reading(text: str, *, zone: ZoneInfo | None, not_after: datetime | None = None) -> Reading | None:
    """A date written for machines: ISO 8601, RFC 822, or seconds or milliseconds since 1970. None for anything else."""
    text = text.strip()
    epoch = _EPOCH.fullmatch(text)
    if epoch:
        moment = datetime.fromtimestamp(int(epoch["seconds"]), tz=zone or UTC)
        reading: Reading | None = Reading(moment=moment, has_time=True, has_zone=True)
    else:
        reading = next(_written_dates(text[:MAX_HUMAN_CHARS], "de", zone), None)
    return reading if reading and _is_past(reading, not_after) else None


def _is_past(reading: Reading, not_after: datetime | None) -> bool:
    if not_after is None:
        return True
    return reading.moment <= not_after + (_AHEAD if reading.has_zone else _AHEAD_WITHOUT_ZONE)


def _written_dates(text: str, language: str | None, zone: ZoneInfo | None) -> Iterator[Reading]:
    matches = sorted(
        (match for form in _FORMS for match in form.finditer(text)), key=lambda match: (match.start(), -match.end())
    )
    for match in matches:
        parts = match.groupdict()
        year = int(parts.get("year") or 2000 + int(parts["short_year"]))
        day = int(parts["day"])
        if parts.get("month"):
            month = _MONTHS[parts["month"][:3].lower().replace("mae", "mär")]
        else:
            month = int(parts["number"])
            if _is_month_first(match, language):
                day, month = month, day
        try:
            date = datetime(year, month, day)  # noqa: DTZ001 - the zone comes with the clock
        except ValueError:
            continue
        yield _with_clock(date, text, match, zone)


def _is_month_first(match: re.Match[str], language: str | None) -> bool:
    parts = match.groupdict()
    if parts["mark" if "mark" in parts else "day"] != "/" or match.start("year") == match.start():
        return False
    day_is_no_month, number_is_no_month = int(parts["day"]) > 12, int(parts["number"]) > 12  # noqa: PLR2004 - months
    if day_is_no_month or number_is_no_month:
        return number_is_no_month
    return (language or "").lower() in _MONTH_FIRST


def _with_clock(date: datetime, text: str, match: re.Match[str], zone: ZoneInfo | None) -> Reading:
    after = text[match.end() : match.end() + _CLOCK_WIDTH]
    before = text[max(0, match.start() - _CLOCK_WIDTH) : match.start()]
    for clock in (_CLOCK_AFTER.match(after), _HOUR_ONLY.match(after), _CLOCK_BEFORE.search(before)):
        if clock is None:
            continue
        parts = clock.groupdict()
        # 6.56 is a time only when it says so; it may be a price or a section's number.
        if "minute" in parts and not (parts["colon"] or parts["uhr"] or parts["half"]):
            continue
        hour = int(parts["hour"])
        if parts["half"]:
            hour = hour % 12 + (12 if parts["half"].lower() == "p" else 0)
        if hour > 23:  # noqa: PLR2004 - 24:00 is the publisher's slip, not the next day
            continue
        wall = date.replace(hour=hour, minute=int(parts.get("minute") or 0), second=int(parts.get("second") or 0))
        name = (parts.get("zone") or "").lower()
        # Who writes "BST" for readers means that zone; an offset, or UTC, is how machines write any time.
        local = name in _ZONE_NAMES and name not in _UNIVERSAL
        return _reading(wall, _offset(name), zone, has_time=True, keeps_offset=local)
    return _reading(date, None, zone, has_time=False)


def _offset(name: str | None) -> tzinfo | None:
    if not name:
        return None
    if name[0] in "+-":
        minutes = int(name[1:3]) * 60 + int(name[-2:])
        sign = -1 if name[0] == "-" else 1
        return timezone(timedelta(minutes=sign * minutes)) if minutes < 24 * 60 else None
    return timezone(timedelta(hours=_ZONE_NAMES[name.lower()]))


def _reading(
    wall: datetime, offset: tzinfo | None, zone: ZoneInfo | None, *, has_time: bool, keeps_offset: bool = False
) -> Reading:
    moment = wall.replace(tzinfo=offset or zone or UTC, microsecond=0)
    if zone is not None and not keeps_offset:
        # There and back: moves an hour that spring left out forward, and gives every moment the zone's own offset.
        moment = moment.astimezone(UTC).astimezone(zone)
    return Reading(moment=moment, has_time=has_time, has_zone=offset is not None or zone is not None)


@lru_cache(maxsize=2048)
def _ask_dateparser(text: str, language: str) -> datetime | None:
    parser = _dateparser(language)
    found = parser.get_date_data(text).date_obj if parser else None
    return found if isinstance(found, datetime) else None


@lru_cache(maxsize=64)
def _dateparser(language: str) -> DateDataParser | None:
    try:
        return DateDataParser(
            languages=[language] if language else None,
            settings={
                "PARSERS": ["absolute-time"],
                "REQUIRE_PARTS": ["day", "month", "year"],
                "STRICT_PARSING": True,
                "PREFER_LOCALE_DATE_ORDER": True,
                "RETURN_AS_TIMEZONE_AWARE": False,
            },
        )
    except (ValueError, SettingValidationError):  # a language dateparser does not know
        return _dateparser("") if language else None
