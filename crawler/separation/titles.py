"""The article's title: which of the candidates it is, without the site's name, and the block that shows it."""

import re
from collections.abc import Iterable

from crawler.separation.blocks import PageBlock
from crawler.separation.metadata.facts import Facts
from crawler.separation.prose import folded

_MARK = re.compile(r"\s+[|–—·»›•:-]{1,2}\s+|\s*\|\s*")
_MAX_TITLE_CHARS = 300
_MIN_BODY_CHARS = 200
_MIN_TITLE_WORDS = 4
_MIN_RANK = 2.0


def strip_site_name(title: str, site_names: Iterable[str]) -> str:
    """The title without the site's name at either end; the title itself when nothing else would be left."""
    known = {folded(name) for name in site_names if name}
    marks = list(_MARK.finditer(title))
    for mark in reversed(marks):
        head, tail = title[: mark.start()], title[mark.end() :]
        if folded(tail) in known:
            return strip_site_name(head, site_names)
    for mark in marks:
        head, tail = title[: mark.start()], title[mark.end() :]
        if folded(head) in known and tail.strip():
            return strip_site_name(tail, site_names)
    return title.strip()


def find_title_block(blocks: list[PageBlock], claimed: list[str]) -> int | None:
    """The block that shows the title: a first-rank heading, best one that the page's claims repeat."""
    wanted = [folded(title) for title in claimed if title]
    ranked = []
    for index, block in enumerate(blocks):
        rank = {"h1": 3, "h2": 1, "h3": 1}.get(block.tag, 0)
        if not block.text or len(block.text) > _MAX_TITLE_CHARS:
            continue
        text = folded(block.text)
        if not text:
            continue
        agreement = max((_agreement(text, title) for title in wanted), default=0.0)
        if rank == 0 and agreement < 1.0:
            continue
        ranked.append((agreement * 4 + rank - (0.001 * index), -index))
    ranked = [entry for entry in ranked if entry[0] >= _MIN_RANK]
    return -max(ranked)[1] if ranked else None


def choose_title(blocks: list[PageBlock], title_index: int | None, claimed: list[str], site_names: list[str]) -> str:
    """The title's text; empty when the page has none."""
    cleaned = [strip_site_name(" ".join(title.split()), site_names) for title in claimed]
    if title_index is not None:
        return " ".join(blocks[title_index].text.split())
    return next(filter(None, cleaned), "")


def claimed_titles(facts: Facts, listing_title: str | None) -> list[str]:
    """The titles that structured data, the head and the listing give, the most trusted first."""
    return [*facts.headlines, *([listing_title] if listing_title else []), *facts.page_titles]


def _agreement(text: str, title: str) -> float:
    """Share of the shorter text's words that the other holds in one piece; 0 when neither holds the other."""
    if text == title:
        return 1.0
    shorter, longer = sorted((text, title), key=len)
    if f" {shorter} " in f" {longer} ":
        return len(shorter) / len(longer)
    return 0.0


def find_title_line(blocks: list[PageBlock], claimed: list[str]) -> int | None:
    """The title of a plain text: what the listing calls it, else the first line of some length before the text."""
    wanted = {folded(title) for title in claimed if title}
    for index, block in enumerate(blocks):
        if folded(block.text) in wanted:
            return index
    body = next((index for index, block in enumerate(blocks) if len(block.text) > _MIN_BODY_CHARS), len(blocks))
    lines = [index for index in range(body) if not blocks[index].kinds and not blocks[index].bullet]
    long_enough = [index for index in lines if len(blocks[index].text.split()) >= _MIN_TITLE_WORDS]
    return next(iter(long_enough or lines), None)
