"""What a crawl counts, under readable keys in Scrapy's stats: `presseschau/outcomes/created`."""

from scrapy.crawler import Crawler

_PREFIX = "presseschau"
SOURCE_URL = "presseschau_source_url"
"""The key of a request's meta that names the sitemap or feed it asks for; by it the request is counted."""


def count(crawler: Crawler, group: str, key: str, number: int = 1) -> None:
    """Count something, such as `outcomes`, `created`."""
    crawler.stats.inc_value(f"{_PREFIX}/{group}/{key}", number)


def counts(crawler: Crawler, group: str) -> dict[str, int]:
    """Everything counted in one group, by key."""
    prefix = f"{_PREFIX}/{group}/"
    stats = crawler.stats.get_stats()
    return {key.removeprefix(prefix): int(value) for key, value in sorted(stats.items()) if key.startswith(prefix)}


def is_too_many(crawler: Crawler, kind: str, number: int, total: int) -> bool:
    """True when more than the share PRESSESCHAU_<kind>_SHARE of a total, and at least PRESSESCHAU_<kind>_COUNT."""
    share = crawler.settings.getfloat(f"PRESSESCHAU_{kind}_SHARE")
    return number >= crawler.settings.getint(f"PRESSESCHAU_{kind}_COUNT") and number > share * total
