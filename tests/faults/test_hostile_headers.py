"""Headers that lie or mean nothing, on two nights: what they say of a page is dropped, and the page is had."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from articles.identity import CanonicalUrl
from tests.crawler.crawling.crawls import Crawls
from tests.crawler.crawling.news_site import Answer, Asked, NewsSite, article_page, stories

HEADERS: dict[str, dict[str, str]] = {
    "an ETag as long as a text": {"ETag": '"' + "x" * 9000 + '"'},
    "an ETag of bytes that are no text": {"ETag": '"\xff\xfe\x80"'},
    "an ETag with control characters": {"ETag": '"a\x00\x07\x1bb"'},
    "an ETag without quotes": {"ETag": "W/ab c, d"},
    "an empty ETag": {"ETag": ""},
    "a Last-Modified that is no date": {"Last-Modified": "gestern \xe4bend"},
    "a Last-Modified in the future": {"Last-Modified": "Fri, 31 Dec 9999 23:59:59 GMT"},
    "a Date that is none": {"Date": "Mon, 99 Foo 99999 99:99:99 +999999999999999999"},
    "no media type": {"Content-Type": ""},
    "a media type that goes on and on": {"Content-Type": "text/html; " + "a=b; " * 1500},
    "a charset of bytes that are no text": {"Content-Type": "text/html; charset=\xff\xfe"},
    "a charset with a quote that is left open": {"Content-Type": 'text/html; charset="utf-8'},
    "robots directives that are none": {"X-Robots-Tag": ":,,;:max-snippet:,\xff" * 300},
    "a reservation that is none": {"TDM-Reservation": "1e9\xff", "TDM-Policy": "javascript:alert(1)"},
    "a Retry-After beyond all numbers": {"Retry-After": "Mon, 01 Jan 2024 00:00:00 +999999999999999999"},
    "a Retry-After that has passed": {"Retry-After": "Thu, 01 Jan 1970 00:00:00 GMT"},
    "a Retry-After that is no time": {"Retry-After": "\xb2,5 Tage"},
    "a cookie as long as a text": {"Set-Cookie": "a=" + "b" * 9000 + "; Domain=.com"},
    "a link header that is none": {"Link": "<<>>;;rel=canonical," * 400},
    "a Location without a redirect": {"Location": "http://10.0.0.1/"},
    "a Refresh": {"Refresh": "0; url=http://10.0.0.1/"},
}


def answer(page: bytes, headers: dict[str, str], _: Asked) -> Answer:
    return Answer(body=page, headers=headers)


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What two nights came to, and the stories by fault that are stored after each."""
    directory: Path = tmp_path_factory.mktemp("headers")
    with NewsSite(stories(len(HEADERS) + 1), page_size=50) as site:
        urls = dict(zip(HEADERS, (story.url for story in site.stories), strict=False))
        for headers, story in zip(HEADERS.values(), site.stories, strict=False):
            site.answers[story.path] = partial(answer, article_page(story), headers)
        crawls = Crawls(directory, site)
        outcomes = [crawls(), crawls()]
        stored = {revision.url: revision.number for revision in crawls.stored()}
    return {"outcomes": outcomes, "numbers": {name: stored.get(CanonicalUrl(url)) for name, url in urls.items()}}


@pytest.mark.parametrize("name", HEADERS)
def test_the_page_is_had_and_stays_one_revision(nights: dict[str, Any], name: str) -> None:
    assert nights["numbers"][name] == 1


def test_no_night_is_at_fault(nights: dict[str, Any]) -> None:
    for outcome in nights["outcomes"]:
        assert (outcome["fault"], outcome["alarms"]) == (None, [])
        assert outcome["outcomes"]["rejected"] == 0


def test_a_host_that_wants_to_be_left_alone_for_ever(crawls: Crawls, site: NewsSite) -> None:
    """It is given up for this run, and nothing that is said of it is more than a number."""
    site.answers[site.stories[3].path] = lambda _: Answer(503, headers={"Retry-After": "9" * 400})
    outcome = crawls()
    assert outcome["fault"] is None
    assert all(seconds < 10**9 for seconds in outcome["held_seconds"].values())
    site.answers.clear()
    crawls()
    assert len(crawls.stored()) == 12
