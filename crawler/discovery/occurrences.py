"""Where the articles stand on an index page: the biggest piece around a link that belongs to that article alone."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from lxml.html import HtmlElement

from articles.identity import CanonicalUrl
from crawler.discovery.lines import Line, PageLines

# These hold lists of entries; none of them is an entry.
_NEVER_ONE_ENTRY = frozenset(
    ("html", "body", "main", "nav", "aside", "header", "footer", "ul", "ol", "dl", "table", "tbody", "form")
)
# An entry is a handful of lines. What would add more than this to it is the page around a lonely entry.
_MAX_ADDED_LINES = 15


@dataclass(frozen=True, kw_only=True, slots=True)
class Occurrence:
    """One place where an article is shown."""

    url: CanonicalUrl
    start: int
    """Its first line."""
    end: int
    """The line after its last."""


def find_occurrences(page: PageLines) -> tuple[Occurrence, ...]:
    """Every place where the page shows an article, in page order."""
    articles_within: defaultdict[HtmlElement, set[CanonicalUrl]] = defaultdict(set)
    for anchor, url in page.anchors:
        for element in (anchor, *anchor.iterancestors()):
            articles_within[element].add(url)
    repeated = repeated_texts(page.lines)
    pieces: dict[HtmlElement, Occurrence] = {}
    for anchor, url in page.anchors:
        piece = anchor
        for ancestor in anchor.iterancestors():
            if len(articles_within[ancestor]) > 1 or not _can_be_entry(page, piece, ancestor, repeated):
                break
            piece = ancestor
        start, end = page.spans[piece]
        pieces.setdefault(piece, Occurrence(url=url, start=start, end=end))
    return tuple(sorted(pieces.values(), key=lambda occurrence: (occurrence.start, -occurrence.end)))


def repeated_texts(lines: list[Line]) -> frozenset[str]:
    """Texts that stand in the links of several articles, such as `Weiterlesen`: they are nobody's headline."""
    shown = {(line.text, line.url) for line in lines if line.url}
    counted = Counter(text for text, _ in shown)
    return frozenset(text for text, number in counted.items() if number > 1)


def _can_be_entry(page: PageLines, piece: HtmlElement, ancestor: HtmlElement, repeated: frozenset[str]) -> bool:
    if ancestor.tag in _NEVER_ONE_ENTRY:
        return False
    start, end = page.spans[piece]
    outer_start, outer_end = page.spans[ancestor]
    added = page.lines[outer_start:start] + page.lines[end:outer_end]
    if len(added) > _MAX_ADDED_LINES:
        return False
    has_headline = any(line.text and line.text not in repeated for line in page.lines[start:end] if line.url)
    # A second heading is another thing's: the page's own, or an advertisement's that shares a box with the entry.
    return not (has_headline and any(line.heading is not None and line.url is None for line in added))
