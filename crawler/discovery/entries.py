"""What an index page says of each article: headline, teaser, minute.

Entries are judged together. What the pieces of most entries have is what an entry is like; a text that stands between
two entries, or in one of them, and has no counterpart at the others is furniture, such as an advertisement. Where the
pieces hold no more than the headline (lines parted by `<br>`, a table row for each part), the lines between them are
shared out: dates belong to the headline that follows when a date stands before the first one, teasers to the headline
before them.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from articles.identity import CanonicalUrl, slug_of
from articles.store.terms import ListingEntry
from crawler.dates import Reading, find_reading
from crawler.discovery.lines import Line, PageLines
from crawler.discovery.occurrences import Occurrence, find_occurrences, repeated_texts

# A longer line says a date in passing.
_MAX_DATE_CHARS = 60
# How far from a headline its date may stand, in lines.
_DATE_REACH = 3
# A time of day takes no more: at 6:37 p.m.
_MAX_TIME_WORDS = 3
_DIGIT = re.compile(r"\d")
_NO_LINE = Line(text="", url=None, is_link=False, heading=None, machine_date=None)
# Fewer words are a byline, a section, a reading time or a button.
_MIN_TEASER_WORDS = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class DateRules:
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


def discover_entries(page: PageLines, rules: DateRules) -> tuple[ListingEntry, ...]:
    """Every article the page shows, once each, in page order."""
    places = _surroundings(page, find_occurrences(page))
    dull = repeated_texts(page.lines)
    moments = _moments(places, rules)
    titles = [_title(place.own, dull, rules) for place in places]
    summaries = _summaries(places, titles, dull)
    entries: dict[CanonicalUrl, ListingEntry] = {}
    for place, title, moment, summary in zip(places, titles, moments, summaries, strict=True):
        url = place.occurrence.url
        found = ListingEntry(url=url, title=title, summary=summary, published_at=moment)
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


def _title(own: Sequence[Line], dull: frozenset[str], rules: DateRules) -> str | None:
    candidates = [
        line
        for index, line in enumerate(own)
        if line.text and line.text not in dull and not _is_date_part(own[max(index - 1, 0) : index + 2], line, rules)
    ]
    in_heading = [line for line in candidates if line.heading is not None]
    if in_heading:
        heading = in_heading[0].heading
        return " ".join(line.text for line in in_heading if line.heading is heading)
    linked = [line for line in candidates if line.url]
    # A label may stand before the headline in the same link; the headline is what the URL is made of.
    return max(linked, key=lambda line: _words_shared(line.text, line.url or ""), default=_NO_LINE).text or None


def _words_shared(text: str, url: str) -> int:
    """How many words of a text stand in a URL's last segment, whichever way that spells umlauts."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    words = {*re.findall(r"[a-z]{3,}", plain), *slug_of(text).split("-")}
    return len(words & set(re.findall(r"[a-z]{3,}", url.rpartition("/")[2])))


# Dates


def _moments(places: Sequence[_Surroundings], rules: DateRules) -> list[datetime | None]:
    own = [_find_date(place.own, rules) for place in places]
    if sum(moment is not None for moment in own) * 2 > len(places):
        return own
    # Outside, then, and on the same side of every headline.
    before = [_find_date(place.before[-_DATE_REACH:], rules) for place in places]
    after = [_find_date(place.after[:_DATE_REACH], rules) for place in places]
    outside = before if before and before[0] is not None else after
    return [mine or theirs for mine, theirs in zip(own, outside, strict=True)]


def _find_date(lines: Sequence[Line], rules: DateRules) -> datetime | None:
    """The moment that a line tells; where it tells a day alone, with the time in the line behind or before it."""
    for index, line in enumerate(lines):
        if line.machine_date and (found := _read(line.machine_date, rules)):
            return found.moment
        found = _read(line.text, rules) if _may_tell_date(line.text) else None
        if found is None or found.has_time:
            if found:
                return found.moment
            continue
        behind = lines[index + 1].text if index + 1 < len(lines) else ""
        before = lines[index - 1].text if index else ""
        for text in (f"{line.text} {behind}", f"{before} {line.text}"):
            joined = _read(text, rules) if _may_tell_date(text) else None
            if joined and joined.has_time and joined.moment.date() == found.moment.date():
                return joined.moment
        return found.moment
    return None


def _is_date_part(lines: Sequence[Line], line: Line, rules: DateRules) -> bool:
    """True for a line that is a date, or beside a day the time of that day; `lines`: it and its neighbours."""
    if _find_date([line], rules) is not None:
        return True
    if len(line.text.split()) > _MAX_TIME_WORDS:
        return False
    for day in lines:
        moment = None if day is line else _find_date([day], rules)
        if moment and any(_find_date(pair, rules) != moment for pair in ([day, line], [line, day])):
            return True
    return False


def _may_tell_date(text: str) -> bool:
    return len(text) <= _MAX_DATE_CHARS and _DIGIT.search(text) is not None


@lru_cache(maxsize=1024)  # a page's lines are looked at from several sides
def _read(text: str, rules: DateRules) -> Reading | None:
    return find_reading(text, language=rules.language, zone=rules.zone, not_after=rules.not_after)


# Teasers


def _summaries(places: Sequence[_Surroundings], titles: Sequence[str | None], dull: frozenset[str]) -> list[str | None]:
    own = [_sentences(_behind_title(place.own, title), dull) for place, title in zip(places, titles, strict=True)]
    if sum(bool(texts) for texts in own) * 2 > len(places):
        return _typical(own, own)
    after = [_sentences(place.after, dull) for place in places]
    if sum(bool(texts) for texts in after) * 2 > len(places):
        return _typical(after, after[:-1] or after)  # behind the last entry comes the rest of the page
    return [None] * len(places)


def _behind_title(own: Sequence[Line], title: str | None) -> Sequence[Line]:
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


def _typical(texts: Sequence[Sequence[str]], samples: Sequence[Sequence[str]]) -> list[str | None]:
    """Of each entry no more lines than most of the samples have: one more is an advertisement's."""
    numbers = Counter(len(lines) for lines in samples if lines)
    usual = min(numbers, key=lambda number: (-numbers[number], number), default=1)
    return [" ".join(lines[:usual]) or None for lines in texts]
