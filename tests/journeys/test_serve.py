"""`presseschau serve` as a service manager runs it."""

import signal
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from presseschau.demo.server import DemoPublisher
from tests.journeys.program import Program


@contextmanager
def serving(program: Program, *options: object) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The server in the background and the address that it prints."""
    process = subprocess.Popen(
        program.command("serve", "--port", 0, *options),
        cwd=program.directory,
        env=program.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        yield process, process.stdout.readline().strip()
    finally:
        process.kill()
        process.communicate()


def answer(url: str) -> tuple[int, str, bytes]:
    try:
        with urllib.request.urlopen(url, timeout=30) as response:
            return response.status, response.headers["Content-Type"], response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers["Content-Type"], error.read()


def test_what_a_night_published_is_served(program: Program, publisher: DemoPublisher) -> None:
    assert program.night(1, publisher).returncode == 0
    with serving(program) as (_, address):
        status, media_type, page = answer(address)
        assert (status, media_type) == (200, "text/html; charset=utf-8")
        assert b"feeds.opml" in page
        feed = (program.directory / "output/feeds/all.atom").read_bytes()
        assert answer(address + "all.atom") == (200, "application/atom+xml; charset=utf-8", feed)
        assert answer(address + "feed.json?topic=spd&topic=wahlen")[0] == 200


def test_before_the_first_night_it_says_that_nothing_is_there(program: Program) -> None:
    with serving(program) as (_, address):
        assert answer(address + "healthz")[0] == 503
        assert answer(address)[0] == 404
        assert answer(address + "feed.atom?topic=spd")[0] == 503
        assert not (program.directory / "output/presseschau.sqlite").exists()


def test_who_serves_before_the_first_night_has_its_articles_after_it(
    program: Program, publisher: DemoPublisher
) -> None:
    with serving(program) as (_, address):
        assert answer(address + "feed.json?topic=spd")[0] == 503
        assert program.night(1, publisher).returncode == 0
        assert b"Postkutsche" in answer(address + "feed.json?topic=spd")[2]
        assert answer(address + "all.atom")[0] == 200


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_being_told_to_end_is_no_fault(program: Program, sent: signal.Signals) -> None:
    with serving(program) as (process, address):
        answer(address + "healthz")
        process.send_signal(sent)
        _, said = process.communicate(timeout=30)
        assert (process.returncode, said) == (0, "")


def test_a_taken_port_is_named(program: Program) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = program("serve", "--port", port)
    assert done.returncode == 1
    assert str(port).encode() in done.stderr
    assert b"Traceback" not in done.stderr
