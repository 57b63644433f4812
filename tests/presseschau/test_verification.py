"""Each fault planted into what a night left behind is named by `status --verify`'s examination."""

import re
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from articles.store import open_store
from crawler.archive.archive import load_page
from presseschau.demo.server import DemoPublisher
from presseschau.verification import Findings, examine
from tests.journeys.program import Program


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output directory of a good night."""
    program = Program(tmp_path_factory.mktemp("night"))
    with DemoPublisher() as publisher:
        assert program.night(1, publisher).returncode == 0
    return program.directory / "output"


@pytest.fixture
def output(night: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(night, tmp_path / "output"))


def examined(output: Path) -> Findings:
    with open_store(output / "presseschau.sqlite") as store:
        return examine(store, output, output / "archive")


def change(path: Path, edit: Callable[[bytes], bytes]) -> None:
    path.write_bytes(edit(path.read_bytes()))


def day_file(output: Path) -> Path:
    (path,) = (output / "articles").glob("*.jsonl")
    return path


def a_topic(output: Path, ending: str) -> Path:
    return min((output / "feeds/topics").glob(f"*.{ending}"))


def alter_store(output: Path, *statements: str) -> None:
    connection = sqlite3.connect(output / "presseschau.sqlite")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_good_night_has_no_faults(output: Path) -> None:
    assert examined(output) == Findings(faults=(), notes=())


FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "a record is missing": (
        lambda output: change(day_file(output), lambda text: text.split(b"\n", 1)[1]),
        r"\.jsonl: revision 1 of tag:.* is missing, or differs",
    ),
    "a record was changed": (
        lambda output: change(day_file(output), lambda text: text.replace(b'"title": "', b'"title": "x', 1)),
        r"\.jsonl: revision 1 of tag:.* is missing, or differs",
    ),
    "a record stands there twice": (
        lambda output: change(day_file(output), lambda text: text + text.split(b"\n", 1)[0] + b"\n"),
        r"\.jsonl: it holds a line that the store does not",
    ),
    "a day's records are gone": (lambda output: day_file(output).unlink(), r"\.jsonl: revision 1 of tag:.* is missing"),
    "a feed is gone": (
        lambda output: a_topic(output, "rss").unlink(),
        r"topics/.*\.rss: it was published, and is gone",
    ),
    "the reader page is gone": (lambda output: (output / "feeds/index.html").unlink(), r"index\.html: .* is gone"),
    "a feed was altered": (
        lambda output: change(a_topic(output, "atom"), lambda text: text.replace(b"<title>", b"<title> ", 1)),
        r"topics/.*\.atom: it is not as it was published",
    ),
    "a feed is cut off": (
        lambda output: change(output / "feeds/all.json", lambda text: text[: len(text) // 2]),
        r"all\.json: it is no whole feed",
    ),
    "a feed has an entry twice": (
        lambda output: change(
            output / "feeds/all.json",
            lambda text: re.sub(
                rb'("items": ?\[)(\s*{.*?}),(?=\s*{\s*"id")', rb"\1\2,\2,", text, count=1, flags=re.DOTALL
            ),
        ),
        r"all\.json: tag:.* stands in it 2 times",
    ),
    "an archived page was altered": (
        lambda output: overwrite_page(output),  # noqa: PLW0108 - it stands below
        r"warc\.gz, byte \d+: .*; there stood http",
    ),
    "the archive is cut off": (
        lambda output: change(archive_file(output), lambda content: content[: len(content) // 2]),
        r"warc\.gz, byte \d+: .*; there stood http",
    ),
    "a day of the archive is gone": (lambda output: archive_file(output).unlink(), r"warc\.gz is gone, and \d+ pages"),
}


def archive_file(output: Path) -> Path:
    (path,) = (output / "archive").iterdir()
    return path


def overwrite_page(output: Path) -> None:
    with open_store(output / "presseschau.sqlite") as store:
        place = next(store.archived_pages()).place
    assert load_page(output / "archive", place).status == 200
    middle = place.offset_bytes + place.length_bytes // 2
    change(output / "archive" / place.file, lambda content: content[:middle] + b"?" + content[middle + 1 :])


@pytest.mark.parametrize("name", FILES)
def test_a_fault_of_a_file_is_named(output: Path, name: str) -> None:
    plant, awaited = FILES[name]
    plant(output)
    faults = examined(output).faults
    assert any(re.search(awaited, fault) for fault in faults), faults


FIRST, SECOND = (f"(SELECT article_key FROM articles ORDER BY article_key LIMIT 1 OFFSET {n})" for n in (0, 1))
PLACE_OF_SECOND = "(SELECT b.offset_bytes, b.length_bytes FROM pages b WHERE b.page_key = 2)"
URL_OF_FIRST = f"(SELECT replace(url, '://www.', '://pages.') FROM article_urls WHERE article_key = {FIRST})"
STORE: dict[str, tuple[tuple[str, ...], str]] = {
    "an article is doubled under another spelling": (
        (f"UPDATE article_urls SET url = {URL_OF_FIRST} WHERE article_key = {SECOND} AND canonical",),
        r"tag:.* and tag:.* are one article: https://pages\.",
    ),
    "an alias leads to no article": (
        (
            "PRAGMA foreign_keys = OFF",
            "INSERT INTO article_urls (url, article_key, canonical) VALUES ('https://example.org/', 99999, 0)",
        ),
        r"row \d+ of article_urls refers to a row of articles that is not there",
    ),
    "a revision is missing": (
        (f"UPDATE revisions SET number = 3 WHERE article_key = {FIRST}",),
        r"tag:.*: its revisions are numbered \[3\]",
    ),
    "a text was changed": (
        (f"UPDATE revisions SET article = replace(article, 'der', 'dem') WHERE article_key = {FIRST}",),
        r"tag:.*, revision 1: its text is not the one that was stored",
    ),
    "nobody asks for an article any more": (
        (f"UPDATE urls SET state = 'gone' WHERE article_key = {FIRST}",),
        r"tag:.*: it is live, and none of its addresses is asked for",
    ),
    "a page is looked for in a file that is lost": (
        ("UPDATE pages SET file = '2027-01-01.warc.gz' WHERE page_key = 1",),
        r"2027-01-01\.warc\.gz is gone, and 1 pages with it",
    ),
    "a page is looked for at the place of another": (
        (f"UPDATE pages SET (offset_bytes, length_bytes) = {PLACE_OF_SECOND} WHERE page_key = 1",),
        r"warc\.gz, byte \d+: not the page of http",
    ),
}


@pytest.mark.parametrize("name", STORE)
def test_a_fault_of_the_store_is_named(output: Path, name: str) -> None:
    statements, awaited = STORE[name]
    alter_store(output, *statements)
    faults = examined(output).faults
    assert any(re.search(awaited, fault) for fault in faults), faults


def test_days_deleted_oldest_first_are_no_fault(output: Path) -> None:
    alter_store(output, "UPDATE pages SET file = '2020-01-01.warc.gz' WHERE page_key = 1")
    findings = examined(output)
    assert findings.faults == ()
    (note,) = findings.notes
    assert "2020-01-01.warc.gz is gone, and 1 pages with it" in note


def test_after_a_killed_publication_feeds_may_be_half_written(output: Path) -> None:
    (output / "feeds/.unfinished").touch()
    a_topic(output, "rss").unlink()
    assert examined(output).faults == ()
