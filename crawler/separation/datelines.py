"""Lines between title and text that hold a date, a time, an author's name and nothing else.

"Von Paul Engel, 3. Februar 2024, 12:30 Uhr", "Paul Engel · 3.2.2024", "Posted: 4:37 pm, March 12, 2009": no word of
them is the article's, and pages have too few of them for weights to learn every order. "Luxembourg, July 1 2010" opens
a letter, and stays. A name alone, right beside such a line, belongs to it. "Eva Halm • Reporterin" needs no date.
"""

import re

from crawler.dates import without_dates
from crawler.elements import HEADING_TAGS
from crawler.separation.blocks import PageBlock
from crawler.separation.outline import Outline
from crawler.separation.verdict import Verdict

_MAX_CHARS = 160
_MAX_BLOCKS, _BEFORE_TITLE = 12, 3
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*(?:[^\S\n]+(?:(?:v[ao]n|de[nr]?|zu|al|el)\s+)*[A-ZÀ-ÖØ-Þ][\w.'’-]*){1,4}"
_NAMES = rf"{_NAME}(?:\s*(?:,|\bund\b|\band\b|&)\s*{_NAME})*"
_SIGNED = rf"{_NAME}(?:\s*\([^()\d]{{2,30}}\))?"
# What a writer did, or is, may stand behind the name in brackets; where he writes from, behind a comma.
_AUTHOR = re.compile(
    r"(?:^|(?<=[\W\n]))(?i:(?:eine?\s+\w+\s+|(?:verfasst|geschrieben|aufgezeichnet|written|reported|words)\s+)?(?:von|by)"
    r"|par|por|(?:autor(?:in|en|innen)?|authors?):?|(?:text|words):|aus\s+\w+\s+bericht\w+)\s+"
    rf"(?P<names>{_SIGNED}(?:\s*(?:,|\bund\b|\band\b|&)\s*{_SIGNED})*)(?:,\s*[A-ZÀ-ÖØ-Þ]\w+(?!\s*\w))?"
)
_HOUR = re.compile(r"\b(?:um\s+)?uhr\b", re.IGNORECASE)
# From one to the other: a headline's words.
_FROM_TO = re.compile(r"von\s+\S+\s+zu\s", re.IGNORECASE)
_READING_TIME = re.compile(
    r"(?:lesezeit|lesedauer|reading time)\W*(?:ca\.?\s*)?\d+\s*min\w*\.?"
    r"|\d+[\s-]*min\w*\.?\s*(?:lesezeit|lesedauer|read\b|reading time)",
    re.IGNORECASE,
)
_CALLING = re.compile(
    r"(?:[\w/]+[ -]){0,2}\w*(?:redakteur|reporter|korrespondent|journalist|autor|editor|correspondent|writer"
    r"|contributor|kolumnist|volontär)(?:in|en|innen|s)?",
    re.IGNORECASE,
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
        " letzte änderung aktualisierung first redaktion red staff dpa afp apa reuters epd kna sid"
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
    return all(_is_of_byline(part) for part in _parts(rest))


def is_byline(text: str) -> bool:
    """True for a line that says who wrote an article, with what that is and how long it takes to read at most."""
    if len(text) > _MAX_CHARS or text.endswith((".", "?", "!")) or _FROM_TO.match(text):
        return False
    signed = _AUTHOR.search(text) is not None
    parts = [part for part in _MARK.split(_unsigned(text).strip()) if part]
    called = any(_CALLING.fullmatch(part) for part in parts) and any(_BARE_NAMES.fullmatch(part) for part in parts)
    return (signed or called) and all(map(_is_of_byline, parts))


def find_signed_names(text: str) -> list[str]:
    """The names behind a word for "by" in a line that is a dateline or a byline; of any other line none."""
    if not (is_dateline(text) or is_byline(text)):
        return []
    return [match["names"] for match in _AUTHOR.finditer(_READING_TIME.sub(" | ", text))]


def find_bare_names(text: str) -> list[str]:
    """The names that stand between a dateline's or byline's marks without a word for "by"; of any other line none."""
    if not (is_dateline(text) or is_byline(text)):
        return []
    parts = _parts(without_dates(text, mark=" | "))
    return [part for part in parts if _BARE_NAMES.fullmatch(part) and not _is_said_of_dates(part)]


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
    for index in range(max(0, first - 1 - _BEFORE_TITLE), first - 1):
        if verdicts[index] is None and is_dateline(blocks[index].text):
            verdicts[index] = Verdict("byline", "before the title, a date with its label, time and author")
    paragraphs = 0
    for index in range(first, min(first + _MAX_BLOCKS, len(blocks))):
        if is_of_dateline(index, blocks) or _signs(blocks[index]):
            if verdicts[index] is None:
                verdicts[index] = Verdict("byline", "between title and text, a date with its label, time and author")
        elif outline.prose[index]:
            paragraphs += 1
            if paragraphs > 1:
                return


def _signs(block: PageBlock) -> bool:
    return block.tag not in HEADING_TAGS and is_byline(block.text)


def _parts(undated: str) -> list[str]:
    return _MARK.split(_unsigned(_HOUR.sub(" | ", undated)).strip())


def _unsigned(text: str) -> str:
    return _AUTHOR.sub(" | ", _READING_TIME.sub(" | ", text))


def _is_of_byline(part: str) -> bool:
    part = part.strip(" ,")
    return _is_said_of_dates(part) or bool(_BARE_NAMES.fullmatch(part) or _CALLING.fullmatch(part))


def _is_said_of_dates(text: str) -> bool:
    return DATELINE_WORDS.issuperset(_WORD.findall(text.lower()))
