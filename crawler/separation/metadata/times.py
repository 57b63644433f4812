"""When the article appeared and was changed: what the page claims, made precise by what it shows.

In order: a claim with a time of day, a dateline with one, the listing's minute, then bare days; where there is none of
them, the only day that the page tells of as that of publication. A claimed day is made precise by a minute of the same
day only, and whatever two others contradict with one voice is dropped with a warning.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from crawler.dates import Reading, find_machine_reading
from crawler.separation.blocks import PageBlock
from crawler.separation.metadata.dateline import find_datelines
from crawler.separation.metadata.facts import Facts
from crawler.separation.metadata.only_day import find_only_day
from crawler.separation.metadata.zones import guess_zone
from crawler.separation.page import Page
from crawler.separation.verdict import Verdict

_IN_ADDRESS = (
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-_/.](?P<month>[01]\d)[-_/.](?P<day>[0-3]\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>[0-3]\d)[-_.](?P<month>[01]\d)[-_.](?P<year>20\d\d)(?!\d)"),
    re.compile(r"(?<![\d.])(?P<year>20[012]\d)(?P<month>0\d|1[012])(?P<day>[0-3]\d)(?!\d)"),
)
# Systems without a field for the time write midnight.
_MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?\s*(?:Z|[+-]\d\d:?\d\d)?$")
_WITNESSES = 2
_CLAIM, _DATELINE = "the page's metadata", "the dateline"


@dataclass(frozen=True, kw_only=True, slots=True)
class Times:
    """The article's times, aware."""

    published_at: datetime | None
    modified_at: datetime | None
    warnings: tuple[str, ...] = ()
    witnesses: tuple["Witness", ...] = ()
    """Who says when it appeared, the most trusted first; also those that were not believed."""


@dataclass(frozen=True, slots=True)
class Witness:
    """One source's word on when the article appeared."""

    source: str
    reading: Reading
    is_precise: bool
    """True when its time of day means something."""


def find_times(
    page: Page,
    facts: Facts,
    blocks: list[PageBlock],
    verdicts: Sequence[Verdict],
    *,
    title_index: int | None,
    language: str | None,
) -> Times:
    """The times of an article; None where neither the page nor its listing says one."""
    shown = find_datelines(page, blocks, verdicts, title_index, language)
    witnesses = [
        witness
        for witness in (
            _claimed(facts.published, page),
            _witness(_DATELINE, shown.published),
            _listed(page),
            _witness("the address", _from_address(page)),
        )
        if witness is not None
    ]
    believed = [witness for witness in witnesses if not _is_contradicted(witness, witnesses, page)]
    warnings = [
        f"{witness.source} says {witness.reading.moment:%Y-%m-%d}, against the day that the others agree on"
        for witness in witnesses
        if witness not in believed
    ]
    late = _later_than_shown(believed)
    if late is not None:
        believed.remove(late)
        warnings.append(f"{late.source} says {late.reading.moment:%Y-%m-%d}, a later day than the article's own head")
    published = _most_precise(believed)
    if published is None and (only := find_only_day(page, blocks, verdicts, language)) is not None:
        published = only
        witnesses.append(Witness("the only day of publication that the page tells of", only, only.has_time))
    zone = guess_zone(page.url, language)
    if published and published.has_time and not published.has_zone:
        warnings.append(f"the time of publication has no zone; it was taken as {zone.key if zone else 'UTC'}")
    published = _in_zone(published, zone)
    claimed_change = _claimed(facts.modified, page)
    changed = next(
        (
            reading.moment
            for found in (claimed_change.reading if claimed_change else None, shown.modified)
            for reading in [_in_zone(found, zone)]
            if reading is not None and (published is None or reading.moment > published.moment)
        ),
        None,
    )
    return Times(
        published_at=published.moment if published else None,
        modified_at=changed,
        warnings=tuple(warnings),
        witnesses=tuple(witnesses),
    )


def _later_than_shown(witnesses: list[Witness]) -> Witness | None:
    """A claim of a later day than the dateline's, alone against it: programs note when a page was put up once more.

    Of two days that are each other with day and month exchanged, one was misread: that of the human spelling.
    """
    if [witness.source for witness in witnesses] != [_CLAIM, _DATELINE]:
        return None
    claimed, shown = (witness.reading.moment.date() for witness in witnesses)
    exchanged = claimed.year == shown.year and (claimed.month, claimed.day) == (shown.day, shown.month)
    return witnesses[0] if claimed > shown and not exchanged else None


def _in_zone(reading: Reading | None, zone: ZoneInfo | None) -> Reading | None:
    """The same wall clock in this zone, where nothing named one; the same moment, where it was written in UTC."""
    if reading is None or zone is None:
        return reading
    if not reading.has_zone:
        return replace(reading, moment=reading.moment.replace(tzinfo=zone))
    if reading.moment.utcoffset() or reading.moment.time() == time(0):
        return reading
    return replace(reading, moment=reading.moment.astimezone(zone))


def _most_precise(witnesses: list[Witness]) -> Reading | None:
    """The first witness's day, with the first time of that day; a minute of another day replaces no claimed day."""
    if not witnesses:
        return None
    first = witnesses[0]
    precise = [witness for witness in witnesses if witness.is_precise]
    if first.source == _CLAIM:
        precise = [witness for witness in precise if witness.reading.moment.date() == first.reading.moment.date()]
    return (precise or witnesses)[0].reading


def _is_contradicted(witness: Witness, witnesses: list[Witness], page: Page) -> bool:
    days = [_day_of(other, page) for other in witnesses if other is not witness]
    own = _day_of(witness, page)
    # Without the publisher's zone, the day may be that of another zone.
    slack = 0 if page.site.zone is not None else 1
    return any(days.count(day) >= _WITNESSES and abs((day - own).days) > slack for day in days)


def _day_of(witness: Witness, page: Page) -> date:
    moment = witness.reading.moment
    # What is not precise is a day, not a moment: midnight must not slip to the day before.
    return (moment.astimezone(page.site.zone) if page.site.zone and witness.is_precise else moment).date()


def _witness(source: str, reading: Reading | None) -> Witness | None:
    return Witness(source, reading, reading.has_time) if reading is not None else None


def _listed(page: Page) -> Witness | None:
    listed = page.listing.published_at
    if listed is None:
        return None
    return Witness("the listing", Reading(moment=listed, has_time=True, has_zone=True), is_precise=True)


def _claimed(claims: list[str], page: Page) -> Witness | None:
    """The first claim, made precise by another of the same day."""
    found = []
    for claim in claims:
        reading = find_machine_reading(claim, zone=page.site.zone, not_after=page.fetched_at)
        if reading is not None:
            midnight = reading.moment.time() == time(0) or _MIDNIGHT.search(claim.strip())
            found.append(Witness(_CLAIM, reading, reading.has_time and not midnight))
    if not found:
        return None
    day = found[0].reading.moment.date()
    first = next((one for one in found if one.is_precise and one.reading.moment.date() == day), found[0])
    if first.is_precise and not first.reading.has_zone:
        # The same minute, written once more with its offset.
        wall = f"{first.reading.moment:%Y%m%d%H%M}"
        zoned = (one for one in found if one.reading.has_zone and f"{one.reading.moment:%Y%m%d%H%M}" == wall)
        return next(zoned, first)
    return first


def _from_address(page: Page) -> Reading | None:
    """The day that an address names, as many blogs' and some papers' do."""
    path = urlsplit(page.url or "").path
    for form in _IN_ADDRESS:
        match = form.search(path)
        if match:
            written = f"{match['year']}-{match['month']}-{match['day']}"
            return find_machine_reading(written, zone=page.site.zone, not_after=page.fetched_at)
    return None
