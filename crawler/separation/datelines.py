"""Lines between title and text that hold a date, a time, an author's name and nothing else.

"Von Paul Engel, 3. Februar 2024, 12:30 Uhr", "Paul Engel · 3.2.2024", "Posted: 4:37 pm, March 12, 2009": no word of
them is the article's, and pages have too few of them for weights to learn every order. "Luxembourg, July 1 2010" opens
a letter, and stays. A name alone, right beside such a line, belongs to it.
"""

import re

from crawler.dates import without_dates
from crawler.separation.blocks import PageBlock
from crawler.separation.outline import Outline
from crawler.separation.verdict import Verdict

_MAX_CHARS = 160
_MAX_BLOCKS = 12
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*(?:\s+(?:(?:v[ao]n|de[nr]?|zu|al|el)\s+)*[A-ZÀ-ÖØ-Þ][\w.'’-]*){1,4}"
_NAMES = rf"{_NAME}(?:\s*(?:,|\bund\b|\band\b|&)\s*{_NAME})*"
_AUTHOR = re.compile(
    rf"(?:^|(?<=[\W\n]))(?i:(?:eine?\s+\w+\s+)?von|by|par|por|autor(?:in)?:?|author:?|text:)\s+{_NAMES}"
)
_BARE_NAMES = re.compile(_NAMES)
_MARK = re.compile(r"\s*[|•·–—\n]+\s*|\s+[-/]+\s+")
_WORD = re.compile(r"[^\W_]+")
DATELINE_WORDS = frozenset(
    re.findall(
        r"\w+",
        "veröffentlicht erschienen publiziert erstellt geschrieben aktualisiert zuletzt geändert bearbeitet stand datum"
        " vom am um uhr zeit montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so"
        " published posted publication created written updated last modified edited date first on at of the"
        " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
        " publié mis à jour le lundi mardi mercredi jeudi vendredi samedi dimanche publicado actualizado el"
        " utc gmt bst est edt cst cdt mst mdt pst pdt et ct pt cet cest mez mesz jst ist",
    )
)
"""What a dateline may say beside its date: that something appeared or changed, weekdays, zones; in lower case."""


def is_dateline(text: str) -> bool:
    """True for a line that is a date, with its label, its time and its authors at most."""
    if len(text) > _MAX_CHARS:
        return False
    rest = without_dates(text, mark=" | ")
    if rest == text:
        return False
    parts = _MARK.split(_AUTHOR.sub(" ", rest).strip())
    return all(_is_said_of_dates(part) or _BARE_NAMES.fullmatch(part) for part in parts)


def find_bare_names(text: str) -> list[str]:
    """The names that stand between a dateline's marks without a word for "by"; of any other line none."""
    if not is_dateline(text):
        return []
    parts = _MARK.split(_AUTHOR.sub(" ", without_dates(text, mark=" | ")).strip())
    return [part for part in parts if not _is_said_of_dates(part)]


def is_beside_dateline(index: int, blocks: list[PageBlock]) -> bool:
    """True for names alone whose neighbour on either side is a dateline."""
    text = blocks[index].text
    if not text or len(text) > _MAX_CHARS or not _BARE_NAMES.fullmatch(text):
        return False
    return any(0 <= place < len(blocks) and is_dateline(blocks[place].text) for place in (index - 1, index + 1))


def is_of_dateline(index: int, blocks: list[PageBlock]) -> bool:
    """True for a dateline, and for names alone beside one."""
    return is_dateline(blocks[index].text) or is_beside_dateline(index, blocks)


def judge_datelines(blocks: list[PageBlock], outline: Outline, verdicts: list[Verdict | None]) -> None:
    """Gives such lines behind the title their verdict: up to the text's second paragraph, the lead being the first."""
    if outline.title_index is None:
        return
    first = outline.title_index + 1
    paragraphs = 0
    for index in range(first, min(first + _MAX_BLOCKS, len(blocks))):
        if is_of_dateline(index, blocks):
            if verdicts[index] is None:
                verdicts[index] = Verdict("byline", "between title and text, a date with its label, time and author")
        elif outline.prose[index]:
            paragraphs += 1
            if paragraphs > 1:
                return


def _is_said_of_dates(text: str) -> bool:
    return DATELINE_WORDS.issuperset(_WORD.findall(text.lower()))
