"""Each block of an HTML page judged: body or not, with a label and the reason in words.

Some need no weighing: advertising, the title, datelines, rows of links, captions. For every other block what was
measured of it is added up by the fitted trees; then its neighbours have a say.
"""

import re
from functools import cache
from math import exp

from crawler.separation.ads.groups import AdGroup
from crawler.separation.blocks import ASKED, PageBlock
from crawler.separation.body_parts import name_body_part
from crawler.separation.captions import judge_captions
from crawler.separation.closing_notes import drop_closing_notes
from crawler.separation.courting import judge_courting
from crawler.separation.datelines import judge_datelines
from crawler.separation.echoes import drop_echoes
from crawler.separation.evidence import MIN_LEAD_CHARS, Evidence, Measured, says_what_it_is
from crawler.separation.labels import BIT, COURTING_BITS, first_kind
from crawler.separation.link_rows import judge_link_rows
from crawler.separation.neighbours import settle_groups, settle_neighbours
from crawler.separation.outline import Outline, find_comment_boxes
from crawler.separation.prose import ends_sentence, folded, says
from crawler.separation.statements import tells_news
from crawler.separation.verdict import Verdict
from crawler.separation.weighing import Weighed, weigh

# Log odds; a line too many is worse in a feed than a doubtful line too few.
_THRESHOLD = 0.2
# Of sentences in the body's own region: there one lost is worse.
_SENTENCE_THRESHOLD = -0.3
# The fit counts words and cases: it cares little for lines of two words, and for notes that few pages have.
_DOUBT = 1.0
_MAX_LOST_SHARE = 0.45
_MUCH_TEXT = 800
_DOUBTFUL_LEAD = -1.5
_MAX_TITLE_CHARS = 300
_TEASER, _MAX_POINTER_CHARS, _HEADLINE_SHARE = BIT["teaser"], 200, 0.4
_POINTER = re.compile(r"[^:»>|]{3,40}[:»>|]\s*\S")
_QUOTE = ASKED["blockquote"]
_SIGNATURE = re.compile(r"[—–-] .{2,60}\(@\w+\).{0,40}$")
_MOST_FOLDED = 3
"""Unicode's case folding makes at most three characters of one."""
_LINK_SHARE = 0.9
_KICKER_WORDS = 6
_NAMED_LINK = "a link in a box that its names say is none of the body's"
# The trees' median over 7,000 such links on pages whose body is known; they kept one of these, wrongly.
_NAMED_LINK_ODDS, _NAMED_LINK_STRENGTH = -5.3, 0.995
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
    judge_datelines(blocks, outline, verdicts)
    _judge_signatures(blocks, verdicts)
    _judge_pointers(blocks, outline, verdicts)
    judge_courting(blocks, verdicts)
    _judge_comment_boxes(blocks, outline, verdicts)
    judge_link_rows(blocks, outline, verdicts)
    judge_captions(blocks, outline, verdicts)
    return verdicts


def _judge_repeated_title(blocks: list[PageBlock], outline: Outline, verdicts: list[Verdict | None]) -> None:
    title = folded(blocks[outline.title_index].text) if outline.title_index is not None else ""
    if not title:
        return
    least = len(title) / _MOST_FOLDED
    for index, block in enumerate(blocks):
        if verdicts[index] is None and least <= len(block.text) < _MAX_TITLE_CHARS and says(block.text, title):
            verdicts[index] = Verdict("repeated title", "it says the title once more")


def _judge_signatures(blocks: list[PageBlock], verdicts: list[Verdict | None]) -> None:
    """Who wrote a post that is embedded: "— Paul Engel (@engel) 3. Februar 2024"."""
    for index, block in enumerate(blocks):
        if block.region.around & _QUOTE and verdicts[index] is None and _SIGNATURE.match(block.text):
            verdicts[index] = Verdict("byline", "in a quote, an account and nothing else: an embedded post's signature")


def _judge_pointers(blocks: list[PageBlock], outline: Outline, verdicts: list[Verdict | None]) -> None:
    """Lines that point to other reading: a word for it, a mark, and a headline."""
    for index, block in enumerate(blocks):
        if block.kinds & _TEASER and verdicts[index] is None and len(block.text) <= _MAX_POINTER_CHARS:
            is_headline = block.link_chars > _HEADLINE_SHARE * len(block.text) or not ends_sentence(block.text)
            if is_headline and not outline.prose[index] and _POINTER.match(block.text):
                verdicts[index] = Verdict("teaser", f"it points to other reading: {block.text[:40]!r}")


def _judge_comment_boxes(blocks: list[PageBlock], outline: Outline, verdicts: list[Verdict | None]) -> None:
    first = outline.title_index + 1 if outline.title_index is not None else 0
    for index, box in find_comment_boxes(blocks, first):
        for place in range(index, box.stop):
            if verdicts[place] is None and blocks[place].text:
                verdicts[place] = Verdict("comments", f"it stands under {blocks[index].text[:40]!r}")


def judge_blocks(blocks: list[PageBlock], outline: Outline, groups: list[AdGroup], evidence: Evidence) -> list[Verdict]:
    """A verdict per block, in order."""
    verdicts = predecide(blocks, outline, groups)
    _judge_apart(blocks, outline, evidence, verdicts)
    open_questions = [index for index, block in enumerate(blocks) if verdicts[index] is None and block.text]
    links = {index for index in open_questions if _is_named_link(index, blocks, evidence)}
    found = {index: evidence.of(index) for index in open_questions if index not in links}
    weighed = {index: weigh(measured) for index, measured in found.items()}
    if _lost_share(weighed, blocks, outline) > _MAX_LOST_SHARE:
        # Nearly all of the running text would go: this site's names mean something else.
        found |= {index: evidence.of(index) for index in links}
        links.clear()
        weighed = {index: weigh(_without_names(measured)) for index, measured in found.items()}
    odds = {
        index: each - _DOUBT if _is_rare_furniture(blocks[index], prose=outline.prose[index]) else each
        for index, (each, _) in weighed.items()
    } | dict.fromkeys(links, _NAMED_LINK_ODDS)
    lead = evidence.lead
    if lead is not None and _DOUBTFUL_LEAD < odds.get(lead, _DOUBTFUL_LEAD) <= _THRESHOLD:
        odds[lead] = 2 * _THRESHOLD  # a lead too many is a summary; one too few is a hole
    odds = settle_groups(blocks, settle_neighbours(blocks, odds))
    for index, (_, added) in weighed.items():
        strength = 1 / (1 + exp(-abs(odds[index])))
        threshold = _SENTENCE_THRESHOLD if _is_body_sentence(index, blocks, outline) else _THRESHOLD
        kept = odds[index] > threshold and not _is_kicker(index, blocks, outline)
        if kept:
            label, reason = name_body_part(index, blocks, outline)
        else:
            label, reason = _name_foreign(index, blocks, outline, evidence), ""
        verdicts[index] = Verdict(label, reason, kept, strength, added, odds[index])
    for index in links:
        label = _name_foreign(index, blocks, outline, evidence)
        verdicts[index] = Verdict(label, _NAMED_LINK, strength=_NAMED_LINK_STRENGTH)
    judged = drop_echoes(blocks, [verdict or _IMAGE for verdict in verdicts])
    return drop_closing_notes(blocks, judged, evidence.authors)


def _judge_apart(blocks: list[PageBlock], outline: Outline, evidence: Evidence, verdicts: list[Verdict | None]) -> None:
    """Short lines that are no sentence and stand outside the body's region: most of a page's blocks."""
    body = outline.body
    for index in (*range(body.start), *range(body.stop, len(blocks))) if body is not None else ():
        block = blocks[index]
        if verdicts[index] is None and 0 < len(block.text) < MIN_LEAD_CHARS and not outline.prose[index]:
            kind = first_kind(block.region.inherited or block.kinds)
            verdicts[index] = _apart(
                kind.name if kind else "page head" if evidence.precedes_body(index) else "page foot"
            )


@cache
def _apart(label: str) -> Verdict:
    """Most blocks of most pages have this verdict."""
    return Verdict(label, "a short line apart from the body")


def _is_named_link(index: int, blocks: list[PageBlock], evidence: Evidence) -> bool:
    """True for a link and hardly a word beside it, in a box that its names say is none of the body's."""
    block = blocks[index]
    return block.link_chars > _LINK_SHARE * len(block.text) and evidence.own_names(block.region) > 0


def _is_kicker(index: int, blocks: list[PageBlock], outline: Outline) -> bool:
    """True for some words before the title that are no sentence."""
    title = outline.title_index
    text = blocks[index].text
    return title is not None and index < title and text.count(" ") < _KICKER_WORDS and not ends_sentence(text)


def _is_body_sentence(index: int, blocks: list[PageBlock], outline: Outline) -> bool:
    """True for running text in the body's region that no word, and no name of its own, makes anything else."""
    block, body = blocks[index], outline.body
    named = block.region.inherited & ~body.inherited if body is not None else 0
    return outline.prose[index] and not block.kinds and not named and outline.holds(index)


def _is_rare_furniture(block: PageBlock, *, prose: bool) -> bool:
    """True for a short line that says what it is, and for sentences that want something of the reader."""
    return says_what_it_is(block, prose=prose) or (bool(block.kinds & COURTING_BITS) and not tells_news(block))


def _without_names(measured: Measured) -> Measured:
    numbers, _, said = measured
    return numbers, 0, said


def _name_foreign(index: int, blocks: list[PageBlock], outline: Outline, evidence: Evidence) -> str:
    block = blocks[index]
    kind = first_kind(block.region.inherited or block.kinds)
    if kind is not None:
        return kind.name
    if evidence.precedes_body(index):
        return "page head"
    return "teaser" if outline.prose[index] or block.link_chars > _LINK_SHARE * len(block.text) else "page foot"


def _lost_share(weighed: dict[int, Weighed], blocks: list[PageBlock], outline: Outline) -> float:
    """Share of the body region's running text that the odds speak against."""
    prose = [index for index in weighed if outline.prose[index] and outline.holds(index)]
    total = sum(len(blocks[index].text) for index in prose)
    lost = sum(len(blocks[index].text) for index in prose if weighed[index][0] <= 0)
    return lost / total if total > _MUCH_TEXT else 0.0
