"""Scores of an article's fields on pages where they are known: `python -m benchmarks.separation.score_fields [--peer]`.

Title and day: share of the pages that are exactly right. Minute: of the pages whose true time has one, in the same
zone. Authors and topics: F1 of the names over all pages of the set (case and white space do not count), which is what
others report, too. `--peer` scores trafilatura beside, if it is installed; `--differences FIELD` names pages.
"""

import argparse
import gzip
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from benchmarks.separation.pages import decode_page, pages_folder
from crawler.separation.article import separate_page
from crawler.separation.errors import NotAnArticle
from crawler.separation.page import Page

FIELDS = ("title", "day", "minute", "authors", "topics")
_DAY_CHARS = 10
_MIDNIGHT = re.compile(r"^\S{8,10}$|[T ]00:00:00$")
"""Truth without a time of day."""


@dataclass(frozen=True, kw_only=True)
class Fields:
    """What is known, or was found, of a page."""

    title: str | None = None
    published: str | None = None
    """ISO 8601; a bare day, or with a time."""
    authors: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()


def names(values: Iterable[str] | None) -> frozenset[str]:
    """Names as they are compared."""
    return frozenset(" ".join(value.split()).casefold() for value in values or () if value.strip())


def separated(url: str | None, content: str) -> Fields:
    """The fields as separation finds them."""
    try:
        article = separate_page(Page(url=url, content=content)).article
    except NotAnArticle:
        return Fields()
    return Fields(
        title=article.title,
        published=article.published_at.isoformat() if article.published_at else None,
        authors=names(article.authors),
        topics=names(topic.name for topic in article.topics),
    )


def extracted_by_trafilatura(url: str | None, content: str) -> Fields:
    """The fields as trafilatura finds them."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - a peer, perhaps not there

    document: Any = bare_extraction(content, url=url, with_metadata=True)
    if document is None:
        return Fields()
    return Fields(
        title=document.title,
        published=document.date,
        authors=names((document.author or "").split(";")),
        topics=names(document.tags),
    )


def known_pages(folder: Path, set_name: str, language: str | None) -> list[tuple[str, str | None, str, Fields]]:
    """Id, address, content and truth of each page."""
    found = []
    for line in (folder / set_name / "truth.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if language and row.get("lang") != language:
            continue
        content = decode_page(gzip.decompress((folder / set_name / "pages" / row["page"]).read_bytes()))
        truth = Fields(
            title=row.get("title"),
            published=row.get("date"),
            authors=names(row.get("authors")),
            topics=names(row.get("tags")),
        )
        found.append((row["id"], row.get("url"), content, truth))
    return found


def _is_right(field: str, truth: Fields, found: Fields) -> bool | None:
    """None where nothing is known."""
    if field == "title":
        return None if not truth.title else " ".join((found.title or "").split()) == " ".join(truth.title.split())
    if not truth.published or (field == "minute" and _MIDNIGHT.search(truth.published)):
        return None
    if field == "day":
        return (found.published or "")[:_DAY_CHARS] == truth.published[:_DAY_CHARS]
    if not found.published:
        return False
    wanted, got = datetime.fromisoformat(truth.published), datetime.fromisoformat(found.published)
    if wanted.tzinfo is None or got.tzinfo is None:  # then only the wall clocks can be compared
        wanted, got = wanted.replace(tzinfo=None), got.replace(tzinfo=None)
    return wanted.replace(second=0, microsecond=0) == got.replace(second=0, microsecond=0)


def score(pairs: list[tuple[str, Fields, Fields]], differences: str | None, *, knows_none: bool) -> dict[str, float]:
    """A number per field. `knows_none`: a page of the set without names has none; else nobody noted them."""
    scores = {}
    for field in FIELDS[:3]:
        judged = [(page, truth, found, _is_right(field, truth, found)) for page, truth, found in pairs]
        known = [one for one in judged if one[3] is not None]
        scores[field] = sum(bool(one[3]) for one in known) / max(1, len(known))
        for page, truth, found, right in known if differences == field else ():
            if not right:
                print(
                    page,
                    *((truth.title, found.title) if field == "title" else (truth.published, found.published)),
                    sep=" | ",
                )
    for field in FIELDS[3:]:
        known_names = [
            (page, getattr(truth, field), getattr(found, field))
            for page, truth, found in pairs
            if knows_none or getattr(truth, field)
        ]
        shared = sum(len(truth & found) for _, truth, found in known_names)
        total = sum(len(truth) + len(found) for _, truth, found in known_names)
        scores[field] = 2 * shared / max(1, total)
        for page, truth, found in known_names if differences == field else ():
            if truth != found:
                print(
                    page,
                    "lost",
                    sorted(truth - found),
                    "wrong",
                    sorted(found - truth),
                    "right",
                    len(truth & found),
                    sep=" | ",
                )
    return scores


def main() -> None:
    """Prints a line per separator."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", default="publishers", choices=("publishers", "snippets"))
    parser.add_argument("--language")
    parser.add_argument("--peer", action="store_true")
    parser.add_argument("--differences", choices=FIELDS)
    asked = parser.parse_args()
    folder = pages_folder()
    pages = known_pages(folder, asked.set, asked.language)
    readers: dict[str, Callable[[str | None, str], Fields]] = {"presseschau": separated}
    if asked.peer:
        readers["trafilatura"] = extracted_by_trafilatura
    for name, read in readers.items():
        pairs = [(page, truth, read(url, content)) for page, url, content, truth in pages]
        scores = score(
            pairs, asked.differences if name == "presseschau" else None, knows_none=asked.set == "publishers"
        )
        told = "  ".join(f"{field} {value:.3f}" for field, value in scores.items())
        print(f"{asked.set} {asked.language or 'all'} {len(pages)} pages  {name:<12} {told}")


if __name__ == "__main__":
    main()
