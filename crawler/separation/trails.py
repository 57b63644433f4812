"""The breadcrumb known by its shape: a short row of links that begins at the site and goes ever deeper.

No name of the markup is needed. What tells a trail from a menu: a menu's links stand side by side under the site's
start, a trail's lie one within the other, or all under the site's news. Where shape alone cannot tell (a start page and
sections side by side), the page's own BreadcrumbList has to say the same names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from urllib.parse import urlsplit

from lxml.etree import _Element

from crawler.separation.blocks import PageBlock
from crawler.separation.link_groups import find_link_groups, is_mark
from crawler.separation.links import Link, name_link, named_links
from crawler.separation.metadata.facts import Facts
from crawler.separation.page import Page
from crawler.separation.prose import ends_sentence, folded
from crawler.separation.site_crumb import is_home, is_site_name, leads_home
from crawler.separation.verdict import Verdict

_MARK = re.compile(r"[/›»>→]")
_TEXT_MARK = re.compile(rf"\s+{_MARK.pattern}\s+")
_MIN_CRUMBS = 2
_MAX_CRUMBS = 7
_MAX_CRUMB_CHARS = 60
_MAX_NAME_WORDS = 6
_TRAIL_LABEL = "breadcrumb"
_CLAIMED = "links with the names that the page's own BreadcrumbList has"
Name = tuple[str, _Element | None]
"""A crumb's name, and the link that it is."""


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

    @cache
    def begins(name: Name) -> bool:
        words, element = name
        written = element.get("href") if element is not None else None
        return is_home(words) or is_site_name(words, page, facts) or leads_home(written, page.base)

    claims = {folded(name) for name, _ in facts.breadcrumb}
    found = []
    known: dict[int, list[Name]] = {}
    for start, stop in _find_rows(blocks):
        if title_index is not None and start <= title_index < stop:
            continue
        names = _find_names(start, stop, blocks, known)
        if not _MIN_CRUMBS <= len(names) <= _MAX_CRUMBS:
            continue
        # Most rows are menus, and their first link says so: the others need no address then.
        claimed = len(claims) > 1 and claims.issuperset(folded(name) for name, _ in names)
        if not (claimed or begins(names[0])) or not _may_be_crumbs(names, title):
            continue
        crumbs = tuple(name_link(*name, page.base) for name in names)
        reason = _CLAIMED if claimed else _reason(crumbs, facts, page)
        if reason:
            found.append(Trail(start=start, stop=stop, crumbs=crumbs, reason=reason))
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


def _find_rows(blocks: list[PageBlock]) -> Iterator[tuple[int, int]]:
    yield from find_link_groups(blocks)
    for index, block in enumerate(blocks):
        # A mark alone is found sooner than with the spaces around it.
        if not block.link_chars and _MARK.search(block.text) and _TEXT_MARK.search(block.text):
            yield index, index + 1


def _find_names(start: int, stop: int, blocks: list[PageBlock], known: dict[int, list[Name]]) -> list[Name]:
    """The names of a row's links, or of its words; those of each block are remembered in `known`."""
    if stop - start == 1 and not blocks[start].link_chars:
        return [(name, None) for name in _TEXT_MARK.split(blocks[start].text) if name]
    names: list[Name] = []
    for index in range(start, stop):
        if index not in known:
            known[index] = [(name, link) for name, link in named_links(blocks[index]) if name and not is_mark(name)]
        names += known[index]
        if len(names) > _MAX_CRUMBS:
            break
    return names


def _may_be_crumbs(names: list[Name], title: str) -> bool:
    """True for short names, each another; one may be the title."""
    if any(len(name) > _MAX_CRUMB_CHARS and folded(name) != folded(title) for name, _ in names):
        return False
    return len({folded(name) for name, _ in names}) == len(names)


def _reason(crumbs: tuple[Link, ...], facts: Facts, page: Page) -> str | None:
    """Why these are a trail; None when they are none."""
    named = is_site_name(crumbs[0].name, page, facts)
    if any(crumb.url is None for crumb in crumbs):
        return _reason_by_names(crumbs) if named else None
    return _reason_by_addresses(crumbs, page, named=named)


def _reason_by_names(crumbs: tuple[Link, ...]) -> str | None:
    short = all(len(crumb.name.split()) <= _MAX_NAME_WORDS and not ends_sentence(crumb.name) for crumb in crumbs)
    unlinked = all(crumb.url is None for crumb in crumbs)
    return "the site's name and narrower ones, parted by slashes or arrows" if short and unlinked else None


def _reason_by_addresses(crumbs: tuple[Link, ...], page: Page, *, named: bool) -> str | None:
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
