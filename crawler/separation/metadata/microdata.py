"""Reads microdata and RDFa-like marks in the body: https://html.spec.whatwg.org/multipage/microdata.html."""

from typing import cast

from lxml.etree import XPath
from lxml.html import HtmlElement

from crawler.separation.metadata.facts import Facts

_find_properties = XPath("descendant::*[@itemprop]")


def read_microdata(tree: HtmlElement, facts: Facts) -> None:
    """Adds what `itemprop` and `itemtype` attributes claim; only the outermost article counts."""
    for element in cast("list[HtmlElement]", _find_properties(tree)):
        names = element.get("itemprop", "").split()
        value = (element.get("content") or element.get("datetime") or "").strip()
        if "datePublished" in names:
            facts.published.append(value or _text(element))
        if "dateModified" in names:
            facts.modified.append(value or _text(element))
        if "headline" in names and not facts.headlines:
            facts.headlines.append(value or _text(element))
        if "author" in names:
            name = element.find(".//*[@itemprop='name']")
            facts.authors.append(value or _text(name if name is not None else element))
        if "articleBody" in names:
            facts.is_article = True
        if "keywords" in names:
            facts.keywords += [part.strip() for part in (value or _text(element)).split(",") if part.strip()]


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())
