"""The keywords of an article as its publisher gave them, without what programs write among them.

The vocabularies repeat one another, each with its own spelling, so the first one that gives a usable list is believed:
the head's, which is written for search engines and people, before the structured data's, where programs note theirs.
"""

import re
from collections.abc import Iterable

from crawler.separation.metadata.facts import Facts
from crawler.separation.prose import folded
from crawler.separation.site_crumb import is_home

_COUNT = re.compile(r"^\(\d+\)\s*|\s*\(\d+\)$")
_FILED = re.compile(r"[\w-]+/(?=[^/]+$)")
"""`topic/floods`: a shelf, and what lies on it."""
_FOR_PROGRAMS = re.compile(
    r"[0-9a-f]{8}-[0-9a-f-]{20,}|\S*_\S*|[\w ]+:\S.*|[^:]*\b(?:category|source|type|section|entity|tokens?)[^:]*:.*"
    r"|(?:https?:|www\.)\S+|[\W\d]*",
    re.IGNORECASE,
)
_VOCABULARIES = ("meta", "JSON-LD", "microdata")
_MAX_WORDS = 6


def find_keywords(facts: Facts, others: Iterable[str]) -> list[str]:
    """The keywords, in order.

    Args: others: names that are no topics, though programs list them: the site's and the authors'.
    """
    foreign = {folded(name) for name in others}
    lists: dict[str, list[str]] = {}
    for (field, text), sources in facts.sources.items():
        for source in sources if field == "keywords" else ():
            lists.setdefault(source, []).append(text)
    for source in sorted(lists, key=_rank):
        listed = lists[source]
        filed = all(_FILED.match(text) for text in listed)
        names = [_COUNT.sub("", _FILED.sub("", text, count=1) if filed else text).strip() for text in listed]
        usable = [
            name
            for name in names
            if not _FOR_PROGRAMS.fullmatch(name)
            and folded(name) not in foreign
            and not is_home(name)
            and name.count(" ") < _MAX_WORDS
        ]
        if usable:
            return usable
    return []


def _rank(source: str) -> int:
    return next(rank for rank, vocabulary in enumerate(_VOCABULARIES) if source.startswith(vocabulary))
