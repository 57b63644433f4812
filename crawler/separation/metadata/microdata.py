"""Reads microdata and RDFa-like marks in the body: https://html.spec.whatwg.org/multipage/microdata.html."""

import re
from typing import cast

from lxml.etree import XPath, _Element, tostring

from crawler.separation.metadata.facts import Facts, split_keywords

_OWN_TYPES = re.compile(r"\w*(?:Article|Posting|Page|Report|Review|Recipe|CreativeWork|Blog|NewsItem)")
_READ = frozenset({"datePublished", "dateModified", "headline", "author", "articleBody", "keywords"})
_find_properties = XPath("descendant::*/@itemprop/..")  # by attributes: asking every element takes thrice the time


def read_microdata(tree: _Element, facts: Facts) -> None:
    """Adds what `itemprop` and `itemtype` attributes claim; only the outermost article counts."""
    for element in cast("list[_Element]", _find_properties(tree)):
        names = _READ.intersection(element.get("itemprop", "").split())
        if not names or is_of_another_thing(element):
            continue
        value = (element.get("content") or element.get("datetime") or "").strip()
        if "datePublished" in names:
            facts.claim("published", [value or _text(element)], "microdata datePublished")
        if "dateModified" in names:
            facts.claim("modified", [value or _text(element)], "microdata dateModified")
        if "headline" in names and not facts.headlines:
            facts.claim("headlines", [value or _text(element)], "microdata headline")
        if "author" in names:
            name = element.find(".//*[@itemprop='name']")
            facts.claim("authors", [value or _text(name if name is not None else element)], "microdata author")
        if "articleBody" in names:
            facts.is_article = True
        if "keywords" in names:
            facts.claim("keywords", split_keywords(value or _text(element)), "microdata keywords")


def is_of_another_thing(element: _Element) -> bool:
    """True for a property of a comment, a picture or a cited article: of whatever is not the page's own article."""
    for holder in element.iterancestors():
        if holder.tag in ("figure", "figcaption"):
            return True
        if holder.get("itemscope") is not None:
            kind = (holder.get("itemtype") or "").rpartition("/")[2]
            is_part = holder.get("itemprop") not in (None, "", "mainEntity", "mainEntityOfPage")
            return is_part or bool(kind and not _OWN_TYPES.fullmatch(kind))
    return False


def _text(element: _Element) -> str:
    return " ".join(tostring(element, method="text", encoding="unicode", with_tail=False).split())
