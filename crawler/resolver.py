"""A publisher's name may lead to the public internet only.

Who controls a publisher's DNS, or poisons ours, could point its name at a machine inside our own network, and have that
machine's answers published. Asking such a machine on purpose is what `--origin` is for; the names of this very machine
(`localhost`) and of a configured proxy mean what they say.
"""

import ipaddress
import logging
from collections.abc import Sequence
from typing import Self
from urllib.parse import urlsplit
from urllib.request import getproxies

from scrapy.crawler import Crawler
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from crawler.origin import find_origin

_logger = logging.getLogger(__name__)


class PublicResolver(CachingThreadedResolver):
    """Resolves names as Scrapy does, and fails for those that lead to no public address."""

    exempt_hosts: frozenset[str] = frozenset()
    """Names that may lead anywhere, lower case."""

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        resolver = super().from_crawler(crawler, reactor)
        origin = find_origin(crawler.settings)
        meant = [f"http://{origin.host}"] if origin else []
        hosts = [urlsplit(url).hostname for url in (*meant, *getproxies().values())]
        resolver.exempt_hosts = frozenset(host.lower() for host in hosts if host)
        return resolver

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> "Deferred[str]":  # noqa: N802 - Twisted's own name
        """Fails with DNSLookupError, also for a name that leads to no public address."""
        return super().getHostByName(name, timeout).addCallback(self._require_public, name)

    def _require_public(self, address: str, name: str) -> str:
        if name.lower() in self.exempt_hosts or _names_this_machine(name) or is_public(address):
            return address
        reason = f"{name} leads to {address}, no public address; if that is meant, use --origin"
        _logger.error(reason)  # what fails here comes to the spider without its reason
        raise DNSLookupError(reason)


def is_public(address: str) -> bool:
    """True for an address that anybody's machine could reach."""
    try:
        return ipaddress.ip_address(address).is_global
    except ValueError:
        return False


def _names_this_machine(name: str) -> bool:
    host = name.lower().rstrip(".")
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
