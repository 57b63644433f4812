"""The article's title: which of the candidates it is, without the site's name, and the block that shows it."""

import re
import textwrap
from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlsplit

from articles.model import Block, BlockKind
from crawler.separation.blocks import PageBlock
from crawler.separation.kickers import find_title_without_kicker, joins_kicker
from crawler.separation.metadata.facts import Facts
from crawler.separation.prose import folded

_MARK = re.compile(r"\s+[|–—·»›•:-]{1,2}\s+|\s*\|\s*")
_COLON = re.compile(r":\s+")
_MAX_TITLE_CHARS = 300
_MIN_TITLE_WORDS = 4
_MIN_RANK = 2.0
_MAX_MARKS = 12
_MAX_SITE_WORDS = 5
_MAX_MADE_CHARS = 80
_MAX_KICKER_WORDS = 6
_AGREEING = 2
_HEAD_BLOCKS = 10
_QUOTES = ('"', "„", "“", "«", "»")
# "Ex-Minister" and "3:2" are words; a colon alone may stand close to what follows.
_KICKER_ENDS = re.compile(r"\s[–—-]{1,2}\s$|\|\s*$|:\s$|(?:[^\W\d_][»”“\"]?|\s):$")
_MAX_TITLE_WORDS = 30
_BOLD = ("b", "strong")
_RANKS = {"h1": 3, "h2": 1, "h3": 1}


def strip_site_name(title: str, site_names: Iterable[str]) -> str:
    """The title without the site's name at either end; the title itself when nothing else would be left."""
    marks = list(_MARK.finditer(title))
    if not marks and ": " not in title:
        return title.strip()
    known = {folded(name) for name in site_names if name}
    for mark in reversed(marks):
        head, tail = title[: mark.start()], title[mark.end() :]
        if folded(tail) in known:
            return strip_site_name(head, site_names)
    for mark in (*marks, *_COLON.finditer(title)):
        head, tail = title[: mark.start()], title[mark.end() :]
        if folded(head) in known and tail.strip():
            return strip_site_name(tail, site_names)
    return title.strip()


def find_names_apart(blocks: list[PageBlock], titles: Iterable[str]) -> list[str]:
    """What titles end in where the page shows that alone, as its masthead, or the rest alone: the site's name.

    Or what they begin with, before a colon, where the page shows the rest alone. A title that the page shows in full
    has nothing of that kind.
    """
    endings: dict[str, tuple[str, str]] = {}
    openings: dict[str, tuple[str, str]] = {}
    for title in titles:
        marks = list(_MARK.finditer(title))
        ending = folded(title[marks[-1].end() :]) if marks else ""
        # The longer part is the title, even where the tab's begins with the kicker.
        if ending and len(ending.split()) <= _MAX_SITE_WORDS and 2 * len(ending) < len(title):
            endings[ending] = (folded(title), folded(title[: marks[-1].start()]))
        opening, _, rest = title.partition(": ")
        if rest and len(opening.split()) <= _MAX_SITE_WORDS:
            openings[folded(opening)] = (folded(title), folded(rest))
    if not endings and not openings:
        return []
    shown = [block.text for block in blocks if 0 < len(block.text) <= _MAX_TITLE_CHARS]
    # A masthead may share its line with a menu.
    shown += [text for block in blocks[:_HEAD_BLOCKS] if len(block.runs) > 1 for text, markup in block.runs if markup]

    cased = [(text, text.casefold()) for text in shown]

    def is_shown(words: str) -> bool:
        first = words.partition(" ")[0]
        return any(first in letters and folded(text) == words for text, letters in cased)

    def is_headline(site: str, title: str) -> bool:
        # A kicker may stand before it in its own element.
        return is_shown(title) or (is_shown(site) and any(folded(text).endswith(f" {title}") for text in shown))

    return [
        *(end for end, (title, rest) in endings.items() if (is_shown(end) or is_shown(rest)) and not is_shown(title)),
        *(name for name, (title, rest) in openings.items() if is_headline(name, rest) and not is_shown(title)),
    ]


def host_names(url: str | None) -> list[str]:
    """What a site may be called after its host: `example.org` and `example`."""
    try:
        host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return []
    return [host, host.split(".")[0]] if host else []


def find_title_block(blocks: list[PageBlock], claimed: list[str], sites: list[str]) -> int | None:
    """The block that shows the title: a first-rank heading, best one that the page's claims repeat."""
    wanted = list(dict.fromkeys(folded(title) for title in claimed if title))
    ranked = []
    known = {folded(site) for site in sites}
    near = {len(title) + marks for title in wanted for marks in range(-_MAX_MARKS, _MAX_MARKS + 1)}
    openings = {title.partition(" ")[0] for title in wanted}
    for index, block in enumerate(blocks):
        rank = _RANKS.get(block.region.tag, 0)
        size = len(block.text)
        if not size or size > _MAX_TITLE_CHARS:
            continue
        # Only a heading may differ from the claim; folding takes off a few marks at most.
        if not rank and (size not in near or not _holds_any(openings, block.text.casefold())):
            continue
        text = folded(block.text)
        if not text:
            continue
        agreement = max((_agreement(text, title) for title in wanted), default=0.0)
        if rank == 0 and agreement < 1.0:
            continue
        if text in known:
            continue
        ranked.append((agreement * 4 + rank - (0.001 * index), -index))
    ranked = [entry for entry in ranked if entry[0] >= _MIN_RANK]
    if ranked:
        return -max(ranked)[1]
    found = _find_emphasized(blocks, wanted)
    return found if found is not None else _find_part(blocks, claimed)


def _find_part(blocks: list[PageBlock], claimed: list[str]) -> int | None:
    """The first line that is the longer part of a claimed title, parted by a mark from the rest of it."""
    parts = set()
    for title in claimed:
        for mark in _MARK.finditer(title):
            for part in (title[: mark.start()], title[mark.end() :]):
                if part.count(" ") + 1 >= _MIN_TITLE_WORDS and 2 * len(part) > len(title):
                    parts.add(folded(part))
    if not parts:
        return None
    openings = {part.partition(" ")[0] for part in parts}
    for index, block in enumerate(blocks):
        is_short = 0 < len(block.text) <= _MAX_TITLE_CHARS and not block.link_chars
        if is_short and _holds_any(openings, block.text.casefold()) and folded(block.text) in parts:
            return index
    return None


def _find_emphasized(blocks: list[PageBlock], wanted: list[str]) -> int | None:
    """The first line of some words, all of it in bold, that a claimed title holds in one piece; where no heading is."""
    for index, block in enumerate(blocks):
        if not block.runs or block.link_chars or not _MIN_TITLE_WORDS <= block.text.count(" ") + 1 <= _MAX_TITLE_WORDS:
            continue
        if all(any(element.tag in _BOLD for element in markup) for _, markup in block.runs):
            text = folded(block.text)
            if any(f" {text} " in f" {title} " for title in wanted):
                return index
    return None


def _holds_any(words: Iterable[str], text: str) -> bool:
    return any(word in text for word in words)


def choose_title(
    blocks: list[PageBlock], title_index: int | None, facts: Facts, listing_title: str | None, sites: list[str]
) -> str:
    """The title's text: what most of heading, structured data and social cards agree on, else the heading.

    Empty when the page has none.
    """
    # A kicker outside the heading leaves its colon behind.
    shown = " ".join(blocks[title_index].text.split()).lstrip(": ") if title_index is not None else ""
    headlines = [*facts.headlines[:1], *facts.card_titles[:2]]
    candidates = [shown, *(strip_site_name(" ".join(title.split()), sites) for title in headlines)]
    votes = Counter(folded(title) for title in candidates if title)
    most = max(votes.values(), default=0)
    if most > 1 and votes[folded(shown)] < most:
        chosen = next(title for title in candidates if votes[folded(title)] == most)
    else:
        others = [*candidates, listing_title or "", *(strip_site_name(title, sites) for title in facts.tab_titles)]
        chosen = next(filter(None, others), "")
    if shown and chosen.startswith(shown) and (mark := _MARK.match(chosen, len(shown))):
        behind = chosen[mark.end() :]
        # A word or two in the heading, and more behind it, are the kicker and the title.
        if behind and (len(shown) > len(behind) or shown.count(" ") + 1 >= _MIN_TITLE_WORDS):
            chosen = shown  # what stands behind it is the site's
    if shown and shown.startswith(chosen) and shown[len(chosen) :].lstrip()[:1] in _QUOTES:
        chosen = shown  # a program stopped at the quotation mark
    if title_index is not None and (parts := find_title_without_kicker(blocks[title_index], headlines)):
        chosen = parts[1] if joins_kicker(chosen, *parts) else chosen
    block = blocks[title_index] if title_index is not None else None
    # The tab alone may have cut a title that heading, structured data and cards agree on.
    tabs = facts.tab_titles if votes[folded(chosen)] < _AGREEING else []
    claims = [*candidates, *(strip_site_name(title, sites) for title in tabs)]
    return next((claim for claim in claims if _is_without_kicker(claim, chosen, block)), chosen)


def _is_without_kicker(claim: str, title: str, block: PageBlock | None) -> bool:
    """True for a claim that is the title but for a few words before it: a kicker.

    A mark or a line's end parts them from it; one in an element of its own, see `kickers`.
    """
    head = title[: -len(claim)] if claim and title.endswith(claim) else ""
    if not head or claim.count(" ") + 1 < _MIN_TITLE_WORDS or head.count(" ") > _MAX_KICKER_WORDS:
        return False
    return _KICKER_ENDS.search(head) is not None or (block is not None and f"{head.rstrip()}\n{claim}" in block.text)


def claimed_titles(facts: Facts, listing_title: str | None) -> list[str]:
    """The titles that structured data, the head and the listing give, the most trusted first."""
    return [*facts.headlines, *([listing_title] if listing_title else []), *facts.card_titles, *facts.tab_titles]


def _agreement(text: str, title: str) -> float:
    """Share of the shorter text's words that the other holds in one piece; 0 when neither holds the other."""
    if text == title:
        return 1.0
    shorter, longer = (text, title) if len(text) <= len(title) else (title, text)
    if shorter in longer and f" {shorter} " in f" {longer} ":
        return len(shorter) / len(longer)
    return 0.0


def make_title(body: tuple[Block, ...]) -> str:
    """A title for an article without one: its first heading, else the first words of its text."""
    texts = [block.text for block in body if block.text]
    heading = next((block.text for block in body if block.kind is BlockKind.HEADING), None)
    return heading or textwrap.shorten(texts[0], _MAX_MADE_CHARS, placeholder=" …")
