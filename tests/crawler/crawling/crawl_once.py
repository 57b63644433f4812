"""One crawl in a process of its own, as a reactor starts only once: a job in as JSON, outcomes out as JSON."""

import json
import sys
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

from articles.store import open_store
from crawler.clock import Clock
from crawler.job import CrawlJob
from crawler.running import run_crawl


def main() -> None:
    ordered: dict[str, Any] = json.load(sys.stdin)
    ordered["clock_starts_at"] = datetime.fromisoformat(ordered["clock_starts_at"])
    ordered["log_file"] = Path(ordered["log_file"])
    if ordered.get("since"):
        ordered["since"] = date.fromisoformat(ordered["since"])
    job = CrawlJob(**ordered)
    now = Clock(job.clock_starts_at).now()
    with open_store(job.store_url) as store:
        store.begin_run(job.run_id, command="crawl", at=now)
    outcomes = run_crawl(job)
    with open_store(job.store_url) as store:
        store.finish_run(job.run_id, exit_status=0, at=now)
    sys.stdout.write(json.dumps([asdict(outcome) for outcome in outcomes], default=str))


if __name__ == "__main__":
    main()
