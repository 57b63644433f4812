"""The demo publisher as an HTTP server on loopback."""

import gzip
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from presseschau.demo.answers import Answer, AnswerKind, answer_to
from presseschau.demo.nights import NIGHTS
from presseschau.demo.request_log import NOT_MODIFIED, LoggedRequest, RequestLog
from presseschau.demo.validators import http_date, is_not_modified

_HOST = "127.0.0.1"


class DemoPublisher:
    """Serves the demo site of one night until closed; a context manager.

    `requests` tells what was asked; `set_night` turns the page without a restart.
    """

    def __init__(self, night: int = 1, port: int = 0) -> None:
        """Starts serving at once. Port 0 takes a free one.

        Raises: KeyError for a night there is none of; OSError when the port is taken.
        """
        NIGHTS[night]  # an unknown night ends here
        self.night = night
        self.requests = RequestLog()
        self._server = _Server((_HOST, port), _Handler)
        self._server.publisher = self
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()

    @property
    def origin(self) -> str:
        """Where it is served, such as `http://127.0.0.1:40123`."""
        return f"http://{_HOST}:{self._server.server_address[1]}"

    def set_night(self, night: int) -> None:
        """Turns to another night. Raises: KeyError for a night there is none of."""
        NIGHTS[night]  # an unknown night ends here
        self.night = night

    def close(self) -> None:
        """Stops serving and frees the port."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # kept-alive connections would hold it up
    request_queue_size = 64  # default 5; a crawler without a rate opens many at once
    publisher: DemoPublisher

    def server_bind(self) -> None:
        """Binds without asking the name service who 127.0.0.1 is, as the base class does: that can take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = _HOST, self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing of a client that went away; everything else goes to stderr."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # handed on as it came


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # the default 1.0 closes after each answer
    timeout = 30  # seconds; a silent client frees its thread
    wbufsize = -1  # default 0 sends head and body apart, and Nagle's algorithm then waits for the client
    server: _Server

    def do_GET(self) -> None:
        """Answers with a body."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answers with the head alone."""
        self._answer(with_body=False)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class calls it that
        """Keeps quiet: requests are kept in the log, not printed."""

    def _answer(self, *, with_body: bool) -> None:
        publisher = self.server.publisher
        night, path = publisher.night, urlsplit(self.path).path
        answer = answer_to(path, night)
        not_modified = self._matches(answer)
        kind = NOT_MODIFIED if not_modified and answer.kind is AnswerKind.ARTICLE else answer.kind.value
        status = 304 if not_modified else answer.status
        # Logged before the answer leaves: whoever has the answer finds the request in the log.
        publisher.requests.add(LoggedRequest(night=night, kind=kind, method=self.command, path=path, status=status))
        self._send(answer, status, with_body=with_body and not not_modified)

    def _matches(self, answer: Answer) -> bool:
        if answer.etag is None:
            return False
        return is_not_modified(
            etag=answer.etag,
            last_modified=answer.last_modified,
            if_none_match=self.headers["If-None-Match"],
            if_modified_since=self.headers["If-Modified-Since"],
        )

    def _send(self, answer: Answer, status: int, *, with_body: bool) -> None:
        body, zipped = answer.body, "gzip" in (self.headers["Accept-Encoding"] or "") and bool(answer.body)
        if zipped:
            body = gzip.compress(body, mtime=0)
        self.send_response(status)
        if answer.location:
            self.send_header("Location", answer.location)
        if answer.etag:
            self.send_header("ETag", answer.etag)
        if answer.last_modified:
            self.send_header("Last-Modified", http_date(answer.last_modified))
        self.send_header("Vary", "Accept-Encoding")
        if status != 304:  # noqa: PLR2004  its own name: Not Modified
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(body)))
            if zipped:
                self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if with_body:
            self.wfile.write(body)
