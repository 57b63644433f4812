"""The explanation of a hostile page in a real browser: nothing is asked for, nothing of the page runs."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from crawler.separation.page import Page
from presseschau.explaining.page import explain
from presseschau.explaining.subject import Subject

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed: apt-get install chromium")

HOSTILE = Path(__file__).with_name("hostile.html").read_text(encoding="utf-8")


class Sink:
    """A server that writes down whatever is asked of it."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        sink = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                sink.asked.append(self.path)
                self.send_error(404)

            def do_POST(self) -> None:
                self.do_GET()

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self.server.server_address[1]}"


@pytest.fixture
def sink() -> Iterator[Sink]:
    sink = Sink()
    thread = threading.Thread(target=sink.server.serve_forever, args=(0.05,))
    thread.start()
    yield sink
    sink.server.shutdown()
    thread.join()
    sink.server.server_close()


def opened(path: Path, profile: Path) -> str:
    """The document after its scripts ran."""
    assert CHROMIUM is not None
    command = [CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
    options = ["--virtual-time-budget=3000", "--dump-dom", path.as_uri()]
    return subprocess.run([*command, *options], check=True, capture_output=True, text=True, timeout=120).stdout


def test_a_hostile_page_asks_for_nothing_and_runs_nothing(sink: Sink, tmp_path: Path) -> None:
    content = HOSTILE.replace("ORIGIN", sink.origin)
    explained = explain(Subject(page=Page(url=f"{sink.origin}/x", content=content), origin="a hostile page"))
    path = tmp_path / "why.html"
    path.write_bytes(explained.html)
    document = opened(path, tmp_path / "profile")
    assert sink.asked == []
    assert "<title>Explained: Die Brücke am Markt</title>" in document
    assert '<html lang="en" class="joined">' in document  # our own script ran, and reached into the frame
    path.write_text(content, encoding="utf-8")  # the page itself does what the explanation does not
    opened(path, tmp_path / "profile")
    assert sink.asked != []
