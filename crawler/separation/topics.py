"""The article's topics and sections, named as the publisher names them and known by their addresses."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from articles.identity import slug_of
from articles.model import Topic
from crawler.separation.blocks import PageBlock
from crawler.separation.links import Link, block_links, named_links, says_more_than_links
from crawler.separation.metadata.facts import Facts
from crawler.separation.page import Page
from crawler.separation.prose import ends_sentence, folded
from crawler.separation.site_crumb import is_home, is_site_name
from crawler.separation.trails import Trail
from crawler.separation.urls import find_url
from crawler.separation.verdict import Verdict

_LABEL = re.compile(
    r"(?:alle themen|mehr auf .*|mehr zum thema|mehr zu diese[mn] them(?:a|en)|themen (?:in|zu) diesem \w+"
    r"|themen|thema|tags?|schlagw[oö]rt\w*|stichw[oö]rt\w*"
    r"|topics?|keywords?|mehr zu"
    r"|kategorien?|categories|category"
    r"|filed under|more on|verschlagwortet mit|read more about)\s*:?\s*",
    re.IGNORECASE,
)
# Where no rule is set: what most publishers call the addresses of their topics.
_USUAL_ADDRESS = re.compile(
    r"/(?:thema|themen|themenseiten?|tags?|topics?|stichw[oö]rter|stichwort|schlagw[oö]rter|schlagworte?|keywords?)"
    r"/[^/]+/?$"
)
_MAX_NAME_CHARS = 60
_MAX_GAP_BLOCKS = 4
_MAX_NAME_WORDS = 5
_NEAR_BODY_BLOCKS, _AROUND_BLOCKS = 2, 12
_MENUS = frozenset({"navigation", "page head", "page foot", "breadcrumb", "teaser"})
_SEPARATORS = re.compile(r"\s*[›»>/|→]\s*")


def find_topics(blocks: list[PageBlock], verdicts: list[Verdict], keywords: list[str], page: Page) -> tuple[Topic, ...]:
    """Topics: by the publisher's rule for their addresses, else the page's keywords, else the links named as topics.

    Where nothing is named so, the links behind the text that lead where topics usually have their pages. Keywords take
    the address of the topic link of the same name.
    """
    nearest = _nearest_links(verdicts)
    shown = _named_as_topics([blocks[index] for index in nearest], page)
    if page.site.topic_path:
        rule = re.compile(page.site.topic_path)
        if not shown:
            for name, url in _by_address(blocks, verdicts, rule, page.base):
                _add(shown, name, url)
        return tuple(topic for topic in shown.values() if topic.url is None or rule.search(urlsplit(topic.url).path))
    if not keywords and not shown:
        for name, url in _by_address(blocks, verdicts, _USUAL_ADDRESS, page.base, near_text=True):
            _add(shown, name, url)
    if not keywords or _are_hash_tags(blocks, nearest):
        return tuple(shown.values())
    addresses = {folded(topic.name): topic.url for topic in shown.values()}
    found: dict[str, Topic] = {}
    for keyword in keywords:
        _add(found, keyword, addresses.get(folded(keyword)))
    return tuple(found.values())


def _named_as_topics(rows: list[PageBlock], page: Page) -> dict[str, Topic]:
    shown: dict[str, Topic] = {}
    for row in rows:
        for name, url in _links_or_lines(row, page.base):
            sure = page.site.topic_path or name.startswith("#")
            if not _LABEL.fullmatch(name) and (sure or _is_topic_name(name)):
                _add(shown, name, url)
    return shown


def _nearest_links(verdicts: list[Verdict]) -> list[int]:
    """The group of topic links nearest to the body: a cloud in the margin is not the article's."""
    places = [index for index, verdict in enumerate(verdicts) if verdict.label == "topic links"]
    kept = [index for index, verdict in enumerate(verdicts) if verdict.kept]
    if not places or not kept:
        return places
    groups: list[list[int]] = []
    for index in places:
        if not groups or index - groups[-1][-1] > _MAX_GAP_BLOCKS:
            groups.append([])
        groups[-1].append(index)

    def distance(group: list[int]) -> int:
        return max(0, kept[0] - group[-1], group[0] - kept[-1])

    return min(groups, key=distance)


def _are_hash_tags(blocks: list[PageBlock], places: list[int]) -> bool:
    """True for a row of hash tags; one among other links is a campaign in a menu."""
    tags = sum(blocks[index].text.startswith("#") for index in places)
    return tags > 0 and 2 * tags >= len(places) - 1  # their label is none


def _is_topic_name(name: str) -> bool:
    """False for a headline and for a call to read on."""
    return len(name.split()) <= _MAX_NAME_WORDS and not ends_sentence(name)


def _by_address(
    blocks: list[PageBlock],
    verdicts: list[Verdict],
    rule: re.Pattern[str],
    base: str | None,
    *,
    near_text: bool = False,
) -> Iterator[tuple[str, str]]:
    """Links that lead to a topic's page and stand in no menu, or right behind the article without a label.

    Args: near_text: look no further than some blocks around the text, where nobody has said what such addresses look
    like here.
    """
    last = max((index for index, verdict in enumerate(verdicts) if verdict.kept), default=len(blocks))
    first = next((index for index, verdict in enumerate(verdicts) if verdict.kept), 0) - _AROUND_BLOCKS
    near = last + _NEAR_BODY_BLOCKS
    for index, (block, verdict) in enumerate(zip(blocks, verdicts, strict=True)):
        if not block.link_chars or says_more_than_links(block):
            continue
        follows = last < index <= near and verdict.label in ("teaser", "page foot")
        if not follows and (verdict.label in _MENUS or (near_text and not first <= index < last + _AROUND_BLOCKS)):
            continue
        for name, element in named_links(block):
            url = find_url(element.get("href"), base) if _is_topic_name(name) else None
            if url and rule.search(urlsplit(url).path):
                near = index + 1 if follows else near
                yield name, url


def find_named_crumbs(blocks: list[PageBlock], verdicts: list[Verdict], page: Page) -> list[Link]:
    """The crumbs in the blocks that are called a breadcrumb, by their markup or by their place in a plain text."""
    crumbs: list[Link] = []
    for block, verdict in zip(blocks, verdicts, strict=True):
        if verdict.label == "breadcrumb" and block.text:
            links = block_links(block, page.base)
            if len(links) > 1 or (links and block.link_chars >= len(block.text) - 2):
                crumbs += links
            elif "|" not in block.text:  # a menu's mark
                crumbs += [Link(name=name.strip(), url=None) for name in _SEPARATORS.split(block.text) if name.strip()]
    return crumbs


def find_sections(trail: Trail | None, named: list[Link], facts: Facts, page: Page, title: str) -> tuple[Topic, ...]:
    """Sections: the visible breadcrumb, else the one in the metadata; without the site's crumb and the title.

    Args: named: what is only called a breadcrumb; it counts when it is one by name in HTML, and in plain text when it
    begins at the site.
    """
    crumbs = list(trail.crumbs) if trail else named
    if crumbs and not trail and all(crumb.url is None for crumb in crumbs) and not _begins_at_site(crumbs, page, facts):
        crumbs = []
    if not crumbs:
        crumbs = [Link(name=name, url=find_url(url, page.base)) for name, url in facts.breadcrumb]
    if not crumbs:
        crumbs = [Link(name=name, url=None) for section in facts.sections[:1] for name in section.split(",")]
    sections: dict[str, Topic] = {}
    for place, crumb in enumerate(crumbs):
        if folded(crumb.name) == folded(title) or (place == 0 and _is_site(crumbs, page, facts)):
            continue
        if crumb.url is None or crumb.url != page.url:
            _add(sections, crumb.name, crumb.url)
    return tuple(sections.values())


def _begins_at_site(crumbs: list[Link], page: Page, facts: Facts) -> bool:
    return is_home(crumbs[0].name) or is_site_name(crumbs[0].name, page, facts)


def _is_site(crumbs: list[Link], page: Page, facts: Facts) -> bool:
    """True when the first crumb is the site itself."""
    first = crumbs[0]
    path = urlsplit(first.url or "").path.rstrip("/") + "/"
    if _begins_at_site(crumbs, page, facts) or (first.url and path == "/"):
        return True
    others = [urlsplit(other.url).path for other in crumbs[1:] if other.url]
    below = bool(others) and all(other.startswith(path) for other in others)
    return first.url is not None and below and path.strip("/").split("/")[-1] != slug_of(first.name)


def _links_or_lines(block: PageBlock, base: str | None) -> list[tuple[str, str | None]]:
    links = [(link.name, link.url) for link in block_links(block, base)]
    if links or block.runs:
        return links
    text = _LABEL.sub("", block.text, count=1) if _LABEL.match(block.text) else block.text
    if _LABEL.fullmatch(block.text):
        return []
    return [(name, None) for name in re.split(r"\s*[,;|•]\s*|\s+(?=#)", text) if name]


def _add(found: dict[str, Topic], name: str, url: str | None) -> None:
    name = " ".join(name.split()).lstrip("#").strip(" ,;:")
    if not name or len(name) > _MAX_NAME_CHARS or not any(character.isalnum() for character in name):
        return
    last = unquote(urlsplit(url).path.rstrip("/").rsplit("/", 1)[-1]) if url else ""
    slug = last or slug_of(name)
    found.setdefault(slug, Topic(name=name, slug=slug, url=url))
