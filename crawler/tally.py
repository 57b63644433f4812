"""What a crawl counts, under readable keys in Scrapy's stats: `presseschau/outcomes/created`."""

from scrapy.crawler import Crawler

_PREFIX = "presseschau"


def count(crawler: Crawler, group: str, key: str, number: int = 1) -> None:
    """Count something, such as `outcomes`, `created`."""
    crawler.stats.inc_value(f"{_PREFIX}/{group}/{key}", number)


def counts(crawler: Crawler, group: str) -> dict[str, int]:
    """Everything counted in one group, by key."""
    prefix = f"{_PREFIX}/{group}/"
    stats = crawler.stats.get_stats()
    return {key.removeprefix(prefix): int(value) for key, value in sorted(stats.items()) if key.startswith(prefix)}
