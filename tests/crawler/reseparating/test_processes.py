"""The processes that read archived pages again."""

import multiprocessing
import os
import signal
from pathlib import Path

from articles.store import open_store
from crawler.reseparating.processes import Pool


def test_a_stopped_process_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    """Its own alarm does not ring while it is stopped."""
    store = tmp_path / "news.sqlite"
    open_store(store).close()
    pool = Pool(tmp_path, f"sqlite:///{store}", 3, 1)
    try:
        assert pool.submit((), {}).result() == (), "it has begun"
        (process,) = multiprocessing.active_children()
        assert process.pid
        os.kill(process.pid, signal.SIGSTOP)
        assert "terminated abruptly" in str(pool.wait(pool.submit((), {}), page_count=0))
        assert pool.submit((), {}).result() == (), "another one goes on"
    finally:
        pool.close()
