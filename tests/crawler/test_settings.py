"""What the settings leave out of Scrapy, and that nothing else is left out with it."""

import subprocess
import sys

import pytest
from scrapy.settings import default_settings

from crawler import settings
from tests.crawler.crawling.crawls import ROOT

LEFT_OUT = {
    "EXTENSIONS": {"TelnetConsole", "RemoteControl"},
    "SPIDER_MIDDLEWARES": {"DepthMiddleware"},
    "DOWNLOADER_MIDDLEWARES": {
        "CookiesMiddleware",
        "OffsiteMiddleware",
        "RobotsTxtMiddleware",
        "HttpCompressionMiddleware",
        "RedirectMiddleware",
    },
}
SCRIPT = """
import sys
from crawler.running import project_settings

for kind in ("EXTENSIONS", "SPIDER_MIDDLEWARES", "DOWNLOADER_MIDDLEWARES"):
    project_settings().get_component_priority_dict_with_base(kind)
print(*(f"scrapy.{name}" in sys.modules for name in (
    "extensions.telnet", "extensions.remote_control", "downloadermiddlewares.cookies"
)))
"""


@pytest.mark.parametrize("kind", LEFT_OUT)
def test_what_is_left_out_is_what_scrapy_has_by_that_name(kind: str) -> None:
    """A component that Scrapy gives another name would come back unnoticed."""
    left_out = set(getattr(default_settings, f"{kind}_BASE")) - set(getattr(settings, f"{kind}_BASE"))
    assert {path.rpartition(".")[2] for path in left_out} == LEFT_OUT[kind]


def test_what_is_off_is_not_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == ["False", "False", "False"]
