"""Each block judged: body or not, with a label and the reason in words.

Where a block stands counts first (the body's region, the blocks between the first and the last running text), then what
its container is named, then what it says, then its shape.
"""

import re

from crawler.separation.ads.groups import AdGroup
from crawler.separation.blocks import PageBlock
from crawler.separation.captions import judge_captions
from crawler.separation.labels import BIT, first_kind
from crawler.separation.link_rows import judge_link_rows
from crawler.separation.outline import Outline
from crawler.separation.prose import ends_sentence, folded
from crawler.separation.verdict import Verdict

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_QUOTED = re.compile(r"[„“\"«»‚‘].{20,}[”“\"»«’‘][.!?]?$", re.DOTALL)
_MIN_LEAD_CHARS = 60
_MAX_HEADING_CHARS = 160
_LINK_LINE = 0.6
_WEAK_NAMES = frozenset({"byline", "caption", "consent", "reading aids"})
_LONG_PROSE = 180
_MAX_CRUMB_WORDS = 6


def judge_blocks(
    blocks: list[PageBlock], outline: Outline, groups: list[AdGroup], descriptions: list[str]
) -> list[Verdict]:
    """A verdict per block, in order."""
    verdicts: list[Verdict | None] = [None] * len(blocks)
    for group in groups:
        for index in range(group.start, group.stop):
            verdicts[index] = Verdict(group.label, group.reason)
    if outline.title_index is not None:
        verdicts[outline.title_index] = Verdict("title", "it repeats the title that the page gives itself")
    _judge_text_lists(blocks, outline, verdicts)
    judge_link_rows(blocks, outline, verdicts)
    judge_captions(blocks, outline, verdicts)
    first, last = _body_range(blocks, outline, verdicts)
    lead = _find_lead(blocks, outline, verdicts, first, descriptions)
    for index, block in enumerate(blocks):
        if verdicts[index] is None and block.text:
            verdicts[index] = _judge(index, blocks, outline, (first, last), lead)
    return [verdict or Verdict("image", "an image; the figures take it from here") for verdict in verdicts]


def _judge(
    index: int, blocks: list[PageBlock], outline: Outline, body_range: tuple[int, int], lead: int | None
) -> Verdict:
    block = blocks[index]
    first, last = body_range
    if index == lead:
        return Verdict(
            "paragraph", "the lead: it stands between title and body, or repeats the page's description", True
        )
    body = outline.body
    if body is None or not block.region.is_within(body) or not first <= index <= last:
        return _outside(index, block, outline, first)
    foreign = _find_foreign(block, block.region.inherited & ~body.inherited, reads_well=outline.prose[index])
    return foreign or Verdict(*_body_part(index, block, blocks, outline), kept=True)


def _find_foreign(block: PageBlock, own_kinds: int, *, reads_well: bool) -> Verdict | None:
    if block.region.inside("figcaption") is not None:
        return Verdict("caption", "it stands in a figure's caption element")
    named = first_kind(own_kinds)
    if named is not None and not (reads_well and named.name in _WEAK_NAMES):
        return Verdict(named.name, f"its container is named like one: {_names(block)!r}")
    spoken = first_kind(block.kinds)
    if spoken is not None and not (reads_well and len(block.text) > _LONG_PROSE):
        return Verdict(spoken.name, f"it reads like one: {block.text[:50]!r}")
    if block.link_chars > _LINK_LINE * len(block.text) and block.tag != "td":
        return Verdict("teaser", "nearly all of it is a link")
    return None


def _body_part(index: int, block: PageBlock, blocks: list[PageBlock], outline: Outline) -> tuple[str, str]:
    text = block.text
    following = next((place for place in range(index + 1, len(blocks)) if blocks[place].text), None)
    short = len(text) <= _MAX_HEADING_CHARS and not text.endswith((".", ":", ","))
    part = "paragraph", "running text in the body"
    if block.tag in _HEADINGS:
        part = "heading", f"a heading element ({block.tag}) in the body"
    elif block.region.inside("blockquote") or _QUOTED.match(text):
        part = "quote", "it stands in quotation marks, or in a quotation element"
    elif block.tag == "pre":
        part = "code", "preformatted text in the body"
    elif block.tag in ("li", "dd", "dt") or block.bullet:
        part = "list", "a list's item in the body"
    elif block.region.inside("td") or block.region.inside("th"):
        part = "table", "a table's cell in the body"
    elif short and not outline.prose[index] and following is not None and outline.prose[following]:
        part = "heading", "a short line without a full stop, followed by running text"
    return part


def _outside(index: int, block: PageBlock, outline: Outline, first: int) -> Verdict:
    named = first_kind(block.region.inherited)
    if named is not None:
        return Verdict(named.name, f"its container is named like one: {_names(block)!r}")
    spoken = first_kind(block.kinds)
    if spoken is not None:
        return Verdict(spoken.name, f"it reads like one: {block.text[:50]!r}")
    if index < first:
        return Verdict("page head", "it stands before the body")
    if outline.prose[index]:
        return Verdict("teaser", "running text apart from the body")
    return Verdict("page foot", "it stands behind the body")


def _names(block: PageBlock) -> str:
    region = block.region
    while region.parent is not None and not region.kinds:
        region = region.parent
    return f"{region.tag} {region.names}".strip()[:60]


def _judge_text_lists(blocks: list[PageBlock], outline: Outline, verdicts: list[Verdict | None]) -> None:
    """Plain text: a list of names at either end of the page is the breadcrumb, or the topics where it says so."""
    index = 0
    last_prose = max((place for place, reads in enumerate(outline.prose) if reads), default=-1)
    first_prose = next((place for place, reads in enumerate(outline.prose) if reads), 0)
    while index < len(blocks):
        stop = index
        while stop < len(blocks) and blocks[stop].bullet and (stop == index or not blocks[stop].gap):
            stop += 1
        if stop == index:
            index += 1
            continue
        tagged = [place for place in range(index, stop) if blocks[place].text.startswith("#")]
        if tagged:
            # Hash tags end where another list begins without a gap: the breadcrumb.
            stop = tagged[-1] + 1
        listed = range(index, stop)
        if any(blocks[place].kinds & BIT["topic links"] for place in listed):
            for place in listed:
                verdicts[place] = Verdict("topic links", "a list that is headed as topics, or of hash tags")
        elif (index > last_prose or stop <= first_prose) and all(_is_crumb(blocks[place].text) for place in listed):
            for place in listed:
                verdicts[place] = Verdict("breadcrumb", "a list of names at the page's edge")
        index = stop


def _is_crumb(text: str) -> bool:
    return len(text.split()) <= _MAX_CRUMB_WORDS and not ends_sentence(text)


def _body_range(blocks: list[PageBlock], outline: Outline, verdicts: list[Verdict | None]) -> tuple[int, int]:
    body = outline.body
    if body is None:
        return 0, -1
    places = [
        index
        for index, block in enumerate(blocks)
        if outline.prose[index]
        and verdicts[index] is None
        and block.region.is_within(body)
        and not block.region.inherited & ~body.inherited & ~BIT["caption"] & ~BIT["byline"]
    ]
    if not places:
        return 0, -1
    first, last = places[0], places[-1]
    title = outline.title_index
    if title is not None and first <= title < last:
        first = title + 1
    # A list or a table may end the body without a sentence; a heading before the first sentence opens it.
    while first > 0 and _opens(first - 1, blocks, verdicts, outline):
        first -= 1
    while last + 1 < len(blocks) and _closes(last + 1, blocks, verdicts, outline):
        last += 1
    return first, last


def _opens(index: int, blocks: list[PageBlock], verdicts: list[Verdict | None], outline: Outline) -> bool:
    block = blocks[index]
    return (
        verdicts[index] is None
        and block.tag in ("h2", "h3")
        and outline.body is not None
        and block.region.is_within(outline.body)
        and not block.kinds
    )


def _closes(index: int, blocks: list[PageBlock], verdicts: list[Verdict | None], outline: Outline) -> bool:
    block = blocks[index]
    if verdicts[index] is not None or outline.body is None or not block.region.is_within(outline.body):
        return False
    listed = block.tag in ("li", "td") and not block.kinds and block.link_chars < _LINK_LINE * len(block.text)
    return listed and not block.region.inherited & ~outline.body.inherited


def _find_lead(
    blocks: list[PageBlock],
    outline: Outline,
    verdicts: list[Verdict | None],
    first: int,
    descriptions: list[str],
) -> int | None:
    wanted = [folded(text) for text in descriptions if text]
    best = None
    start = outline.title_index + 1 if outline.title_index is not None else max(0, first - 12)
    for index in range(min(start, first), first):
        block = blocks[index]
        if verdicts[index] is not None or len(block.text) < _MIN_LEAD_CHARS:
            continue
        text = folded(block.text)
        if any(
            text == one or (len(text) > _MIN_LEAD_CHARS and one.startswith(text[:_MIN_LEAD_CHARS])) for one in wanted
        ):
            return index
        spoken = block.kinds or block.region.inherited & ~(outline.body.inherited if outline.body else 0)
        if outline.prose[index] and not spoken and index > (outline.title_index or 0) and best is None:
            best = index
    return best
