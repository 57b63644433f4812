"""A small news site on loopback in the URL shape of `kettner`, whose behaviour a test changes while it runs."""

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Berlin")
NIGHT = datetime(2026, 11, 20, 3, 0, tzinfo=ZONE)
"""When the first crawl of a test is; the newest story is some hours older."""
CANONICAL = "https://www.kettner-edelmetalle.de"
LISTINGS = ("/news/c/politik", "/news/c/cdu-csu", "/news/c/spd", "/news/c/wahlen", "/news")


@dataclass(frozen=True)
class Asked:
    """One request, as it arrived."""

    path: str
    headers: Mapping[str, str]
    at: float
    """Seconds of a monotonic clock."""


@dataclass(frozen=True)
class Answer:
    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    pieces: Iterable[bytes] | None = None
    """In place of the body: chunks, sent one by one while the client takes them. ConnectionAbortedError cuts it off."""
    raw: Iterable[bytes] | None = None
    """In place of everything: what goes over the wire while the client takes it; then the connection is closed."""


@dataclass(frozen=True)
class Story:
    slug: str
    published_at: datetime
    text: str = "Ein Absatz, der lang genug ist, um ein Absatz zu sein, und der mit einem Punkt endet."

    @property
    def path(self) -> str:
        return f"/news/{self.slug}-{self.published_at:%d-%m-%Y}"

    @property
    def url(self) -> str:
        return CANONICAL + self.path


def stories(
    count: int, *, newest_at: datetime = NIGHT - timedelta(hours=3), step: timedelta | None = None
) -> list[Story]:
    """Stories, newest first."""
    interval = step or timedelta(hours=1)
    return [Story(f"geschichte-nummer-{count - n}", newest_at - n * interval) for n in range(count)]


class NewsSite:
    """Serves stories and listings; `answers` overrides single paths, `robots` is the text of robots.txt."""

    def __init__(self, published: list[Story], *, page_size: int = 10) -> None:
        self.stories = published
        self.page_size = page_size
        self.robots = Answer(404)
        self.answers: dict[str, Callable[[Asked], Answer | None]] = {}
        self.asked: list[Asked] = []
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_for(self))
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def asked_articles(self) -> list[str]:
        """Paths of stories that were asked for, in order."""
        paths = {story.path for story in self.stories} | {path for path in self.answers if path[-1].isdigit()}
        return [asked.path for asked in self.asked if asked.path in paths and "/seite/" not in asked.path]

    def asked_listings(self) -> list[str]:
        return [asked.path for asked in self.asked if asked.path.split("/seite/")[0] in LISTINGS]

    def forget(self) -> None:
        """Start counting anew."""
        with self._lock:
            self.asked.clear()

    def answer(self, asked: Asked) -> Answer:
        with self._lock:
            self.asked.append(asked)
        if asked.path == "/robots.txt":
            return self.robots
        if (behave := self.answers.get(asked.path)) and (answer := behave(asked)):
            return answer
        for story in self.stories:
            if story.path == asked.path:
                return Answer(body=article_page(story), headers={"ETag": f'"{hash(story.text)}"'})
        start, _, number = asked.path.partition("/seite/")
        if start in LISTINGS:
            return self._listing(start, int(number or 1))
        return Answer(404)

    def _listing(self, start: str, number: int) -> Answer:
        shown = self.stories if start == "/news" else self.stories[:3]
        part = shown[(number - 1) * self.page_size : number * self.page_size]
        has_more = len(shown) > number * self.page_size
        if not part and number > 1:
            return Answer(404)
        return Answer(body=listing_page(part, next_path=f"{start}/seite/{number + 1}" if has_more else None))


def article_page(story: Story) -> bytes:
    return (
        f"<html lang=de><head><title>{story.slug}</title></head><body><h1>{story.slug}</h1>"
        f"<p>{story.published_at:%d.%m.%Y}, {story.published_at:%H:%M} Uhr</p>"
        + "".join(f"<p>{story.text} {number}. {story.slug}</p>" for number in range(4))
        + "</body></html>"
    ).encode()


def listing_page(part: list[Story], *, next_path: str | None) -> bytes:
    entries = "".join(
        f"<li><span>{story.published_at:%d.%m.%Y}</span><span>{story.published_at:%H:%M} Uhr</span>"
        f"<h3><a href='{story.path}'>Titel {story.slug}</a></h3><p>Der Anriss zu {story.slug} ist ein Satz.</p></li>"
        for story in part
    )
    more = f"<a href='{next_path}'>weiter</a>" if next_path else ""
    return f"<html><body><h1>Nachrichten</h1><ul>{entries}</ul>{more}</body></html>".encode()


def not_modified(asked: Asked) -> Answer | None:
    """Answers 304 whenever the request is conditional."""
    return Answer(304) if "If-None-Match" in asked.headers else None


def _handler_for(served: NewsSite) -> type[BaseHTTPRequestHandler]:
    class Handler(_Handler):
        site = served

    return Handler


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: NewsSite

    def do_GET(self) -> None:
        answer = self.site.answer(Asked(self.path, dict(self.headers.items()), time.monotonic()))
        if answer.raw is not None:
            self._send_raw(answer.raw)
            return
        self.send_response(answer.status)
        headers = {"Content-Type": "text/html; charset=utf-8", **answer.headers}
        for name, value in headers.items():
            self.send_header(name, value)
        if answer.pieces is not None:
            self._send_pieces(answer.pieces)
            return
        if answer.status != 304 and "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if answer.status != 304:
            self.wfile.write(answer.body)

    def _send_pieces(self, pieces: Iterable[bytes]) -> None:
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            for piece in pieces:
                self.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
            self.wfile.write(b"0\r\n\r\n")
        except ConnectionError:  # the client has had enough, or this is where it is to be cut off
            self.close_connection = True

    def _send_raw(self, pieces: Iterable[bytes]) -> None:
        self.close_connection = True
        try:
            for piece in pieces:
                self.wfile.write(piece)
        except ConnectionError:
            return  # the client has had enough

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's own name
        """Silent: `site.asked` is the log."""
