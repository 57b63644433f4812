"""Servers for tests: ours, and nginx and Caddy as the documentation sets them up, on free loopback ports."""

import http.client
import os
import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from feeds.server import build_app

DOCUMENT = Path(__file__).parents[2] / "docs/serve-feeds.md"
PUBLISHED = "/srv/presseschau/output/feeds"
"""Where the documented configurations have the feeds."""
CADDY = shutil.which("caddy")
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/opt/homebrew/bin:/usr/bin")

MEDIA_TYPES = (
    ("/topics/spd.rss", "application/rss+xml; charset=utf-8"),
    ("/all.atom", "application/atom+xml; charset=utf-8"),
    ("/all.json", "application/feed+json; charset=utf-8"),
    ("/feeds.opml", "text/x-opml; charset=utf-8"),
    ("/", "text/html; charset=utf-8"),
    ("/topics/spd.en.html", "text/html; charset=utf-8"),
    ("/reader.css", "text/css; charset=utf-8"),
    ("/feed.css", "text/css; charset=utf-8"),
    ("/icon.png", "image/png"),
    ("/favicon.ico", "image/vnd.microsoft.icon"),  # asked for by browsers that show a feed, which names no icon
    ("/search.js", "text/javascript; charset=utf-8"),
)
"""What every server says of the documents of a directory with the topic `spd`, by path."""

NGINX_CONFIGURATION = """
daemon off; master_process off; worker_processes 1; pid DIRECTORY/nginx.pid; error_log stderr warn;
events { worker_connections 512; }
http {
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path DIRECTORY/body; proxy_temp_path DIRECTORY/proxy; fastcgi_temp_path DIRECTORY/fastcgi;
    uwsgi_temp_path DIRECTORY/uwsgi; scgi_temp_path DIRECTORY/scgi;
    SITE
}
"""


@contextmanager
def listening_socket() -> Iterator[socket.socket]:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", 0))
        listener.listen(128)  # so that a request made before the server runs waits for it
        yield listener


@contextmanager
def serving(application: Starlette) -> Iterator[str]:
    """Our server, run by uvicorn; gives its address."""
    with listening_socket() as listener:
        server = uvicorn.Server(uvicorn.Config(application, log_level="warning", lifespan="on"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def own_server(output: Path) -> Iterator[str]:
    """Ours over an output directory."""
    with serving(build_app(output, None)) as address:
        yield address


def documented(language: str) -> str:
    """The configuration that the documentation gives in this language."""
    block = re.search(rf"```{language}\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    return block[1]


@contextmanager
def documented_nginx(output: Path) -> Iterator[str]:
    """An nginx over an output directory; gives its address."""
    assert NGINX is not None
    directory, port = output.parent, _free_port()
    site = documented("nginx").replace("listen 443 ssl;", f"listen 127.0.0.1:{port};")
    configuration = NGINX_CONFIGURATION.replace("DIRECTORY", str(directory)).replace("SITE", site)
    (directory / "nginx.conf").write_text(configuration.replace(PUBLISHED, str(output / "feeds")))
    with _running([NGINX, "-p", str(directory), "-c", str(directory / "nginx.conf")], directory, port) as address:
        yield address


@contextmanager
def documented_caddy(output: Path) -> Iterator[str]:
    """A Caddy over an output directory; gives its address."""
    assert CADDY is not None
    directory, port = output.parent, _free_port()
    site = documented("caddy").replace("feeds.example.org {", f"http://127.0.0.1:{port} {{", 1)
    site = site.replace(PUBLISHED, str(output / "feeds"))
    (directory / "Caddyfile").write_text(f"{{\n\tadmin off\n\tauto_https off\n}}\n{site}")
    command = [CADDY, "run", "--config", str(directory / "Caddyfile"), "--adapter", "caddyfile"]
    with _running(command, directory, port) as address:
        yield address


def _free_port() -> int:
    with listening_socket() as free:
        port: int = free.getsockname()[1]
    return port


@contextmanager
def _running(command: list[str], directory: Path, port: int) -> Iterator[str]:
    log = directory / "server.log"
    with log.open("wb") as said:
        process = subprocess.Popen(
            command, env={"HOME": str(directory), "PATH": os.environ["PATH"]}, stdout=said, stderr=said
        )
    try:
        while process.poll() is None and not _listens(port):
            pass
        assert process.poll() is None, log.read_text()
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Answer:
    """What came back."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.varies = {name.strip() for value in response.headers.get_all("Vary", []) for name in value.split(",")}
        self.content = response.read()


def ask(address: str, path: str, *, method: str = "GET", headers: Mapping[str, str] | None = None) -> Answer:
    """One request, sent as it is written: no client mends the path."""
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=30)
    try:
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in (headers or {}).items():
            connection.putheader(name, value)
        connection.endheaders()
        return Answer(connection.getresponse())
    finally:
        connection.close()
