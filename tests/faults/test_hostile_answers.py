"""Answers that a server should not give: one page less, or none, and the night goes on.

Bodies that lie or break off stand in `test_broken_bodies`, redirects in `test_redirects`, listings in `test_listings`.
"""

import gzip
import resource
import threading
import zlib
from collections.abc import Callable
from datetime import timedelta

import brotli
import pytest

from tests.crawler.crawling.crawls import Crawls
from tests.crawler.crawling.news_site import (
    CANONICAL,
    NIGHT,
    Answer,
    Asked,
    NewsSite,
    Story,
    article_page,
    listing_page,
)

BOMB = b"<p>" + b"x" * 48 * 1024 * 1024
UMLAUTS = "Die Brücke über die Aule wird im Frühjahr für drei Wochen gesperrt."


def test_a_server_that_says_nothing(crawls: Crawls, site: NewsSite) -> None:
    crawls.settings |= {"DOWNLOAD_TIMEOUT": 6, "RETRY_TIMES": 0}
    is_over = threading.Event()

    def wait(_: Asked) -> Answer:
        is_over.wait(60)
        return Answer(503)

    site.answers[site.stories[0].path] = wait
    outcome = crawls()
    is_over.set()
    assert (outcome["outcomes"]["created"], outcome["outcomes"]["failed"]) == (11, 1)
    del site.answers[site.stories[0].path]
    assert crawls()["outcomes"]["created"] == 1


def test_a_body_that_is_cut_off(crawls: Crawls, site: NewsSite) -> None:
    page = article_page(site.stories[0])
    headers = {"Content-Length": str(len(page)), "Connection": "close"}
    site.answers[site.stories[0].path] = lambda _: Answer(body=page[: len(page) // 2], headers=headers)
    outcome = crawls()
    assert (outcome["outcomes"]["created"], outcome["outcomes"]["failed"]) == (11, 1)
    del site.answers[site.stories[0].path]
    assert crawls()["outcomes"]["created"] == 1


@pytest.mark.parametrize(
    ("content_type", "charset"),
    [
        ("text/html", "utf-8"),
        ("text/html", "cp1252"),
        ("text/html; charset=utf-8", "cp1252"),
        ("text/html; charset=iso-8859-1", "utf-8"),
        ("text/html; charset=no-such-charset", "utf-8"),
        ("text/html; charset=utf-16", "utf-8"),
    ],
)
def test_missing_and_lying_charsets(crawls: Crawls, site: NewsSite, content_type: str, charset: str) -> None:
    story = Story(site.stories[0].slug, site.stories[0].published_at, UMLAUTS)
    body = article_page(story).decode().encode(charset)
    site.answers[story.path] = lambda _: Answer(body=body, headers={"Content-Type": content_type})
    assert crawls()["outcomes"]["created"] == 12
    (stored,) = [revision.article for revision in crawls.stored() if revision.url == story.url]
    assert UMLAUTS in stored.text


@pytest.mark.parametrize("pack", [gzip.compress, brotli.compress, zlib.compress], ids=["gzip", "br", "deflate"])
def test_a_bomb(crawls: Crawls, site: NewsSite, pack: Callable[[bytes], bytes]) -> None:
    encoding = {gzip.compress: "gzip", brotli.compress: "br"}.get(pack, "deflate")
    bomb = pack(BOMB)
    assert len(bomb) < 1024 * 1024
    site.answers[site.stories[0].path] = lambda _: Answer(body=bomb, headers={"Content-Encoding": encoding})
    # On Linux a process starts with the peak of the one that started it, and these tests may be large by now.
    own_peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    crawls.settings["MEMUSAGE_LIMIT_MB"] = max(300, own_peak_mb + 60)
    outcome = crawls()
    assert outcome["fault"] is None
    assert (outcome["outcomes"]["created"], outcome["outcomes"]["rejected"]) == (11, 1)


def test_thousands_of_topics(crawls: Crawls, site: NewsSite) -> None:
    links = "".join(f"<a href='/news/c/thema-{number}'>#THEMA{number}</a> " for number in range(5000))
    page = article_page(site.stories[0]).replace(b"</body>", f"<div>Themen: {links}</div></body>".encode())
    site.answers[site.stories[0].path] = lambda _: Answer(body=page)
    outcome = crawls()
    assert outcome["fault"] is None
    assert outcome["outcomes"]["created"] == 12


def test_control_characters(crawls: Crawls, site: NewsSite) -> None:
    page = article_page(site.stories[0]).replace(b"Absatz", b"Ab\x00satz \x01\x0b\x1b[31m&#1;&#11;\xef\xbf\xbe")
    listing = listing_page(site.stories, next_path=None).replace(b"Titel", b"Ti\x07tel\x00 &#8;")
    site.answers[site.stories[0].path] = lambda _: Answer(body=page)
    site.answers["/news"] = lambda _: Answer(body=listing)
    outcome = crawls()
    assert outcome["fault"] is None
    assert outcome["outcomes"]["created"] == 12
    crawls()


def test_the_clock_is_set_back_between_runs(crawls: Crawls, site: NewsSite) -> None:
    late, new = site.stories[0], site.stories[1]
    site.stories = [story for story in site.stories if story is not new]
    crawls(at=NIGHT.replace(month=12))
    site.stories.insert(1, new)
    edited = article_page(Story(late.slug, late.published_at, "Ein ganz anderer Absatz, der jetzt hier steht."))
    site.answers[late.path] = lambda _: Answer(body=edited)
    outcome = crawls(at=NIGHT)
    assert outcome["fault"] is None
    assert outcome["outcomes"]["created"] == 1
    crawls(at=NIGHT.replace(year=2027))
    (revision,) = [revision for revision in crawls.stored() if revision.url == late.url]
    assert (revision.number, len(crawls.stored())) == (2, 12)
    with crawls.store() as store:
        first, second = store.history(revision.id)
        assert first.updated_at < second.updated_at
        assert store.find_faults() == ()


def test_a_night_by_a_clock_that_is_a_year_ahead(crawls: Crawls, site: NewsSite) -> None:
    """What it put down as checked is due by the right clock, not a year later: articles, and sitemaps too."""
    sitemap = Answer(body=b"<urlset/>", headers={"Content-Type": "application/xml"})
    site.robots = Answer(body=f"Sitemap: {CANONICAL}/sitemap.xml\n".encode())
    site.answers["/sitemap.xml"] = lambda _: sitemap
    crawls(at=NIGHT.replace(year=2027))
    late = site.stories[0]
    edited = article_page(Story(late.slug, late.published_at, "Ein ganz anderer Absatz, der jetzt hier steht."))
    site.answers[late.path] = lambda _: Answer(body=edited)
    site.forget()
    outcome = crawls(at=NIGHT)
    assert (outcome["outcomes"]["revised"], outcome["outcomes"]["unchanged"]) == (1, 11)
    assert "/sitemap.xml" in [asked.path for asked in site.asked]
    site.forget()
    assert crawls(at=NIGHT - timedelta(hours=1))["outcomes"]["revised"] == 0, "an hour back is nothing"


@pytest.mark.parametrize(("month", "day"), [(10, 25), (3, 29)], ids=["twice", "never"])
def test_the_hour_that_comes_twice_and_the_one_that_never_comes(
    crawls: Crawls, site: NewsSite, month: int, day: int
) -> None:
    """Listings and pages tell minutes of the publisher's clock, which is put back or forward that night."""
    switched = NIGHT.replace(month=month, day=day, hour=2, minute=30)
    site.stories[0] = Story("in-der-nacht-der-umstellung", switched)
    for hours in (0, 25):
        outcome = crawls(at=switched.replace(hour=4) + timedelta(hours=hours))
        assert (outcome["fault"], outcome["alarms"]) == (None, [])
    (revision,) = [revision for revision in crawls.stored() if revision.url == site.stories[0].url]
    assert revision.article.published_at is not None
    off_by = abs(revision.article.published_at - switched)
    assert off_by <= timedelta(hours=1)
    assert revision.number == 1, "it is one moment, however often it is read"
    assert len(crawls.stored()) == 12
