"""The dateline: the line beside the title that says little more than when the article appeared.

It stands at most a few lines before the title, or behind it before the second paragraph; where there is none, right
before the text or, with a word that tells of publication or of a change, beside or behind it; else it opens the text
("Berlin, 3. Mai 2024 – ") or stands in the title's own element. A date in a sentence, an advertisement, a caption, or
beside another article's headline is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawler.dates import Reading, find_machine_reading, find_reading
from crawler.separation.blocks import PageBlock
from crawler.separation.labels import BIT
from crawler.separation.metadata.dated_lines import (
    CHANGED,
    HAS_DATE,
    dates_article,
    is_bare,
    is_sentence,
    tells_date,
    with_label,
)
from crawler.separation.metadata.opening_dates import find_dates_in_title, find_opening_dates
from crawler.separation.page import Page
from crawler.separation.prose import is_prose
from crawler.separation.verdict import Verdict

_DIGIT = re.compile(r"\d")
_CLOCK_LINE = re.compile(r"\W*\d{1,2}[:.h]\d\d")
# Nothing, a weekday or a month, a place: "Berlin, den 3. Mai". Births, premieres, holders of rights are no datelines.
_BEFORE_CLOSING_DATE = re.compile(r"[^\w©]*(?:[^\W\d]+,\s*)?(?:[^\W\d]+\.?\s+)?[(\[]?(?=\d)")
_NEAR_BLOCKS = 12
_BEFORE_TEXT_BLOCKS, _BEHIND_TEXT_BLOCKS = 3, 40
_MAX_CLOCK_CHARS = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Datelines:
    """What the article's head shows."""

    published: Reading | None
    modified: Reading | None


def find_datelines(
    page: Page, blocks: list[PageBlock], verdicts: Sequence[Verdict], title_index: int | None, language: str | None
) -> Datelines:
    """The times that the article's head shows; one with a time of day before a nearer one without."""
    published: list[Reading] = []
    modified: list[Reading] = []
    for index in (*_head(blocks, verdicts, title_index), *_beside_text(blocks, verdicts, title_index)):
        block = blocks[index]
        text = with_label(index, blocks)
        following = blocks[index + 1].text if index + 1 < len(blocks) else ""
        # A time of its own ("06:56 Uhr"), or a weekday that has the date behind it.
        if len(following) < _MAX_CLOCK_CHARS and (_CLOCK_LINE.match(following) or not HAS_DATE.search(text)):
            text = f"{text} {following}"
        marked = _in_time_element(block, page)
        if marked is None and not _DIGIT.search(text):
            continue
        if not dates_article(index, blocks, verdicts, title_index):
            continue
        for line in text.split("\n"):
            first, second = _part_at_change(line)
            for part, found in ((first, published), (second, modified)):
                reading = marked if part == line else None
                if reading is None and HAS_DATE.search(part):
                    reading = find_reading(part, language=language, zone=page.site.zone, not_after=page.fetched_at)
                if reading is not None:
                    found.append(reading)
    if not published:
        published += _readings_of_text(page, blocks, verdicts, title_index, language)
    return Datelines(published=_best(published), modified=_best(modified))


def _readings_of_text(
    page: Page, blocks: list[PageBlock], verdicts: Sequence[Verdict], title_index: int | None, language: str | None
) -> Iterator[Reading]:
    """Of dates in the title's element, and of those that open the text."""
    for text in (*find_dates_in_title(blocks, title_index), *find_opening_dates(blocks, verdicts, title_index)):
        reading = find_reading(text, language=language, zone=page.site.zone, not_after=page.fetched_at)
        if reading is not None:
            yield reading


def _part_at_change(line: str) -> tuple[str, str]:
    """What a line says of publication, and what of a change: "Die Seite wurde am 3. 5. 2024 geändert." is all of it."""
    change = CHANGED.search(line)
    if change is None:
        return line, ""
    return ("", line) if is_sentence(line) else (line[: change.start()], line[change.end() :])


def _best(readings: list[Reading]) -> Reading | None:
    """The nearest; made precise by another of the same day."""
    if not readings:
        return None
    day = readings[0].moment.date()
    return next((one for one in readings if one.has_time and one.moment.date() == day), readings[0])


def _head(blocks: list[PageBlock], verdicts: Sequence[Verdict], title_index: int | None) -> Iterator[int]:
    """The places of the article's head, the nearest to the title first."""
    title = title_index if title_index is not None else 0
    stop = min(len(blocks), title + _NEAR_BLOCKS)
    paragraphs = [index for index in range(title, stop) if verdicts[index].kept and is_prose(blocks[index])]
    if len(paragraphs) > 1:  # the lead may stand above the dateline
        stop = paragraphs[1]
    yield from sorted(range(max(0, title - _NEAR_BLOCKS), stop), key=lambda place: abs(place - title))


def _beside_text(blocks: list[PageBlock], verdicts: Sequence[Verdict], title_index: int | None) -> Iterator[int]:
    """The places right before the text, then those in it and right behind it that tell of publication or a change."""
    kept = [index for index in range(title_index or 0, len(blocks)) if verdicts[index].kept]
    if not kept:
        return
    for index in range(kept[0] - 1, max(-1, kept[0] - 1 - _BEFORE_TEXT_BLOCKS), -1):
        if verdicts[index].label == "byline" or tells_date(index, blocks):
            yield index
    for index in range(kept[0], min(len(blocks), kept[-1] + 1 + _BEHIND_TEXT_BLOCKS)):
        own = verdicts[index].label in ("byline", "page foot", "page head", "caption")
        if own and (tells_date(index, blocks) or (index > kept[-1] and CHANGED.search(with_label(index, blocks)))):
            yield index
    yield from _closing_date(kept[-1] + 1, blocks, verdicts)


def _closing_date(first: int, blocks: list[PageBlock], verdicts: Sequence[Verdict]) -> Iterator[int]:
    """A date and hardly more, right behind the text or its byline; unless another follows, as in a list of articles."""
    stop = min(len(blocks), first + _NEAR_BLOCKS)
    dated = [index for index in range(first, stop) if HAS_DATE.search(blocks[index].text)]
    if len(dated) != 1 or (dated[0] != first and (dated[0] > first + 1 or verdicts[first].label != "byline")):
        return
    block = blocks[dated[0]]
    says_no_more = tells_date(dated[0], blocks) or _BEFORE_CLOSING_DATE.match(block.text)
    if says_no_more and is_bare(block.text) and not block.region.inherited & BIT["page foot"]:
        yield dated[0]


def _in_time_element(block: PageBlock, page: Page) -> Reading | None:
    for _, markup in block.runs:
        for element in markup:
            if element.tag == "time":
                written = element.get("datetime") or ""
                reading = find_machine_reading(written, zone=page.site.zone, not_after=page.fetched_at)
                if reading is not None:
                    return reading
    return None
