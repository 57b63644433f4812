"""Reads the head's meta and link elements: HTML's own names, OpenGraph, Dublin Core and their kin.

Sources: https://html.spec.whatwg.org/#the-meta-element, https://ogp.me, https://www.w3.org/community/reports/tdmrep/.
"""

import re

from lxml.etree import _Element

from crawler.separation.metadata.facts import Facts, split_keywords
from crawler.separation.metadata.json_ld import clean_text

_HEADLINES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "sailthru.title", "parsely-title")
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description", "dcterms.description")
# Whatever stands before it: `article:author`, `dc.creator`, `parsely-author`, `byl`, `twitter:misc:written by`.
_AUTHOR = re.compile(r"(?:.*[:._-])?(?:authors?|creator|byl|byline|autor|author[_-]name|written by)")
_ACCOUNT = re.compile(r"@|https?:|(?:twitter|fediverse|og:site)")
_BY_LABEL = re.compile(
    r"(?:(?:written |posted )?by|author|autor(?:in)?|(?:verfasst |geschrieben )?von|(?:écrit )?par|por)\W*",
    re.IGNORECASE,
)
_KEYWORD = re.compile(r"(?:.*[:._-])?(?:keywords|tags)")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date.issued", "dcterms.created",
    "dc.date", "dcterms.date", "dcterms.issued", "pubdate", "publish-date", "publishdate", "publish_date",
    "last-published", "parsely-pub-date", "sailthru.date", "citation_publication_date", "cxenseparse:recs:publishtime",
    "og:published_time",
)  # fmt: skip
# Whatever stands before it: `shareaholic:article_published_time`, `bepress_citation_date`, `dc:date`.
_PUBLICATION = re.compile(
    r"(?:.*[:._-])?(?:(?:article[:_])?published[_-]?(?:time|date|at)|publication[_-]?date|publish[_-]?(?:date|time)"
    r"|pub[_-]?date|citation_(?:online_)?date|dc[:.](?:date|terms\.date)|date[_-]?published|article[._-]?date)"
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "lastmod")
_KEYWORDS = ("news_keywords", "article:tag", "keywords")


def read_meta_tags(tree: _Element, facts: Facts) -> None:
    """Adds what the head claims."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        name = content and (element.get("property") or element.get("name") or element.get("http-equiv"))
        if content and name:
            found.setdefault(name.strip().lower(), []).append(clean_text(content))
    _add(facts, "card_titles", found, _HEADLINES)
    titles = [
        title for title in tree.iter("title") if (holder := title.getparent()) is not None and holder.tag == "head"
    ]
    tabs = [" ".join((title.text or "").split()) for title in titles]
    facts.claim("tab_titles", tabs, "the title element")
    _add(facts, "descriptions", found, _DESCRIPTIONS)
    _add(facts, "site_names", found, ("og:site_name", "application-name", "publisher", "dc.publisher"))
    _read_authors(facts, found)
    _add(facts, "published", found, _PUBLISHED)
    others = tuple(key for key in found if key not in _PUBLISHED and _PUBLICATION.fullmatch(key))
    _add(facts, "published", found, others)
    _add(facts, "modified", found, _MODIFIED)
    for key in dict.fromkeys((*_KEYWORDS, *filter(_KEYWORD.fullmatch, found))):
        for keywords in found.get(key, ()):
            facts.claim("keywords", split_keywords(keywords), f"meta {key}")
    _add(facts, "sections", found, ("article:section",))
    facts.claim("languages", filter(None, (tree.get("lang"), tree.get("xml:lang"))), "the html element")
    _add(facts, "languages", found, ("content-language", "language", "dc.language", "og:locale"))
    facts.is_article |= "article" in found.get("og:type", ()) or "article:published_time" in found
    for key in ("robots", "googlebot", "bingbot"):
        for value in found.get(key, ()):
            facts.robots.update(part.strip().lower() for part in value.split(",") if part.strip())
    facts.tdm_reservation |= "1" in found.get("tdm-reservation", ())
    facts.base = next((base.get("href") for base in tree.iter("base") if base.get("href")), None)
    links = [
        link.get("href", "") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    ]
    facts.claim("canonical", links, "link rel=canonical")
    _add(facts, "canonical", found, ("og:url",))


def _read_authors(facts: Facts, found: dict[str, list[str]]) -> None:
    for key, values in found.items():
        if _AUTHOR.fullmatch(key) and (key.startswith("twitter:misc") or not _ACCOUNT.match(key)):
            facts.claim("authors", [name for name in values if not _ACCOUNT.match(name)], f"meta {key}")
    for number in ("1", "2", "3"):  # what a card shows beside its picture
        label = next(iter(found.get(f"twitter:label{number}", ())), "")
        if _BY_LABEL.fullmatch(label):
            facts.claim("authors", found.get(f"twitter:data{number}", ()), f"meta twitter:data{number}")


def _add(facts: Facts, name: str, found: dict[str, list[str]], keys: tuple[str, ...]) -> None:
    for key in (key for key in keys if key in found):
        facts.claim(name, [value for value in found[key] if value], f"meta {key}")
