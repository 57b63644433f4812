"""Crawls of `kettner` against a `NewsSite`, one child process each, on one store."""

import json
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from articles.model import Revision
from articles.store import open_store
from articles.store.contract import Store
from tests.crawler.crawling.news_site import NIGHT, NewsSite

ROOT = Path(__file__).parents[3]


@dataclass
class Crawls:
    """Crawls a site night after night."""

    directory: Path
    site: NewsSite
    nights: int = 0
    program: tuple[str, ...] = ("tests.crawler.crawling.crawl_once",)
    """The module that crawls, and its arguments."""
    settings: dict[str, Any] = field(default_factory=lambda: {"PRESSESCHAU_BACKOFF_SECONDS": 0.01, "RETRY_TIMES": 1})

    @property
    def store_path(self) -> Path:
        return self.directory / "news.sqlite"

    def store(self) -> Store:
        return open_store(self.store_path)

    def start(self, *, at: datetime | None = None, **ordered: Any) -> "subprocess.Popen[str]":
        """A crawl under way; each one is a day later than the one before."""
        moment = at or NIGHT + timedelta(days=self.nights)
        self.nights += 1
        job = {
            "publishers": ["kettner"],
            "store_url": f"sqlite:///{self.store_path}",
            "run_id": f"run-{self.nights}",
            "origin": self.site.origin,
            "rate": 0,
            "clock_starts_at": moment.isoformat(),
            "log_file": str(self.directory / f"run-{self.nights}.log"),
            "settings": self.settings,
            **ordered,
        }
        process = subprocess.Popen(
            [sys.executable, "-m", *self.program],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stdin
        process.stdin.write(json.dumps(job))
        process.stdin.close()
        process.stdin = None
        return process

    def outcome(self, process: "subprocess.Popen[str]") -> dict[str, Any]:
        """What a crawl came to that was waited for."""
        said, complained = process.communicate(timeout=120)
        assert process.returncode == 0, complained + self.log()
        (outcome,) = json.loads(said)
        assert isinstance(outcome, dict)
        return outcome

    def __call__(self, **ordered: Any) -> dict[str, Any]:
        """One whole crawl."""
        return self.outcome(self.start(**ordered))

    def log(self) -> str:
        path = self.directory / f"run-{self.nights}.log"
        return path.read_text() if path.exists() else "no log"

    def stored(self) -> list[Revision]:
        """Live articles, newest first."""
        with self.store() as store:
            return list(store.newest(10_000))
