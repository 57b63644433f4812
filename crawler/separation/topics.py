"""The article's topics and sections, named as the publisher names them and known by their addresses."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from articles.identity import slug_of
from articles.model import Topic
from crawler.separation.blocks import PageBlock
from crawler.separation.metadata.facts import Facts
from crawler.separation.page import Page
from crawler.separation.prose import folded
from crawler.separation.urls import find_url
from crawler.separation.verdict import Verdict

_HOME = re.compile(
    r"(?:home|startseite|start|homepage|nachrichten|news|accueil|inicio|aktuelles|übersicht|portada)", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?:mehr zum thema|themen|thema|tags?|schlagw[oö]rt\w*|stichw[oö]rt\w*|topics?|keywords?|mehr zu"
    r"|kategorien?|categories|category"
    r"|filed under|more on|verschlagwortet mit|read more about)\s*:?\s*",
    re.IGNORECASE,
)
_MAX_NAME_CHARS = 60
_MENUS = frozenset({"navigation", "page head", "page foot", "breadcrumb", "teaser"})
_SEPARATORS = re.compile(r"\s*[›»>/|→]\s*")


def find_topics(blocks: list[PageBlock], verdicts: list[Verdict], facts: Facts, page: Page) -> tuple[Topic, ...]:
    """Topics: visible topic links first; the keywords of the metadata when there are none."""
    found: dict[str, Topic] = {}
    for block, verdict in zip(blocks, verdicts, strict=True):
        if verdict.label == "topic links":
            for name, url in _links_or_lines(block, page.url):
                _add(found, name, url)
    if page.site.topic_path and not found:
        for name, url in _by_address(blocks, verdicts, re.compile(page.site.topic_path), page.url):
            _add(found, name, url)
    if not found:
        for keyword in facts.keywords:
            _add(found, keyword, None)
    return tuple(found.values())


def _by_address(
    blocks: list[PageBlock], verdicts: list[Verdict], rule: re.Pattern[str], base: str | None
) -> Iterator[tuple[str, str]]:
    """Links that lead to a topic's page and stand in no menu."""
    for block, verdict in zip(blocks, verdicts, strict=True):
        if verdict.label in _MENUS or block.link_chars < len(block.text) - 2:
            continue
        for name, url in _links(block, base):
            if url and rule.search(urlsplit(url).path):
                yield name, url


def find_sections(
    blocks: list[PageBlock], verdicts: list[Verdict], facts: Facts, page: Page, title: str
) -> tuple[Topic, ...]:
    """Sections: the visible breadcrumb, else the one in the metadata; without the site's crumb and the title."""
    crumbs: list[tuple[str, str | None]] = []
    for block, verdict in zip(blocks, verdicts, strict=True):
        if verdict.label == "breadcrumb" and block.text:
            links = _links(block, page.url)
            if len(links) > 1 or (links and block.link_chars >= len(block.text) - 2):
                crumbs += links
            else:
                crumbs += [(name.strip(), None) for name in _SEPARATORS.split(block.text) if name.strip()]
    if not crumbs:
        crumbs = [(name, find_url(url, page.url)) for name, url in facts.breadcrumb]
    if not crumbs:
        crumbs = [(name, None) for section in facts.sections[:1] for name in section.split(",")]
    sections: dict[str, Topic] = {}
    for place, (name, url) in enumerate(crumbs):
        if folded(name) == folded(title) or (place == 0 and _is_site(name, url, crumbs, page, facts)):
            continue
        if url is None or url != page.url:
            _add(sections, name, url)
    return tuple(sections.values())


def _is_site(name: str, url: str | None, crumbs: list[tuple[str, str | None]], page: Page, facts: Facts) -> bool:
    if _HOME.fullmatch(name.strip()) or (url and urlsplit(url).path in ("", "/")):
        return True
    words = set(folded(name).split())
    known = [page.site.name or "", *facts.site_names]
    if any(site and set(folded(site).split()) <= words for site in known):
        return True
    if url:
        path = urlsplit(url).path.rstrip("/") + "/"
        others = [urlsplit(other).path for _, other in crumbs[1:] if other]
        if (
            others
            and all(other.startswith(path) for other in others)
            and path.strip("/").split("/")[-1] != slug_of(name)
        ):
            return True
    if page.url is None:
        # Nothing to compare with: by custom a trail begins at the site.
        return len(crumbs) > 1
    host = re.split(r"\W+", (urlsplit(page.url).hostname or "").lower())
    return len(words.intersection(host)) > 0


def _links_or_lines(block: PageBlock, base: str | None) -> list[tuple[str, str | None]]:
    links = _links(block, base)
    if links or block.runs:
        return links
    text = _LABEL.sub("", block.text, count=1) if _LABEL.match(block.text) else block.text
    if _LABEL.fullmatch(block.text):
        return []
    return [(name, None) for name in re.split(r"\s*[,;|•]\s*|\s+(?=#)", text) if name]


def _links(block: PageBlock, base: str | None) -> list[tuple[str, str | None]]:
    links: dict[object, list[str]] = {}
    for text, markup in block.runs:
        for element in markup:
            if element.tag == "a":
                links.setdefault(element, []).append(text)
    return [(" ".join("".join(parts).split()), find_url(_href(link), base)) for link, parts in links.items()]


def _href(link: object) -> str | None:
    read = getattr(link, "get", None)
    return read("href") if read else None


def _add(found: dict[str, Topic], name: str, url: str | None) -> None:
    name = " ".join(name.split()).lstrip("#").strip(" ,;:")
    if not name or len(name) > _MAX_NAME_CHARS or not any(character.isalnum() for character in name):
        return
    last = unquote(urlsplit(url).path.rstrip("/").rsplit("/", 1)[-1]) if url else ""
    slug = last or slug_of(name)
    found.setdefault(slug, Topic(name=name, slug=slug, url=url))
