"""Which pages a crawl archives, where the store finds them again, and what is left out at the publisher's wish."""

import gzip
from pathlib import Path

import pytest

from articles.model import Revision
from crawler.archive.archive import load_page
from crawler.archive.exchange import Exchange
from tests.crawler.crawling.crawls import Crawls
from tests.crawler.crawling.news_site import Answer, Asked, NewsSite, article_page

HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "archive"


def archived(crawls: Crawls, archive: Path, revision: Revision) -> list[Exchange]:
    """The archived pages of an article, newest first."""
    with crawls.store() as store:
        return [load_page(archive, page.place) for page in store.pages_of(revision.id)]


def answer_with(site: NewsSite, number: int, answer: Answer) -> str:
    """Let one story be answered so; its URL."""
    story = site.stories[number]
    site.answers[story.path] = lambda _: answer
    return story.url


def test_every_article_is_found_with_its_page(crawls: Crawls, site: NewsSite, archive: Path) -> None:
    crawls(archive=str(archive))
    bodies = {story.url: article_page(story) for story in site.stories}
    assert len(crawls.stored()) == len(bodies)
    for revision in crawls.stored():
        (page,) = archived(crawls, archive, revision)
        assert (page.url, page.body, page.at) == (revision.url, bodies[revision.url], revision.fetched_at)
    assert [path.name for path in archive.iterdir()] == ["2026-11-20.warc.gz"]


def test_a_page_is_archived_again_when_it_changed(crawls: Crawls, site: NewsSite, archive: Path) -> None:
    crawls(archive=str(archive))
    answer_with(site, 0, Answer(body=article_page(site.stories[0]).replace(b"Absatz", b"Abschnitt")))
    crawls(archive=str(archive))
    pages = {str(revision.url): archived(crawls, archive, revision) for revision in crawls.stored()}
    assert len(pages.pop(site.stories[0].url)) == 2
    assert {len(each) for each in pages.values()} == {1}
    assert sorted(path.name for path in archive.iterdir()) == ["2026-11-20.warc.gz", "2026-11-21.warc.gz"]


def test_a_compressed_page_is_archived_decoded(crawls: Crawls, site: NewsSite, archive: Path) -> None:
    body = article_page(site.stories[0])
    zipped = gzip.compress(body, mtime=0)
    url = answer_with(site, 0, Answer(body=zipped, headers={"Content-Encoding": "gzip"}))
    crawls(archive=str(archive))
    (revision,) = (revision for revision in crawls.stored() if revision.url == url)
    (page,) = archived(crawls, archive, revision)
    assert page.body == body
    assert "Content-Encoding" not in dict(page.headers)
    assert dict(page.wire_headers) == {"Content-Encoding": "gzip", "Content-Length": str(len(zipped))}


def test_a_page_that_should_have_been_an_article_is_archived(crawls: Crawls, site: NewsSite, archive: Path) -> None:
    url = answer_with(site, 0, Answer(body=b"<html><title>Bald</title><h1>Bald</h1></html>"))
    crawls(archive=str(archive))
    with crawls.store() as store:
        (page,) = (each for each in store.pages_to_separate(separation="another") if each.memory.url == url)
    assert page.article_id is None
    assert b"Bald" in load_page(archive, page.place).body


@pytest.mark.parametrize(
    ("head", "headers"),
    [
        ("<meta name='robots' content='index, NOARCHIVE'>", {}),
        ("", {"X-Robots-Tag": "noarchive"}),
        ("<meta name='tdm-reservation' content='1'>", {}),
        ("", {"TDM-Reservation": "1"}),
    ],
)
def test_what_is_reserved_is_not_archived(
    crawls: Crawls, site: NewsSite, archive: Path, head: str, headers: dict[str, str]
) -> None:
    page = article_page(site.stories[0]).replace(
        b"<head>", b"<head>" + head.encode() + b"<meta name=mark content=kept>"
    )
    answer_with(site, 0, Answer(body=page, headers=headers))
    crawls(archive=str(archive))
    (file,) = archive.iterdir()
    records = gzip.decompress(file.read_bytes())
    assert site.stories[1].url.encode() in records
    assert site.stories[0].url.encode() not in records
    assert b"name=mark" not in records


def test_the_words_alone_reserve_nothing(crawls: Crawls, site: NewsSite, archive: Path) -> None:
    url = answer_with(site, 0, Answer(body=article_page(site.stories[0]).replace(b"Absatz", b"noarchive")))
    crawls(archive=str(archive))
    (revision,) = (revision for revision in crawls.stored() if revision.url == url)
    assert len(archived(crawls, archive, revision)) == 1


def test_without_an_archive_nothing_is_kept(crawls: Crawls, site: NewsSite, archive: Path) -> None:
    crawls()
    assert not archive.exists()
    assert {len(archived(crawls, archive, revision)) for revision in crawls.stored()} == {0}


def test_a_redirected_article_is_archived_where_it_answered(crawls: Crawls, site: NewsSite, archive: Path) -> None:
    first, second = site.stories[0], site.stories[1]
    moved = first.path.replace("geschichte", "umgezogen")

    def move(asked: Asked) -> Answer:
        return Answer(301, headers={"Location": moved})

    site.answers[first.path] = move
    site.answers[moved] = lambda _: Answer(body=article_page(first))
    crawls(archive=str(archive))
    (revision,) = (revision for revision in crawls.stored() if revision.url.endswith(moved))
    (page,) = archived(crawls, archive, revision)
    assert page.url == revision.url
    with crawls.store() as store:
        (known,) = store.pages_of(revision.id)
    assert known.memory.url == first.url
    assert second.url in {each.url for each in crawls.stored()}


def test_an_archive_that_cannot_be_written_is_a_fault_and_loses_nothing(
    crawls: Crawls, site: NewsSite, archive: Path
) -> None:
    archive.write_text("a file where a directory must be")
    outcome = crawls(archive=str(archive))
    assert "FileExistsError" in outcome["fault"] or "NotADirectoryError" in outcome["fault"]
    assert crawls.stored() == []
    archive.unlink()
    crawls(archive=str(archive))
    assert len(crawls.stored()) == len(site.stories)
