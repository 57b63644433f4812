"""Whether the archive holds every page that the store has a place for."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from articles.store.terms import ArchivedPage
from crawler.archive.archive import load_page
from crawler.errors import ArchiveFileMissing, DamagedRecord


@dataclass(frozen=True, kw_only=True, slots=True)
class ArchiveFindings:
    """What the examination of an archive came to."""

    faults: tuple[str, ...]
    notes: tuple[str, ...]
    """What its operator may do: the oldest days were deleted."""


def examine_archive(directory: Path, pages: Iterable[ArchivedPage]) -> ArchiveFindings:
    """Read every page at its place, digests included.

    Raises: OSError, when a file that is there cannot be read.
    """
    faults: list[str] = []
    missing: Counter[str] = Counter()
    for page in pages:
        try:
            exchange = load_page(directory, page.place)
        except ArchiveFileMissing:
            missing[page.place.file] += 1
        except DamagedRecord as error:
            faults.append(f"{error}; there stood {page.memory.url}")
        else:
            if exchange.at != page.fetched_at:
                where = f"{directory / page.place.file}, byte {page.place.offset_bytes}"
                faults.append(f"{where}: not the page of {page.memory.url} that the store looks for there")
    oldest = min((path.name for path in directory.glob("*.warc.gz")), default="")
    notes: list[str] = []
    for name, count in sorted(missing.items()):
        said = f"{directory / name} is gone, and {count} pages with it"
        # Days are deleted oldest first (docs/operate.md); what else is gone was lost.
        (notes if name < oldest else faults).append(said)
    return ArchiveFindings(faults=tuple(faults), notes=tuple(notes))
