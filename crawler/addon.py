"""Settings that follow from ours, so that `-s PRESSESCHAU_RATE=…` is all one has to say."""

from importlib.metadata import PackageNotFoundError, version

from scrapy.settings import BaseSettings

# Requests on their way at once when one's own machine is asked without a limit.
_UNLIMITED_CONCURRENCY = 16


class PresseschauAddon:
    """Throttle, concurrency and User-Agent from PRESSESCHAU_RATE and PRESSESCHAU_CONTACT; explicit settings win."""

    def update_settings(self, settings: BaseSettings) -> None:
        """Called by Scrapy before a crawl."""
        is_limited = settings.getfloat("PRESSESCHAU_RATE") > 0
        contact = settings.get("PRESSESCHAU_CONTACT")
        derived = {
            # A slow publisher is asked more slowly than the rate allows; never faster, `crawler.download` sees to that.
            "AUTOTHROTTLE_ENABLED": is_limited,
            "AUTOTHROTTLE_START_DELAY": 0.0,
            # The pace is kept by `crawler.download`, with no jitter that could go above the rate.
            "DOWNLOAD_DELAY": 0.0,
            "DOWNLOAD_DELAY_JITTER": 0.0,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 2 if is_limited else _UNLIMITED_CONCURRENCY,
            # What waits behind a throttled host holds up the end of an interrupted crawl.
            "CONCURRENT_REQUESTS": 4 if is_limited else _UNLIMITED_CONCURRENCY,
            "AUTOTHROTTLE_MAX_DELAY": 10.0,
            "USER_AGENT": f"Presseschau/{_version()}" + (f" (+{contact})" if contact else ""),
        }
        for name, value in derived.items():
            settings.set(name, value, priority="addon")


def _version() -> str:
    try:
        return version("presseschau")
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "0"
