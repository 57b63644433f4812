"""The dateline: the line beside the title that says little more than when the article appeared.

It stands at most a few lines before the title, or behind it before the second paragraph; where there is none, right
before the text or, with a word that tells of publication, right behind it. A date in a sentence, an advertisement, a
caption, or beside another article's headline is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawler.dates import Reading, find_machine_reading, find_reading
from crawler.separation.blocks import PageBlock, Region
from crawler.separation.labels import BIT
from crawler.separation.page import Page
from crawler.separation.prose import ends_sentence, is_prose
from crawler.separation.verdict import Verdict

_CHANGED = re.compile(
    r"(?:zuletzt\s+|last\s+)?(?:aktualisiert|geändert|updated?|modified|bearbeitet|stand:|mis à jour|actualizado)"
    r"|zuletzt\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_HAS_DATE = re.compile(r"\d{1,2}\D{1,12}(?:\d{4}|\d{2}\b)|\d{4}年")
# "Concert on Friday, 12": a thing that takes place, unless the word before tells that the article appeared.
_TAKES_PLACE = re.compile(r"\w.*\b(?:am|ab|bis|on|until|from|le|el)\W+(?:[^\W\d]+\W+){0,2}$", re.IGNORECASE)
_APPEARED = re.compile(
    r"veröffentlicht|erschienen|publi|posted|gespeichert|erstellt|geschrieben|written|artikel|article|beitrag|meldung"
    r"|\b(?:von|by|par|por|dpa|afp|apa|sda|reuters|redaktion)\b"
    r"|created|filed|first",
    re.IGNORECASE,
)
_ADS = sum(BIT[name] for name in ("webinar ad", "consultation ad", "shop ad", "newsletter", "advertising"))
_FOREIGN = frozenset({"webinar ad", "consultation ad", "shop ad", "newsletter", "advertising", "teaser", "comments"})
_TELLS_DATE = re.compile(
    r"(?:\w+ )?(?:veröffentlicht|erschienen|publi\w*|posted|erstellt|geschrieben|dat(?:um|e)|created)\b", re.IGNORECASE
)
_NEAR_BLOCKS = 12
_BEFORE_TEXT_BLOCKS, _BEHIND_TEXT_BLOCKS = 3, 20
_BESIDE_BLOCKS = 2
_MAX_CHARS = 160
_MAX_CLOCK_CHARS = 20
_MAX_WORDS = 14
_MIN_HEADLINE_CHARS = 24
_MIN_HEADLINE_WORDS = 4
_WORD = re.compile(r"[^\W\d_]{2,}")
_MAX_BARE_WORDS = 3


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
        text = block.text
        following = blocks[index + 1].text if index + 1 < len(blocks) else ""
        if len(following) < _MAX_CLOCK_CHARS:  # a time of its own: "06:56 Uhr"
            text = f"{text} {following}"
        if not _DIGIT.search(text) and not _in_time_element(block, page):
            continue
        if not _is_dateline(index, blocks, verdicts, title_index):
            continue
        change = _CHANGED.search(text)
        first, second = (text[: change.start()], text[change.end() :]) if change else (text, "")
        marked = None if change else _in_time_element(block, page)
        for part, found in ((first, published), (second, modified)):
            reading = marked if marked is not None and part is first else None
            if reading is None and _HAS_DATE.search(part):
                reading = find_reading(part, language=language, zone=page.site.zone, not_after=page.fetched_at)
            if reading is not None:
                found.append(reading)
    return Datelines(published=_best(published), modified=_best(modified))


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
    """The places right before the text, then those right behind it that tell of publication."""
    kept = [index for index in range(title_index or 0, len(blocks)) if verdicts[index].kept]
    if not kept:
        return
    for index in range(kept[0] - 1, max(-1, kept[0] - 1 - _BEFORE_TEXT_BLOCKS), -1):
        if verdicts[index].label == "byline":
            yield index
    for index in range(kept[-1] + 1, min(len(blocks), kept[-1] + 1 + _BEHIND_TEXT_BLOCKS)):
        if verdicts[index].label in ("byline", "page foot") and _TELLS_DATE.match(blocks[index].text):
            yield index


def _is_dateline(index: int, blocks: list[PageBlock], verdicts: Sequence[Verdict], title_index: int | None) -> bool:
    block = blocks[index]
    text = block.text
    if not text or len(text) > _MAX_CHARS or index == title_index:
        return False
    if len(_WORD.findall(text)) > _MAX_WORDS or _is_sentence(text) or block.kinds & _ADS:
        return False
    before = re.split(r"\d", text, maxsplit=1)[0]
    if _TAKES_PLACE.match(before) and not _APPEARED.search(before):
        return False
    bare = len(_WORD.findall(text)) <= _MAX_BARE_WORDS
    if verdicts[index].label == "caption" and not bare and not _APPEARED.search(before):
        return False
    if verdicts[index].label in _FOREIGN or block.region.inherited & BIT["comments"]:
        # The page head's advertising may run on to the title; a bare date there is the article's.
        beside = title_index is not None and 0 < title_index - index <= _BESIDE_BLOCKS
        return (
            beside
            and len(_WORD.findall(text)) <= _MAX_BARE_WORDS
            and not _beside_headline(index, blocks, verdicts, title_index)
        )
    return not _beside_headline(index, blocks, verdicts, title_index)


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) and not text[-2:-1].isdigit()  # "4. 2. 2022."


def _beside_headline(index: int, blocks: list[PageBlock], verdicts: Sequence[Verdict], title_index: int | None) -> bool:
    """True when a box without title and body holds a headline that is a link: the date is that article's."""
    region: Region | None = blocks[index].region
    while region is not None and region.element is not None:
        places = range(region.start, region.stop)
        if title_index in places or any(verdicts[at].kept for at in places if at != index):
            return False
        if any(_is_headline(blocks[at]) for at in places if at != index):
            return True
        region = region.parent
    return False


def _is_headline(block: PageBlock) -> bool:
    size = len(block.text)
    return (
        size >= _MIN_HEADLINE_CHARS
        and not _HAS_DATE.search(block.text)  # date, author and comments of one article may all be links
        and block.link_chars >= size - block.text.count(" ") - 2
        and len(_WORD.findall(block.text)) >= _MIN_HEADLINE_WORDS
    )


def _in_time_element(block: PageBlock, page: Page) -> Reading | None:
    for _, markup in block.runs:
        for element in markup:
            if element.tag == "time":
                written = element.get("datetime") or ""
                reading = find_machine_reading(written, zone=page.site.zone, not_after=page.fetched_at)
                if reading is not None:
                    return reading
    return None
