"""`presseschau explain` as its users call it: a file, an article of the store, an address."""

from pathlib import Path

import pytest

from presseschau.demo.nights import NIGHTS
from presseschau.demo.server import DemoPublisher
from tests.journeys.program import Program

PAGE = """<html lang="de"><body><h1>Brücke wieder offen</h1>
<p>Nach elf Monaten rollt der Verkehr über die Mühlbrücke wieder auf beiden Spuren, teilte das Bauamt am Montag mit.</p>
<p>Gefeiert wird am Sonntag mit einem Umzug, zu dem die Feuerwehr und der Gesangsverein schon zugesagt haben.</p>
</body></html>"""


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """Where a short crawl ran."""
    program = Program(tmp_path_factory.mktemp("crawled"))
    with DemoPublisher() as publisher:
        publisher.set_night(1)
        program.variables["PRESSESCHAU_CLOCK"] = NIGHTS[1].isoformat()
        assert program("crawl", "--origin", publisher.origin, "--rate", 0, "--limit", 3).returncode == 0
        assert program("export").returncode == 0
    return program


def test_a_file_goes_to_stdout_or_into_the_page_named(program: Program) -> None:
    (program.directory / "page.html").write_text(PAGE, encoding="utf-8")
    done = program("explain", "page.html")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Brücke wieder offen" in done.stdout.decode()
    named = program("explain", "-o", "why.html", "-", stdin=PAGE.encode())
    assert (named.returncode, named.stdout, named.stderr) == (0, b"", b"")
    assert "standard input" in (program.directory / "why.html").read_text(encoding="utf-8")


def test_an_article_is_known_by_id_and_by_any_spelling_of_its_address(crawled: Program) -> None:
    record = next(iter(crawled.newest_records().values()))
    by_id = crawled("explain", record["id"])
    assert by_id.returncode == 0, by_id.stderr
    assert record["title"] in by_id.stdout.decode()
    assert "as archived on" in by_id.stdout.decode()
    other_host = record["url"].replace("https://www.", "http://") + "?utm_source=x"
    assert crawled("explain", other_host).stdout == by_id.stdout


def test_an_unknown_id_is_answered_with_those_that_look_like_it(crawled: Program) -> None:
    known = next(iter(crawled.newest_records()))
    done = crawled("explain", known[:-5])
    assert done.returncode == 2
    assert known in done.stderr.decode()


def test_an_article_whose_page_is_gone_says_which_file_is_missing(crawled: Program, tmp_path: Path) -> None:
    known = next(iter(crawled.newest_records()))
    done = crawled(
        "explain", "--output", tmp_path, "--store", f"sqlite:///{crawled.directory}/output/presseschau.sqlite", known
    )
    assert done.returncode == 1
    assert "is not there any more" in done.stderr.decode()


def test_what_is_neither_file_nor_article_says_so(program: Program) -> None:
    done = program("explain", "nowhere.html")
    assert done.returncode == 2
    assert "there is no file nowhere.html" in done.stderr.decode()


def test_an_address_is_asked_for_politely(program: Program, publisher: DemoPublisher) -> None:
    publisher.set_night(1)
    path = "/news/aule-pegel-bekommt-ein-gesicht-18-11-2026"
    done = program("explain", publisher.origin + path)
    assert done.returncode == 0, done.stderr
    assert "fetched just now" in done.stdout.decode()
    assert publisher.requests.of_night()[0].path == "/robots.txt"


def test_what_robots_txt_forbids_is_not_asked_for(program: Program, publisher: DemoPublisher) -> None:
    publisher.set_night(1)
    done = program("explain", f"{publisher.origin}/news/intern/plan")
    assert done.returncode == 1
    assert "robots.txt forbids" in done.stderr.decode()
    assert "/news/intern/plan" not in [request.path for request in publisher.requests.of_night()]


def test_a_foreign_address_wants_a_contact(program: Program) -> None:
    done = program("explain", "https://example.invalid/x")
    assert done.returncode == 2
    assert "--contact" in done.stderr.decode()
