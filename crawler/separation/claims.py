"""What a page's machine-readable parts say of a block: the claimed body, title and description."""

from crawler.separation.blocks import PageBlock
from crawler.separation.body_shape import BodyShape
from crawler.separation.metadata.facts import Facts
from crawler.separation.outline import Outline
from crawler.separation.prose import folded

_MIN_BODY_CHARS = 180
_MIN_CHARS = 24
_MIN_COVERAGE = 0.6
_BEGINNING_CHARS = 400
_OPENING_CHARS = 40
_MAJOR = 0.25
_MIN_LEAD_CHARS, _LEAD_CHARS = 50, 80
_NOTHING = (False, False, False, False)


class Claims:
    """The claims of one page, folded once."""

    def __init__(self, blocks: list[PageBlock], outline: Outline, facts: Facts, title: str, shape: BodyShape) -> None:
        self._title = folded(title)
        self._bodies = [folded(text) for text in facts.bodies if len(text) > _MIN_BODY_CHARS]
        self._descriptions = [text for text in map(folded, facts.descriptions) if len(text) > _MIN_CHARS]
        self._claims = [*self._bodies, self._title, *self._descriptions]
        self._covers = bool(self._bodies) and self._coverage(blocks, outline, shape) > _MIN_COVERAGE

    def of(self, block: PageBlock) -> tuple[bool, bool, bool, bool]:
        """Whether it is in the claimed body; not in one that covers the rest; repeats the title; the description."""
        if len(block.text) <= _MIN_CHARS:
            return _NOTHING
        # Most blocks are known by their first words to be in no claim; but for a claimed body, the beginning tells.
        opening = folded(block.text[:_OPENING_CHARS])
        if not any(opening in claim for claim in self._claims):
            return False, self._covers, False, False
        text = folded(block.text if self._bodies else block.text[:_BEGINNING_CHARS])
        inside = any(text in body for body in self._bodies)
        return (
            inside,
            self._covers and not inside,
            bool(text) and (text == self._title or (len(text) > _MIN_CHARS and text in self._title)),
            any(
                text == one or (len(text) >= _MIN_LEAD_CHARS and one.startswith(text[:_LEAD_CHARS]))
                for one in self._descriptions
            ),
        )

    def _coverage(self, blocks: list[PageBlock], outline: Outline, shape: BodyShape) -> float:
        """Share of the body's likely blocks that the claimed bodies hold."""
        inside = total = 0
        for block, prose in zip(blocks, outline.prose, strict=True):
            if prose and shape.share_like(block) >= _MAJOR:
                total += 1
                inside += any(folded(block.text) in body for body in self._bodies)
        return inside / total if total else 0.0
