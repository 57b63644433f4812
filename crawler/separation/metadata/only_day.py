"""The only day of publication that a page tells of, where nothing beside the article says when it appeared.

Pages show many days: of events, births, films, comments, laws. A day far from the text counts only behind a word for
its being that of publication ("Veröffentlichung: 4. 2. 2022"), and where all such lines agree, or all fields of the
page's scripts that are named for it. That a day is the page's only one says nothing: many show that of the fetch.
"""

import re
from collections.abc import Iterable, Sequence

from lxml.etree import _Element

from crawler.dates import Reading, find_machine_reading, find_reading
from crawler.separation.blocks import PageBlock
from crawler.separation.labels import BIT
from crawler.separation.metadata.dated_lines import CHANGED, TELLS_DATE, WORD
from crawler.separation.page import Page
from crawler.separation.prose import ends_sentence
from crawler.separation.verdict import Verdict

_HAS_DAY = re.compile(r"\d{1,2}\D{1,12}(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d")
_MAX_CHARS, _MAX_WORDS = 120, 10
_NEVER = frozenset({"comments", "advertising", "webinar ad", "consultation ad", "shop ad", "newsletter", "title"})
_OTHER_DAY = re.compile(rf"copyright|©|\(c\)|foto|photo|quelle|{CHANGED.pattern}", re.IGNORECASE)
_FIELD = re.compile(
    r"[\"'](?:date_?published|publish(?:ed)?_?(?:date|at|time)|publication_?date|first-?publication)\\?[\"']\s*:\s*"
    r"\\?[\"'](?P<value>\d[^\"'\\]{7,40})",
    re.IGNORECASE,
)
_MAX_SCRIPT_CHARS = 2_000_000


def find_only_day(
    page: Page, blocks: list[PageBlock], verdicts: Sequence[Verdict], language: str | None
) -> Reading | None:
    """The day, with the time of the first line or field that has one; None where there is none, or more than one."""
    return _agreed(_shown(page, blocks, verdicts, language)) or _agreed(_stated(page, blocks))


def _agreed(readings: Iterable[Reading]) -> Reading | None:
    found = list(readings)
    if len({reading.moment.date() for reading in found}) != 1:
        return None
    return next((reading for reading in found if reading.has_time), found[0])


def _shown(page: Page, blocks: list[PageBlock], verdicts: Sequence[Verdict], language: str | None) -> Iterable[Reading]:
    for block, verdict in zip(blocks, verdicts, strict=True):
        if verdict.label in _NEVER or block.region.inherited & BIT["comments"]:
            continue
        for line in block.text.split("\n"):
            if len(line) > _MAX_CHARS or not TELLS_DATE.match(line):
                continue
            if not _HAS_DAY.search(line) or _OTHER_DAY.search(line):
                continue
            if len(WORD.findall(line)) > _MAX_WORDS or ends_sentence(line):
                continue
            reading = find_reading(line, language=language, zone=page.site.zone, not_after=page.fetched_at)
            if reading is not None:
                yield reading


def _stated(page: Page, blocks: list[PageBlock]) -> Iterable[Reading]:
    anywhere: _Element | None = blocks[0].region.element if blocks else None
    for script in anywhere.getroottree().iter("script") if anywhere is not None else ():
        for field in _FIELD.finditer((script.text or "")[:_MAX_SCRIPT_CHARS]):
            reading = find_machine_reading(field["value"], zone=page.site.zone, not_after=page.fetched_at)
            if reading is not None:
                yield reading
