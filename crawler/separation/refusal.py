"""Pages that hold no article though they hold text: errors, maintenance, checks for robots, listings."""

import re

from articles.model import Block
from crawler.separation.blocks import PageBlock
from crawler.separation.metadata.facts import Facts
from crawler.separation.outline import Outline
from crawler.separation.verdict import Verdict

_ERROR = re.compile(
    r"\b(?:404|403|410|500|502|503)\b|\b(?:seite|artikel|inhalt"
    r"|dokument) (?:(?:wurde )?(?:leider )?nicht gefunden|existiert nicht)"
    r"|\bnot found\b|\bwartung(?:sarbeiten|smodus)?\b|\bmaintenance\b|\baccess denied\b"
    r"|\bzugriff verweigert\b|\bforbidden\b"
    r"|\bjust a moment\b|\bare you (?:a )?(?:human|robot)\b|\bcaptcha\b|\bservice unavailable\b"
    r"|\btemporarily unavailable\b"
    r"|\bvorübergehend nicht (?:erreichbar|verfügbar)\b"
    r"|\binternal server error\b"
    r"|\bseite nicht (?:gefunden|verfügbar|erreichbar)\b|\bpage (?:cannot|can't|could not) be found\b",
    re.IGNORECASE,
)
_OFFERS = frozenset({"webinar ad", "consultation ad", "shop ad", "newsletter", "advertising"})
_MAX_ERROR_CHARS = 900
_MAX_TITLE_WORDS = 8
_MIN_CHARS = 40
_MIN_ENTRIES = 6
_MIN_HEADLINE_CHARS = 20
_CHARS_PER_ENTRY = 60
_TEASED_SHARE = 0.6


def find_refusal(
    article: tuple[str, tuple[Block, ...]],
    blocks: list[PageBlock],
    verdicts: list[Verdict],
    outline: Outline,
    facts: Facts,
) -> str | None:
    """Why the page is no article, in words; None when it may be one."""
    title, body = article
    size = sum(len(block.text) for block in body)
    first = next((block.text for block in body if block.text), "")
    short_title = len(title.split()) <= _MAX_TITLE_WORDS
    if size < _MAX_ERROR_CHARS and not facts.is_article and short_title and _ERROR.search(f"{title}\n{first}"):
        return f"it reads like an error or maintenance page: {title[:60]!r}"
    if facts.is_article:
        return None
    if size < _MIN_CHARS:
        return f"it has hardly any text: {first[:60]!r}"
    headlines = [at for at in _headlines(blocks, outline) if verdicts[at].label not in _OFFERS]
    if len(headlines) < _MIN_ENTRIES:
        return None
    teased = _teased_chars(blocks, verdicts, headlines)
    if size < _CHARS_PER_ENTRY * len(headlines) or teased > _TEASED_SHARE * size:
        return f"it lists other articles: {len(headlines)} linked headlines"
    return None


def _headlines(blocks: list[PageBlock], outline: Outline) -> list[int]:
    """Linked headlines in the region around the body's that some text follows."""
    body = outline.body
    holder = body.parent if body is not None and body.parent is not None else body
    return [
        index
        for index, block in enumerate(blocks)
        if holder is not None
        and len(block.text) >= _MIN_HEADLINE_CHARS
        and block.link_chars >= len(block.text)
        and not outline.prose[index]
        and block.region.is_within(holder)
        and any(other.text and not other.link_chars for other in blocks[index + 1 : index + 3])
    ]


def _teased_chars(blocks: list[PageBlock], verdicts: list[Verdict], headlines: list[int]) -> int:
    """Characters of the kept blocks that stand under a linked headline."""
    under = {place for index in headlines for place in range(index + 1, index + 4)}
    return sum(len(blocks[place].text) for place in under if place < len(blocks) and verdicts[place].kept)
