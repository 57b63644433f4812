"""Reads schema.org in JSON-LD: https://www.w3.org/TR/json-ld11/, https://schema.org/NewsArticle."""

import html
import json
import re
from collections.abc import Iterator

from lxml.etree import _Element

from crawler.separation.metadata.facts import Facts, split_keywords

Node = dict[str, object]

_ARTICLE_TYPES = re.compile(r"(?:\w*Article|BlogPosting|Report|Review|LiveBlogPosting|Recipe)")
_LISTING_TYPES = frozenset({"CollectionPage", "SearchResultsPage", "ItemList"})
# What is no article, but a page of some kind: read for its dates where nothing else has any.
_DATED_TYPES = frozenset({"WebPage", "AboutPage", "ItemPage", "FAQPage", "HowTo", "CreativeWork"})
_DATES = (("published", "datePublished"), ("modified", "dateModified"))
_PROPERTIES = (
    ("descriptions", "description"),
    ("bodies", "articleBody"),
    ("published", "datePublished"),
    ("modified", "dateModified"),
    ("languages", "inLanguage"),
    ("sections", "articleSection"),
)
_MAX_CHARS = 2_000_000
_MAX_NODES = 500
_MAX_DEPTH = 8
_CONTROL = re.compile(r"[\x00-\x1f]")
_WRAPPER = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")


def read_json_ld(tree: _Element, facts: Facts) -> None:
    """Adds what the page's JSON-LD claims; a script that is no JSON claims nothing."""
    nodes = [node for script in tree.iter("script") for node in _nodes_of(script)]
    for node in nodes:
        types = _texts(node.get("@type"))
        if "BreadcrumbList" in types and not facts.breadcrumb:
            facts.breadcrumb.extend(_crumbs(node))
            facts.sources.update({("breadcrumb", name): ["JSON-LD BreadcrumbList"] for name, _ in facts.breadcrumb})
        if _LISTING_TYPES.intersection(types):
            facts.is_listing = True
    articles = [node for node in nodes if any(_ARTICLE_TYPES.fullmatch(kind) for kind in _texts(node.get("@type")))]
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    # Teasers of other articles carry JSON-LD too; the page's own says the most.
    for node in sorted(articles, key=lambda node: -len(node))[:1]:
        _read_article(node, facts)
        # Two programs of one site describe the same article, each with the authors that it knows.
        told = [other for other in articles if _headlines(other) == _headlines(node)]
        for other in sorted(told, key=lambda other: -len(_members(other.get("author")))):
            _read_authors(other, by_id, facts)
    if not articles:
        for node in nodes:
            _read_mere_page(node, by_id, facts)


def _read_mere_page(node: Node, by_id: dict[str, Node], facts: Facts) -> None:
    types = _texts(node.get("@type"))
    if "WebPage" in types:
        _read_authors(node, by_id, facts)
    if _DATED_TYPES.intersection(types):
        for name, key in _DATES:
            facts.claim(name, _texts(node.get(key)), f"JSON-LD {key}")


def _nodes_of(script: _Element) -> list[Node]:
    kind = script.get("type")
    if not kind or kind.split(";")[0].strip().lower() != "application/ld+json":
        return []
    text = (script.text or "")[:_MAX_CHARS].strip()
    if text[:1] + text[-1:] not in ("{}", "[]"):
        text = _WRAPPER.sub("", text)
    try:
        value: object = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        try:
            # Some pages put raw line feeds, or a comma too many, into their strings.
            value = json.loads(re.sub(r",\s*([}\]])", r"\1", _CONTROL.sub(" ", text)), strict=False)
        except (ValueError, RecursionError):
            return []
    return list(_flatten(value, 0))[:_MAX_NODES]


def _flatten(value: object, depth: int) -> Iterator[Node]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for member in value:
            yield from _flatten(member, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "breadcrumb", "itemListElement", "author", "publisher"):
            if isinstance(value.get(key), (list, dict)):
                yield from _flatten(value[key], depth + 1)


def _headlines(node: Node) -> list[str]:
    return _texts(node.get("headline")) or _texts(node.get("name"))


def _read_article(node: Node, facts: Facts) -> None:
    facts.is_article = True
    facts.claim("headlines", _headlines(node), "JSON-LD headline")
    for name, key in _PROPERTIES:
        facts.claim(name, _texts(node.get(key)), f"JSON-LD {key}")
    for keyword in _texts(node.get("keywords")):
        facts.claim("keywords", split_keywords(keyword), "JSON-LD keywords")
    for publisher in _members(node.get("publisher")):
        if isinstance(publisher, dict):
            facts.claim("site_names", _texts(publisher.get("name")), "JSON-LD publisher")


def _read_authors(node: Node, by_id: dict[str, Node], facts: Facts) -> None:
    key = next((key for key in ("author", "creator") if node.get(key)), "author")
    for author in _members(node.get(key)):
        person = author
        if isinstance(author, dict) and not author.get("name"):
            person = by_id.get(str(author.get("@id")), author)
        if isinstance(person, str):
            names = [clean_text(person)]
        elif isinstance(person, dict) and "Organization" not in "".join(_texts(person.get("@type"))):
            parts = [name for part in ("givenName", "familyName") for name in _texts(person.get(part))]
            names = _texts(person.get("name")) or list(filter(None, [" ".join(parts)]))
        else:
            continue
        facts.claim("authors", [name for name in names if not name.startswith("http")], f"JSON-LD {key}")


def _crumbs(node: Node) -> list[tuple[str, str | None]]:
    crumbs: list[tuple[float, str, str | None]] = []
    for element in _members(node.get("itemListElement")):
        if not isinstance(element, dict):
            continue
        item = element.get("item")
        target = item if isinstance(item, dict) else {}
        names = _texts(element.get("name")) or _texts(target.get("name"))
        urls = _texts(target.get("@id") or target.get("url")) if target else _texts(item)
        position = element.get("position")
        if names:
            order = float(position) if isinstance(position, (int, float)) else float(len(crumbs))
            crumbs.append((order, names[0], urls[0] if urls else None))
    return [(name, url) for _, name, url in sorted(crumbs, key=lambda crumb: crumb[0])]


def _members(value: object) -> list[object]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _texts(value: object) -> list[str]:
    texts = []
    for member in _members(value):
        text = member.get("@value") if isinstance(member, dict) else member
        if isinstance(text, str) and text.strip():
            texts.append(clean_text(text))
    return texts


def clean_text(text: str) -> str:
    """A string of structured data as a reader would see it: entities read, white space at the ends gone."""
    return html.unescape(text).strip() if "&" in text else text.strip()
