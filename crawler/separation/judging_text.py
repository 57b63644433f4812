"""Each line of a plain text judged: by its words, its shape and its place alone."""

from crawler.separation.ads.groups import AdGroup
from crawler.separation.blocks import PageBlock
from crawler.separation.body_parts import name_body_part
from crawler.separation.closing_notes import drop_closing_notes
from crawler.separation.courting import judge_courting
from crawler.separation.datelines import judge_datelines
from crawler.separation.labels import BIT, first_kind
from crawler.separation.outline import Outline
from crawler.separation.prose import ends_sentence
from crawler.separation.statements import tells_news
from crawler.separation.verdict import Verdict

_MAX_CRUMB_WORDS = 6
_LINE_WORDS = 4
_MAX_TOPICS, _MAX_TOPIC_WORDS = 10, 3


def judge_lines(blocks: list[PageBlock], outline: Outline, groups: list[AdGroup]) -> list[Verdict]:
    """A verdict per line, in order."""
    verdicts: list[Verdict | None] = [None] * len(blocks)
    for group in groups:
        for index in range(group.start, group.stop):
            verdicts[index] = Verdict(group.label, group.reason)
    if outline.title_index is not None:
        verdicts[outline.title_index] = Verdict("title", "the first line of some length before the text")
    judge_datelines(blocks, outline, verdicts)
    judge_courting(blocks, verdicts)
    _judge_lists(blocks, outline, verdicts)
    _judge_topics(blocks, outline, verdicts)
    prose = [index for index, reads in enumerate(outline.prose) if reads and verdicts[index] is None]
    first, last = (prose[0], prose[-1]) if prose else (len(blocks), -1)
    while _goes_on(following := _behind_ads(last + 1, groups), blocks, verdicts):
        last = following
    # A sub-heading may open the body; what stands before the title never does.
    title = outline.title_index
    if first > 0 and title == first - 2 and verdicts[first - 1] is None and not blocks[first - 1].kinds:
        first -= 1
    while title is not None and first - 1 > title and _is_short_sentence(first - 1, blocks, verdicts):
        first -= 1
    judged = [verdict or _judge(index, blocks, outline, first, last) for index, verdict in enumerate(verdicts)]
    return drop_closing_notes(blocks, judged, ())


def _judge(index: int, blocks: list[PageBlock], outline: Outline, first: int, last: int) -> Verdict:
    block = blocks[index]
    spoken = first_kind(block.kinds)
    if spoken is not None and not outline.prose[index] and not tells_news(block):
        return Verdict(spoken.name, f"it reads like one: {block.text[:50]!r}")
    if index < first:
        return Verdict("page head", "it stands before the body")
    if index > last:
        return Verdict("page foot", "it stands behind the body")
    label, reason = name_body_part(index, blocks, outline)
    return Verdict(label, reason, kept=True)


def _behind_ads(index: int, groups: list[AdGroup]) -> int:
    for group in groups:
        if group.start <= index < group.stop:
            index = group.stop
    return index


def _goes_on(index: int, blocks: list[PageBlock], verdicts: list[Verdict | None]) -> bool:
    """True when the body goes on behind its last paragraph: lists end it without a sentence, and so do short ones."""
    if index >= len(blocks) or verdicts[index] is not None:
        return False
    if blocks[index].bullet or _is_short_sentence(index, blocks, verdicts):
        return True
    # Some words right before the lists at the page's end: the advertising behind an article begins with its own group.
    words = blocks[index].text.count(" ") + 1
    ends = index + 1 == len(blocks) or (blocks[index + 1].bullet and verdicts[index + 1] is not None)
    return words >= _LINE_WORDS and ends and not blocks[index].kinds


def _is_short_sentence(index: int, blocks: list[PageBlock], verdicts: list[Verdict | None]) -> bool:
    block = blocks[index]
    if verdicts[index] is not None:
        return False
    return tells_news(block) or (not block.kinds and ends_sentence(block.text))


def _judge_lists(blocks: list[PageBlock], outline: Outline, verdicts: list[Verdict | None]) -> None:
    """A list of names at either end of the page is the breadcrumb, or the topics where it says so."""
    last_prose = max((place for place, reads in enumerate(outline.prose) if reads), default=-1)
    first_prose = next((place for place, reads in enumerate(outline.prose) if reads), 0)
    index = 0
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
        verdict = None
        if any(block.kinds & BIT["topic links"] for block in blocks[index:stop]):
            verdict = Verdict("topic links", "a list that is headed as topics, or of hash tags")
        elif (index > last_prose or stop <= first_prose) and all(_is_crumb(block.text) for block in blocks[index:stop]):
            verdict = Verdict("breadcrumb", "a list of names at the page's edge")
        for place in range(index, stop):
            verdicts[place] = verdict or verdicts[place]
        index = stop


def _judge_topics(blocks: list[PageBlock], outline: Outline, verdicts: list[Verdict | None]) -> None:
    """Names in lines of their own behind the text, under a word for topics."""
    last_prose = max((place for place, reads in enumerate(outline.prose) if reads), default=len(blocks))
    label = next(
        (at for at in range(last_prose + 1, len(blocks)) if _is_topic_label(at, blocks, verdicts)), len(blocks)
    )
    for place in range(label + 1, min(label + 1 + _MAX_TOPICS, len(blocks))):
        block = blocks[place]
        if verdicts[place] is not None or block.kinds or block.text.count(" ") >= _MAX_TOPIC_WORDS:
            return
        if ends_sentence(block.text):
            return
        verdicts[label] = verdicts[place] = Verdict("topic links", f"a line under {blocks[label].text[:40]!r}")


def _is_topic_label(index: int, blocks: list[PageBlock], verdicts: list[Verdict | None]) -> bool:
    block = blocks[index]
    return verdicts[index] is None and bool(block.kinds & BIT["topic links"]) and not block.bullet


def _is_crumb(text: str) -> bool:
    return len(text.split()) <= _MAX_CRUMB_WORDS and not ends_sentence(text)
