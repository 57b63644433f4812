"""Reads a BreadcrumbList that stands in the body's own marks: https://schema.org/BreadcrumbList.

In microdata (itemtype, itemprop) or RDFa (typeof, property), the crumbs in page order.
"""

from typing import cast

from lxml.etree import XPath, _Element, tostring

from crawler.separation.metadata.facts import Facts

# Few elements have a type at all: asking every one of them takes thrice the time.
_find_lists = XPath(
    "descendant::*/@itemtype[contains(., 'BreadcrumbList')]/.."
    " | descendant::*/@typeof[contains(., 'BreadcrumbList')]/.."
)


def read_breadcrumb_lists(tree: _Element, facts: Facts) -> None:
    """Adds the crumbs of the first list, unless others are known already."""
    for listed in () if facts.breadcrumb else cast("list[_Element]", _find_lists(tree)):
        crumbs = [crumb for element in listed.iter() if _has(element, "itemListElement") for crumb in _crumb(element)]
        for name, url in crumbs:
            facts.breadcrumb.append((name, url))
            facts.sources.setdefault(("breadcrumb", name), []).append("BreadcrumbList in the page's marks")
        if crumbs:
            return


def _crumb(element: _Element) -> list[tuple[str, str | None]]:
    names = [one for one in element.iter() if _has(one, "name")]
    links = [one for one in element.iter() if one.get("href") or one.get("resource")]
    shown = names[0].get("content") or _text(names[0]) if names else _text(element)
    name = " ".join(shown.split())
    return [(name, (links[0].get("href") or links[0].get("resource")) if links else None)] if name else []


def _has(element: _Element, word: str) -> bool:
    return word in f"{element.get('itemprop') or ''} {element.get('property') or ''}".split()


def _text(element: _Element) -> str:
    return str(tostring(element, method="text", encoding="unicode", with_tail=False))
