"""A page cut into the lines a reader sees, with the article links that they stand in.

A line ends where a block element begins or ends, at `<br>`, and at both ends of a link to an article. Elements that
stand side by side with no text between them (`<span>21.01.2026</span><span>Headline</span>`) are lines of their own:
style sheets put such spans below each other, and nothing in the markup says so.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from articles.identity import CanonicalUrl
from crawler.elements import HEADING_TAGS

_INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins")
).union(
    ("kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr")
)
_UNSEEN = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "title",
        "svg",
        "iframe",
        "object",
        "select",
        "textarea",
        "button",
    )
)
# Real pages nest a few dozen elements; what lies deeper is taken as text, so that no page exhausts the stack.
_MAX_DEPTH = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line of text."""

    text: str
    url: CanonicalUrl | None
    """The article that it links to. None: it stands in no link to an article."""
    is_link: bool
    """True when it stands in a link to anything else."""
    heading: HtmlElement | None
    """The heading it stands in."""
    machine_date: str | None
    """The `datetime` of a `time` element in it."""


@dataclass(slots=True)
class PageLines:
    """The lines of a page, and where elements stand among them."""

    lines: list[Line] = field(default_factory=list)
    spans: dict[HtmlElement, tuple[int, int]] = field(default_factory=dict)
    """By element: its first line and the one after its last."""
    anchors: list[tuple[HtmlElement, CanonicalUrl]] = field(default_factory=list)
    """The links to articles, in page order; those without text, around an image, as well."""


def cut_lines(tree: HtmlElement, *, find_article: Callable[[str], CanonicalUrl | None]) -> PageLines:
    """The page's lines; `find_article` gives the canonical URL of a link, as the page writes it, to an article."""
    cutter = _Cutter(find_article)
    cutter.walk(tree, depth=0)
    cutter.end_line()
    return cutter.page


class _Cutter:
    def __init__(self, find_article: Callable[[str], CanonicalUrl | None]) -> None:
        self.page = PageLines()
        self._find_article = find_article
        self._pieces: list[str] = []
        self._machine_date: str | None = None
        self._url: CanonicalUrl | None = None
        self._is_link = False
        self._heading: HtmlElement | None = None

    def end_line(self) -> None:
        text = " ".join("".join(self._pieces).split())
        if text or self._machine_date:
            line = Line(
                text=text,
                url=self._url,
                is_link=self._is_link,
                heading=self._heading,
                machine_date=self._machine_date,
            )
            self.page.lines.append(line)
        self._pieces, self._machine_date = [], None

    def walk(self, element: HtmlElement, *, depth: int) -> None:
        """One element and all in it."""
        if not isinstance(element.tag, str) or element.tag in _UNSEEN:  # a comment has a function for a tag
            return
        outer = self._url, self._is_link, self._heading
        url = self._article_of(element)
        is_boundary = element.tag not in _INLINE or url is not None
        if is_boundary:
            self.end_line()
        start = len(self.page.lines)
        if url is not None:
            self._url = url
            self.page.anchors.append((element, url))
        elif element.tag == "a" and element.get("href"):
            self._is_link = True
        if element.tag in HEADING_TAGS:
            self._heading = element
        if element.tag == "time" and element.get("datetime"):
            self._machine_date = self._machine_date or element.get("datetime")
        if depth < _MAX_DEPTH:
            self._walk_content(element, depth=depth + 1)
        else:
            self._pieces.append(str(element.text_content()))
        if is_boundary:
            self.end_line()
        self.page.spans[element] = (start, len(self.page.lines))
        self._url, self._is_link, self._heading = outer

    def _walk_content(self, element: HtmlElement, *, depth: int) -> None:
        stands_apart = _stand_apart(element)
        self._pieces.append(element.text or "")
        for child in element:
            self.walk(child, depth=depth)
            if stands_apart:
                self.end_line()
            self._pieces.append(child.tail or "")

    def _article_of(self, element: HtmlElement) -> CanonicalUrl | None:
        href = (element.get("href") or "").strip() if element.tag == "a" else ""
        return self._find_article(href) if href else None


def _stand_apart(element: HtmlElement) -> bool:
    children = [child for child in element if isinstance(child.tag, str)]
    if len(children) < 2 or (element.text or "").strip():  # noqa: PLR2004 - side by side takes two
        return False
    return not any((child.tail or "").strip() for child in element)
