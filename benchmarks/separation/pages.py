"""Pages with known bodies, for training and measuring separation; none of them is part of this project.

`PRESSESCHAU_PAGES` names a folder with one folder per set: `truth.jsonl` (a page a line: id, url, site, lang, page, and
either `body` or the sentences `with` and `without`) and `pages/*.html.gz`. Sets are split by the site's hash, never by
page, so that no publisher is on both sides.
"""

import gzip
import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

SETS = ("publishers", "sites", "portals", "snippets")
_WORD = re.compile(r"\w+")
_GRAM = 4


@dataclass(frozen=True, kw_only=True)
class KnownPage:
    """A page and what must come out of it."""

    set_name: str
    site: str
    url: str | None
    html: str
    language: str | None
    body: str | None
    """The true text; None where only sentences are known."""
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]
    has_gaps: bool
    is_held_out: bool


def find_pages_folder() -> Path | None:
    """The folder with the sets; None when this machine has none."""
    folder = os.environ.get("PRESSESCHAU_PAGES")
    return Path(folder) if folder and (Path(folder) / "publishers" / "truth.jsonl").exists() else None


def pages_folder() -> Path:
    """The folder with the sets, for a program that cannot do without. Raises: SystemExit, which says how to name it."""
    if (folder := find_pages_folder()) is None:
        raise SystemExit("set PRESSESCHAU_PAGES to the folder of pages with known bodies")
    return folder


def load_pages(folder: Path, set_name: str) -> Iterator[KnownPage]:
    """The pages of a set, in the order of its truth file."""
    with (folder / set_name / "truth.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            site = row.get("site") or urlsplit(row.get("url") or "").hostname or row["id"]
            yield KnownPage(
                set_name=set_name,
                site=site,
                url=row.get("url"),
                html=decode_page(gzip.decompress((folder / set_name / "pages" / row["page"]).read_bytes())),
                language=row.get("lang"),
                body=row.get("body"),
                wanted=tuple(row.get("with") or ()),
                unwanted=tuple(row.get("without") or ()),
                has_gaps=bool(row.get("truth_has_gaps")),
                is_held_out=bool(int(hashlib.md5(site.encode()).hexdigest(), 16) % 2),
            )


def fingerprint(folder: Path, set_name: str) -> str:
    """SHA-256 (hex) of a set's truth: scores of other pages are not to be compared."""
    return hashlib.sha256((folder / set_name / "truth.jsonl").read_bytes()).hexdigest()


def overlap(truth: str, found: str) -> tuple[float, float]:
    """Precision and recall of the found text's runs of four words."""
    wanted, got = _grams(truth), _grams(found)
    shared = sum((wanted & got).values())
    return shared / max(1, sum(got.values())), shared / max(1, sum(wanted.values()))


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + _GRAM]) for at in range(max(1, len(words) - _GRAM + 1)))


def decode_page(raw: bytes) -> str:
    """A page in the charset it is written in: UTF-8 where it fits, else the declared one."""
    declared = re.search(rb"charset=[\"']?\s*([\w-]+)", raw[:4096])
    for charset in ("utf-8", declared[1].decode("ascii") if declared else "utf-8", "cp1252"):
        try:
            return raw.decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("utf-8", "replace")
