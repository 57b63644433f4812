"""A publisher that is asked directly: nothing but its own hosts, on their own ports, wherever a redirect leads."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.crawler.crawling.crawls import ROOT
from tests.crawler.crawling.news_site import Answer, Asked, NewsSite, stories


def crawl(site: NewsSite, directory: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.crawler.crawling.direct_once", f"sqlite:///{directory}/news.sqlite"],
        cwd=ROOT,
        env=os.environ | {"SITE_URL": site.origin},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    outcome: dict[str, Any] = json.loads(done.stdout)
    return outcome


def test_it_is_crawled(site: NewsSite, tmp_path: Path) -> None:
    outcome = crawl(site, tmp_path)
    assert outcome["fault"] is None
    assert outcome["outcomes"]["created"] == 12
    assert outcome["requests"]["articles"] == 12
    assert list(outcome["delay_seconds"]) == [site.origin.removeprefix("http://")]


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_a_redirect_to_another_site_is_not_followed(site: NewsSite, tmp_path: Path, host: str) -> None:
    with NewsSite(stories(12)) as other:
        location = other.origin.replace("127.0.0.1", host) + site.stories[0].path
        site.answers[site.stories[0].path] = lambda _: Answer(302, headers={"Location": location})
        outcome = crawl(site, tmp_path)
        assert other.asked == []
    assert (outcome["outcomes"]["created"], outcome["outcomes"]["rejected"]) == (11, 1)


def test_nor_after_a_retry(site: NewsSite, tmp_path: Path) -> None:
    """A retried request is marked so that Scrapy's own filter for foreign hosts lets it through."""
    with NewsSite(stories(12)) as other:
        told: list[Asked] = []

        def fail_then_lead_away(asked: Asked) -> Answer:
            told.append(asked)
            location = other.origin.replace("127.0.0.1", "localhost")
            return Answer(500) if len(told) == 1 else Answer(302, headers={"Location": location})

        site.answers[site.stories[0].path] = fail_then_lead_away
        outcome = crawl(site, tmp_path)
        assert len(told) == 2
        assert other.asked == []
    assert outcome["outcomes"]["rejected"] == 1
