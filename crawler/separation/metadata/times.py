"""When the article appeared and was changed: what the page claims, made precise by what it shows."""

import re
from dataclasses import dataclass
from datetime import datetime

from crawler.dates import Reading, find_machine_reading, find_reading
from crawler.separation.blocks import PageBlock
from crawler.separation.metadata.facts import Facts
from crawler.separation.page import Page

_CHANGED = re.compile(
    r"aktualisiert|geändert|updated|modified|zuletzt|bearbeitet|stand:|mis à jour|actualizado", re.IGNORECASE
)
_NEAR_BLOCKS = 12
_MAX_DATE_CHARS = 160
_MAX_CLOCK_CHARS = 20
_HAS_DATE = re.compile(r"\d{1,2}\D{1,12}(?:\d{4}|\d{2}\b)|\d{4}年")


@dataclass(frozen=True, kw_only=True, slots=True)
class Times:
    """The article's times, aware."""

    published_at: datetime | None
    modified_at: datetime | None
    warnings: tuple[str, ...] = ()


def find_times(
    page: Page, facts: Facts, blocks: list[PageBlock], title_index: int | None, language: str | None
) -> Times:
    """The times of an article: machine-readable first, a visible minute before a bare day, then the listing's."""
    published = _first_machine(facts.published, page)
    modified = _first_machine(facts.modified, page)
    if published is None or not published.has_time:
        shown = _visible(page, blocks, title_index, language)
        if shown and (published is None or (shown.has_time and shown.moment.date() == published.moment.date())):
            published = shown
    listed = page.listing.published_at
    if listed is not None and (published is None or not published.has_time):
        published = Reading(moment=listed, has_time=True, has_zone=True)
    warnings: tuple[str, ...] = ()
    if published and published.has_time and not published.has_zone:
        warnings = ("the time of publication has no zone; it was taken as UTC",)
    changed = modified.moment if modified else None
    if changed is not None and published is not None and changed <= published.moment:
        changed = None
    return Times(published_at=published.moment if published else None, modified_at=changed, warnings=warnings)


def _first_machine(claims: list[str], page: Page) -> Reading | None:
    readings = [find_machine_reading(claim, zone=page.site.zone, not_after=page.fetched_at) for claim in claims]
    found = [reading for reading in readings if reading is not None]
    return next((reading for reading in found if reading.has_time), found[0] if found else None)


def _visible(page: Page, blocks: list[PageBlock], title_index: int | None, language: str | None) -> Reading | None:
    title = title_index or 0
    near = range(max(0, title - _NEAR_BLOCKS), min(len(blocks), title + _NEAR_BLOCKS))
    best: Reading | None = None
    for index in sorted(near, key=lambda place: abs(place - title)):
        text = blocks[index].text
        if len(text) > _MAX_DATE_CHARS or not _HAS_DATE.search(text) or _CHANGED.match(text):
            continue
        following = blocks[index + 1].text if index + 1 < len(blocks) else ""
        if len(following) < _MAX_CLOCK_CHARS:
            text = f"{text} {following}"
        reading = find_reading(text, language=language, zone=page.site.zone, not_after=page.fetched_at)
        if reading is None:
            continue
        if reading.has_time:
            return reading
        best = best or reading
    return best
