"""The project is an ordinary Scrapy project: Scrapy's own commands work in it."""

import sqlite3
import subprocess
import sys
from pathlib import Path

from presseschau.demo.server import DemoPublisher

ROOT = Path(__file__).parents[2]


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


def test_list_names_the_publishers() -> None:
    done = scrapy("list")
    assert done.returncode == 0, done.stderr
    assert "kettner" in done.stdout.split()


def test_crawl_stores_articles(publisher: DemoPublisher, tmp_path: Path) -> None:
    store = tmp_path / "news.sqlite"
    done = scrapy(
        "crawl",
        "kettner",
        *("-a", "limit=7"),
        *("-s", f"PRESSESCHAU_ORIGIN={publisher.origin}"),
        *("-s", "PRESSESCHAU_RATE=0"),
        *("-s", f"PRESSESCHAU_STORE=sqlite:///{store}"),
        *("-s", f"PRESSESCHAU_ARCHIVE={tmp_path / 'archive'}"),
    )
    assert done.returncode == 0, done.stderr
    with sqlite3.connect(store) as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (7,)
    connection.close()


def test_runspider_with_a_file_that_stands_elsewhere(publisher: DemoPublisher, tmp_path: Path) -> None:
    """The crawl's second process finds the spider, too."""
    file = tmp_path / "elsewhere" / "my_spider.py"
    file.parent.mkdir()
    file.write_text(
        "from crawler.spiders.kettner import KettnerSpider\n\n\n"
        "class MySpider(KettnerSpider):\n    name = 'my-spider'\n"
    )
    store = tmp_path / "news.sqlite"
    done = scrapy(
        "runspider",
        str(file),
        *("-a", "limit=3"),
        *("-s", f"PRESSESCHAU_ORIGIN={publisher.origin}"),
        *("-s", "PRESSESCHAU_RATE=0"),
        *("-s", f"PRESSESCHAU_STORE=sqlite:///{store}"),
        *("-s", "PRESSESCHAU_ARCHIVE="),
    )
    assert done.returncode == 0, done.stderr
    with sqlite3.connect(store) as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (3,)
    connection.close()


def test_shell_evaluates_an_expression() -> None:
    done = scrapy("shell", "--nolog", "-c", "settings['ROBOTSTXT_OBEY']")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "True"
