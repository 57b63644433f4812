"""A publisher's name that leads into a private network is not followed."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from crawler.resolver import is_public
from tests.crawler.crawling.crawls import ROOT
from tests.crawler.crawling.news_site import NewsSite


def crawl(name: str, site: NewsSite, directory: Path) -> tuple[dict[str, Any], str]:
    """What it came to, and its log."""
    port = site.origin.rpartition(":")[2]
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.private_name_once", f"sqlite:///{directory / 'news.sqlite'}"],
        cwd=ROOT,
        env=os.environ | {"SITE_URL": f"http://{name}:{port}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, done.stderr
    outcome: dict[str, Any] = json.loads(done.stdout)
    return outcome, done.stderr


def test_a_public_name_that_leads_to_this_machine(site: NewsSite, tmp_path: Path) -> None:
    outcome, log = crawl("news.example", site, tmp_path)
    assert site.asked == []
    assert outcome["reachable"] is False
    assert "no public address" in log


def test_a_name_of_this_machine_means_it(site: NewsSite, tmp_path: Path) -> None:
    outcome, _ = crawl("news.localhost", site, tmp_path)
    assert outcome["outcomes"]["created"] == 12


@pytest.mark.parametrize(
    ("address", "awaited"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        *((address, False) for address in ("127.0.0.1", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254")),
        *(
            (address, False)
            for address in ("0.0.0.0", "100.64.0.1", "::1", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "")
        ),
    ],
)
def test_public_addresses(address: str, awaited: bool) -> None:
    assert is_public(address) is awaited
