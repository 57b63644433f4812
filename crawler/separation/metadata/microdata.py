"""Reads microdata and RDFa-like marks in the body: https://html.spec.whatwg.org/multipage/microdata.html."""

from typing import cast

from lxml.etree import XPath, _Element, tostring

from crawler.separation.metadata.facts import Facts

_find_properties = XPath("descendant::*[@itemprop]")


def read_microdata(tree: _Element, facts: Facts) -> None:
    """Adds what `itemprop` and `itemtype` attributes claim; only the outermost article counts."""
    for element in cast("list[_Element]", _find_properties(tree)):
        names = element.get("itemprop", "").split()
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
            keywords = [part.strip() for part in (value or _text(element)).split(",") if part.strip()]
            facts.claim("keywords", keywords, "microdata keywords")


def _text(element: _Element) -> str:
    return " ".join(tostring(element, method="text", encoding="unicode", with_tail=False).split())
