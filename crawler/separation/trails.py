"""The breadcrumb known by its shape: a short row of links that begins at the site and goes ever deeper.

No name of the markup is needed. What tells a trail from a menu: a menu's links stand side by side under the site's
start, a trail's lie one within the other, or all under the site's news. Where shape alone cannot tell (a start page and
sections side by side), the page's own BreadcrumbList has to say the same names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

from crawler.separation.blocks import PageBlock, Region
from crawler.separation.links import Link, block_links
from crawler.separation.metadata.facts import Facts
from crawler.separation.page import Page
from crawler.separation.prose import ends_sentence, folded
from crawler.separation.site_crumb import is_home, is_site_name
from crawler.separation.verdict import Verdict

_MARK = re.compile(r"\s*[/›»>→|·]\s*")
_TEXT_MARK = re.compile(r"\s+[/›»>→]\s+")
_MIN_CRUMBS = 2
_MAX_CRUMBS = 7
_MAX_CRUMB_CHARS = 60
_MAX_NAME_WORDS = 6
_MAX_ROW_BLOCKS = 16
_TRAIL_LABEL = "breadcrumb"


@dataclass(frozen=True, kw_only=True, slots=True)
class Trail:
    """The page's breadcrumb."""

    start: int
    """Its first block."""
    stop: int
    """Behind its last block."""
    crumbs: tuple[Link, ...]
    """The site itself first; the last may be the article's title."""
    reason: str


def find_trail(blocks: list[PageBlock], title_index: int | None, facts: Facts, page: Page, title: str) -> Trail | None:
    """The breadcrumb of an HTML page; the longest, of several the one nearest to the title. None when it shows none."""
    found = []
    for start, stop in _rows(blocks):
        if title_index is not None and start <= title_index < stop:
            continue
        crumbs = _crumbs(blocks[start:stop], page)
        reason = _reason(crumbs, facts, page, title)
        if reason:
            found.append(Trail(start=start, stop=stop, crumbs=tuple(crumbs), reason=reason))
    place = title_index or 0
    return max(found, key=lambda trail: (len(trail.crumbs), -abs(trail.start - place)), default=None)


def name_trail(verdicts: list[Verdict], trail: Trail | None) -> list[Verdict]:
    """The verdicts, with the trail's blocks named; advertising around it keeps its own."""
    if trail is None:
        return verdicts
    return [
        Verdict(_TRAIL_LABEL, trail.reason)
        if trail.start <= index < trail.stop and not verdict.label.endswith((" ad", "advertising", "newsletter"))
        else verdict
        for index, verdict in enumerate(verdicts)
    ]


def _rows(blocks: list[PageBlock]) -> Iterator[tuple[int, int]]:
    """Each block of several links, each box with nothing but short links, each run of them in one box."""
    seen: set[tuple[int, int]] = set()
    for index, block in enumerate(blocks):
        if not block.text or not (_is_crumb_like(block) or _is_text_trail(block)):
            continue
        rows = [(index, index + 1)]
        if _is_crumb_like(block):
            region: Region | None = block.region
            while region is not None and region.element is not None and region.stop - region.start <= _MAX_ROW_BLOCKS:
                rows.append((region.start, region.stop))
                region = region.parent
            rows.append(_run(index, blocks))
        for row in rows:
            if row not in seen and all(
                not one.text or _is_crumb_like(one) or row[1] - row[0] == 1 for one in blocks[row[0] : row[1]]
            ):
                seen.add(row)
                yield row


def _run(index: int, blocks: list[PageBlock]) -> tuple[int, int]:
    """The crumb-like blocks side by side: same holder, same kind of element."""
    own = blocks[index].region
    start, stop = index, index + 1
    while start > 0 and _is_beside(blocks[start - 1], own):
        start -= 1
    while stop < len(blocks) and _is_beside(blocks[stop], own):
        stop += 1
    return start, stop


def _is_beside(block: PageBlock, own: Region) -> bool:
    region = block.region
    return region.parent is own.parent and region.tag == own.tag and bool(block.text) and _is_crumb_like(block)


def _is_crumb_like(block: PageBlock) -> bool:
    """True for links without other text, and for a mere separator."""
    left = len(block.text) - block.link_chars - block.text.count(" ")
    return left <= len("".join(_MARK.findall(block.text)))


def _is_text_trail(block: PageBlock) -> bool:
    return not block.link_chars and len(_TEXT_MARK.findall(block.text)) >= _MIN_CRUMBS - 1


def _crumbs(row: list[PageBlock], page: Page) -> list[Link]:
    if len(row) == 1 and not row[0].link_chars:
        return [Link(name=name, url=None) for name in _TEXT_MARK.split(row[0].text) if name]
    links = [link for block in row for link in block_links(block, page.url)]
    return [link for link in links if link.name and not _MARK.fullmatch(link.name)]


def _reason(crumbs: list[Link], facts: Facts, page: Page, title: str) -> str | None:
    """Why these are a trail; None when they are none."""
    names = [folded(crumb.name) for crumb in crumbs]
    if not _MIN_CRUMBS <= len(crumbs) <= _MAX_CRUMBS or len(set(names)) < len(names):
        return None
    if any(len(crumb.name) > _MAX_CRUMB_CHARS and folded(crumb.name) != folded(title) for crumb in crumbs):
        return None
    claimed = {folded(name) for name, _ in facts.breadcrumb}
    if len(claimed) > 1 and claimed.issuperset(names):
        return "links with the names that the page's own BreadcrumbList has"
    named = is_site_name(crumbs[0].name, page, facts)
    if any(crumb.url is None for crumb in crumbs):
        return _reason_by_names(crumbs) if named else None
    return _reason_by_addresses(crumbs, page, named=named)


def _reason_by_names(crumbs: list[Link]) -> str | None:
    short = all(len(crumb.name.split()) <= _MAX_NAME_WORDS and not ends_sentence(crumb.name) for crumb in crumbs)
    unlinked = all(crumb.url is None for crumb in crumbs)
    return "the site's name and narrower ones, parted by slashes or arrows" if short and unlinked else None


def _reason_by_addresses(crumbs: list[Link], page: Page, *, named: bool) -> str | None:
    paths = [_path(crumb.url) for crumb in crumbs]
    hosts = {urlsplit(crumb.url or "").hostname for crumb in crumbs}
    if len(hosts) > 1 or len(set(paths)) < len(paths):
        return None
    nested = all(inner.startswith(outer) for outer, inner in pairwise(paths))
    at_home = paths[0] == "/" or is_home(crumbs[0].name) or named
    if nested and at_home and (len(paths) > _MIN_CRUMBS or _path(page.url).startswith(paths[-1])):
        return "links that begin at the site and lie one within the other"
    if named and paths[0] != "/" and all(path.startswith(paths[0]) for path in paths):
        return "links that begin at the site's news and lie all below it"
    return None


def _path(url: str | None) -> str:
    return urlsplit(url or "").path.rstrip("/") + "/"
