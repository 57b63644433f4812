"""Servers for tests: ours and nginx, on free loopback ports."""

import http.client
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/opt/homebrew/bin:/usr/bin")


NGINX_CONFIGURATION = """
daemon off; master_process off; worker_processes 1; pid DIRECTORY/nginx.pid; error_log stderr warn;
events { worker_connections 64; }
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
def nginx(directory: Path, feeds: Path, server_block: str) -> Iterator[str]:
    """An nginx of its own with this configuration of a site; gives its address."""
    with listening_socket() as free:
        port = free.getsockname()[1]
    site = server_block.replace("listen 443 ssl;", f"listen 127.0.0.1:{port};")
    (directory / "nginx.conf").write_text(
        NGINX_CONFIGURATION.replace("DIRECTORY", str(directory)).replace(
            "SITE", site.replace("/srv/presseschau/output/feeds", str(feeds))
        )
    )
    assert NGINX is not None
    process = subprocess.Popen(
        [NGINX, "-p", str(directory), "-c", str(directory / "nginx.conf")], stderr=subprocess.PIPE
    )
    try:
        _wait_for(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.communicate()


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Return when something listens; the port was free a moment ago."""
    while process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise AssertionError(f"nginx ended: {process.stderr.read().decode() if process.stderr else ''}")


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
