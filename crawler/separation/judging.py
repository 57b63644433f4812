"""Each block of an HTML page judged: body or not, with a label and the reason in words.

Some need no weighing: advertising, the title, rows of links, captions. For every other block the evidence for and
against it is added up by the fitted weights; then its neighbours have a say.
"""

from collections import defaultdict
from math import exp

from crawler.separation.ads.groups import AdGroup
from crawler.separation.blocks import PageBlock
from crawler.separation.body_parts import name_body_part
from crawler.separation.captions import judge_captions
from crawler.separation.courting import judge_courting
from crawler.separation.evidence import Evidence
from crawler.separation.labels import first_kind
from crawler.separation.link_rows import judge_link_rows
from crawler.separation.neighbours import settle_groups, settle_neighbours
from crawler.separation.outline import Outline, heads_comments
from crawler.separation.prose import folded, says
from crawler.separation.verdict import Verdict
from crawler.separation.weights import WEIGHTS

# Log odds; a line too many is worse in a feed than a doubtful line too few.
_THRESHOLD = 0.2
_MAX_LOST_SHARE = 0.45
_MUCH_TEXT = 800
_DOUBTFUL_LEAD = -1.5
_MAX_TITLE_CHARS = 300
_WEIGHT_OF = defaultdict(float, WEIGHTS).__getitem__
"""What a piece of evidence counts; one without a weight counts nothing."""
_IMAGE = Verdict("image", "an image; the figures take it from here")


def predecide(blocks: list[PageBlock], outline: Outline, groups: list[AdGroup]) -> list[Verdict | None]:
    """The verdicts that need no weighing; None for every other block."""
    verdicts: list[Verdict | None] = [None] * len(blocks)
    for group in groups:
        for index in range(group.start, group.stop):
            verdicts[index] = Verdict(group.label, group.reason)
    if outline.title_index is not None:
        verdicts[outline.title_index] = Verdict("title", "it repeats the title that the page gives itself")
    _judge_repeated_title(blocks, outline, verdicts)
    judge_courting(blocks, verdicts)
    _judge_comment_boxes(blocks, outline, verdicts)
    judge_link_rows(blocks, outline, verdicts)
    judge_captions(blocks, outline, verdicts)
    return verdicts


def _judge_repeated_title(blocks: list[PageBlock], outline: Outline, verdicts: list[Verdict | None]) -> None:
    title = folded(blocks[outline.title_index].text) if outline.title_index is not None else ""
    for index, block in enumerate(blocks):
        if verdicts[index] is None and title and len(block.text) < _MAX_TITLE_CHARS and says(block.text, title):
            verdicts[index] = Verdict("repeated title", "it says the title once more")


def _judge_comment_boxes(blocks: list[PageBlock], outline: Outline, verdicts: list[Verdict | None]) -> None:
    first = outline.title_index + 1 if outline.title_index is not None else 0
    for index in range(first, len(blocks)):
        box = blocks[index].region.parent
        if box is None or not heads_comments(index, blocks):
            continue
        for place in range(index, box.stop):
            if verdicts[place] is None and blocks[place].text:
                verdicts[place] = Verdict("comments", f"it stands under {blocks[index].text[:40]!r}")


def judge_blocks(blocks: list[PageBlock], outline: Outline, groups: list[AdGroup], evidence: Evidence) -> list[Verdict]:
    """A verdict per block, in order."""
    verdicts = predecide(blocks, outline, groups)
    for index, block in enumerate(blocks):
        if verdicts[index] is None and block.text and evidence.is_plainly_foreign(index):
            kind = first_kind(block.region.inherited) or first_kind(block.kinds)
            label = kind.name if kind else _name_by_place(evidence.place_of(index), prose=False)
            verdicts[index] = Verdict(label, "a short line apart from the body")
    told = {index: evidence.of(index) for index, block in enumerate(blocks) if verdicts[index] is None and block.text}
    odds = {index: sum(map(_WEIGHT_OF, found)) for index, found in told.items()}
    if _lost_share(odds, blocks, outline) > _MAX_LOST_SHARE:
        # Nearly all of the running text would go: this site's names mean something else.
        told = {index: [name for name in found if not name.startswith("named ")] for index, found in told.items()}
        odds = {index: sum(map(_WEIGHT_OF, found)) for index, found in told.items()}
    lead = evidence.lead
    if lead is not None and _DOUBTFUL_LEAD < odds.get(lead, _DOUBTFUL_LEAD) <= _THRESHOLD:
        odds[lead] = 2 * _THRESHOLD  # a lead too many is a summary; one too few is a hole
    odds = settle_groups(blocks, settle_neighbours(blocks, odds))
    for index, found in told.items():
        verdicts[index] = _judge(index, blocks, outline, found, odds[index])
    return [verdict or _IMAGE for verdict in verdicts]


def _judge(index: int, blocks: list[PageBlock], outline: Outline, found: list[str], odds: float) -> Verdict:
    strength = 1 / (1 + exp(-abs(odds)))
    told = sorted(found, key=_WEIGHT_OF)
    if odds > _THRESHOLD:
        label, reason = name_body_part(index, blocks, outline)
        return Verdict(label, f"{reason}; {told[-1]}, {told[-2]}", True, strength, tuple(told), odds)
    block = blocks[index]
    kind = first_kind(block.region.inherited) or first_kind(block.kinds)
    label = kind.name if kind else _name_by_place(told, prose=outline.prose[index])
    return Verdict(label, f"{told[0]}; {told[1]}", False, strength, tuple(told), odds)


def _name_by_place(told: list[str], *, prose: bool) -> str:
    if any(name.startswith(("before the title", "apart, before the body")) for name in told):
        return "page head"
    return "teaser" if prose or "a link" in told else "page foot"


def _lost_share(odds: dict[int, float], blocks: list[PageBlock], outline: Outline) -> float:
    """Share of the body region's running text that the odds speak against."""
    body = outline.body
    prose = [index for index in odds if outline.prose[index] and body and blocks[index].region.is_within(body)]
    total = sum(len(blocks[index].text) for index in prose)
    lost = sum(len(blocks[index].text) for index in prose if odds[index] <= 0)
    return lost / total if total > _MUCH_TEXT else 0.0
