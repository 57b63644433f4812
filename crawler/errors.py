"""Errors of the crawl.

CrawlError
├── UnknownPublisher     no spider has this name; raised by `crawler.running`
├── InvalidOrigin        no scheme and host; raised by `crawler.origin`
├── InvalidScope         a spider argument that says nothing; raised by `crawler.scope`
├── CrawledAlready       a process can crawl only once; raised by `crawler.running`
├── PageNotHad           a page asked for on its own did not come; raised by `crawler.one_page`
├── WorkerFailed         no worker can be started; raised by `crawler.worker`
├── QuarantineFailed     a page that was turned down could not be kept; raised by `crawler.quarantine`
├── PageRejected         this page gives no article to store; raised by `crawler.separated`
└── ArchiveError         a page cannot be had from the archive, or not be put there; raised by `crawler.archive`
    ├── ArchiveFileMissing   the file is gone, as when its operator deleted it
    ├── DamagedArchive       a file is broken in its middle
    └── DamagedRecord        a record is not what was written there

IgnoreRequest (Scrapy's: this request is given up, the crawl goes on)
├── BrokenAnswer         an answer that cannot be read or followed; raised by the middlewares `unpack` and `redirect`
└── NotAsked             never sent; the next run may ask again
    ├── RobotsForbidden  robots.txt says no; raised by `crawler.middlewares.robots`
    ├── RobotsUnknown    robots.txt could not be had, so nothing may be asked; raised there
    ├── HostHeld         the host is left alone for this run; raised by `crawler.politeness.turns` when it asks for it,
    │                    by `crawler.middlewares.dead_host` when it has stopped answering
    ├── InQuietHours     a setting says not now; raised by `crawler.middlewares.quiet_hours`
    ├── Reserved         reserved from text and data mining; raised by `crawler.middlewares.tdm_reservation`
    ├── CrawlStopping    the crawl is being stopped; raised by `crawler.politeness.turns`
    └── ForeignUrl       not on a host of the publisher; raised by `crawler.middlewares.own_hosts`
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from scrapy.exceptions import IgnoreRequest

from articles.errors import StoreUnusable


class CrawlError(Exception):
    """Base of every error that a crawl as a whole ends with."""


class UnknownPublisher(CrawlError, ValueError):
    """No spider has this name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.known = tuple(sorted(known))
        super().__init__(f"no publisher is called {name!r}; known are: {', '.join(self.known)}")


class InvalidOrigin(CrawlError, ValueError):
    """Text that is no scheme and host."""


class InvalidScope(CrawlError, ValueError):
    """A spider argument that cannot be read."""


class CrawledAlready(CrawlError, RuntimeError):
    """A process can run one crawl only: Twisted's reactor does not start again."""


class PageRejected(CrawlError):
    """A page that gives no article, or one that its publisher reserves. The reason is the error's text."""


class QuarantineFailed(CrawlError):
    """A page that was turned down could not be put into quarantine. It stays open; articles are not concerned."""


class WorkerFailed(CrawlError):
    """Workers die as soon as they are started."""


class PageNotHad(CrawlError):
    """A page that was asked for on its own, and did not come."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url} could not be had: {reason}")


class ArchiveError(CrawlError):
    """The archive cannot give or take a page."""


class ArchiveFileMissing(ArchiveError):
    """A file of the archive is not there any more."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path} is not there any more")


class DamagedArchive(ArchiveError):
    """A file of the archive is broken in a way that no torn write explains."""


class DamagedRecord(ArchiveError):
    """What stands in the archive is not what was written there."""


CANNOT_GO_ON: Final = (WorkerFailed, StoreUnusable, DamagedArchive, OSError)
"""Faults after which nothing more should be asked for: no page could be read, or kept. An OSError that is a fault, and
not a request without an answer, is one of the disk."""


class BrokenAnswer(IgnoreRequest):
    """An answer that cannot be read or followed: packed wrongly, cut off, or a redirect to no URL."""

    def __init__(self, reason: str, body: bytes) -> None:
        self.body = body
        """As it came over the wire."""
        super().__init__(reason)


class NotAsked(IgnoreRequest):
    """A request that was never sent."""


class RobotsForbidden(NotAsked):
    """robots.txt forbids it."""


class RobotsUnknown(NotAsked):
    """robots.txt was unreachable or answered with an error of the server (RFC 9309, 2.3.1.4)."""


class Reserved(NotAsked):
    """The host's tdmrep.json reserves it from text and data mining."""


class HostHeld(NotAsked):
    """The host is left alone for the rest of this run."""


class InQuietHours(NotAsked):
    """The publisher is to be left alone at this time of day."""


class CrawlStopping(NotAsked):
    """The crawl is being stopped."""


class ForeignUrl(NotAsked):
    """A URL that is not on one of the publisher's hosts, or neither http nor https."""
