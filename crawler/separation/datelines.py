"""Lines between title and text that hold a date, a time, an author's name and nothing else.

"Von Paul Engel, 3. Februar 2024, 12:30 Uhr", "Posted: 4:37 pm, March 12, 2009": no word of them is the article's, and
pages have too few of them for weights to learn every order. "Luxembourg, July 1 2010" opens a letter, and stays.
"""

import re

from crawler.separation.blocks import PageBlock
from crawler.separation.outline import Outline
from crawler.separation.verdict import Verdict

_MAX_CHARS = 160
_MAX_BLOCKS = 12
_MONTH = (
    r"(?:jan(?:uary|uar)?|jänner|feb(?:ruary|ruar|er)?|mar(?:ch)?|mär(?:z)?|mrz|apr(?:il)?|may|mai|june?|juni?|july?|juli"
    r"|aug(?:ust)?|sep(?:t|tember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\b\.?"
)
_DATE = re.compile(
    r"(?<![\d.])(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*(?:(?:19|20)\d\d|\d\d)"
    rf"|\d{{1,2}}(?:\.|st|nd|rd|th)?\s*{_MONTH},?\s*(?:19|20)\d\d|\b{_MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d"
    r")(?![\d.:]\d)",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\d.,])(?:[0-2]?\d[:.h][0-5]\d(?::[0-5]\d)?(?:\s*[ap]\.?m\b\.?)?|\d{1,2}\s*(?:[ap]\.?m\b\.?|uhr\b))(?![\d%])",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?:^|(?<=[\W\n]))(?i:von|by|par|por|autor(?:in)?:?|author:?|text:)\s+[A-ZÄÖÜ][\w.'’-]*"
    r"(?:\s+(?:(?:von|van|de|zu)\s+)?[A-ZÄÖÜ][\w.'’-]*){1,3}(?:\s*(?:,|und|and|&)\s+[A-ZÄÖÜ][\w.-]+\s+[A-ZÄÖÜ][\w.-]+)*"
)
_WORD = re.compile(r"[^\W_]+")
_WORDS = frozenset(
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


def is_dateline(text: str) -> bool:
    """True for a line that is a date, with its label, its time and its author at most."""
    if len(text) > _MAX_CHARS:
        return False
    rest, found = _DATE.subn(" ", text)
    if not found:
        return False
    return _WORDS.issuperset(_WORD.findall(_AUTHOR.sub(" ", _CLOCK.sub(" ", rest)).lower()))


def judge_datelines(blocks: list[PageBlock], outline: Outline, verdicts: list[Verdict | None]) -> None:
    """Gives such lines right behind the title their verdict."""
    if outline.title_index is None:
        return
    first = outline.title_index + 1
    for index, block in enumerate(blocks[first : first + _MAX_BLOCKS], first):
        if is_dateline(block.text):
            if verdicts[index] is None:
                verdicts[index] = Verdict("byline", "between title and text, a date with its label, time and author")
        elif outline.prose[index]:
            return
