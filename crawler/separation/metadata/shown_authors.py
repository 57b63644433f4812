"""The author as a reader sees it: a line that begins with a word for "by", or a name in an element named author.

It stands in the article's head, near the title, or right behind the text.
"""

import re
from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from crawler.separation.blocks import ASKED, PageBlock, Region
from crawler.separation.datelines import find_bare_names, find_signed_names, is_beside_dateline
from crawler.separation.labels import BIT
from crawler.separation.metadata.dated_authors import find_dated_names
from crawler.separation.metadata.microdata import is_of_another_thing
from crawler.separation.prose import folded, says
from crawler.separation.verdict import Verdict

_LABEL = (
    r"autor(?:in)?(?:en)?(?:/(?:autor)?(?:in|innen)?)?|author|auteur|autore|(?:verfasst|geschrieben|erstellt) von"
    r"|(?:written|posted) by|publié par|redaktion(?=:)|words(?=:)"
)
_BY = re.compile(
    r"^(?i:(?:eine? (?:kommentar|gastbeitrag|beitrag|artikel|text|analyse|bericht|interview|kolumne"
    rf"|reportage|essay) )?von|by|par|por|text|{_LABEL}|aufgezeichnet von|protokoll)\s*:?\s+"
    r"(?P<names>[^\W\d_a-zäöüß].{3,80})$",
    re.MULTILINE,
)
_IN_WORDS = re.compile(rf"(?i:{_LABEL})\s*:?\s+(?P<names>[^\W\d_a-zäöüß].{{3,60}})$")
_END = re.compile(
    r"\s*(?:[|•·–—(]|(?:le |el )?\d|\b(?:am|on|vom|in(?=\s)|für|veröffentlicht|aktualisiert|published|updated)\b).*$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:author|autor|byline|verfasser|redakteur|writer|contributor|auteur|autore|journalist)(?:in|en|s|name|names|innen)*"
)
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_FOREIGN = BIT["comments"] | BIT["teaser"] | BIT["caption"] | BIT["navigation"]
_BEFORE_TITLE, _NEAR_BLOCKS, _FAR_BLOCKS = 6, 14, 40
_BEHIND_TEXT, _FAR_BEHIND_TEXT = 6, 20
"""Far behind it, only a line that names its author in so many words is the article's."""
_MAX_CHARS, _MAX_NAME_CHARS = 160, 80
_MAX_HOLDER_BLOCKS = 6
_MAX_LEVELS = 3
_QUOTE = ASKED["blockquote"]
_BESIDE_TITLE, _HEAD_LABELS = 3, frozenset({"byline", "page head", "page foot"})
_TELLING = ("class", "itemprop", "rel", "id", "data-testid")


def find_shown_authors(blocks: list[PageBlock], verdicts: Sequence[Verdict], title_index: int | None) -> Iterator[str]:
    """Lines that may name the author, the likeliest first, as written without the word for "by" and the date."""
    if title_index is None:
        return
    head, foot, far = _places(blocks, verdicts, title_index)
    own_head = [index for index in head if index > title_index and not blocks[index].region.inherited & _FOREIGN]
    for index in own_head:
        yield from find_signed_names(blocks[index].text)
    for places in (head, foot):
        yield from _signed(places, blocks)
        for index in places:
            yield from _named_as_author(blocks[index])
    for index in head:
        names = _beside_date(index, title_index, blocks, verdicts)
        yield from (name for name in names if not _is_section(name, index, blocks, verdicts))
    for index in far:
        if verdicts[index].label in ("byline", "page foot") and (match := _IN_WORDS.match(blocks[index].text)):
            yield match["names"]


def _signed(places: list[int], blocks: list[PageBlock]) -> Iterator[str]:
    for index in places:
        match = _BY.search(blocks[index].text)
        if match and not blocks[index].region.inherited & BIT["comments"]:
            yield _END.sub("", match["names"]).strip()


def _beside_date(index: int, title_index: int, blocks: list[PageBlock], verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Names without a word for "by": in a dateline, or in a line of their own beside one."""
    region = blocks[index].region
    if region.around & _QUOTE:  # an embedded post's
        return
    if index > title_index and not region.inherited & _FOREIGN:
        yield from find_bare_names(blocks[index].text)
        if is_beside_dateline(index, blocks):
            yield blocks[index].text
    if abs(index - title_index) <= _BESIDE_TITLE and verdicts[index].label in _HEAD_LABELS:
        yield from find_dated_names(blocks[index].text)


def _is_section(name: str, place: int, blocks: list[PageBlock], verdicts: Sequence[Verdict]) -> bool:
    """True for what a menu or a breadcrumb of the page says, too: "Deutsche Sprache, 3. Mai 2024"."""
    wanted = folded(name)
    return any(
        block.link_chars and index != place and verdicts[index].label != "byline" and says(block.text, wanted)
        for index, block in enumerate(blocks)
    )


def _places(blocks: list[PageBlock], verdicts: Sequence[Verdict], title_index: int) -> tuple[list[int], ...]:
    """The short blocks of the article's head, those behind the title first; right behind its text; far behind it."""
    last = max((index for index, verdict in enumerate(verdicts) if verdict.kept), default=title_index)
    first = next((at for at in range(title_index, last + 1) if verdicts[at].kept), title_index)
    stop = min(max(title_index + _NEAR_BLOCKS, first + 2), title_index + _FAR_BLOCKS, last + 1)
    head = [
        *range(title_index + 1, stop),
        *range(title_index - 1, title_index - _BEFORE_TITLE, -1),
    ]
    foot = range(max(last, stop), last + 1 + _BEHIND_TEXT)

    def short(places: "range | list[int]") -> list[int]:
        return [at for at in places if 0 <= at < len(blocks) and 0 < len(blocks[at].text) <= _MAX_CHARS]

    return short(head), short(foot), short(range(foot.stop, last + _FAR_BEHIND_TEXT))


def _named_as_author(block: PageBlock) -> Iterator[str]:
    """The texts of elements that are named author: within the block, or around it where they hold little else."""
    if block.region.inherited & _FOREIGN or block.region.element is None:
        return
    for element in block.region.element.iter("a", "span", "b", "strong", "em", "i", "cite"):
        if _is_named(element) and not is_of_another_thing(element):
            text = " ".join(" ".join(map(str, element.itertext())).split())
            if len(text) <= _MAX_NAME_CHARS:
                yield text
    region: Region | None = block.region
    for _ in range(_MAX_LEVELS):
        if region is None or region.element is None or region.stop - region.start > _MAX_HOLDER_BLOCKS:
            return
        if _is_named(region.element) and not is_of_another_thing(region.element):
            yield _END.sub("", block.text).strip()
            return
        region = region.parent


def _is_named(element: _Element) -> bool:
    names = " ".join(value for name in _TELLING if (value := element.get(name)))
    return any(_NAMED.fullmatch(word.lower()) for word in _WORDS.findall(names)) if names else False
