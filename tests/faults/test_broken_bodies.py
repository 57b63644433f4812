"""Bodies that lie, never end or fall apart, one story each in a single crawl: each is named, and the rest is had."""

import gzip
import random
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import brotli
import pytest

from tests.crawler.crawling.crawls import Crawls
from tests.crawler.crawling.news_site import Answer, NewsSite, article_page, stories

IS_OVER = threading.Event()
LIMIT = 2 * 1024 * 1024
HUGE = b"<p>" + b"Ein Satz. " * (LIMIT // 8)
PAGE = article_page(stories(1)[0]) + b"".join(b"<p>%d Worte.</p>" % (number**3) for number in range(300))
ZIPPED = gzip.compress(PAGE)
XML_BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "ha ha ha ha ">'
    + b"".join(b'<!ENTITY %c "%b">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><html xmlns='http://www.w3.org/1999/xhtml'><body><h1>&j;</h1><p>&j;</p></body></html>"
)


def ever_more() -> Iterator[bytes]:
    while True:
        yield b"<p>Noch ein Absatz.</p>" * 2000


def ever_more_packed() -> Iterator[bytes]:
    """Incompressible, so that what comes over the wire is too much."""
    packing = zlib.compressobj(wbits=31)
    noise = random.Random(1).randbytes(1 << 16)
    while True:
        yield packing.compress(noise)


def drop_by_drop(is_over: threading.Event) -> Iterator[bytes]:
    while not is_over.wait(0.2):
        yield b"x"


def cut_off(page: bytes) -> Iterator[bytes]:
    yield page[: len(page) // 2]
    raise ConnectionAbortedError


def packed(body: bytes, encoding: str) -> Answer:
    return Answer(body=body, headers={"Content-Encoding": encoding})


def streamed(pieces: Iterable[bytes], **headers: str) -> Answer:
    return Answer(pieces=pieces, headers=headers)


REJECTED: dict[str, Callable[[], Answer]] = {
    "a giant page": lambda: Answer(body=HUGE),
    "a giant page that does not say so": lambda: streamed([HUGE[:LIMIT], HUGE]),
    "a body without end": lambda: streamed(ever_more()),
    "a packed body without end": lambda: streamed(ever_more_packed(), **{"Content-Encoding": "gzip"}),
    "a gzip bomb": lambda: packed(gzip.compress(HUGE), "gzip"),
    "a gzip bomb in gzip": lambda: packed(gzip.compress(gzip.compress(HUGE * 4)), "gzip, gzip"),
    "a brotli bomb": lambda: packed(brotli.compress(HUGE, quality=1), "br"),
    "a deflate bomb": lambda: packed(zlib.compress(HUGE), "deflate"),
    "gzip cut to its head": lambda: packed(ZIPPED[:12], "gzip"),
    "gzip cut in the middle": lambda: packed(ZIPPED[: len(ZIPPED) // 2], "gzip"),
    "gzip with a wrong checksum": lambda: packed(ZIPPED[:-8] + b"12345678", "gzip"),
    "brotli cut in the middle": lambda: packed(brotli.compress(PAGE)[:200], "br"),
    "deflate cut in the middle": lambda: packed(zlib.compress(PAGE)[:200], "deflate"),
    "gzip that is none": lambda: packed(PAGE, "gzip"),
    "an encoding nobody knows": lambda: packed(PAGE, "compress"),
    "noise called brotli": lambda: packed(bytes(range(256)) * 9, "br"),
    "noise called HTML": lambda: Answer(body=bytes(range(256)) * 9),
    "an XML bomb": lambda: Answer(body=XML_BOMB, headers={"Content-Type": "application/xhtml+xml"}),
    "nothing but tags": lambda: Answer(body=b"<html><h1>Titel</h1>" + b"<li>a" * 70_000),
    "nothing": lambda: Answer(body=b""),
}
FAILED: dict[str, Callable[[], Answer]] = {
    "chunks that stop in the middle": lambda: streamed(cut_off(HUGE[:9000])),
    "a body drop by drop": lambda: streamed(drop_by_drop(IS_OVER)),
}


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What one crawl came to: its outcome, the state and reason by fault, and what is kept in quarantine."""
    faults = REJECTED | FAILED
    directory: Path = tmp_path_factory.mktemp("bodies")
    with NewsSite(stories(len(faults) + 2), page_size=50) as site:
        urls = dict(zip(faults, (story.url for story in site.stories), strict=False))
        for (_, fault), story in zip(faults.items(), site.stories, strict=False):
            site.answers[story.path] = lambda _, fault=fault: fault()  # type: ignore[misc]
        crawls = Crawls(directory, site)
        crawls.settings |= {"DOWNLOAD_MAXSIZE": LIMIT, "DOWNLOAD_TIMEOUT": 6, "RETRY_TIMES": 0}
        crawls.settings["PRESSESCHAU_QUARANTINE"] = str(directory / "quarantine")
        outcome = crawls()
        IS_OVER.set()
    with crawls.store() as store:
        reasons = {url: reason for _, url, reason in store.rejections_of_run("run-1")}
        open_urls = {memory.url for memory in store.pending("kettner")}
    return {
        "outcome": outcome,
        "reasons": {name: reasons.get(url) for name, url in urls.items()},  # type: ignore[call-overload]
        "open": {name for name, url in urls.items() if url in open_urls},
    }


@pytest.mark.parametrize("name", REJECTED)
def test_it_is_a_rejection_with_a_reason(crawled: dict[str, Any], name: str) -> None:
    assert crawled["reasons"][name]


@pytest.mark.parametrize("name", FAILED)
def test_it_stays_open_for_the_next_run(crawled: dict[str, Any], name: str) -> None:
    assert name in crawled["open"]


def test_the_night_goes_on(crawled: dict[str, Any]) -> None:
    outcome = crawled["outcome"]
    assert outcome["fault"] is None
    assert outcome["outcomes"]["created"] == 2
    assert outcome["outcomes"]["rejected"] == len(REJECTED)
    assert outcome["outcomes"]["failed"] == len(FAILED)
