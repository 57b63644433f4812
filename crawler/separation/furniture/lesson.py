"""What a page teaches: a trace of each block that is, or stands near, what was taken for its body or for an offer."""

from collections import Counter
from dataclasses import dataclass

from crawler.elements import HEADING_TAGS
from crawler.separation.ads.calls import find_call
from crawler.separation.ads.groups import AdGroup
from crawler.separation.ads.kinds import AD_BITS
from crawler.separation.blocks import PageBlock
from crawler.separation.furniture.sketch import key_of, sketch_of, words_of
from crawler.separation.prose import is_prose
from crawler.separation.statements import tells_news
from crawler.separation.verdict import Verdict

_NEAR_BLOCKS = 3
_MIN_SPACES = 5
MAX_TRACES = 160
"""Of one page."""
_BEFORE_BODY = 30
_FIRST_SENTENCES = 2
_GROUPED = frozenset({"list", "table", "code"})


# What a trace says of its block, in bits. Plain numbers: they are asked for by the hundred thousand.
KEPT = 1
"""The page alone speaks for it as body."""
SENTENCE = 2
FIRST = 4
"""One of the first sentences of the body: what others tease."""
OFFER = 8
"""By its words or its shape it wants something of the reader."""
AD = 16
"""The page alone shows it to be an advertisement's."""
REMEMBERED = 255
"""The signs of another page that matter."""
MAYBE_HEADING = 256
"""A line that stands where a sub-heading would."""
HEADING = 512
"""A heading element, or a line that looks like another heading of the body, and unlike a paragraph."""
GROUPED = 1024
"""A list's item or a table's cell in the body."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One block as it is remembered: no word of it. Made by the hundred, hence with places instead of keywords."""

    key: int
    sketch: tuple[int, ...]
    signs: int
    """Bits, named above."""
    place: int
    """The block's number on its page."""
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Lesson:
    """The traces of one page, in page order: as it speaks for itself, whatever its publisher is known to repeat."""

    traces: tuple[Trace, ...]
    title: str = ""
    """The article's, as the page shows it."""
    title_place: int | None = None
    """Number of the title's block, which is never furniture. None when the page shows none."""
    kept_chars: int = 0
    """Length of all that the page alone speaks for as body."""
    repeated: frozenset[int] = frozenset()
    """Numbers of the blocks that were found to be furniture."""
    opening: frozenset[int] = frozenset()
    """Those of them with which something else begins."""
    decisive: frozenset[int] = frozenset()
    """Numbers of the blocks of which it matters to the article whether they are furniture."""
    dividing: frozenset[int] = frozenset()
    """Those of which it matters, too, whether something else begins with them."""


def read_lesson(blocks: list[PageBlock], verdicts: list[Verdict], groups: list[AdGroup]) -> Lesson:
    """What a page teaches, from what it shows by itself."""
    ends = {group.stop - 1 for group in groups if group.stop < len(blocks)}
    in_ads = {index for group in groups for index in range(group.start, group.stop)}
    matters = {index for index, verdict in enumerate(verdicts) if verdict.kept} | in_ads
    near = {place for index in matters for place in range(index - _NEAR_BLOCKS, index + _NEAR_BLOCKS + 1)}
    long = {index for index, block in enumerate(blocks) if block.text.count(" ") >= _MIN_SPACES}
    near |= {place for index in long for place in (index - 1, index, index + 1)}
    headings = Counter(_look(blocks[index]) for index, verdict in enumerate(verdicts) if verdict.label == "heading")
    paragraphs = {_look(blocks[index]) for index, verdict in enumerate(verdicts) if verdict.label == "paragraph"}
    traces = []
    sentence_count = 0
    for index, (block, verdict) in enumerate(zip(blocks, verdicts, strict=True)):
        if index not in near or not block.text:
            continue
        words = words_of(block.text)
        if not words:
            continue
        signs = _signs(block, verdict)
        if verdict.label == "heading":
            look = _look(block)
            is_sure = block.tag in HEADING_TAGS or (headings[look] > 1 and look not in paragraphs)
            signs |= HEADING if is_sure else MAYBE_HEADING
        elif index in ends and not signs and not block.link_chars and not block.kinds and verdicts[index + 1].kept:
            signs |= MAYBE_HEADING  # an offer seems to end with it, but it may head what follows
        if index in in_ads:
            signs |= AD
        if signs & KEPT and signs & SENTENCE:
            signs |= FIRST if sentence_count < _FIRST_SENTENCES else 0
            sentence_count += 1
        traces.append(Trace(key_of(words), sketch_of(words), signs, index, block.text))
    start = next((at for at, trace in enumerate(traces) if trace.signs & KEPT), 0)
    start = max(0, min(start - _BEFORE_BODY, len(traces) - MAX_TRACES))
    title = next((block.text for block, verdict in zip(blocks, verdicts, strict=True) if verdict.label == "title"), "")
    return Lesson(traces=tuple(traces[start : start + MAX_TRACES]), title=title)


def _signs(block: PageBlock, verdict: Verdict) -> int:
    signs = 0
    if is_prose(block):
        signs |= SENTENCE
    if verdict.kept:
        signs |= KEPT
        if verdict.label in _GROUPED:
            signs |= GROUPED
    if (block.kinds & AD_BITS and not tells_news(block)) or find_call(block) is not None:
        signs |= OFFER
    return signs


def _look(block: PageBlock) -> tuple[str, str]:
    return block.region.tag, block.region.names
