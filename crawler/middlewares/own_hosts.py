"""No request leaves the publisher's own hosts, wherever a link or a redirect leads.

Scrapy's OffsiteMiddleware lets requests with `dont_filter` through, and so every retry; it also allows subdomains.
"""

from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.utils.httpobj import urlparse_cached

from articles.identity import UrlRule
from crawler.errors import ForeignUrl

_WEB_PORTS = (None, 80, 443)


class OwnHosts:
    """Gives up requests for anything but http and https, on their own ports, on hosts that the spider's rule names.

    A spider without a rule, such as the one `scrapy shell` makes up for an unknown site, may ask anything.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raises: ForeignUrl."""
        rule: UrlRule | None = getattr(self._crawler.spider, "rule", None)
        if rule is None:
            return
        parts = urlparse_cached(request)
        is_web = parts.scheme in ("http", "https") and parts.port in (*_WEB_PORTS, urlsplit(rule.origin).port)
        if not (is_web and rule.owns(request.url)):
            raise ForeignUrl(f"{request.url} is not on a host of {self._crawler.spidercls.name}")
