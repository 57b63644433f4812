"""How a worker is started, and that it is gone when it should be."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crawler.crawling.crawls import ROOT

SCRIPT = """
import os, signal, sys
from articles.store import open_store
from crawler.worker.messages import DecideOne, Finish, pack
from crawler.worker.process import start_worker

store = open_store(sys.argv[1]) if len(sys.argv) > 1 else None
lock = os.open(os.devnull, os.O_RDONLY)
worker = start_worker([lock])
for number in (signal.SIGINT, signal.SIGTERM):
    os.kill(worker.pid, number)  # at once, before it can have done anything
has_lock = os.path.exists(f"/proc/{worker.pid}/fd/{lock}")
print("forked" if worker.popen is None else "spawned", has_lock, worker.end())
print(os.path.exists(f"/proc/{worker.pid}"))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is spawned always")
@pytest.mark.parametrize("has_store", [False, True])
def test_it_is_forked_unless_a_store_is_open(tmp_path: Path, has_store: bool) -> None:
    arguments = [f"sqlite:///{tmp_path / 'store.sqlite'}"] if has_store else []
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    started, has_lock, status, is_there = done.stdout.split()
    assert (started, has_lock, is_there) == ("spawned" if has_store else "forked", "True", "False"), done.stderr
    # A Python of its own may still be starting when its time to end is over; no other signal has ended it.
    assert status in (("0", "-9") if has_store else ("0",))
    assert done.stderr == ""


def test_a_package_of_its_name_in_the_working_directory_is_not_taken_for_it(tmp_path: Path) -> None:
    """Whoever keeps a Scrapy project of their own may well call it `crawler`."""
    (tmp_path / "crawler").mkdir()
    (tmp_path / "crawler/__init__.py").write_text("raise SystemExit('another crawler')")
    done = subprocess.run(
        [sys.executable, "-P", "-c", SCRIPT, f"sqlite:///{tmp_path / 'store.sqlite'}"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stdout.split()[0] == "spawned", done.stderr
    assert done.stderr == ""
