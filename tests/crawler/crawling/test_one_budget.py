"""Two spiders of one run on one host ask it as one visitor."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from tests.crawler.crawling.crawls import ROOT
from tests.crawler.crawling.news_site import Answer, Asked, NewsSite, stories


def crawl(site: NewsSite, directory: Path) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.crawler.crawling.two_once", f"sqlite:///{directory}/n.sqlite"]
    environment = os.environ | {"SITE_URL": site.origin}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    outcomes: list[dict[str, Any]] = json.loads(done.stdout)
    return outcomes


def read(outcome: dict[str, Any]) -> int:
    """Pages read; what the other spider stored already is unchanged."""
    return int(outcome["outcomes"]["created"] + outcome["outcomes"]["unchanged"])


class Crowd:
    """Counts who is served at once; each answer waits for another request to come in, for a moment at most."""

    def __init__(self) -> None:
        self.most = 0
        self._served = 0
        self._change = threading.Condition()

    def __call__(self, asked: Asked) -> Answer | None:
        with self._change:
            self._served += 1
            self.most = max(self.most, self._served)
            self._change.notify_all()
            self._change.wait_for(lambda: self._served > 2, timeout=0.1)
            self._served -= 1
        return None


def test_no_more_requests_are_under_way_than_one_spider_may_have(site: NewsSite, tmp_path: Path) -> None:
    crowd = Crowd()
    for story in site.stories:
        site.answers[story.path] = crowd
    for outcome in crawl(site, tmp_path):
        assert (outcome["fault"], read(outcome)) == (None, 12)
    assert crowd.most == 2
    assert [asked.path for asked in site.asked].count("/robots.txt") == 1
    assert [asked.path for asked in site.asked].count("/.well-known/tdmrep.json") == 1


def test_crawl_delay_is_kept_by_both_together(site: NewsSite, tmp_path: Path) -> None:
    site.stories = stories(4)
    site.robots = Answer(body=b"User-agent: *\nCrawl-delay: 0.2\n")
    outcomes = crawl(site, tmp_path)
    assert [read(outcome) for outcome in outcomes] == [4, 4]
    asked = site.asked[1:]
    assert len(asked) >= 10
    assert (asked[-1].at - asked[0].at) / (len(asked) - 1) > 0.2 * 0.8
