"""The ASGI application: published files, feeds of any combination, health and metrics.

Run by any ASGI server, such as uvicorn; `presseschau serve` does that. Only GET and HEAD are answered, nothing sets a
cookie, and nothing a request says reaches the disk but the name of a published file.
"""

import sqlite3
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from articles.store import open_store
from articles.store.contract import Store
from feeds.channel import Channel
from feeds.documents import FORMATS
from feeds.ledger.ledger import ledger_path
from feeds.ledger.search import Query
from feeds.server.combination import Combinations, WrongQuery, parse_query
from feeds.server.files import MEDIA_TYPES, PublishedFiles, Served, represent
from feeds.server.metrics import Metrics
from feeds.server.negotiation import choose_format, choose_representation, is_fresh
from feeds.server.unchanged import Unchanged
from feeds.settings import FeedSettings

_FEED_SECONDS, _PAGE_SECONDS = 3600, 600  # feeds change once a night; readers are asked to come hourly at most
# Browsers show a feed, with its style sheet, only under these types; by the right ones they offer it as a download.
_FOR_BROWSERS = {
    "rss": "text/xml; charset=utf-8",
    "atom": "text/xml; charset=utf-8",
    "json": "application/json; charset=utf-8",
}
_SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def build_app(output: Path, store_url: str | None, *, settings: FeedSettings | None = None) -> Starlette:
    """The application over `output/feeds/`.

    With `store_url` it also answers `/feed.atom?topic=…` and its like, which are made from the store when they are
    asked for; `settings` are those that the feeds are published with.
    """
    return _Server(output, store_url, settings or FeedSettings()).application()


class _Server:
    def __init__(self, output: Path, store_url: str | None, settings: FeedSettings) -> None:
        self._directory = output / "feeds"
        self._ledger = ledger_path(output)
        self._store_url = store_url
        self._settings = settings
        self._files = PublishedFiles(self._directory)
        self._metrics = Metrics()
        self._store: Store | None = None
        self._opened = ExitStack()
        self._opening = threading.Lock()

    def application(self) -> Starlette:
        """The routes, in the order they are tried."""
        routes = [Route("/healthz", self._health), Route("/metrics", self._show_metrics)]
        if self._store_url is not None:
            paths = ["/feed", *(f"/feed.{ending}" for ending in FORMATS)]
            routes += [Route(path, self._combination) for path in paths]
        routes.append(Route("/{name:path}", self._file))
        remembering = Middleware(Unchanged, files=self._files, metrics=self._metrics)
        return Starlette(routes=routes, middleware=[remembering], lifespan=self._lifespan)

    @asynccontextmanager
    async def _lifespan(self, _application: Starlette) -> AsyncIterator[None]:
        with self._opened:
            await run_in_threadpool(self._find_store)
            yield

    def _find_store(self) -> Store | None:
        """The store, opened when first feeds were published from it: none comes to be by being looked for."""
        with self._opening:
            if self._store is None and self._store_url is not None and self._ledger.exists():
                self._store = self._opened.enter_context(open_store(self._store_url))
            return self._store

    async def _health(self, _request: Request) -> Response:
        published = (self._directory / "all.atom").exists()
        return PlainTextResponse("ok\n" if published else "nothing was published yet\n", 200 if published else 503)

    async def _show_metrics(self, _request: Request) -> Response:
        return Response(self._metrics.render(), media_type="text/plain; version=0.0.4; charset=utf-8")

    async def _file(self, request: Request) -> Response:
        started = time.perf_counter()
        name = request.path_params["name"]
        negotiated = "." not in name.rpartition("/")[2]
        if negotiated:
            name = (
                f"{name}.{choose_format(request.headers.get('accept', ''), {*FORMATS, 'html'})}"
                if name
                else "index.html"
            )
        served = self._files.find_kept(name) or await run_in_threadpool(self._files.find, name)
        return self._answer(request, served, name.rpartition(".")[2], started, negotiated=negotiated)

    async def _combination(self, request: Request) -> Response:
        started = time.perf_counter()
        _, _, ending = request.url.path.partition(".")
        negotiated = not ending
        ending = ending or choose_format(request.headers.get("accept", ""), FORMATS)
        store = self._store or await run_in_threadpool(self._find_store)
        if store is None:
            return self._refuse(503, "nothing was published yet", ending, started)
        combinations = Combinations(store=store, ledger=self._ledger, settings=self._settings)
        try:
            query = parse_query(request.query_params.multi_items())
            served = await run_in_threadpool(_render, combinations.channel, query, request.url.query, ending)
        except WrongQuery as error:
            return self._refuse(400, str(error), ending, started)
        except sqlite3.OperationalError:  # no ledger yet, or one that is being replaced
            return self._refuse(503, "nothing was published yet", ending, started)
        return self._answer(request, served, ending, started, negotiated=negotiated)

    def _answer(
        self, request: Request, served: Served | None, ending: str, started: float, *, negotiated: bool
    ) -> Response:
        if served is None:
            return self._refuse(404, "there is no such feed or page", ending, started)
        shown = choose_representation(served, request.headers.get("accept-encoding", ""))
        max_age = _PAGE_SECONDS if ending in ("html", "css", "js", "png", "ico") else _FEED_SECONDS
        headers = _SECURITY | {
            "Cache-Control": f"public, max-age={max_age}",
            "ETag": shown.etag,
            "Vary": "Accept, Accept-Encoding" if negotiated else "Accept-Encoding",
        }
        if served.last_modified is not None:
            headers["Last-Modified"] = served.last_modified
        if ending == "json":
            headers["Access-Control-Allow-Origin"] = "*"
        media_type = served.media_type
        if ending in _FOR_BROWSERS:
            headers["Vary"] = "Accept, Accept-Encoding"
            if "text/html" in request.headers.get("accept", ""):
                media_type = _FOR_BROWSERS[ending]
        if is_fresh(served, request.headers.get("if-none-match"), request.headers.get("if-modified-since")):
            response = Response(status_code=304, headers=headers)
        else:
            if shown.encoding is not None:
                headers["Content-Encoding"] = shown.encoding
            response = Response(shown.content, headers=headers | {"Content-Type": media_type})
        self._count(response, ending, started)
        return response

    def _refuse(self, status: int, message: str, ending: str, started: float) -> Response:
        response = PlainTextResponse(
            message + "\n", status, headers=_SECURITY | {"Cache-Control": "public, max-age=60"}
        )
        self._count(response, ending, started)
        return response

    def _count(self, response: Response, ending: str, started: float) -> None:
        kind = ending if ending in MEDIA_TYPES else "other"
        seconds = time.perf_counter() - started
        self._metrics.count(status=response.status_code, kind=kind, byte_count=len(response.body), seconds=seconds)


def _render(select: Callable[[Query, str], Channel], query: Query, asked: str, ending: str) -> Served:
    return represent(FORMATS[ending](select(query, asked)), ending, None, kept=False)
