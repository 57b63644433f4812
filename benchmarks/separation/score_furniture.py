"""How much undoubted furniture is kept: `python -m benchmarks.separation.score_furniture [--peer] [--lines]`.

Two measures, neither of which asks our own labels. Sentences that must not be in the text, of the set whose truth names
them. And lines of German publishers' pages that stand between the first and the last line of the true body, are none of
its, and are furniture whoever looks: links from end to end, lines that stand word for word on another site's page or on
two others of the same site, and lines that begin as a pointer to other reading does. `--peer` scores trafilatura in the
same run, if it is installed; `--lines` names each such line that we keep.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lxml import html
from lxml.etree import _Element

from benchmarks.separation.pages import SETS, KnownPage, load_pages, pages_folder
from crawler.separation.article import separate_page
from crawler.separation.errors import NotAnArticle
from crawler.separation.page import Page

Reader = Callable[[KnownPage], str]
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
UNSEEN = frozenset(["script", "style", "noscript", "template", "head", "svg", "select", "button", "iframe"])
MIN_WORDS, MAX_CHARS = 3, 300
OTHER_SITES, SAME_SITE = 1, 2
POINTS_ELSEWHERE = re.compile(
    r"\W*(?:lesen sie (?:auch|mehr|dazu|hier)|mehr (?:zum thema|dazu|lesen|infos)|auch interessant|passend dazu"
    r"|das könnte sie|weiterlesen|zum thema:|siehe auch|read (?:more|also|next)|related:|see also|more on)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Line:
    """A run of text that a reader sees as one."""

    text: str
    is_link: bool
    """Linked from end to end."""


def folded(text: str) -> str:
    """Its words, in lower case, with a space at either end."""
    return f" {' '.join(_WORD.findall(text)).casefold()} "


def lines_of(content: str) -> list[Line]:
    """The lines of a page in order, cut at block-level elements alone."""
    pieces: list[tuple[str, bool]] = []
    lines: list[Line] = []

    def end_line() -> None:
        text = " ".join("".join(piece for piece, _ in pieces).split())
        if text:
            lines.append(Line(text, all(linked for piece, linked in pieces if piece.strip())))
        pieces.clear()

    def walk(element: _Element, *, linked: bool) -> None:
        tag: object = element.tag  # of a comment it is a function
        cuts = tag in BLOCKS
        if cuts:
            end_line()
        if isinstance(tag, str) and tag not in UNSEEN:
            linked = linked or tag == "a"
            pieces.append((element.text or "", linked))
            for child in element:
                walk(child, linked=linked)
                pieces.append((child.tail or "", linked))
        if cuts:
            end_line()

    walk(html.document_fromstring(content.encode(), parser=html.HTMLParser(encoding="utf-8")), linked=False)
    end_line()
    return lines


def separated(page: KnownPage) -> str:
    """The text as separation finds it."""
    try:
        return separate_page(Page(url=page.url, content=page.html)).article.text
    except NotAnArticle:
        return ""


def extracted_by_trafilatura(page: KnownPage) -> str:
    """The text as trafilatura finds it."""
    from trafilatura import extract  # noqa: PLC0415 - a peer, perhaps not there

    return extract(page.html, url=page.url, include_comments=False) or ""


def score_sentences(pages: Iterable[KnownPage], read: Reader) -> tuple[int, int]:
    """How many of the sentences that must not be in the text are, and how many there are."""
    kept = total = 0
    for page in pages:
        if page.unwanted:
            text = " ".join(read(page).split())
            kept += sum(" ".join(one.split()) in text for one in page.unwanted)
            total += len(page.unwanted)
    return kept, total


def find_furniture(page: KnownPage, lines: list[Line], homes: dict[str, set[tuple[str, str | None]]]) -> Iterator[str]:
    """The lines in the midst of the body that are furniture beyond doubt."""
    body = folded(page.body or "")
    own = [place for place, line in enumerate(lines) if len(line.text) > MAX_CHARS // 5 and folded(line.text) in body]
    for line in lines[own[0] + 1 : own[-1]] if own else ():
        text = folded(line.text)
        if len(text.split()) < MIN_WORDS or len(line.text) > MAX_CHARS or text in body:
            continue
        others = homes[text] - {(page.site, page.url)}
        same = sum(site == page.site for site, _ in others)
        repeated = len(others) - same >= OTHER_SITES or same >= SAME_SITE
        if line.is_link or repeated or POINTS_ELSEWHERE.match(line.text):
            yield line.text


def main() -> None:
    """Prints the shares kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", action="store_true")
    parser.add_argument("--lines", action="store_true")
    asked = parser.parse_args()
    folder = pages_folder()
    readers: dict[str, Reader] = {"presseschau": separated}
    if asked.peer:
        readers["trafilatura"] = extracted_by_trafilatura
    pages = [page for name in SETS for page in load_pages(folder, name)]
    homes: dict[str, set[tuple[str, str | None]]] = defaultdict(set)
    lines = {}
    for number, page in enumerate(pages):
        found = lines_of(page.html)
        for line in found:
            homes[folded(line.text)].add((page.site, page.url))
        if page.set_name == "publishers" and page.language == "de":
            lines[number] = found
    furniture = {number: list(find_furniture(pages[number], found, homes)) for number, found in lines.items()}
    for name, read in readers.items():
        for told, language in (("German", "de"), ("all", None)):
            kept, total = score_sentences((page for page in pages if language in (None, page.language)), read)
            print(f"{name:<12} sentences of others, {told}: {kept} of {total} kept, {kept / max(1, total):.3f}")
        texts = {number: folded(read(pages[number])) for number in furniture}
        kept_lines = [text for number, found in furniture.items() for text in found if folded(text) in texts[number]]
        total = sum(map(len, furniture.values()))
        share = len(kept_lines) / max(1, total)
        print(f"{name:<12} lines in German bodies: {len(kept_lines)} of {total} kept, {share:.3f}")
        for text in kept_lines if asked.lines and read is separated else ():
            print("   ", text)


if __name__ == "__main__":
    main()
