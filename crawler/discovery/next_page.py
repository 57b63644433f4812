"""The page of a listing that follows: by rel=next, by the shape of pagination links, or by the publisher's pattern."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

# What parts the first page's URL from the number: `/seite/2`, `/page/2/`, `?page=2`, `/2`, `-2.html`.
_SUFFIX = re.compile(r"[/?&-](?:[a-z]{1,12}[/=_-]?)?(?P<number>\d{1,5})(?:/|\.html?)?", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)\d{1,5}(?!\d)")


@dataclass(frozen=True, kw_only=True, slots=True)
class NextPage:
    """Where a listing goes on."""

    url: str
    is_guess: bool
    """True when no link says so: the URL follows from the publisher's pattern, and the page need not exist."""


def find_next_page(
    tree: HtmlElement, *, url: str, page_path: str | None, own_link: Callable[[str], str | None]
) -> NextPage | None:
    """The page after the one at `url`; None when there is none.

    Args: page_path: how the publisher numbers its pages, such as `/seite/{n}` behind the path of the first one; None
    when no such pattern is known. own_link: the absolute URL of a link on the site that `url` is on; None for others.
    """
    links = list(_links(tree, url, own_link))
    for link, relations in links:
        if "next" in relations:
            return NextPage(url=link, is_guess=False)
    for link, _ in links:
        if _follows(url, link):
            return NextPage(url=link, is_guess=False)
    return NextPage(url=_guess(url, page_path), is_guess=True) if page_path else None


def _links(tree: HtmlElement, url: str, own_link: Callable[[str], str | None]) -> Iterator[tuple[str, frozenset[str]]]:
    for element in tree.iter("link", "a"):
        href = (element.get("href") or "").strip()
        link = own_link(href) if href and not href.startswith("#") else None
        if link and link != url:
            yield link.partition("#")[0], frozenset((element.get("rel") or "").lower().split())


def _follows(url: str, link: str) -> bool:
    """True when the link is the same listing, one page on: the same URL with one number raised, or the first with 2."""
    here, there = url.rstrip("/"), link.rstrip("/")
    for number in _NUMBER.finditer(here, len(_origin(here))):
        raised = str(int(number.group()) + 1)
        if here[: number.start()] + raised + here[number.end() :] == there:
            return bool(_SUFFIX.search(here[: number.end()], len(_origin(here))))
    if not there.startswith(here):
        return False
    suffix = _SUFFIX.fullmatch(link[len(here) :])
    return suffix is not None and suffix["number"] == "2"


def _guess(url: str, page_path: str) -> str:
    before, _, after = page_path.partition("{n}")
    base, query_mark, query = url.partition("?")
    numbered = re.fullmatch(rf"(?P<first>.*){re.escape(before)}(?P<number>\d+){re.escape(after)}/?", base)
    first, number = (numbered["first"], int(numbered["number"])) if numbered else (base.rstrip("/"), 1)
    return f"{first}{before}{number + 1}{after}{query_mark}{query}"


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
