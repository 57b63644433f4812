"""The door to the reseparation: what is to be read again, and what it came to."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from crawler.settings import PRESSESCHAU_PAGE_LIMIT_SECONDS


def core_count() -> int:
    """How many processes this machine lets us run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, kw_only=True, slots=True)
class ReseparationJob:
    """Which archived pages are read again."""

    archive: Path
    store_url: str
    run_id: str
    """A run that the caller has begun in the store, unless it is a dry run."""
    publishers: tuple[str, ...] = ()
    """Names of spiders. Empty: every publisher."""
    awaiting_only: bool = False
    """Only pages that await what the pages fetched after them teach, whichever separation read them."""
    since: date | None = None
    """Only pages fetched from this day (UTC) on. None: all."""
    dry_run: bool = False
    """Nothing is stored, not even that the pages were read."""
    process_count: int = field(default_factory=core_count)
    page_limit_seconds: float = PRESSESCHAU_PAGE_LIMIT_SECONDS
    """The longest that a page may take."""
    clock_starts_at: datetime | None = None
    """Aware; see `crawler.clock`. None: the machine's time."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReseparationProgress:
    """How far it has come."""

    page_count: int
    """Pages to be read in this run."""
    read_count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ReseparationOutcome:
    """What it came to."""

    page_count: int
    """Pages looked at."""
    standing_count: int
    """Those of them of which it was clear, without reading them, that they say what they said."""
    revised_count: int
    """Articles that got a revision; in a dry run, that would get one."""
    created_count: int
    """Articles read from pages that gave none before."""
    changes: Mapping[str, int]
    """How many articles differ in a part, by its name as in `articles.changes`; of ads and other removed pieces also
    where that alone makes no revision."""
    rejections: Mapping[str, int]
    """Pages that now give no article although one is stored, by reason. What is stored stays."""
    warnings: tuple[str, ...]
    """Files that are gone and records that are damaged; their pages were passed over."""
    faults: tuple[str, ...]
    """Pages on which code of ours failed."""
