"""The door to the crawl: one crawl as the nightly job orders it, and what it came to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path


@dataclass(frozen=True, kw_only=True, slots=True)
class CrawlJob:
    """What to crawl, how far and how fast."""

    publishers: tuple[str, ...] = ()
    """Names of spiders. Empty: every spider there is."""
    store_url: str
    archive: Path | None = None
    """The directory where pages are kept as fetched. None: they are not."""
    run_id: str
    """A run that the caller has begun in the store and finishes there."""
    origin: str | None = None
    """Scheme and host asked in place of the publisher's own; stored URLs stay canonical. None: the publisher's."""
    full: bool = False
    """Walk every listing to its end."""
    since: date | None = None
    """Nothing that listings date before this day, in the publisher's zone, is asked for. None: no such floor."""
    limit: int | None = None
    """The most new articles asked for, and the most known ones asked again, per publisher. None: no limit."""
    rate: float = 1.0
    """The most requests a second per host; 0: no limit."""
    quiet_hours: str | None = None
    """Such as `06:00-22:30`, in the publisher's zone, or `06:00-22:30 Europe/Berlin`: nothing is asked then. None: no
    such hours."""
    contact: str | None = None
    """Stands in the User-Agent: an address or URL under which the publisher finds who is crawling."""
    accept_gone: bool = False
    """Withdraw what is gone, however much it is, without an alarm."""
    clock_starts_at: datetime | None = None
    """Aware; see `crawler.clock`. None: the machine's time."""
    quarantine: Path | None = None
    """Where pages that were turned down are kept. None: they are not."""
    log_file: Path | None = None
    """Where the crawl's log is appended. None: log records go where the caller's logging sends them."""
    log_level: str = "INFO"
    keep_open: tuple[int, ...] = ()
    """Files that no process of the crawl closes while it may write: the run's locks."""
    settings: Mapping[str, str | int | float | bool] = field(default_factory=dict)
    """Scrapy settings that win over those of `crawler.settings`, as `-s` does on Scrapy's command line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """How far the crawl of one publisher has come; handed out from time to time while it runs."""

    publisher: str
    listing_page_count: int
    """Listing pages read."""
    article_count: int
    """Article pages known to be wanted in this run, those already settled included."""
    settled_count: int
    """Article pages whose answer has been dealt with, whatever it was."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WalkOutcome:
    """How one walk over a listing went."""

    listing_url: str
    page_count: int
    entry_count: int
    """Distinct articles its pages showed."""
    new_count: int
    """How many of them were unknown before."""
    finished: bool
    """True when it came to known ground, to its floor or to the listing's end."""
    end: str
    """Why it stopped, in words."""
    sole_count: int = 0
    """How many articles it showed that were new and that neither another listing nor a sitemap or feed named."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceOutcome:
    """What asking one sitemap or feed came to."""

    url: str
    kind: str
    """`sitemap` or `feed`."""
    found_in: str
    """The URL that names it; empty when its place was guessed."""
    result: str
    """`read`, `not modified`, or why nothing could be read."""
    named_count: int
    """Recent articles that it names."""
    new_count: int
    """How many of them nobody had named before, no listing either."""
    sole: tuple[str, ...]
    """The new articles that it alone named."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CrawlOutcome:
    """What the crawl of one publisher came to."""

    publisher: str
    started_at: datetime
    """UTC, by the crawl's clock."""
    finished_at: datetime
    reachable: bool
    """False when neither a listing nor an article could be fetched: refused, unresolved, timed out, robots.txt 5xx."""
    interrupted: bool
    """True when SIGINT or SIGTERM ended it; the next run goes on from there."""
    fault: str | None
    """The first exception in code of ours, the page it came up on, and how many there were. None: there was none."""
    alarms: tuple[str, ...]
    """What a person must look at, such as a publisher under its floor; good feeds must not be replaced."""
    warnings: tuple[str, ...]
    requests: Mapping[str, int]
    """Sent, by kind: `listings`, `articles`, `sources` (sitemaps and feeds), `robots` (tdmrep.json too), each with
    its retries; `retries` and `redirects` again apart."""
    outcomes: Mapping[str, int]
    """URLs by what they came to: `created`, `revised`, `unchanged`, `rejected`, `missing`, `withdrawn`, `failed`
    (no answer; the next run asks again) and `forbidden` (by robots.txt or tdmrep.json)."""
    walks: tuple[WalkOutcome, ...]
    sources: tuple[SourceOutcome, ...] = ()
    """Sitemaps and feeds that were asked; a guessed place that has none is left out."""
    quiet_until: str | None = None
    """When the quiet hours end in which nothing (more) was asked, ISO 8601 with its offset. None: none came up."""
    delay_seconds: Mapping[str, float]
    """By host: the longest interval that was kept between two requests, whatever asked for it."""
    held_seconds: Mapping[str, float]
    """By host: how long a `Retry-After` or a back-off stopped it altogether."""
