"""What speaks for and against each block: measures of its shape, its names, its words, its place and its neighbours.

A block's evidence is a list of numbers, and the kinds that names and words speak for, in bits; `MEASURES` names them
all in order. `weights.py` holds what they count, `weighing.py` adds it up. No measure knows a word of one publisher.
"""

import re
import string
from collections import Counter
from functools import lru_cache
from math import log1p

from crawler.elements import HEADING_TAGS
from crawler.separation.blocks import PageBlock, Region
from crawler.separation.body_shape import BodyShape, are_alike
from crawler.separation.claims import Claims
from crawler.separation.labels import KINDS
from crawler.separation.metadata.facts import Facts
from crawler.separation.outline import Outline
from crawler.separation.prose import ends_sentence

MIN_LEAD_CHARS = 50
"""A shorter text is a line."""
_MAX_LEAD_BLOCKS, _NEAR_BLOCKS = 25, 2
_SAMPLE_CHARS = 160
_MAX_LABEL_CHARS = 80
_FAR = 50
_NO_TITLE = -99.0
_PLAIN_TAGS = frozenset({"div", "span", "section"})
_LEAD_NAMES = re.compile(
    r"(?:lead|leadtext|intro|introduction|standfirst|summary|sub(?:line|title|headline|head)|dek|deck|abstract|excerpt|vorspann"
    r"|einleitung|einstieg|chapeau|sapo|ingress|entradilla|preamble|description)"
)
_BODY_NAMES = re.compile(
    r"(?:article\w*|body|bodytext|content|entry|story|text|paragraph|copy|richtext|post|absatz|fliesstext|main|inhalt|artikel\w*)"
)
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")

_OWN = (
    "its length",
    "its words",
    "its share of links",
    "it reads like running text",
    "it ends as a sentence",
    "its commas per word",
    "its share of digits",
    "its share of capitals",
    "how often it stands on the page",
    "it begins with a capital",
    "it asks a question",
    "it ends in a colon",
    "it is a heading element",
    "it is a paragraph element",
    "it is a list's item",
    "it is a plain box",
    "it is short and says that it is none of the body's",
)
_PLACE = (
    "it stands in the body's region",
    "share of the body in elements like it",
    "share of the body right beside it",
    "its place, from the body's first to its last block",
    "blocks since the body's first",
    "blocks since the body's last",
    "share of the body before it",
    "blocks since the title",
    "its depth below the body's region",
    "its place in its container",
    "it is one of several such headings",
)
_CLAIMED = (
    "the page's data holds it as body",
    "the page's data holds a body without it",
    "it repeats the title",
    "it repeats the description",
    "it stands under a linked headline",
    "it is the first text behind the title",
    "it follows the title closely",
    "it is named like a lead",
    "it is named like a body",
)
_AROUND = ("share of the page's running text", "share of links", "number of blocks", "share that is running text")
_BESIDE = ("there", "running text", "length", "share of links", "heading", "names", "same container", "same kind")
_NEIGHBOURS = ((-2, "second before it"), (-1, "block before it"), (1, "block behind it"), (2, "second behind it"))
MEASURES: tuple[str, ...] = (
    *_OWN,
    *_PLACE,
    *_CLAIMED,
    *(f"{box}: {each}" for box in ("its container", "the box around that") for each in _AROUND),
    *(f"{neighbour}: {each}" for _, neighbour in _NEIGHBOURS for each in _BESIDE),
    *(f"named {kind.name}" for kind in KINDS),
    *(f"says {kind.name}" for kind in KINDS),
)
"""The names of the measures, in words for people."""
SIGNED = frozenset(_PLACE[3:9])
"""The measures that may be below zero."""
Measured = tuple[list[float], int, int]
"""The numbers (floats, and yes or no), the bits of the kinds that its names, and that its words, speak for."""
_BITS = tuple(1 << place for place in range(len(KINDS)))
_NOBODY = (0.0,) * len(_BESIDE)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_DIGITS, _CAPITALS = string.digits.encode(), string.ascii_uppercase.encode()


def spread(measured: Measured) -> list[float]:
    """Every measure as a number, in the order of `MEASURES`."""
    numbers, named, said = measured
    return [*numbers, *(float(bits & bit > 0) for bits in (named, said) for bit in _BITS)]


def says_what_it_is(block: PageBlock, *, prose: bool) -> bool:
    """True for a short line, no sentence, whose words are those of a byline, a share bar or other furniture."""
    return bool(block.kinds) and not prose and len(block.text) <= _MAX_LABEL_CHARS


class Evidence:
    """Gathers the evidence of one page's blocks."""

    def __init__(self, blocks: list[PageBlock], outline: Outline, facts: Facts, title: str) -> None:
        self._blocks = blocks
        self._outline = outline
        self.authors = facts.authors
        """As the page's data claims them."""
        self.shape = BodyShape(blocks, outline)
        self._claims = Claims(blocks, outline, facts, title, self.shape)
        self._texts = [index for index, block in enumerate(blocks) if block.text]
        self._orders = {index: order for order, index in enumerate(self._texts)}
        self._neighbours: dict[int, tuple[float, ...]] = {}
        self._seen = Counter([blocks[index].text for index in self._texts])
        self.lead = self._find_lead()
        """The first running text between title and body, if there is any."""

    def precedes_body(self, index: int) -> bool:
        """True before the title, and for what stands apart before the body's first text."""
        title = self._outline.title_index
        if title is not None and index < title:
            return True
        return index < self.shape.first and not self._outline.holds(index)

    def of(self, index: int) -> Measured:
        """What was measured of a block."""
        block = self._blocks[index]
        region = block.region
        container = region.parent
        numbers = self._own(index, block)
        numbers += self._place(index, block)
        numbers += self._claims.of(block)
        numbers += self._position(index, block)
        numbers += self.shape.around(container)
        numbers += self.shape.around(container.parent if container is not None else None)
        order, texts = self._orders[index], self._texts
        for distance, _ in _NEIGHBOURS:
            place = order + distance
            if 0 <= place < len(texts):
                other = self._blocks[texts[place]].region
                numbers += self._measured(texts[place])
                numbers.append(other.parent is container)
                numbers.append(are_alike(other, region))
            else:
                numbers += _NOBODY
        return numbers, self.own_names(region), block.kinds

    def _own(self, index: int, block: PageBlock) -> list[float]:
        text = block.text
        size = len(text)
        words = text.count(" ") + 1.0
        tag = block.region.tag
        prose = self._outline.prose[index]
        return [
            log1p(size),
            words,
            block.link_chars / size,
            prose,
            ends_sentence(text),
            text.count(",") / words,
            *_shares_of_digits_and_capitals(text[:_SAMPLE_CHARS]),
            float(self._seen[text]),
            text[0].isupper(),
            "?" in text,
            text[-1] == ":",
            tag in HEADING_TAGS,
            tag == "p",
            tag == "li",
            tag in _PLAIN_TAGS,
            says_what_it_is(block, prose=prose),
        ]

    def _place(self, index: int, block: PageBlock) -> list[float]:
        shape = self.shape
        outline = self._outline
        body, title = outline.body, outline.title_index
        region = block.region
        since_first = index - shape.first
        return [
            outline.holds(index),
            shape.share_like(block),
            shape.share_beside(block),
            since_first / max(1, shape.last - shape.first),
            float(max(-_FAR, min(_FAR, since_first))),
            float(max(-_FAR, min(_FAR, index - shape.last))),
            shape.share_before(index),
            float(index - title) if title is not None else _NO_TITLE,
            float(region.depth - (body.depth if body is not None else 0)),
            float(shape.texts_between(region.parent.start, index)) if region.parent is not None else 0.0,
            shape.is_one_of_several_headings(block),
        ]

    def _position(self, index: int, block: PageBlock) -> list[float]:
        leads = index == self.lead and index < self.shape.first
        near = leads and index - (self._outline.title_index or 0) <= _NEAR_BLOCKS
        container = block.region.parent
        praise = _praise(block.region.names, container.names if container is not None else "")
        return [index in self._outline.teased, leads and not near, near, *praise]

    def _measured(self, index: int) -> tuple[float, ...]:
        """What is measured of a neighbour, whoever asks."""
        found = self._neighbours.get(index)
        if found is None:
            block = self._blocks[index]
            found = self._neighbours[index] = (
                1.0,
                self._outline.prose[index],
                log1p(len(block.text)),
                block.link_chars / len(block.text),
                block.region.tag in HEADING_TAGS,
                bool(block.kinds) + 2.0 * bool(self.own_names(block.region)),
            )
        return found

    def own_names(self, region: Region) -> int:
        """Bits of the kinds that the names of a region speak for, and not those of the body's."""
        body = self._outline.body
        return region.inherited & ~(body.inherited if body is not None else 0)

    def _find_lead(self) -> int | None:
        """The first running text between title and body."""
        title = self._outline.title_index
        if title is None:
            return None
        for index in range(title + 1, min(self.shape.first + 1, title + _MAX_LEAD_BLOCKS, len(self._blocks))):
            block = self._blocks[index]
            if self._outline.prose[index] and not block.kinds and len(block.text) > MIN_LEAD_CHARS:
                return index
        return None


def _shares_of_digits_and_capitals(sample: str) -> tuple[float, float]:
    """Counted by the interpreter's own loops where that can be: letter by letter costs more than all other measures."""
    plain = sample.encode("ascii", "ignore")
    size = len(sample)
    digits = len(plain) - len(plain.translate(None, _DIGITS))
    capitals = len(plain) - len(plain.translate(None, _CAPITALS))
    if len(plain) < size:
        others = "".join(_BEYOND_ASCII.findall(sample))
        digits += sum(map(str.isdigit, others))
        capitals += sum(map(str.isupper, others))
    return digits / size, capitals / size


@lru_cache(maxsize=16384)
def _praise(names: str, outer_names: str) -> tuple[bool, bool]:
    """Whether a block's names are those of a lead, and those of a body."""
    words = [word.lower() for word in _WORDS.findall(f"{names} {outer_names}")]
    return any(map(_LEAD_NAMES.fullmatch, words)), any(map(_BODY_NAMES.fullmatch, words))
