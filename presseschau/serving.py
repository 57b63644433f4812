"""Serving the feeds: the ASGI application under uvicorn, on a socket that listens before the address is told."""

import socket
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from crawler.running import publisher_titles
from feeds.settings import FeedSettings
from presseschau.nightly import STORE_NAME


class ExtraMissing(Exception):
    """The packages that serving needs are not installed."""


def serve(output: Path, store: str | None, *, host: str, port: int, choices: Mapping[str, Any]) -> None:
    """Serve until interrupted; `choices` are the feed options, which must be those that the feeds are published with.

    Raises: ExtraMissing; OSError, naming the address, when it cannot be listened on; StoreError.
    """
    try:
        import uvicorn  # noqa: PLC0415  # an extra

        from feeds.server.application import build_app  # noqa: PLC0415  # needs the extra too
    except ModuleNotFoundError as error:
        mend = "pip install 'presseschau[serve]'"
        raise ExtraMissing(f"{error.name} is missing; install what serving needs: {mend}") from error
    settings = FeedSettings(
        base_url=choices["base_url"],
        hub_url=choices["hub"],
        entry_count=choices["entries"],
        teasers_only=frozenset(choices["teasers_only"]),
        tombstones=choices["tombstones"],
        page_language=choices["language"],
        publisher_titles=publisher_titles(),
    )
    store_url = store or f"sqlite:///{(output / STORE_NAME).absolute()}"
    with _listen(host, port) as listener:
        address = listener.getsockname()
        shown = f"[{address[0]}]" if ":" in address[0] else address[0]
        click.echo(f"http://{shown}:{address[1]}/")
        application = build_app(output, store_url, settings=settings)
        server = uvicorn.Server(uvicorn.Config(application, log_level="warning", lifespan="on", server_header=False))
        # uvicorn has answered what was under way when it hands the signal on; being told to end is how a server ends.
        with suppress(KeyboardInterrupt):
            server.run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0][0]
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        raise OSError(
            f"cannot listen on {host} port {port}: {error.strerror or error}; choose by --host and --port"
        ) from error
