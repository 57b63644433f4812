"""A page seen with the memory of its publisher: what repeats leaves the body, and what repeats and sells is an ad."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from crawler.separation.ads.calls import find_call
from crawler.separation.ads.groups import AdGroup
from crawler.separation.ads.kinds import AD_BITS, name_kind
from crawler.separation.blocks import PageBlock
from crawler.separation.furniture import Furniture, Lesson, Repeat, read_lesson
from crawler.separation.outline import Outline
from crawler.separation.statements import speaks_to_reader
from crawler.separation.verdict import Verdict

# Something else than furniture repeats when hardly anything would be left.
_MIN_LEFT_SHARE = 0.2
_BY_PLACE = frozenset({"teaser", "page head", "page foot"})
"""Labels that a block gets for where it stands."""
_NOT_FOR_ITSELF = _BY_PLACE | {"advertising", "webinar ad", "consultation ad", "shop ad", "newsletter"}
"""Those, and what a block is called for its neighbours: the last line of an offer may head the next paragraph."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Repetition:
    """What the memory makes of a page."""

    verdicts: list[Verdict]
    groups: list[AdGroup]
    lesson: Lesson


def take_out_furniture(
    identity: str,
    blocks: list[PageBlock],
    outline: Outline,
    judged: tuple[list[Verdict], list[AdGroup]],
    furniture: Furniture,
) -> Repetition:
    """The verdicts and advertisements of a page, after a look at what its publisher repeats."""
    verdicts, groups = judged
    lesson = read_lesson(blocks, verdicts, groups)
    repeated = furniture.find_repeated(identity, lesson)
    if outline.title_index is not None:
        repeated.pop(outline.title_index, None)
    if not _leaves_enough(blocks, verdicts, repeated):
        repeated = {}
    groups = _add_ads(groups, blocks, outline, verdicts, repeated)
    of_ads = {index: group for group in groups for index in range(group.start, group.stop)}
    revised = [
        _revised(verdict, of_ads.get(index), repeated.get(index)) if block.text else verdict
        for index, (block, verdict) in enumerate(zip(blocks, verdicts, strict=True))
    ]
    _keep_own(blocks, outline, revised, {*of_ads, *repeated})
    return Repetition(verdicts=revised, groups=groups, lesson=replace(lesson, repeated=frozenset(repeated)))


def _revised(verdict: Verdict, group: AdGroup | None, repeat: Repeat | None) -> Verdict:
    if group is not None:
        return Verdict(group.label, group.reason)
    return Verdict("repeated", repeat.reason) if verdict.kept and repeat is not None else verdict


def _leaves_enough(blocks: list[PageBlock], verdicts: list[Verdict], repeated: Collection[int]) -> bool:
    kept = {index: len(blocks[index].text) for index, verdict in enumerate(verdicts) if verdict.kept}
    left = sum(size for index, size in kept.items() if index not in repeated)
    return left > _MIN_LEFT_SHARE * sum(kept.values())


def _add_ads(
    groups: list[AdGroup],
    blocks: list[PageBlock],
    outline: Outline,
    verdicts: list[Verdict],
    repeated: Mapping[int, Repeat],
) -> list[AdGroup]:
    """The advertisements: as the page alone shows them, or as repetition shows where they begin and end."""
    known = {index for group in groups for index in range(group.start, group.stop)}
    found = list(groups)
    for start, stop in _stretches(blocks, outline, verdicts, repeated, known):
        found = [group for group in found if not start <= group.start < stop]
        for first, end in _pieces(start, stop, blocks, repeated):
            last = _without_heading(first, end, blocks, repeated)
            if not known.isdisjoint(range(first, last)) or _sells(first, last, blocks, verdicts):
                kind, label = name_kind(blocks[first:last])
                reason = next((repeated[at].reason for at in range(first, last) if at in repeated), "")
                found.append(AdGroup(kind=kind, label=label, start=first, stop=last, reason=reason))
    return sorted(found, key=lambda group: group.start)


def _stretches(
    blocks: list[PageBlock],
    outline: Outline,
    verdicts: list[Verdict],
    repeated: Collection[int],
    known: Collection[int],
) -> Iterator[tuple[int, int]]:
    """The stretches among the body's text that repeat, with the advertisements that they touch."""

    def belongs(index: int) -> bool:
        if index in known:
            return True
        is_near = verdicts[index].kept or outline.holds(index)
        return index in repeated and is_near

    index = 0
    while index < len(blocks):
        stop = index
        while stop < len(blocks) and (belongs(stop) or (stop > index and not blocks[stop].text)):
            stop += 1
        while stop > index and not blocks[stop - 1].text:
            stop -= 1
        touched = any(
            at in repeated and (verdicts[at].kept or at in known or _is_among(at, outline, verdicts))
            for at in range(index, stop)
        )
        if touched:
            yield index, stop
        index = max(stop, index + 1)


def _is_among(index: int, outline: Outline, verdicts: list[Verdict]) -> bool:
    """True for what the page alone dropped for its place, though it stands in the body's region."""
    return verdicts[index].label in _BY_PLACE and outline.holds(index)


def _pieces(
    start: int, stop: int, blocks: list[PageBlock], repeated: Mapping[int, Repeat]
) -> Iterator[tuple[int, int]]:
    """A stretch cut where something else begins. What is only one block long belongs to what it follows."""
    first = start
    for at in range(start + 1, stop):
        if at in repeated and repeated[at].opens:
            before = sum(bool(block.text) for block in blocks[first:at])
            behind = sum(bool(block.text) for block in blocks[at:stop])
            if before > 1 and behind > 1:
                yield first, at
                first = at
    yield first, stop


def _without_heading(start: int, stop: int, blocks: list[PageBlock], repeated: Collection[int]) -> int:
    """Where an advertisement ends that repeats but for its last line, if that wants nothing."""
    last = blocks[stop - 1]
    is_foreign = stop - 1 not in repeated and stop - 2 in repeated and not last.kinds and not last.link_chars
    return stop - 1 if is_foreign and stop - 1 > start else stop


def _sells(start: int, stop: int, blocks: list[PageBlock], verdicts: list[Verdict]) -> bool:
    """True for what wants something of the reader, or interrupts the body with a headline and more."""
    run = [block for block in blocks[start:stop] if block.text]
    if any(block.kinds & AD_BITS or find_call(block) or speaks_to_reader(block.text) for block in run):
        return True
    interrupts = any(verdict.kept for verdict in verdicts[:start]) and any(verdict.kept for verdict in verdicts[stop:])
    return interrupts and len(run) > 1 and len(run[0].text) < len(run[1].text)


def _keep_own(blocks: list[PageBlock], outline: Outline, verdicts: list[Verdict], gone: Collection[int]) -> None:
    """Keeps text that the page alone made something else of, and that furniture parts from the body's first or last."""
    first = outline.title_index + 1 if outline.title_index is not None else 0
    texts = [index for index in range(first, len(blocks)) if blocks[index].text]
    for order in (texts, texts[::-1]):
        _keep_along(order, blocks, outline, verdicts, gone)


def _keep_along(
    order: list[int], blocks: list[PageBlock], outline: Outline, verdicts: list[Verdict], gone: Collection[int]
) -> None:
    last: int | None = None
    waiting: list[int] = []
    is_beside = False
    for index in order:
        if verdicts[index].kept or last is None:
            if is_beside and waiting:
                _keep_all([*waiting, index], blocks, outline, verdicts)
            last = index if verdicts[index].kept else last
            waiting, is_beside = [], False
        elif index in gone:
            _keep_all(waiting, blocks, outline, verdicts)
            waiting, is_beside = [], True
        elif not _is_own(blocks[last], blocks[index], verdicts[index]):
            last = None
        else:
            waiting.append(index)
            if is_beside and outline.prose[index]:
                _keep_all(waiting, blocks, outline, verdicts)
                waiting = []


def _keep_all(indices: list[int], blocks: list[PageBlock], outline: Outline, verdicts: list[Verdict]) -> None:
    indices = sorted(indices)
    for place, index in enumerate(indices):
        reads = outline.prose[index]
        heads = place + 1 < len(indices) and blocks[index].text[-1] not in ".:,"
        if (reads or heads) and not verdicts[index].kept:
            label = "paragraph" if reads else "heading"
            verdicts[index] = Verdict(label, "text of the article's own, beside what the publisher repeats", True)


def _is_own(before: PageBlock, block: PageBlock, verdict: Verdict) -> bool:
    is_sibling = before.region.parent is block.region.parent and before.region.tag == block.region.tag
    return is_sibling and not block.link_chars and not block.kinds and verdict.label in _NOT_FOR_ITSELF
