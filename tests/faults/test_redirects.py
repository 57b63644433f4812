"""Redirects that lead astray: none is followed off the publisher's hosts, and each page is a rejection by name.

One crawl of a site whose stories all redirect, asked directly, without an origin in between.
"""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from tests.crawler.crawling.crawls import ROOT
from tests.crawler.crawling.news_site import Answer, Asked, NewsSite, listing_page, stories

LOCATIONS = {
    "itself": "{own}{path}",
    "another host": "http://localhost:{other_port}{path}",
    "another port": "http://127.0.0.1:{other_port}{path}",
    "without a scheme": "//127.0.0.1:{other_port}{path}",
    "a user before another host": "http://127.0.0.1:{own_port}@localhost:{other_port}{path}",
    "a private address": "http://10.0.0.1{path}",
    "the address of a cloud's secrets": "http://169.254.169.254/latest/meta-data/",
    "an address as a number": "http://2130706433:{other_port}{path}",
    "an address of IPv6": "http://[::1]:{other_port}{path}",
    "a file": "file:///etc/passwd",
    "a page in its own URL": "data:text/html,<h1>Eine Meldung</h1>",
    "ftp": "ftp://127.0.0.1:{other_port}/meldung",
    "a script": "javascript:alert(1)",
    "no host": "http:///news",
    "no URL": "http://[bad",
    "control characters": "/news/\x01\x7f",
    "home": "/home",
}
NAMES = [*LOCATIONS, "each other", "ever further"]


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """What one crawl came to: its outcome, the reason by fault, and what the other site was asked for."""
    with NewsSite(stories(len(NAMES) + 2), page_size=50) as site, NewsSite(stories(40)) as other:
        paths = dict(zip([*NAMES, "its partner"], (story.path for story in site.stories), strict=False))
        own_port, other_port = (each.origin.rpartition(":")[2] for each in (site, other))
        for name, form in LOCATIONS.items():
            location = form.format(own=site.origin, own_port=own_port, other_port=other_port, path=paths[name])
            site.answers[paths[name]] = lambda _, location=location: Answer(302, headers={"Location": location})  # type: ignore[misc]
        for path in ("/home", "/news/%01%7F"):
            site.answers[path] = lambda _: Answer(body=listing_page(stories(5), next_path=None))
        one, two = paths["each other"], paths["its partner"]
        site.answers[one] = lambda _: Answer(301, headers={"Location": two})
        site.answers[two] = lambda _: Answer(301, headers={"Location": one})

        def lead_on(asked: Asked) -> Answer:
            number = int(asked.path.partition("-weiter-")[2].partition("-")[0] or 0) + 1
            further = f"/news/immer-weiter-{number}-19-11-2026"
            site.answers[further] = lead_on
            return Answer(302, headers={"Location": further})

        site.answers[paths["ever further"]] = lead_on
        store = tmp_path_factory.mktemp("redirects") / "news.sqlite"
        command = [sys.executable, "-m", "tests.crawler.crawling.direct_once", f"sqlite:///{store}"]
        environment = os.environ | {"SITE_URL": site.origin}
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120
        )
        assert done.returncode == 0, done.stderr
        with sqlite3.connect(store) as connection:
            rows = connection.execute("SELECT url, reason FROM sightings JOIN urls USING (url_key) WHERE reason > ''")
            reasons = {url.removeprefix(site.origin): reason for url, reason in rows}
        connection.close()
        yield {
            "outcome": json.loads(done.stdout),
            "reasons": {name: reasons.get(path) for name, path in paths.items()},
            "asked": [asked.path for asked in site.asked],
            "elsewhere": [asked.path for asked in other.asked],
        }


@pytest.mark.parametrize("name", NAMES)
def test_it_is_a_rejection(crawled: dict[str, Any], name: str) -> None:
    assert crawled["reasons"][name], f"a redirect to {name} came to nothing that anybody could read"


def test_nothing_was_asked_elsewhere(crawled: dict[str, Any]) -> None:
    assert crawled["elsewhere"] == []


def test_the_night_goes_on(crawled: dict[str, Any]) -> None:
    outcome = crawled["outcome"]
    assert outcome["fault"] is None
    assert outcome["outcomes"]["rejected"] == len(NAMES) + 1  # the partner of `each other`
    assert outcome["outcomes"]["created"] == 1


def test_a_chain_is_followed_five_times_at_most(crawled: dict[str, Any]) -> None:
    assert sum("immer-weiter" in path for path in crawled["asked"]) == 5
