"""Dates that open the text ("Berlin, 3. Mai 2024 – ") or stand in the title's own element."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from crawler.separation.blocks import PageBlock
from crawler.separation.metadata.dated_lines import APPEARED, HAS_DATE, WORD
from crawler.separation.verdict import Verdict

# "Berlin, 3. Mai 2024 – ", "(3. Mai 2024) ", "03.05.2024 | ": at most a place and a word for its kind before it.
_OPENING = re.compile(
    r"\W*(?P<before>(?:[^\W\d][\w.-]*[\s,/|]+){0,5})"
    r"(?P<date>(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\d{1,2}\D{1,12}\d{4})"
    r"(?:,?\s+\d{1,2}:\d\d(?: Uhr)?)?)"
    r"(?:\s*[-–—|:•)(/„“»«\"]|\.?\s*$|\.\s+[^\W\d_a-zäöü])"
)
_OF_EVENT = re.compile(r"(?:.*\s)?(?:am|ab|bis|on|until|from|seit|since|vom|le|el)\W*", re.IGNORECASE)
_OPENING_BLOCKS = 5
_TELLING = frozenset({"list", "table"})


def find_dates_in_title(blocks: list[PageBlock], title_index: int | None) -> Iterator[str]:
    """Dates that stand in the title's element, in an inline element or a line of their own."""
    for text, _ in blocks[title_index].runs if title_index is not None else ():
        if HAS_DATE.search(text) and len(WORD.findall(text)) <= 1:
            yield text


def find_opening_dates(blocks: list[PageBlock], verdicts: Sequence[Verdict], title_index: int | None) -> Iterator[str]:
    """Dates that open one of the body's first blocks; those of lists and tables are of what they tell."""
    first = title_index + 1 if title_index is not None else 0
    kept = (index for index in range(first, len(blocks)) if verdicts[index].kept)
    for index in islice(kept, _OPENING_BLOCKS):
        opening = _OPENING.match(blocks[index].text) if verdicts[index].label not in _TELLING else None
        if opening and (APPEARED.search(opening["before"]) or not _OF_EVENT.fullmatch(opening["before"])):
            yield opening["date"]
