"""Telling a WebSub hub which feeds changed, so that readers who asked it learn of it at once.

How a publisher tells its hub is left open by WebSub (w3.org/TR/websub, 6); hubs understand the form of its predecessor,
PubSubHubbub 0.4, 7: a POST with `hub.mode=publish` and the addresses that changed. A hub that cannot be reached costs
readers an hour, never the night: what fails is handed back as warnings.
"""

import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlencode

_URLS_PER_REQUEST = 50
_TRIES = 3
_FIRST_WAIT_SECONDS = 2.0
_TOO_MANY_REQUESTS, _SERVER_ERROR = 429, 500


def ping_hub(
    hub_url: str,
    changed_urls: Sequence[str],
    *,
    timeout_seconds: float = 10,
    wait: Callable[[float], None] = time.sleep,
) -> tuple[str, ...]:
    """Tell the hub of these feeds; returned are warnings, none when it has heard of all.

    A hub that is busy or out of reach is asked up to three times, with twice the wait each time; one that refuses is
    not asked again.
    """
    return tuple(
        warning
        for urls in _portions(changed_urls)
        if (warning := _tell(hub_url, urls, timeout_seconds=timeout_seconds, wait=wait)) is not None
    )


def _tell(hub_url: str, urls: Sequence[str], *, timeout_seconds: float, wait: Callable[[float], None]) -> str | None:
    body = urlencode([("hub.mode", "publish"), *(("hub.url", url) for url in urls)]).encode()
    problem = ""
    for attempt in range(_TRIES):
        if attempt:
            wait(_FIRST_WAIT_SECONDS * 2 ** (attempt - 1))
        request = urllib.request.Request(hub_url, data=body, method="POST")  # noqa: S310  # FeedSettings lets http(s) only
        try:
            with urllib.request.urlopen(request, timeout=timeout_seconds):  # noqa: S310  # likewise
                return None
        except urllib.error.HTTPError as error:
            error.close()
            problem = f"it answered {error.code}"
            if error.code < _SERVER_ERROR and error.code != _TOO_MANY_REQUESTS:
                break
        except OSError as error:  # no such host, refused, timed out
            problem = str(error)
    return (
        f"the hub {hub_url} was not told of {len(urls)} changed feeds: {problem}; readers find them when they next look"
    )


def _portions(urls: Sequence[str]) -> Iterator[Sequence[str]]:
    for first in range(0, len(urls), _URLS_PER_REQUEST):
        yield urls[first : first + _URLS_PER_REQUEST]
