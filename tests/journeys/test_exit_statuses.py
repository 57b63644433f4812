"""Each exit status that cron relies on, produced by the real program."""

import fcntl
import os
import shlex
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from presseschau.demo.nights import NIGHTS
from presseschau.demo.server import DemoPublisher
from tests.journeys.program import Program


def feeds_of(program: Program) -> dict[Path, tuple[int, bytes]]:
    return {
        path: (path.stat().st_mtime_ns, path.read_bytes())
        for path in (program.directory / "output/feeds").rglob("*")
        if path.is_file()
    }


@contextmanager
def site(answers: dict[str, tuple[int, bytes]], otherwise: tuple[int, bytes]) -> Iterator[str]:
    """A server that gives the same page everywhere; its origin."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body = answers.get(self.path, otherwise)
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_0_all_well(program: Program, publisher: DemoPublisher) -> None:
    done = program.night(1, publisher)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert feeds_of(program)
    assert program.report()["exit_status"] == 0
    page = (program.directory / "output/reports/latest.html").read_text()
    assert program.report()["run_id"] in page


def test_0_without_standard_streams(program: Program, publisher: DemoPublisher) -> None:
    options = ["nightly", "--origin", publisher.origin, "--rate", "0", "--limit", "3"]
    program.variables["PRESSESCHAU_CLOCK"] = NIGHTS[1].isoformat()
    closing = ["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", *program.command(*options)]
    done = subprocess.run(closing, cwd=program.directory, env=program.environment(), check=False, timeout=120)
    assert done.returncode == 0
    assert program.report()["publishers"][0]["outcomes"]["created"] == 3


def test_1_a_fault_of_ours(program: Program, publisher: DemoPublisher) -> None:
    output = program.directory / "output"
    output.mkdir()
    (output / "articles").write_text("a file where a directory must be")
    done = program.night(1, publisher)
    assert done.returncode == 1
    assert b"output/articles" in done.stderr
    assert not feeds_of(program)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nightly", "--rate", "fast", "--origin", "http://127.0.0.1:1"], b"--rate"),
        (["nightly", "--rate", "nan", "--origin", "http://127.0.0.1:1"], b"--rate"),
        (["nightly", "--publisher", "nobody", "--origin", "http://127.0.0.1:1"], b"kettner"),
        (["nightly", "--origin", "localhost"], b"--origin"),
        (["nightly"], b"--contact"),
        (["nightly", "--contact", "nobody"], b"--contact"),
        (["nightly", "--since", "yesterday", "--origin", "http://127.0.0.1:1"], b"2026-11-22"),
        (["feeds", "--store", "mysql://localhost/news"], b"mysql"),
        (["separate"], b"FILE"),
        (["separate", "no-such-file.html"], b"no-such-file.html"),
        (["nonsense"], b"nonsense"),
    ],
)
def test_2_usage(program: Program, arguments: list[str], said: bytes) -> None:
    done = program(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rate = 'fast'", b"presseschau.toml"),
        ("speed = 1", b"speed"),
        ("contact = 'a@example.org'\nrate = \n", b"line 2"),
        ("since = 12", b"presseschau.toml"),
    ],
)
def test_2_configuration(program: Program, text: str, said: bytes) -> None:
    (program.directory / "presseschau.toml").write_text(text)
    done = program("nightly", "--origin", "http://127.0.0.1:1")
    assert done.returncode == 2
    assert said in done.stderr
    assert b"presseschau.toml" in done.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["nightly", "--help"], ["status", "-h"], ["--version"]])
def test_help_needs_no_configuration(program: Program, arguments: list[str]) -> None:
    (program.directory / "presseschau.toml").write_text("rate = \n")
    done = program(*arguments)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"presseschau" in done.stdout


def test_1_a_feed_ledger_that_cannot_be_read(program: Program, publisher: DemoPublisher) -> None:
    assert program.night(1, publisher).returncode == 0
    ledger = program.directory / "output/feeds-ledger.sqlite"
    ledger.unlink()
    ledger.mkdir()
    for command in (["feeds"], ["status", "--verify"]):
        done = program(*command)
        assert done.returncode == 1
        assert b"feeds-ledger.sqlite" in done.stderr
        assert b"Traceback" not in done.stderr


def test_2_variable(program: Program) -> None:
    program.variables["PRESSESCHAU_RATE"] = "-1"
    done = program("nightly", "--origin", "http://127.0.0.1:1")
    assert done.returncode == 2
    assert b"PRESSESCHAU_RATE" in done.stderr


def test_3_a_maintenance_page_is_an_alarm_and_the_last_good_feeds_stand(
    program: Program, publisher: DemoPublisher
) -> None:
    assert program.night(1, publisher).returncode == 0
    before = feeds_of(program)
    page = b"<!doctype html><title>Wartung</title><h1>Wir sind gleich zur&uuml;ck</h1><p>Bitte etwas Geduld.</p>"
    with site({"/robots.txt": (404, b"")}, (200, page)) as origin:
        done = program("nightly", "--origin", origin, "--rate", 0)
    assert done.returncode == 3
    assert b"kettner" in done.stderr
    assert feeds_of(program) == before
    assert program.report()["publishers"][0]["alarms"]
    assert program.report()["feeds"]["held_back"] == ["kettner"]
    assert program.report()["feeds"]["written"] == []
    assert not [record for record in program.records() if record["deleted"] or "Wartung" in record["text"]]


def test_69_nobody_answers(program: Program, publisher: DemoPublisher) -> None:
    assert program.night(1, publisher).returncode == 0
    before = feeds_of(program)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # bound and never listening: connections are refused
        done = program("nightly", "--origin", f"http://127.0.0.1:{closed.getsockname()[1]}", "--rate", 0)
    assert done.returncode == 69
    assert b"reached" in done.stderr
    assert feeds_of(program) == before


def test_0_quiet_hours_and_a_clear_word(program: Program) -> None:
    with DemoPublisher() as publisher:
        done = program.night(1, publisher, "--quiet-hours", "02:00-05:00")
        assert publisher.requests.of_night() == ()
    assert done.returncode == 0
    assert b"kettner: quiet hours until 2026-11-20T05:00:00+01:00" in done.stderr


def test_2_quiet_hours_that_are_none(program: Program) -> None:
    done = program("nightly", "--origin", "http://127.0.0.1:9", "--quiet-hours", "nachts")
    assert done.returncode == 2
    assert b"06:00-22:30" in done.stderr


def test_69_robots_txt_is_out_of_order(program: Program) -> None:
    with site({}, (503, b"")) as origin:
        done = program("nightly", "--origin", origin, "--rate", 0)
    assert done.returncode == 69


def test_75_another_run_holds_the_lock(program: Program, publisher: DemoPublisher) -> None:
    output = program.directory / "output"
    output.mkdir()
    with (output / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = program.night(1, publisher)
    assert done.returncode == 75
    assert b"another run" in done.stderr
    assert program.night(1, publisher).returncode == 0


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_130_interrupted_and_the_next_run_goes_on(
    program: Program, publisher: DemoPublisher, sent: signal.Signals
) -> None:
    process = start_night(program, publisher)
    wait_for_articles(publisher, 5)
    process.send_signal(sent)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in said
    assert said.count(b"interrupted") == 1
    assert not feeds_of(program)
    asked = {each.path for each in publisher.requests.of_night(1) if each.kind == "article"}
    assert program.night(1, publisher).returncode == 0
    assert len(asked) < len(program.newest_records())


def start_night(program: Program, publisher: DemoPublisher) -> subprocess.Popen[bytes]:
    """Night 1 in the background, slow enough to be caught in the middle."""
    program.variables["PRESSESCHAU_CLOCK"] = "2026-11-20T03:00:00+01:00"
    command = program.command("nightly", "--origin", publisher.origin, "--rate", 20)
    return subprocess.Popen(
        command,
        cwd=program.directory,
        env=program.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def wait_for_articles(publisher: DemoPublisher, count: int) -> None:
    """Return once so many articles were asked for; polling, since the server tells nobody."""
    turn = threading.Event()
    for _ in range(1200):
        if publisher.requests.counts().get("article", 0) >= count:
            return
        turn.wait(0.05)
    raise AssertionError(f"{count} articles were not asked for within a minute: {publisher.requests.counts()}")


def test_130_by_sigterm_in_the_background_of_a_shell() -> None:
    """What a shell starts there ignores SIGINT."""
    command = shlex.join([sys.executable, "-m", "presseschau", "separate", "--jsonl"])
    process = subprocess.Popen(
        ["/bin/sh", "-c", f"trap '' INT; exec {command}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(b"{}\n")
    process.stdin.flush()
    assert b"error" in process.stdout.readline()
    process.terminate()
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.endswith(b"presseschau: interrupted\n")


def test_the_lock_goes_with_its_process(program: Program, publisher: DemoPublisher) -> None:
    process = start_night(program, publisher)
    wait_for_articles(publisher, 3)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)
    assert program.night(1, publisher).returncode == 0
