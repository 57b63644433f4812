"""Each text of a page's tree marked with the block it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml.etree import _Element, iterwalk

from crawler.separation.outcome import LabelledBlock
from presseschau.explaining.families import family_of

_NO_TEXT = frozenset({"script", "style", "template", "noscript", "svg", "iframe", "object", "head"})
_NO_SCRIPT = frozenset({"noscript"})


@dataclass(slots=True)
class _Text:
    """A text of the tree: an element's first, or the one behind it."""

    holder: _Element
    is_tail: bool
    letters: str
    """Without white space, which blocks collapse."""


def mark_blocks(tree: _Element, elements: dict[_Element, _Element], blocks: Sequence[LabelledBlock]) -> None:
    """Wraps every text of the tree that is part of a block: `data-block` says of which, counted from 1.

    Args: elements: the tree's elements by those that the blocks name.
    """
    texts, spans = _read_texts(tree, _NO_TEXT - _NO_SCRIPT if _are_without_scripts(blocks) else _NO_TEXT)
    place = 0
    found: list[tuple[_Text, int]] = []
    for number, block in enumerate(blocks, start=1):
        own = elements.get(block.element) if block.element is not None else None
        start, stop = spans.get(own, (0, len(texts))) if own is not None else (place, len(texts))
        at = max(place, start)
        taken = _take("".join(block.text.split()), texts, at, stop)
        if taken:
            found += [(texts[index], number) for index in taken]
            place = taken[-1] + 1
    marked: set[int] = set()
    for text, number in reversed(found):
        _wrap(text, number, blocks[number - 1])
    for text, number in found:
        if number not in marked:
            marked.add(number)
            span = text.holder.getnext() if text.is_tail else text.holder[0]
            if span is not None:
                span.set("id", f"presseschau-{number}")


def _are_without_scripts(blocks: Sequence[LabelledBlock]) -> bool:
    """True where the page was read as a reader without scripts sees it: `crawler.separation.without_scripts`."""
    held = (block.element for block in blocks if block.element is not None)
    return any(
        element.tag == "noscript" or next(element.iterancestors("noscript"), None) is not None for element in held
    )


def _read_texts(tree: _Element, no_text: frozenset[str]) -> tuple[list[_Text], dict[_Element, tuple[int, int]]]:
    """The texts in page order, and which of them stand in each element."""
    texts: list[_Text] = []
    starts: dict[_Element, int] = {}
    spans: dict[_Element, tuple[int, int]] = {}
    hidden = 0
    for event, element in iterwalk(tree, events=("start", "end", "comment", "pi")):
        silent = element.tag in no_text
        if event == "start":
            hidden += silent
            starts[element] = len(texts)
            if element.text and not hidden:
                texts.append(_Text(element, is_tail=False, letters="".join(element.text.split())))
            continue
        if event == "end":
            hidden -= silent
            spans[element] = (starts[element], len(texts))
        if element.tail and not hidden and element is not tree:
            texts.append(_Text(element, is_tail=True, letters="".join(element.tail.split())))
    return texts, spans


def _take(letters: str, texts: list[_Text], start: int, stop: int) -> list[int]:
    """The places of the texts that a block is made of; what stands between them is another block's."""
    taken = []
    for index in range(start, stop):
        part = texts[index].letters
        if part and letters.startswith(part):
            taken.append(index)
            letters = letters[len(part) :]
            if not letters:
                break
    return taken


def _wrap(text: _Text, number: int, block: LabelledBlock) -> None:
    family = family_of(block.label)
    title = f"{number} · {block.label}: {block.reason}"
    holder = text.holder
    span = holder.makeelement("span", {"data-block": str(number), "data-family": family, "title": title})
    if text.is_tail:
        span.text, holder.tail = holder.tail, None
        holder.addnext(span)
    else:
        span.text, holder.text = holder.text, None
        holder.insert(0, span)
