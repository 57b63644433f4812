"""What an index page says of each article: headline, teaser, minute.

Entries are judged together. What the pieces of most entries have is what an entry is like; a text that stands between
two entries, or in one of them, and has no counterpart at the others is furniture, such as an advertisement. Where the
pieces hold no more than the headline (lines parted by `<br>`, a table row for each part), the lines between them are
shared out: dates belong to the headline that follows when a date stands before the first one, teasers to the headline
before them.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from articles.identity import CanonicalUrl
from articles.store.contract import ListingEntry
from crawler.dates import find_moment
from crawler.discovery.lines import Line, PageLines
from crawler.discovery.occurrences import Occurrence, find_occurrences, repeated_texts

# A longer line says a date in passing.
_MAX_DATE_CHARS = 60
# How far from a headline its date may stand, in lines.
_DATE_REACH = 3
# Fewer words are a byline, a section, a reading time or a button.
_MIN_TEASER_WORDS = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """How this publisher's dates are read."""

    language: str | None
    zone: ZoneInfo | None
    not_after: datetime | None
    """Aware; no entry lies after it. None: not judged."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Surroundings:
    occurrence: Occurrence
    before: Sequence[Line]
    """Lines that belong to nobody, since the entry before."""
    own: Sequence[Line]
    after: Sequence[Line]


def discover_entries(page: PageLines, reading: Reading) -> tuple[ListingEntry, ...]:
    """Every article the page shows, once each, in page order."""
    places = _surroundings(page, find_occurrences(page))
    dull = repeated_texts(page.lines)
    moments = _moments(places, reading)
    summaries = _summaries(places, dull, reading)
    entries: dict[CanonicalUrl, ListingEntry] = {}
    for place, moment, summary in zip(places, moments, summaries, strict=True):
        url = place.occurrence.url
        found = ListingEntry(url=url, title=_title(place.own, dull, reading), summary=summary, published_at=moment)
        entries[url] = _merged(entries[url], found) if url in entries else found
    return tuple(entries.values())


def _merged(first: ListingEntry, second: ListingEntry) -> ListingEntry:
    """One entry of two places that show the same article; the place with a date is the list itself."""
    if second.published_at and not first.published_at:
        first, second = second, first
    return ListingEntry(
        url=first.url,
        title=first.title or second.title,
        summary=first.summary or second.summary,
        published_at=first.published_at or second.published_at,
    )


def _surroundings(page: PageLines, occurrences: Sequence[Occurrence]) -> list[_Surroundings]:
    places = []
    for index, occurrence in enumerate(occurrences):
        begin = occurrences[index - 1].end if index else 0
        finish = occurrences[index + 1].start if index + 1 < len(occurrences) else len(page.lines)
        places.append(
            _Surroundings(
                occurrence=occurrence,
                before=page.lines[begin : occurrence.start],
                own=page.lines[occurrence.start : occurrence.end],
                after=page.lines[occurrence.end : finish],
            )
        )
    return places


# Titles


def _title(own: Sequence[Line], dull: frozenset[str], reading: Reading) -> str | None:
    candidates = [line for line in own if line.text and line.text not in dull and _find_date([line], reading) is None]
    in_heading = [line for line in candidates if line.heading is not None]
    if in_heading:
        heading = in_heading[0].heading
        return " ".join(line.text for line in in_heading if line.heading is heading)
    return next((line.text for line in candidates if line.url), None)


# Dates


def _moments(places: Sequence[_Surroundings], reading: Reading) -> list[datetime | None]:
    own = [_find_date(place.own, reading) for place in places]
    if sum(moment is not None for moment in own) * 2 > len(places):
        return own
    # Outside, then, and on the same side of every headline.
    before = [_find_date(place.before[-_DATE_REACH:], reading) for place in places]
    after = [_find_date(place.after[:_DATE_REACH], reading) for place in places]
    outside = before if before and before[0] is not None else after
    return [mine or theirs for mine, theirs in zip(own, outside, strict=True)]


def _find_date(lines: Sequence[Line], reading: Reading) -> datetime | None:
    """The moment that a line tells, or a date line and the time line behind it together."""
    for index, line in enumerate(lines):
        if line.machine_date and (moment := _moment(line.machine_date, reading)):
            return moment
        if not _may_tell_date(line.text):
            continue
        behind = lines[index + 1].text if index + 1 < len(lines) else ""
        if _may_tell_date(behind) and (moment := _moment(f"{line.text} {behind}", reading)):
            return moment
        if moment := _moment(line.text, reading):
            return moment
    return None


def _may_tell_date(text: str) -> bool:
    return len(text) <= _MAX_DATE_CHARS and any(character.isdigit() for character in text)


def _moment(text: str, reading: Reading) -> datetime | None:
    return find_moment(text, language=reading.language, zone=reading.zone, not_after=reading.not_after)


# Teasers


def _summaries(places: Sequence[_Surroundings], dull: frozenset[str], reading: Reading) -> list[str | None]:
    own = [_sentences(_behind_title(place.own, dull, reading), dull) for place in places]
    if sum(bool(texts) for texts in own) * 2 > len(places):
        return _typical(own)
    after = [_sentences(place.after, dull) for place in places]
    if sum(bool(texts) for texts in after) * 2 > len(places):
        return _typical(after)
    return [None] * len(places)


def _behind_title(own: Sequence[Line], dull: frozenset[str], reading: Reading) -> Sequence[Line]:
    title = _title(own, dull, reading)
    for index, line in enumerate(own):
        if title and line.text and title.endswith(line.text):
            return own[index + 1 :]
    return own


def _sentences(lines: Sequence[Line], dull: frozenset[str]) -> list[str]:
    return [
        line.text
        for line in lines
        if not line.is_link
        and line.heading is None
        and line.text not in dull
        and len(line.text.split()) >= _MIN_TEASER_WORDS
    ]


def _typical(texts: Sequence[Sequence[str]]) -> list[str | None]:
    """Of each entry no more lines than most entries have: one more is an advertisement's."""
    usual = Counter(len(lines) for lines in texts if lines).most_common(1)[0][0]
    return [" ".join(lines[:usual]) or None for lines in texts]
