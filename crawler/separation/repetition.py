"""A page seen with the memory of its publisher: what repeats leaves the body, and what repeats and sells is an ad."""

from crawler.separation.ads.calls import find_call
from crawler.separation.ads.groups import AdGroup
from crawler.separation.ads.kinds import AD_BITS, name_kind
from crawler.separation.blocks import PageBlock
from crawler.separation.furniture import Furniture
from crawler.separation.outline import Outline
from crawler.separation.verdict import Verdict


def find_repeated_blocks(url: str | None, blocks: list[PageBlock], furniture: Furniture) -> dict[int, str]:
    """The blocks that the publisher repeats, each with the reason."""
    places = [index for index, block in enumerate(blocks) if block.text]
    found = furniture.find_repeated(url or "", [blocks[index].text for index in places])
    return {places[at]: reason for at, reason in found.items()}


def add_repeated_ads(
    groups: list[AdGroup], blocks: list[PageBlock], outline: Outline, repeated: dict[int, str]
) -> list[AdGroup]:
    """The advertisements, with those that only their repetition gives away: runs among the body's text that sell."""
    if not repeated:
        return groups
    taken = {index for group in groups for index in range(group.start, group.stop)}
    body = outline.body
    found = list(groups)
    index = 0
    while index < len(blocks):
        stop = index
        while stop < len(blocks) and stop in repeated and stop not in taken and stop != outline.title_index:
            stop += 1
        run = blocks[index:stop]
        inside = body is not None and all(block.region.is_within(body) for block in run)
        if len(run) > 1 and inside and any(block.kinds & AD_BITS or find_call(block) for block in run):
            kind, label = name_kind(run)
            found.append(AdGroup(kind=kind, label=label, start=index, stop=stop, reason=repeated[index]))
        index = max(stop, index + 1)
    return sorted(found, key=lambda group: group.start)


def drop_repeated(verdicts: list[Verdict], repeated: dict[int, str]) -> list[Verdict]:
    """The verdicts, with every kept block that repeats taken out of the body."""
    return [
        Verdict("repeated", repeated[index]) if verdict.kept and index in repeated else verdict
        for index, verdict in enumerate(verdicts)
    ]
