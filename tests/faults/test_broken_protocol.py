"""Answers that are no HTTP, or only half: each is one page less, and the night goes on.

One story each in a single crawl, sent over the wire byte by byte.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest

from tests.crawler.crawling.crawls import Crawls
from tests.crawler.crawling.news_site import Answer, Asked, NewsSite, article_page, stories

IS_OVER = threading.Event()
Answering = Callable[[bytes], Iterable[bytes]]
"""The bytes of an answer, from those of the page."""
TYPE = b"Content-Type: text/html; charset=utf-8\r\n"
OK = b"HTTP/1.1 200 OK\r\n" + TYPE


def length(page: bytes) -> bytes:
    return b"Content-Length: %d\r\n" % len(page)


def byte_by_byte(is_over: threading.Event) -> Iterator[bytes]:
    yield OK
    while not is_over.wait(0.2):
        yield b"X"


BROKEN: dict[str, Answering] = {
    "nothing at all": lambda _: (),
    "no HTTP": lambda page: [b"220 mail.example.org ESMTP\r\n"],
    "a page without a head": lambda page: [page],
    "a status that is no number": lambda page: [b"HTTP/1.1 fine OK\r\n\r\n", page],
    "headers cut off": lambda page: [OK[:40]],
    "a header without a colon": lambda page: [OK, b"no colon\r\n", b"\r\n"],
    "a header line without end": lambda page: [OK, b"X-Long: ", *repeat(b"x" * 4096, 2000)],
    "headers without end": lambda page: [OK, *repeat(b"X-More: of them\r\n" * 200, 2000)],
    "headers byte by byte": lambda page: byte_by_byte(IS_OVER),
    "two different lengths": lambda page: [OK, length(page), b"Content-Length: 7\r\n\r\n", page],
    "a length below zero": lambda page: [OK, b"Content-Length: -5\r\n\r\n", page],
    "a length that is no number": lambda page: [OK, b"Content-Length: many\r\n\r\n", page],
    "a length far too great": lambda page: [OK, b"Content-Length: 99999999999999\r\n\r\n", page],
    "chunks that are none": lambda page: [OK, b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", page],
    "a chunk below zero": lambda page: [OK, b"Transfer-Encoding: chunked\r\n\r\n-5\r\n", page],
    "a transfer encoding nobody knows": lambda page: [OK, b"Transfer-Encoding: rot13\r\n\r\n", page],
}
"""None of these is taken for an article."""
ODD: dict[str, Answering] = {
    "more than was announced": lambda page: [OK, length(page), b"\r\n", page, b"<p>" * 100],
    "no length, and the connection's end": lambda page: [OK, b"\r\n", page],
    "words on the way": lambda page: [
        b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n",
        OK,
        length(page),
        b"\r\n",
        page,
    ],
    "a status nobody has heard of": lambda page: [
        b"HTTP/1.1 299 \r\n",
        length(page),
        b"Content-Type: text/html\r\n\r\n",
        page,
    ],
    "no words behind the status": lambda page: [
        b"HTTP/1.1 200\r\n",
        length(page),
        b"Content-Type: text/html\r\n\r\n",
        page,
    ],
    "header names twice": lambda page: [OK, TYPE, length(page), b"\r\n", page],
    "bytes that are no text in a header": lambda page: [OK, b"X-Owner: \xff\xfe\x01\r\n", length(page), b"\r\n", page],
}
"""Whatever these are taken for, nothing breaks."""


def answer(fault: Answering, page: bytes, _: Asked) -> Answer:
    return Answer(raw=fault(page))


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What one crawl came to: its outcome, what became of each fault's story, and the log."""
    faults = BROKEN | ODD
    directory: Path = tmp_path_factory.mktemp("protocol")
    with NewsSite(stories(len(faults) + 2), page_size=50) as site:
        urls = dict(zip(faults, (story.url for story in site.stories), strict=False))
        for fault, story in zip(faults.values(), site.stories, strict=False):
            site.answers[story.path] = partial(answer, fault, article_page(story))
        crawls = Crawls(directory, site)
        crawls.settings |= {"DOWNLOAD_TIMEOUT": 6, "RETRY_TIMES": 0, "PRESSESCHAU_DEAD_HOST_COUNT": 99}
        outcome = crawls()
        IS_OVER.set()
        stored = {revision.url for revision in crawls.stored()}
        site.answers.clear()
        next_outcome = crawls()
        had = {revision.url for revision in crawls.stored()}
    return {
        "outcome": outcome,
        "next": next_outcome,
        "stored": {name for name, url in urls.items() if url in stored},
        "had": {name for name, url in urls.items() if url in had},
    }


@pytest.mark.parametrize("name", BROKEN)
def test_it_is_no_article(crawled: dict[str, Any], name: str) -> None:
    assert name not in crawled["stored"]


@pytest.mark.parametrize("name", BROKEN | ODD)
def test_its_article_is_had_when_the_server_is_well(crawled: dict[str, Any], name: str) -> None:
    assert name in crawled["had"]


def test_the_night_goes_on(crawled: dict[str, Any]) -> None:
    outcome = crawled["outcome"]
    assert outcome["fault"] is None
    assert outcome["outcomes"]["created"] == 2 + len(crawled["stored"])
    settled = sum(outcome["outcomes"][name] for name in ("created", "rejected", "failed"))
    assert settled == len(BROKEN) + len(ODD) + 2, "each came to something"
    assert crawled["next"]["fault"] is None
