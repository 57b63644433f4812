"""Sitemaps and feeds that lie, never end or mean harm: each is named, and what a whole one beside them names is had.

All of them stand in one robots.txt and are asked in a single crawl.
"""

import gzip
import resource
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.crawler.crawling.crawls import Crawls
from tests.crawler.crawling.news_site import CANONICAL, NIGHT, Answer, NewsSite, Story, article_page, stories

UNLISTED = Story("steht-in-keiner-liste", NIGHT - timedelta(hours=5))
NAMED = f"<url><loc>{UNLISTED.url}</loc><lastmod>{UNLISTED.published_at.isoformat()}</lastmod></url>"
LAUGHS = "<!ENTITY a 'ha ha ha ha '>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
)
BOMB = f"<!DOCTYPE z [{LAUGHS}]><urlset><url><loc>&j;</loc></url></urlset>"
ATTRIBUTE_BOMB = f"<!DOCTYPE z [{LAUGHS}]><rss><channel><item><link href='&j;'/></item></channel></rss>"
SQUARE = f"<!DOCTYPE z [<!ENTITY a '{'x' * 100_000}'>]><urlset><url><loc>{'&a;' * 20_000}</loc></url></urlset>"
NOTHING = b"<urlset></urlset>"


def ever_more() -> Iterator[bytes]:
    yield b"<urlset>"
    while True:
        yield b"<url><loc>https://www.kettner-edelmetalle.de/news/a-01-01-2020</loc></url>" * 1000


def xml(text: str, encoding: str = "utf-8") -> Callable[[str], Answer]:
    return lambda _: Answer(body=text.encode(encoding), headers={"Content-Type": "application/xml"})


def stealing(secret: str) -> Callable[[str], Answer]:
    return xml(f"<!DOCTYPE z [<!ENTITY s SYSTEM '{secret}'>]><urlset><url><loc>&s;</loc></url></urlset>")


def calling(address: str) -> Answer:
    """A document type, a style sheet and an inclusion, each at another server; what it names is plain."""
    head = f"<?xml-stylesheet href='{address}/style.xsl' type='text/xsl'?><!DOCTYPE urlset SYSTEM '{address}/z.dtd'>"
    body = f"{head}<urlset xmlns:i='http://www.w3.org/2001/XInclude'><i:include href='{address}/i.xml'/></urlset>"
    return Answer(body=body.encode())


REJECTED: dict[str, Callable[[str], Answer]] = {
    "a bomb of entities": xml(BOMB),
    "a bomb of one long entity": xml(SQUARE),
    "a file of this machine": stealing("file:///etc/passwd"),
    "a gzip bomb": lambda _: Answer(body=gzip.compress(b"<urlset>" + b" " * 64 * 1024 * 1024)),
    "a gzip bomb in gzip": lambda _: Answer(body=gzip.compress(gzip.compress(b" " * 256 * 1024 * 1024))),
    "gzip that is cut off": lambda _: Answer(body=gzip.compress(NOTHING * 999)[:40]),
    "no end": lambda _: Answer(pieces=ever_more()),
    "more entries than any sitemap has": xml(f"<urlset>{'<url><loc>/a</loc></url>' * 50_001}</urlset>"),
    "a web page": lambda _: Answer(body=b"<html><body>Startseite</body></html>"),
    "noise": lambda _: Answer(body=bytes(range(256)) * 99),
    "nothing": lambda _: Answer(body=b""),
    "a redirect to itself": lambda path: Answer(302, headers={"Location": path}),
    "a redirect to a file": lambda _: Answer(302, headers={"Location": "file:///etc/passwd"}),
}
HARMLESS: dict[str, Callable[[str], Answer]] = {
    "a bomb of entities in UTF-16": xml("<?xml version='1.0' encoding='utf-16'?>" + BOMB, "utf-16"),
    "a bomb of entities in an attribute, packed": lambda _: Answer(body=gzip.compress(ATTRIBUTE_BOMB.encode())),
    "a bomb of entities, packed": lambda _: Answer(body=gzip.compress(BOMB.encode())),
    "elements in elements without end": xml("<urlset>" + "<url>" * 100_000),
    "an index of itself, over and over": xml(
        "<sitemapindex>"
        + "".join(f"<sitemap><loc>{CANONICAL}/news-{n}.xml</loc></sitemap>" for n in range(20_000))
        + "</sitemapindex>"
    ),
    "addresses that are none": xml(
        "<urlset><url><loc>http://[</loc></url><url><loc>javascript:alert(1)</loc></url><url><loc/></url></urlset>"
    ),
    "times that are none": xml(
        f"<urlset>{NAMED.replace('2026', '99999')}{NAMED.replace('2026-11', '2026-99')}</urlset>"
    ),
    "control characters": xml(f"<urlset>\x01\x0b{NAMED}\x00</urlset>".replace("kettner", "ket\x02tner")),
}
"""Nothing comes of these, or what makes sense in them."""


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What one crawl came to, what each source was taken for, and what another server was asked for."""
    directory: Path = tmp_path_factory.mktemp("sources")
    with NewsSite(stories(12), page_size=50) as site, NewsSite([]) as other:
        faults = {**REJECTED, **HARMLESS, "calls": lambda _: calling(other.origin)}
        paths = {name: f"/karte-{number}.xml" for number, name in enumerate(faults)}
        for name, fault in faults.items():
            site.answers[paths[name]] = lambda asked, fault=fault: fault(asked.path)  # type: ignore[misc]
        site.answers["/ganz.xml"] = xml(f"<urlset>{NAMED}</urlset>")  # type: ignore[assignment]
        site.answers[UNLISTED.path] = lambda _: Answer(body=article_page(UNLISTED))
        flood = [f"/flut-{number}.xml" for number in range(5000)]
        named = "".join(f"Sitemap: {CANONICAL}{path}\n" for path in [*paths.values(), "/ganz.xml", *flood])
        site.robots = Answer(body=f"User-agent: *\nAllow: /\n{named}".encode())
        crawls = Crawls(directory, site)
        # On Linux a process starts with the peak of the one that started it, and these tests may be large by now.
        own_peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        crawls.settings |= {"PRESSESCHAU_SOURCE_LIMIT": 99, "DOWNLOAD_TIMEOUT": 20, "RETRY_TIMES": 0}
        crawls.settings |= {"MEMUSAGE_LIMIT_MB": max(300, own_peak_mb + 100), "MEMUSAGE_CHECK_INTERVAL_SECONDS": 1}
        outcome = crawls()
    with crawls.store() as store:
        known_count = len(store.sources("kettner"))
    results = {source["url"]: source["result"] for source in outcome["sources"]}
    return {
        "outcome": outcome,
        "results": {name: results.get(CANONICAL + path) for name, path in paths.items()},
        "elsewhere": [asked.path for asked in other.asked],
        "stored": {revision.url for revision in crawls.stored()},
        "asked": [asked.path for asked in site.asked],
        "known_count": known_count,
    }


@pytest.mark.parametrize("name", REJECTED)
def test_it_is_turned_down_with_a_reason(crawled: dict[str, Any], name: str) -> None:
    assert crawled["results"][name] not in (None, "", "read", "not modified")


@pytest.mark.parametrize("name", HARMLESS)
def test_it_does_no_harm(crawled: dict[str, Any], name: str) -> None:
    assert crawled["results"][name]


def test_nothing_is_asked_elsewhere(crawled: dict[str, Any]) -> None:
    assert crawled["elsewhere"] == []
    assert crawled["results"]["calls"] == "read"


def test_the_night_goes_on(crawled: dict[str, Any]) -> None:
    outcome = crawled["outcome"]
    assert (outcome["fault"], outcome["alarms"]) == (None, [])
    assert UNLISTED.url in crawled["stored"]
    assert len(crawled["stored"]) == 13
    assert sum(path.startswith("/news-") for path in crawled["asked"]) <= 99, "an index does not open a flood"
    assert crawled["known_count"] < 500, "nor does robots.txt"
