"""A page seen with the memory of its publisher: what repeats leaves the body, and what repeats and sells is an ad."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from crawler.separation.ads.calls import find_call
from crawler.separation.ads.groups import AdGroup
from crawler.separation.ads.kinds import AD_BITS, name_kind
from crawler.separation.blocks import PageBlock
from crawler.separation.furniture import Furniture, Lesson, Repeat, notice_furniture, read_lesson, with_noticed
from crawler.separation.outline import Outline
from crawler.separation.own_text import BY_PLACE, find_reached, keep_own
from crawler.separation.statements import speaks_to_reader
from crawler.separation.verdict import Verdict


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
    lesson = replace(
        read_lesson(blocks, verdicts, groups),
        title_place=outline.title_index,
        kept_chars=sum(len(block.text) for block, verdict in zip(blocks, verdicts, strict=True) if verdict.kept),
    )
    repeated = notice_furniture(identity, lesson, furniture)
    in_ads = {index for group in groups for index in range(group.start, group.stop)}
    stretches = list(_stretches(blocks, outline, verdicts, repeated, in_ads))
    groups = _add_ads(groups, blocks, stretches, verdicts, repeated)
    of_ads = {index: group for group in groups for index in range(group.start, group.stop)}
    revised = [
        _revised(verdict, of_ads.get(index), repeated.get(index)) if block.text else verdict
        for index, (block, verdict) in enumerate(zip(blocks, verdicts, strict=True))
    ]
    decisive = _decisive(lesson, blocks, outline, (verdicts, in_ads), (revised, of_ads))
    keep_own(blocks, outline, revised, {*of_ads, *repeated})
    lesson = replace(
        with_noticed(lesson, repeated),
        decisive=decisive,
        dividing=frozenset(at for start, stop in stretches for at in range(start + 1, stop)),
    )
    return Repetition(verdicts=revised, groups=groups, lesson=lesson)


def _revised(verdict: Verdict, group: AdGroup | None, repeat: Repeat | None) -> Verdict:
    if group is not None:
        return Verdict(group.label, group.reason)
    return Verdict("repeated", repeat.reason) if verdict.kept and repeat is not None else verdict


def _add_ads(
    groups: list[AdGroup],
    blocks: list[PageBlock],
    stretches: Iterable[tuple[int, int]],
    verdicts: list[Verdict],
    repeated: Mapping[int, Repeat],
) -> list[AdGroup]:
    """The advertisements: as the page alone shows them, or as repetition shows where they begin and end."""
    known = {index for group in groups for index in range(group.start, group.stop)}
    found = list(groups)
    for start, stop in stretches:
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
    return verdicts[index].label in BY_PLACE and outline.holds(index)


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


def _decisive(
    lesson: Lesson,
    blocks: list[PageBlock],
    outline: Outline,
    judged: tuple[list[Verdict], Collection[int]],
    revised: tuple[list[Verdict], Collection[int]],
) -> frozenset[int]:
    """The blocks of which it matters whether they repeat: in the body or an advertisement, or where own text waits.

    Args: verdicts, and the numbers of the blocks in advertisements: as the page alone has them, and after this look.
    """
    verdicts, in_ads = judged
    places = {trace.place for trace in lesson.traces}
    reached = find_reached(blocks, outline, revised[0], {*places, *revised[1]})
    return frozenset(at for at in places if at in reached or at in in_ads or verdicts[at].kept or outline.holds(at))
