"""Whether a line with a date is the article's dateline: no sentence, no event, no caption, no teaser's date."""

import re
from collections.abc import Sequence

from crawler.separation.blocks import PageBlock, Region
from crawler.separation.labels import BIT
from crawler.separation.prose import ends_sentence
from crawler.separation.verdict import Verdict

CHANGED = re.compile(
    r"(?:zuletzt\s+|last\s+)?(?:aktualisiert|geändert|updated?|modified|edited|bearbeitet|stand:|mis à jour)"
    r"|actualizado|\bstand(?=\s+\d)|zuletzt\b|letzte (?:änderung|aktualisierung)|dernière mise à jour",
    re.IGNORECASE,
)
"""What tells that a date is that of a change."""
APPEARED = re.compile(
    r"veröffentlicht|erschienen|publi|posted|gespeichert|erstellt|geschrieben|written|artikel|article|beitrag|meldung"
    r"|mitteilung|\b(?:von|by|par|por|dpa|afp|apa|sda|reuters|redaktion)\b"
    r"|created|filed|first",
    re.IGNORECASE,
)
"""What tells that a date is that of publication."""
TELLS_DATE = re.compile(
    r"(?:\w+ )?(?:veröffentlich\w*|erschienen|publi(?!c\b|k)\w*|publikation\w*|posted|erstellt|geschrieben"
    r"|gespeichert|created)\b|(?:(?:post|publi\w+) )?date\b|(?:erscheinungs)?datum\b",
    re.IGNORECASE,
)
"""What begins a line with the day of publication; "Release date", "Public hearing" and "Publikumstag" do not."""
HAS_DATE = re.compile(r"\d{1,2}\D{1,12}(?:\d{4}|\d{2}\b)|\d{4}年")
# "Concert on Friday, 12": a thing that takes place, unless the word before tells that the article appeared.
_TAKES_PLACE = re.compile(r"\w.*\b(?:am|ab|bis|on|until|from|(?-i:le|el))\W+(?:[^\W\d]+\W+){0,2}$", re.IGNORECASE)
# "Hearing: 12 December", "Eröffnung: Samstag, 3. Mai": a thing that takes place, unless its name is that of a date.
_LABELLED = re.compile(r"\W*[^\W\d_][^:\d\n]{2,40}:[^\w]*(?:[^\W\d_]+\.?,?\s+){0,2}$")
WORD = re.compile(r"[^\W\d_]{2,}")
_ADS = sum(BIT[name] for name in ("webinar ad", "consultation ad", "shop ad", "newsletter", "advertising"))
_FOREIGN = frozenset({"webinar ad", "consultation ad", "shop ad", "newsletter", "advertising", "teaser"})
_TELLING = frozenset({"heading", "list", "table"})
_BESIDE_BLOCKS = 2
_MAX_CHARS, _MAX_WORDS, _MAX_BARE_WORDS = 160, 14, 3
_MIN_HEADLINE_CHARS, _MIN_HEADLINE_WORDS = 24, 4


def dates_article(index: int, blocks: list[PageBlock], verdicts: Sequence[Verdict], title_index: int | None) -> bool:
    """True for a line that dates the article, by its words and by where it stands."""
    return _reads_as_one(index, blocks, verdicts, title_index) and _stands_as_one(index, blocks, verdicts, title_index)


def is_bare(text: str) -> bool:
    """True for a line that is hardly more than a date."""
    return len(WORD.findall(text)) <= _MAX_BARE_WORDS


def is_sentence(text: str) -> bool:
    """True for what ends as one; "4. 2. 2022." does not."""
    return ends_sentence(text) and not text[-2:-1].isdigit()


def with_label(index: int, blocks: list[PageBlock]) -> str:
    """The block's text, behind what names it: "Datum:" may stand in an element of its own."""
    label = blocks[index - 1].text if index else ""
    names = label.endswith(":") and (TELLS_DATE.match(label) or CHANGED.match(label))
    return f"{label} {blocks[index].text}" if names else blocks[index].text


def tells_date(index: int, blocks: list[PageBlock]) -> bool:
    """True for a block that begins with a word for its being the date of publication."""
    return TELLS_DATE.match(with_label(index, blocks)) is not None


def _reads_as_one(index: int, blocks: list[PageBlock], verdicts: Sequence[Verdict], title_index: int | None) -> bool:
    block = blocks[index]
    text = block.text
    if not text or len(text) > _MAX_CHARS or index == title_index:
        return False
    if len(WORD.findall(text)) > _MAX_WORDS or block.kinds & _ADS:
        return False
    if is_sentence(text) and (verdicts[index].kept or not CHANGED.search(text)):
        return False
    before = re.split(r"\d", text, maxsplit=1)[0]
    if APPEARED.search(before):
        return True
    takes_place = _TAKES_PLACE.match(before) or (_LABELLED.match(before) and not TELLS_DATE.match(before.lstrip()))
    if takes_place and not CHANGED.search(before):
        return False
    # "The law of 12 March 2003", "3 May 1998: the last shift", what a picture shows.
    tells_of_it = verdicts[index].label == "caption" or (verdicts[index].kept and verdicts[index].label in _TELLING)
    return not tells_of_it or is_bare(text)


def _stands_as_one(index: int, blocks: list[PageBlock], verdicts: Sequence[Verdict], title_index: int | None) -> bool:
    distance = index - title_index if title_index is not None else _BESIDE_BLOCKS + 1
    tells, bare = tells_date(index, blocks), is_bare(blocks[index].text)
    beside_title = 0 < abs(distance) <= _BESIDE_BLOCKS
    own = distance == 1 or (tells and beside_title)
    if not own and _beside_headline(index, blocks, verdicts, title_index):
        return False
    # The page head's advertising may run on to the title; a bare date there is the article's.
    if blocks[index].region.inherited & BIT["comments"] or verdicts[index].label == "comments":
        return beside_title and bare
    if verdicts[index].label in _FOREIGN:
        return tells or (beside_title and bare) or (distance == 1 and APPEARED.search(blocks[index].text) is not None)
    return True


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
        and not HAS_DATE.search(block.text)  # date, author and comments of one article may all be links
        and block.link_chars >= size - block.text.count(" ") - 2
        and len(WORD.findall(block.text)) >= _MIN_HEADLINE_WORDS
    )
