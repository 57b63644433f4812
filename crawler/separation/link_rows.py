"""Rows of links known by their shape: the breadcrumb by its separators, the topics by their label or hash signs."""

import re

from crawler.separation.blocks import PageBlock
from crawler.separation.labels import BIT, kinds_of_text
from crawler.separation.links import named_links, says_more_than_links
from crawler.separation.outline import Outline
from crawler.separation.verdict import Verdict

_MARK = re.compile(r"[/›»>→]")
_TRAIL_MARK = re.compile(r"\s*[/›»>→]\s*")
_MAX_CRUMB_CHARS = 60
_MAX_ROW_CHARS = 200
_MAX_TOPIC_CHARS = 40
_MAX_TOPIC_WORDS = 5
_MAX_TOPIC_BLOCKS = 12
_NO_TOPICS = BIT["breadcrumb"] | BIT["teaser"] | BIT["comments"] | BIT["share bar"]


def judge_link_rows(blocks: list[PageBlock], outline: Outline, verdicts: list[Verdict | None]) -> None:
    """Gives the blocks of breadcrumbs and topic rows their verdicts."""
    for index, block in enumerate(blocks):
        if verdicts[index] is not None or not block.text or index == outline.title_index:
            continue
        if block.link_chars and _is_trail(block):
            verdicts[index] = Verdict("breadcrumb", "links in one line, parted by slashes or arrows")
        elif block.kinds & BIT["topic links"] and not outline.prose[index]:
            _judge_topics(index, blocks, verdicts)
        elif block.link_chars and _is_labelled_row(block):
            verdicts[index] = Verdict("topic links", f"a word for topics, and links: {block.text[:40]!r}")


def _is_trail(block: PageBlock) -> bool:
    if len(block.text) > _MAX_ROW_CHARS or not _MARK.search(block.text):
        return False
    crumbs = [part for part in _TRAIL_MARK.split(block.text) if part]
    marks = _TRAIL_MARK.findall(block.text)
    linked = _linked(block)
    return (
        len(marks) > 0
        and len(linked) >= max(2, len(crumbs) - 1)
        and all(len(crumb) <= _MAX_CRUMB_CHARS for crumb in crumbs)
        and all(not _TRAIL_MARK.search(text) for text in linked)
    )


def _is_labelled_row(block: PageBlock) -> bool:
    """True for a word for topics in a line with links, which need no colon: "Themen Rente, Koalition"."""
    if len(block.runs) == 1:  # most are a link and nothing else
        return False
    label = block.runs[0][0].strip()
    if not label or len(label) > _MAX_TOPIC_CHARS or block.region.inherited & _NO_TOPICS:
        return False
    if not kinds_of_text(label) & BIT["topic links"] or _is_long(block):
        return False
    return not says_more_than_links(block, behind=1)


def _linked(block: PageBlock) -> list[str]:
    return [name for name, _ in named_links(block) if name]


def _judge_topics(index: int, blocks: list[PageBlock], verdicts: list[Verdict | None]) -> None:
    block = blocks[index]
    if block.text.startswith("#"):
        if block.link_chars or block.bullet:
            verdicts[index] = Verdict("topic links", "hash tags that are links")
        return
    if block.link_chars:
        if not block.region.inherited & _NO_TOPICS:
            verdicts[index] = Verdict("topic links", f"links after a word for topics: {block.text[:40]!r}")
        return
    followers = _followers(index, blocks)
    for place in (index, *followers) if followers else ():
        verdicts[place] = Verdict("topic links", f"links under a word for topics: {block.text[:40]!r}")


def _followers(index: int, blocks: list[PageBlock]) -> list[int]:
    """The rows of short links that share the label's holder; none when headlines are among them."""
    holder = blocks[index].region.parent
    followers: list[int] = []
    for place in range(index + 1, min(index + 1 + _MAX_TOPIC_BLOCKS, len(blocks))):
        block = blocks[place]
        if block.image is not None:
            continue
        spaces = block.text.count(" ")
        if holder is None or not block.region.is_within(holder) or block.link_chars < len(block.text) - 2 * spaces - 2:
            break
        if followers and _is_another_row(block, blocks[followers[-1]]):
            break
        if _is_long(block):
            # A headline in the same list makes it a list of teasers; one behind it is another thing.
            same = not followers or blocks[followers[-1]].region.parent is block.region.parent
            return [] if same else followers
        followers.append(place)
    return followers


def _is_another_row(block: PageBlock, row: PageBlock) -> bool:
    """True for what stands behind a whole row of links in an element of another name."""
    return len(_linked(row)) > 1 and (block.tag, block.region.names) != (row.tag, row.region.names)


def _is_long(block: PageBlock) -> bool:
    return any(len(text) > _MAX_TOPIC_CHARS or text.count(" ") >= _MAX_TOPIC_WORDS for text in _linked(block))
