"""Second thoughts: what a block's neighbours became.

A heading behind which nothing was kept goes, and so does the short line over something removed in its own box; a
doubtful line between two kept blocks stays, and so does the one right over a kept block of the same box.
"""

from collections.abc import Iterable
from itertools import islice, pairwise

from crawler.elements import HEADING_TAGS
from crawler.separation.blocks import ASKED, LIST_BITS, PageBlock, Region
from crawler.separation.entries import find_entries
from crawler.separation.labels import BIT, COURTING_BITS
from crawler.separation.prose import ends_sentence, is_prose
from crawler.separation.statements import tells_news
from crawler.separation.tables import find_table

_DOUBTFUL, _DOUBTFUL_HEADING = -1.0, -2.6
_AGAINST = -0.5
_FOR = 0.3
_SURE = 1.5
_MAX_LINE_CHARS = 80
_MAX_BOX_BLOCKS = 6
_MAX_GROUP_BLOCKS = 60
_UNLIKELY = -4.0
_LINKED_WORDS, _LINE_WORDS = 8, 4
_NEAR_BLOCKS = 8
_MAX_LINK_SHARE = 0.4
_CODE = ASKED["pre"]
_BULLETS = tuple("•▪●‣◦–-*►▶")
_OFFERS = COURTING_BITS | BIT["webinar ad"] | BIT["advertising"]


def settle_neighbours(blocks: list[PageBlock], odds: dict[int, float]) -> dict[int, float]:
    """The odds of each block after a look at its neighbours."""
    order = sorted(odds)
    settled = odds | dict.fromkeys(find_entries(blocks, odds, order), _FOR) | _kept_for_siblings(blocks, odds, order)
    settled |= _kept_code(blocks, settled, order)
    for place in range(len(order) - 2, 0, -1):
        index = order[place]
        block, following = blocks[index], order[place + 1]
        if settled[index] >= _FOR or block.kinds or settled[following] <= 0 or block.region.kinds & BIT["caption"]:
            continue
        between = settled[order[place - 1]] > 0 and odds[index] > _DOUBTFUL
        beside = blocks[following].region.parent is block.region.parent and not block.link_chars
        # Advertising, which has no odds, may stand between a heading and its text.
        if between or (beside and odds[index] > _DOUBTFUL_HEADING):
            settled[index] = _FOR
    settled |= _kept_headings(blocks, settled, order)
    for place, index in enumerate(order[:-1]):
        following = order[place + 1]
        if 0 < odds[index] < _SURE and settled[following] <= 0 and _heads(blocks[index], blocks[following]):
            settled[index] = _AGAINST
    for index in reversed(order):
        if settled[index] > 0:
            if blocks[index].tag not in HEADING_TAGS:
                break
            settled[index] = _AGAINST
    return settled


def settle_groups(blocks: list[PageBlock], odds: dict[int, float]) -> dict[int, float]:
    """The odds, with the lines of one list or one table of one mind: that of most of their text."""
    groups: dict[int, list[int]] = {}
    holders: dict[int, Region] = {}
    for index in odds:
        region = blocks[index].region
        holder = find_table(blocks[index], blocks) or _outermost_list(region) or _drawn_list(region, blocks)
        if holder is not None and holder.stop - holder.start <= _MAX_GROUP_BLOCKS:
            groups.setdefault(id(holder), []).append(index)
            holders[id(holder)] = holder
    settled = dict(odds)
    for holder_id, group in groups.items():
        mind = sum(len(blocks[index].text) * (1 if odds[index] > _FOR / 2 else -1) for index in group)
        if mind <= 0 and _stands_between(holders[holder_id], blocks, odds):
            mind = 1
        for index in group:
            otherwise = odds[index] < _FOR if mind > 0 else odds[index] > _FOR / 2
            if otherwise and not blocks[index].kinds & BIT["byline"]:
                settled[index] = _FOR if mind > 0 else _AGAINST
    return settled


def _stands_between(holder: Region, blocks: list[PageBlock], odds: dict[int, float]) -> bool:
    """True for a list or a table, not of links, between kept elements of the container that it stands in."""
    is_table = holder.tag == "table"
    texts = [block for block in blocks[holder.start : holder.stop] if block.text]
    if holder.inherited & ~(holder.parent.inherited if holder.parent is not None else 0):
        return False
    if sum(block.link_chars for block in texts) > _MAX_LINK_SHARE * sum(len(block.text) for block in texts):
        return False

    def linked(at: int) -> bool:
        return is_table and blocks[at].link_chars >= len(blocks[at].text)

    def find_nearest(places: Iterable[int]) -> int | None:
        # Advertising beside a table of figures, which has no odds, says nothing of the table.
        skips = is_table or blocks[holder.start].text[:1] in _BULLETS
        # Nor does a line that is nothing but a link.
        return next((at for at in places if blocks[at].text and (not skips or (at in odds and not linked(at)))), None)

    before = find_nearest(range(holder.start - 1, -1, -1))
    behind = find_nearest(range(holder.stop, len(blocks)))
    if before is None or behind is None or min(odds.get(before, 0.0), odds.get(behind, 0.0)) <= _FOR / 2:
        return False
    if is_table:
        home = _home_of(holder)
        if blocks[before].region.is_within(home) and blocks[behind].region.is_within(home):
            return True
    # It may end its container; the next one, which goes on with the text, begins behind it.
    ends = holder.parent is not None and behind >= holder.parent.stop
    return blocks[before].region.parent is holder.parent and (ends or blocks[behind].region.parent is holder.parent)


def _home_of(holder: Region) -> Region:
    """The container that holds more than this one: paragraphs and tables may each have a wrapper of their own."""
    home = holder
    while home.parent is not None and (home.start, home.stop) == (holder.start, holder.stop):
        home = home.parent
    return home


def _outermost_list(region: Region) -> Region | None:
    if not region.around & LIST_BITS:
        return None
    outermost = None
    current: Region | None = region
    while current is not None:
        if current.tag in ("ul", "ol", "dl"):
            outermost = current
        current = current.parent
    return outermost


def _drawn_list(region: Region, blocks: list[PageBlock]) -> Region | None:
    """The container around a line all lines of which begin with a bullet that somebody typed."""
    holder = region.parent
    if holder is None or holder.element is None or blocks[region.start].text[:1] not in _BULLETS:
        return None
    lines = [block.text for block in blocks[holder.start : holder.stop] if block.text]
    return holder if len(lines) > 1 and all(line[0] in _BULLETS for line in lines) else None


def _kept_for_siblings(blocks: list[PageBlock], odds: dict[int, float], order: list[int]) -> dict[int, float]:
    """The odds of the blocks that stay because an element of their kind beside them stays."""
    settled = dict(odds)
    for doubtful in (False, True):
        for place, index in enumerate(order):
            if odds[index] >= _FOR or not _speaks_for_itself(blocks[index], odds[index]):
                continue
            if _is_doubtful(blocks[index]) is not doubtful:
                continue
            before = _find_siblings(index, blocks, reversed(order[max(0, place - _NEAR_BLOCKS) : place]))
            behind = _find_siblings(index, blocks, order[place + 1 : place + 1 + _NEAR_BLOCKS])
            witnesses = sum(any(settled[other] >= _FOR for other in side) for side in (before, behind))
            # Words that speak against it, or a link, ask for a witness on either side.
            if witnesses > doubtful:
                settled[index] = _FOR
    return {index: value for index, value in settled.items() if value != odds[index]}


def _find_siblings(index: int, blocks: list[PageBlock], others: Iterable[int]) -> list[int]:
    """The two nearest elements of the same kind in the same container: a list or a table may stand between."""
    return list(islice((other for other in others if _are_siblings(blocks[index], blocks[other])), 2))


def _are_siblings(block: PageBlock, other: PageBlock) -> bool:
    """True for two elements of one kind in one container."""
    one, two = block.region, other.region
    if one.is_sibling(two):
        return True
    # Each may have a wrapper of its own.
    inner, outer = one.parent, two.parent
    return (
        (one.tag, one.names) == (two.tag, two.names)
        and inner is not None
        and outer is not None
        and inner.parent is outer.parent
        and inner.stop - inner.start == outer.stop - outer.start == 1
        and inner.tag == outer.tag == "div"
        and inner.names == outer.names != ""
    )


def _speaks_for_itself(block: PageBlock, odds: float) -> bool:
    """True when nothing but its shortness, or a word or two in whole sentences, speaks against a block."""
    text = block.text
    if block.link_chars:
        # Linked from end to end, a whole sentence is the writer's own; a headline elsewhere has no full stop.
        return not block.kinds and text.endswith(".") and text.count(" ") >= _LINKED_WORDS
    if block.kinds:
        return tells_news(block) or is_prose(block)
    return (ends_sentence(text) or text.count(" ") + 1 >= _LINE_WORDS) and odds > _UNLIKELY


def _is_doubtful(block: PageBlock) -> bool:
    return bool(block.link_chars) or (bool(block.kinds) and not tells_news(block))


def _kept_code(blocks: list[PageBlock], odds: dict[int, float], order: list[int]) -> dict[int, float]:
    """The odds of code behind text that stays: it reads like nothing else, and its words mean nothing."""
    return {
        index: _FOR
        for before, index in pairwise(order)
        if blocks[index].region.around & _CODE
        and odds[before] > 0
        and _UNLIKELY < odds[index] < _FOR
        and not blocks[index].link_chars
    }


def _kept_headings(blocks: list[PageBlock], odds: dict[int, float], order: list[int]) -> dict[int, float]:
    """The odds of sub-headings that name what the article is about, be it an offer."""
    return {
        index: _FOR
        for before, index, behind in zip(order, order[1:], order[2:], strict=False)
        if odds[index] < _FOR and blocks[index].kinds and _is_heading_between(blocks, index, (before, behind), odds)
    }


def _is_heading_between(blocks: list[PageBlock], index: int, sides: tuple[int, int], odds: dict[int, float]) -> bool:
    """True for a heading of some words, no link, between kept elements of its own container."""
    block = blocks[index]
    return (
        block.tag in HEADING_TAGS
        and not block.link_chars
        and not block.kinds & ~_OFFERS
        and block.text.count(" ") + 1 >= _LINE_WORDS
        and all(odds[side] > 0 and blocks[side].region.parent is block.region.parent for side in sides)
    )


def _heads(block: PageBlock, following: PageBlock) -> bool:
    """True for a short line over another block of the same box, where the box holds little more than the two."""
    parent = block.region.parent
    return (
        len(block.text) <= _MAX_LINE_CHARS
        and not ends_sentence(block.text)
        and parent is not None
        and following.region.is_within(parent)
        and parent.stop - parent.start <= _MAX_BOX_BLOCKS
    )
