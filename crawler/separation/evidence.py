"""What speaks for and against each block: facts of its shape, its names, its words, its place and the page's claims.

Every piece of evidence has a name; `weights.py` says how much each one counts. A block's evidence is a list of names,
so that the sum can be told in words, and trained without touching this file.
"""

import re
from functools import lru_cache

from crawler.separation.blocks import PageBlock
from crawler.separation.labels import KINDS
from crawler.separation.metadata.facts import Facts
from crawler.separation.outline import Outline
from crawler.separation.prose import ends_sentence, folded

_NAMED = tuple((1 << place, f"named {kind.name}", f"named {kind.name}, prose") for place, kind in enumerate(KINDS))
_SAYS = tuple((1 << place, f"says {kind.name}", f"says {kind.name}, prose") for place, kind in enumerate(KINDS))
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TAGS = frozenset({"p", "li", "td", "th", "blockquote", "div", "dd", "dt", "figcaption", "span", "section", "pre"})
_LONG, _VERY_LONG = 180, 400
_FEW_WORDS = 3
_MAJOR, _MINOR = 0.25, 0.05
_MIN_CLAIM_CHARS = 24
_MIN_COVERAGE = 0.6
_LEAD_BLOCKS, _MIN_LEAD_CHARS, _LEAD_CHARS = 25, 50, 80
_BEGINNING_CHARS = 400
_NEAR_BLOCKS = 2
_NEARLY_ALL, _HALF, _FIFTH, _TENTH = 0.9, 0.5, 0.2, 0.1
_LEAD_NAMES = re.compile(
    r"(?:lead|leadtext|intro|introduction|standfirst|summary|sub(?:line|title|headline|head)|dek|deck|abstract|excerpt|vorspann"
    r"|einleitung|einstieg|chapeau|sapo|ingress|entradilla|preamble|description)"
)
_BODY_NAMES = re.compile(
    r"(?:article\w*|body|bodytext|content|entry|story|text|paragraph|copy|richtext|post|absatz|fliesstext|main|inhalt|artikel\w*)"
)
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


class Evidence:
    """Gathers the evidence of one page's blocks."""

    def __init__(self, blocks: list[PageBlock], outline: Outline, facts: Facts, title: str) -> None:
        self._blocks = blocks
        self._outline = outline
        self._title = folded(title)
        self._claimed = [folded(text) for text in facts.bodies if len(text) > _LONG]
        self._descriptions = [text for text in map(folded, facts.descriptions) if len(text) > _MIN_CLAIM_CHARS]
        self._signature_mass, self._parent_mass, self._total = self._masses()
        self._first, self._last = self._range()
        self._headings: dict[tuple[str, str, str], int] = {}
        for block in blocks[self._first : self._last]:
            if block.region.tag in _HEADINGS and block.text:
                self._headings[_signature(block)] = self._headings.get(_signature(block), 0) + 1
        self.lead = self._find_lead()
        """The first running text between title and body, if there is any."""
        self._seen: dict[str, int] = {}
        for block in blocks:
            if len(block.text) > _MIN_CLAIM_CHARS:
                self._seen[block.text] = self._seen.get(block.text, 0) + 1
        self._claim_covers = bool(self._claimed) and self._coverage() > _MIN_COVERAGE

    def is_plainly_foreign(self, index: int) -> bool:
        """True for a short line that is no sentence and stands outside the body's region: most of a page's blocks."""
        block = self._blocks[index]
        body = self._outline.body
        return (
            len(block.text) < _MIN_LEAD_CHARS
            and not self._outline.prose[index]
            and body is not None
            and not block.region.is_within(body)
        )

    def place_of(self, index: int) -> list[str]:
        """The names of what its place says of a block."""
        return self._place(index, self._blocks[index])

    def of(self, index: int) -> list[str]:
        """The names of what speaks for and against a block."""
        block = self._blocks[index]
        found = [*self._shape(index, block), *self._place(index, block), *self._claims(block)]
        prose = self._outline.prose[index]
        body = self._outline.body
        own = block.region.inherited & ~(body.inherited if body is not None else 0)
        if own:
            found += [told[prose] for bit, *told in _NAMED if own & bit]
        if block.kinds:
            found += [told[prose] for bit, *told in _SAYS if block.kinds & bit]
        return found

    def _shape(self, index: int, block: PageBlock) -> list[str]:
        text = block.text
        prose = self._outline.prose[index]
        tag = block.region.tag
        heading = tag in _HEADINGS
        found = [
            "always",
            "heading" if heading else f"tag {tag}" if tag in _TAGS else "tag div" if "-" in tag else "other tag",
        ]
        if prose:
            found.append(_prose_length(len(text)))
        else:
            found += _short_shape(text)
        linked = _link_share(block)
        if linked:
            found.append(linked)
        if heading or not prose:
            found.append(self._before_what(index))
        if heading and self._headings.get(_signature(block), 0) > 1:
            found.append("one of several such headings")
        parent = block.region.parent
        found += _praise(block.region.names, parent.names if parent else "")
        if index == self.lead and index < self._first:
            near = index - (self._outline.title_index or 0) <= _NEAR_BLOCKS
            found.append("first text, close behind the title" if near else "first text behind the title")
        if index in self._outline.teased:
            found.append("under a linked headline")
        if self._seen.get(text, 0) > 1:
            found.append("stands twice on the page")
        return found

    def _before_what(self, index: int) -> str:
        following = self._next(index)
        if following is None or not self._outline.prose[following]:
            return "before no text"
        same = self._weight_of(self._blocks[following]) >= _MAJOR
        return "before body text" if same else "before other text"

    def _place(self, index: int, block: PageBlock) -> list[str]:
        body = self._outline.body
        title = self._outline.title_index
        prose = ", prose" if self._outline.prose[index] else ""
        if title is not None and index < title:
            return [f"before the title{prose}"]
        if body is None or not block.region.is_within(body):
            return [f"apart, before the body{prose}" if index < self._first else f"apart, behind the body{prose}"]
        if index < self._first:
            place = "in the body's region, before its text"
        elif index > self._last:
            place = "in the body's region, behind its text"
        else:
            place = "among the body's text"
        weight = self._weight_of(block)
        likeness = (
            "looks like the body"
            if weight >= _MAJOR
            else "looks a little like it"
            if weight >= _MINOR
            else "looks unlike it"
        )
        mass = self._parent_mass.get(id(block.region.parent), 0) / self._total
        company = "beside most text" if mass > _HALF else "beside some text" if mass > _TENTH else "beside little text"
        return [f"{place}{prose}", f"{likeness}{prose}", f"{company}{prose}"]

    def _claims(self, block: PageBlock) -> list[str]:
        if len(block.text) <= _MIN_CLAIM_CHARS:
            return []
        # But for a claimed body, a block's beginning tells.
        text = folded(block.text if self._claimed else block.text[:_BEGINNING_CHARS])
        found = []
        if text and (text == self._title or (len(text) > _MIN_CLAIM_CHARS and text in self._title)):
            found.append("repeats the title")
        if any(
            text == one or (one.startswith(text[:_LEAD_CHARS]) and len(text) >= _MIN_LEAD_CHARS)
            for one in self._descriptions
        ):
            found.append("repeats the description")
        if self._claimed and any(text in claimed for claimed in self._claimed):
            found.append("in the claimed body")
        elif self._claim_covers:
            found.append("not in the claimed body")
        return found

    def _find_lead(self) -> int | None:
        """The first running text between title and body."""
        title = self._outline.title_index
        if title is None:
            return None
        for index in range(title + 1, min(self._first + 1, title + _LEAD_BLOCKS, len(self._blocks))):
            block = self._blocks[index]
            if self._outline.prose[index] and not block.kinds and len(block.text) > _MIN_LEAD_CHARS:
                return index
        return None

    def _next(self, index: int) -> int | None:
        for place in range(index + 1, min(index + 4, len(self._blocks))):
            if self._blocks[place].text:
                return place
        return None

    def _weight_of(self, block: PageBlock) -> float:
        return self._signature_mass.get(_signature(block), 0) / self._total

    def _masses(self) -> tuple[dict[tuple[str, str, str], int], dict[int, int], int]:
        signatures: dict[tuple[str, str, str], int] = {}
        parents: dict[int, int] = {}
        total = 0
        for block, prose in zip(self._blocks, self._outline.prose, strict=True):
            if not prose or self._outline.body is None or not block.region.is_within(self._outline.body):
                continue
            size = len(block.text)
            total += size
            signature = _signature(block)
            signatures[signature] = signatures.get(signature, 0) + size
            parents[id(block.region.parent)] = parents.get(id(block.region.parent), 0) + size
        return signatures, parents, total or 1

    def _range(self) -> tuple[int, int]:
        major = [
            index
            for index, block in enumerate(self._blocks)
            if self._outline.prose[index]
            and self._outline.body is not None
            and block.region.is_within(self._outline.body)
            and self._weight_of(block) >= _MINOR
            and not block.region.inherited & ~self._outline.body.inherited
        ]
        return (major[0], major[-1]) if major else (0, len(self._blocks))

    def _coverage(self) -> float:
        inside = total = 0
        for block, prose in zip(self._blocks, self._outline.prose, strict=True):
            if prose and self._weight_of(block) >= _MAJOR:
                total += 1
                inside += any(folded(block.text) in claimed for claimed in self._claimed)
        return inside / total if total else 0.0


def _prose_length(chars: int) -> str:
    return "very long prose" if chars > _VERY_LONG else "long prose" if chars > _LONG else "short prose"


def _short_shape(text: str) -> list[str]:
    found = ["ends a sentence"] if ends_sentence(text) else []
    return [*found, "few words"] if text.count(" ") < _FEW_WORDS else found


def _link_share(block: PageBlock) -> str | None:
    if not block.link_chars:
        return None
    share = block.link_chars / len(block.text)
    if share <= _HALF:
        return "some links" if share > _FIFTH else None
    sentence = ", a sentence" if ends_sentence(block.text) and block.text.count(" ") > _FEW_WORDS else ""
    return f"a link{sentence}" if share > _NEARLY_ALL else f"mostly links{sentence}"


@lru_cache(maxsize=16384)
def _praise(names: str, outer_names: str) -> tuple[str, ...]:
    words = [word.lower() for word in _WORDS.findall(f"{names} {outer_names}")]
    lead = any(_LEAD_NAMES.fullmatch(word) for word in words)
    body = any(_BODY_NAMES.fullmatch(word) for word in words)
    return (("named like a lead",) if lead else ()) + (("named like a body",) if body else ())


def _signature(block: PageBlock) -> tuple[str, str, str]:
    parent = block.region.parent
    return block.region.tag, block.region.names, parent.names if parent else ""
