"""`presseschau separate` as a filter: bytes in, bytes out, status."""

import json
import subprocess
import sys

import pytest

PAGE = """<!doctype html><html lang="de"><head><meta charset="iso-8859-1"><title>Brücke wieder offen</title></head>
<body>
<nav><a href="/">Start</a> <a href="/abo">Abo</a></nav><article><h1>Brücke wieder offen</h1>
<p>Nach elf Monaten rollt der Verkehr über die Mühlbrücke wieder auf beiden Spuren, teilte das Bauamt am Montag mit.</p>
<h2>Teurer als geplant</h2>
<p>Die Kosten stiegen von zwei auf drei Millionen Kronen, weil ein Pfeiler neu gegründet werden musste.</p>
<p>Gefeiert wird am Sonntag mit einem Umzug, zu dem die Feuerwehr und der Gesangsverein schon zugesagt haben.</p>
</article></body></html>"""


def separate(*arguments: str, stdin: bytes) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "presseschau", "separate", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=60)


def test_text_of_a_page_in_its_own_declared_encoding() -> None:
    done = separate("--as", "text", "-", stdin=PAGE.encode("iso-8859-1"))
    assert done.returncode == 0, done.stderr
    paragraphs = done.stdout.decode().strip().split("\n\n")
    assert len(paragraphs) == 4
    assert paragraphs[1] == "Teurer als geplant"
    assert "Mühlbrücke" in paragraphs[0]


def test_markdown_has_title_and_headings() -> None:
    done = separate("--as", "markdown", "-", stdin=PAGE.encode("iso-8859-1"))
    lines = done.stdout.decode().splitlines()
    assert lines[0] == "# Brücke wieder offen"
    assert "## Teurer als geplant" in lines


def test_json_is_a_record_on_one_line() -> None:
    done = separate("--url", "https://example.org/bruecke?utm_source=x", "-", stdin=PAGE.encode("iso-8859-1"))
    assert done.stdout.count(b"\n") == 1
    record = json.loads(done.stdout)
    assert record["schema"] == "presseschau/article/1"
    assert record["url"] == "https://example.org/bruecke"
    assert record["title"] == "Brücke wieder offen"
    assert record["publisher"] is None


@pytest.mark.parametrize("options", [(), ("--publisher", "kettner")])
def test_a_known_publishers_page_gets_the_identity_that_a_crawl_gives_it(options: tuple[str, ...]) -> None:
    url = "https://pages.kettner-edelmetalle.de/News/Bruecke-wieder-offen-13-11-2025/?utm_source=x"
    done = separate("--url", url, *options, "-", stdin=PAGE.encode("iso-8859-1"))
    record = json.loads(done.stdout)
    assert record["publisher"] == "kettner"
    assert record["id"] == "tag:kettner-edelmetalle.de,2025:/news/bruecke-wieder-offen-13-11-2025"
    assert record["url"] == "https://www.kettner-edelmetalle.de/news/bruecke-wieder-offen-13-11-2025"


def test_an_unknown_publisher_is_a_usage_error() -> None:
    done = separate("--publisher", "nobody", "-", stdin=PAGE.encode("iso-8859-1"))
    assert done.returncode == 2
    assert b"kettner" in done.stderr


def test_latin_1_without_a_declaration_is_read_as_browsers_do() -> None:
    done = separate("--as", "text", "-", stdin=PAGE.replace('<meta charset="iso-8859-1">', "").encode("iso-8859-1"))
    assert "Mühlbrücke" in done.stdout.decode()


@pytest.mark.parametrize(("declared", "written"), [("iso-8859-1", "utf-8"), ("utf-8", "cp1252")])
def test_a_page_that_declares_a_wrong_charset_is_read_as_in_a_crawl(declared: str, written: str) -> None:
    done = separate("--as", "text", "-", stdin=PAGE.replace("iso-8859-1", declared).encode(written))
    assert "Mühlbrücke" in done.stdout.decode()


def test_a_page_without_an_article_says_so() -> None:
    done = separate("-", stdin=b"<!doctype html><title>404</title><h1>Nicht gefunden</h1>")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"<stdin>" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "bad",
    [
        b"{",
        b"[]",
        b'{"id": 2}',
        b'{"id": 2, "html": 7}',
        b'{"id": 2, "html": ""}',
        b'{"id": 2, "html": "x", "url": 3}',
        b"\xff",
    ],
)
def test_a_bad_line_is_answered_and_the_run_goes_on(bad: bytes) -> None:
    good = json.dumps({"id": 1, "url": "https://example.org/a", "html": PAGE}).encode()
    done = separate("--jsonl", stdin=good + b"\n" + bad + b"\n\n" + good + b"\n")
    assert done.returncode == 0, done.stderr
    first, second, third = (json.loads(line) for line in done.stdout.splitlines())
    assert first["id"] == third["id"] == 1
    assert first["title"] == "Brücke wieder offen"
    assert "line 2" in second["error"]
    assert set(second) == {"id", "error"}


@pytest.mark.parametrize("url", ["file:page.html", "ftp://example.org/a", "no address", "//example.org/a"])
def test_a_page_under_no_web_address_is_read_without_it(url: str) -> None:
    done = separate("--jsonl", stdin=json.dumps({"id": 1, "url": url, "html": PAGE}).encode())
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    assert record["title"] == "Brücke wieder offen"
    assert any(url in warning for warning in record["warnings"])


def test_a_closed_pipe_ends_it_quietly() -> None:
    line = json.dumps({"id": 1, "html": PAGE}).encode() + b"\n"
    command = f"{sys.executable} -m presseschau separate --jsonl | head -n 1"
    done = subprocess.run(["sh", "-c", command], input=line * 200, capture_output=True, check=False, timeout=60)
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""
