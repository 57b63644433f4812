"""A site of twelve stories whose answers a test replaces, and crawls of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crawler.crawling.crawls import Crawls
from tests.crawler.crawling.news_site import NewsSite, stories


@pytest.fixture
def site() -> Iterator[NewsSite]:
    with NewsSite(stories(12)) as site:
        yield site


@pytest.fixture
def crawls(tmp_path: Path, site: NewsSite) -> Crawls:
    crawls = Crawls(tmp_path, site)
    crawls.settings["PRESSESCHAU_QUARANTINE"] = str(tmp_path / "quarantine")
    return crawls
