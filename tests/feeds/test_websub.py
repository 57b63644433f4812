"""Telling a hub, which here is a real HTTP server that answers as it is told to."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

from feeds.websub import ping_hub
from tests.feeds.serving import listening_socket

URLS = ["https://example.org/feeds/all.atom", "https://example.org/feeds/topics/spd.rss"]


class Hub:
    def __init__(self, answers: list[int]) -> None:
        self.answers = answers
        self.heard: list[dict[str, list[str]]] = []
        self.url = ""


@contextmanager
def hub_answering(*answers: int) -> Iterator[Hub]:
    hub = Hub(list(answers))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            hub.heard.append(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
            self.send_response(hub.answers.pop(0))
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # named by the standard library
            """Keep the tests' output clean."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        hub.url = f"http://127.0.0.1:{server.server_port}/"
        yield hub
        server.shutdown()
        thread.join()


def test_the_hub_hears_which_feeds_changed() -> None:
    with hub_answering(204) as hub:
        assert ping_hub(hub.url, URLS) == ()
    assert hub.heard == [{"hub.mode": ["publish"], "hub.url": URLS}]


def test_a_hub_is_not_bothered_when_nothing_changed() -> None:
    assert ping_hub("http://127.0.0.1:9/", []) == ()


@pytest.mark.parametrize("busy", [503, 429, 500])
def test_a_busy_hub_is_asked_again_after_a_while(busy: int) -> None:
    waited: list[float] = []
    with hub_answering(busy, busy, 202) as hub:
        assert ping_hub(hub.url, URLS, wait=waited.append) == ()
    assert waited == [2, 4]


@pytest.mark.parametrize(("answers", "asked"), [((503, 503, 503), 3), ((404,), 1)])
def test_a_hub_that_never_hears_is_a_warning(answers: tuple[int, ...], asked: int) -> None:
    with hub_answering(*answers) as hub:
        (warning,) = ping_hub(hub.url, URLS, wait=lambda seconds: None)
    assert len(hub.heard) == asked
    assert hub.url in warning
    assert str(answers[-1]) in warning


def test_a_hub_out_of_reach_is_a_warning() -> None:
    with listening_socket() as listener:
        port = listener.getsockname()[1]
    (warning,) = ping_hub(f"http://127.0.0.1:{port}/", URLS, wait=lambda seconds: None)
    assert "refused" in warning


def test_many_feeds_are_told_in_portions() -> None:
    with hub_answering(204, 204, 204) as hub:
        assert ping_hub(hub.url, [f"https://example.org/{number}.atom" for number in range(120)]) == ()
    assert [len(heard["hub.url"]) for heard in hub.heard] == [50, 50, 20]
