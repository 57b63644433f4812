"""Scrapy's own commands, as a Scrapy user types them at the project's root."""

import subprocess
import sys
from pathlib import Path

from articles.store import open_store
from tests.crawler.crawling.crawls import ROOT
from tests.crawler.crawling.news_site import CANONICAL, NewsSite, stories


def scrapy(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scrapy", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        stdin=subprocess.DEVNULL,
    )


def settings(site: NewsSite, store: Path) -> list[str]:
    said = {
        "STORE": f"sqlite:///{store}",
        "ORIGIN": site.origin,
        "RATE": "0",
        "CLOCK_STARTS_AT": "2026-11-20T03:00+01:00",
    }
    return [part for name, value in said.items() for part in ("-s", f"PRESSESCHAU_{name}={value}")]


def test_list() -> None:
    assert scrapy("list").stdout.split() == ["kettner"]


def test_crawl_begins_and_finishes_a_run_of_its_own(site: NewsSite, tmp_path: Path) -> None:
    store_path = tmp_path / "news.sqlite"
    done = scrapy("crawl", "kettner", "-a", "limit=5", *settings(site, store_path))
    assert done.returncode == 0, done.stderr
    with open_store(store_path) as store:
        (run,) = store.last_runs(5)
        assert (run.command, run.exit_status) == ("scrapy crawl kettner", 0)
        assert len(store.newest(100)) == 5


def test_a_run_with_a_fault_says_so(site: NewsSite, tmp_path: Path) -> None:
    steps = '{"tests.crawler.crawling.breaking.BreakOnce": 100, "crawler.pipelines.separate_page.SeparatePage": 300}'
    store_path = tmp_path / "news.sqlite"
    scrapy("crawl", "kettner", *settings(site, store_path), "-s", f"PRESSESCHAU_STEPS={steps}")
    with open_store(store_path) as store:
        (run,) = store.last_runs(5)
        assert run.exit_status == 1


def test_a_bad_argument_is_explained(site: NewsSite, tmp_path: Path) -> None:
    done = scrapy("crawl", "kettner", "-a", "since=gestern", *settings(site, tmp_path / "news.sqlite"))
    assert done.returncode != 0
    assert "since is a day such as 2026-01-31" in done.stderr


def test_shell_shows_a_page_and_leaves_no_store(site: NewsSite, tmp_path: Path) -> None:
    site.stories = stories(1)
    store_path = tmp_path / "news.sqlite"
    expression = "(spider.name, response.url, response.css('h1::text').get())"
    url = f"{CANONICAL}{site.stories[0].path}"
    done = scrapy("shell", "--nolog", "-c", expression, *settings(site, store_path), url)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(("kettner", url, site.stories[0].slug))
    assert not store_path.exists()


def test_no_port_is_opened() -> None:
    for name in ("TELNETCONSOLE_ENABLED", "REMOTE_CONTROL_ENABLED"):
        assert scrapy("settings", "--get", name).stdout.strip() == "False"
