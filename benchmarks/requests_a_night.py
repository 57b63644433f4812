"""How many requests a night costs, beside the fewest that could do.

Usage: python -m benchmarks.requests_a_night

Sites on loopback, large and small, have one to five listings, a news sitemap or an index of sitemaps, and a feed;
conditional requests are answered by 304. After two weeks of nights the requests of several kinds of nights are counted.
The fewest possible are: robots.txt and tdmrep.json, which may be a day old and no older; of each listing the pages down
to the first that shows nothing new; the new articles; and the known articles that were due.
"""

import sys
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from tests.crawler.crawling.crawls import Crawls
from tests.crawler.crawling.news_site import (
    CANONICAL,
    LISTINGS,
    NIGHT,
    Answer,
    Asked,
    NewsSite,
    Story,
    article_page,
    listing_page,
)

WARM_NIGHTS = 14
PAGE_SIZE = 10
TOPIC_EVERY = {"/news/c/politik": 2, "/news/c/cdu-csu": 4, "/news/c/spd": 5, "/news/c/wahlen": 8, "/news": 1}
"""Each listing shows every so manieth article."""
SITE_FILES = 2
XML = {"Content-Type": "application/xml"}


@dataclass(frozen=True)
class Size:
    """A kind of site."""

    listing_count: int
    a_day: int
    """How many articles it publishes."""
    has_index: bool
    """True: robots.txt names an index of sitemaps that leads to one of all posts. False: a news sitemap."""


SIZES = (
    Size(5, 25, False),
    Size(2, 8, False),
    Size(2, 8, True),
    Size(1, 3, False),
    Size(1, 1, False),
    Size(1, 1, True),
)


class Site(NewsSite):
    """Listings that differ, validators on everything, sitemaps and a feed."""

    def __init__(self, size: Size) -> None:
        super().__init__([], page_size=PAGE_SIZE)
        self.size = size
        self.starts = LISTINGS[-size.listing_count :]
        self.now = NIGHT

    def published(self, start: str) -> list[Story]:
        every = TOPIC_EVERY[start]
        return [story for number, story in enumerate(reversed(self.stories)) if number % every == 0][::-1]

    def answer(self, asked: Asked) -> Answer:
        answer = self._plain(asked)
        etag = f'"{hash(answer.body)}"'
        with self._lock:
            self.asked.append(asked)
        if answer.status == 200 and asked.headers.get("If-None-Match") == etag:
            return Answer(304, headers={"ETag": etag})
        return Answer(answer.status, answer.body, {**answer.headers, "ETag": etag})

    def _plain(self, asked: Asked) -> Answer:
        start, _, number = asked.path.partition("/seite/")
        if start in self.starts:
            return self._page(start, int(number or 1))
        sitemap = "sitemap_index.xml" if self.size.has_index else "news-sitemap.xml"
        files = {
            "/robots.txt": lambda: f"User-agent: *\nSitemap: {CANONICAL}/{sitemap}\n",
            "/sitemap_index.xml": self._index,
            "/post-sitemap.xml": self._posts,
            "/news-sitemap.xml": self._news,
            "/feed": self._feed,
        }
        if asked.path in files:
            return Answer(body=files[asked.path]().encode(), headers=XML)
        found = [story for story in self.stories if story.path == asked.path]
        return Answer(body=article_page(found[0])) if found else Answer(404)

    def _index(self) -> str:
        changed = max(story.published_at for story in self.stories).isoformat()
        part = f"<sitemap><loc>{CANONICAL}/post-sitemap.xml</loc><lastmod>{changed}</lastmod></sitemap>"
        return f"<sitemapindex>{part}</sitemapindex>"

    def _posts(self) -> str:
        urls = (f"<url><loc>{s.url}</loc><lastmod>{s.published_at.isoformat()}</lastmod></url>" for s in self.stories)
        return f"<urlset>{''.join(urls)}</urlset>"

    def _news(self) -> str:
        urls = "".join(
            f"<url><loc>{story.url}</loc><n:news><n:publication_date>{story.published_at.isoformat()}"
            "</n:publication_date></n:news></url>"
            for story in self.stories
            if story.published_at > self.now - timedelta(days=2)
        )
        return f"<urlset xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'>{urls}</urlset>"

    def _feed(self) -> str:
        items = "".join(
            f"<item><link>{s.url}</link><pubDate>{s.published_at.isoformat()}</pubDate></item>"
            for s in self.stories[:20]
        )
        return f"<rss version='2.0'><channel>{items}</channel></rss>"

    def _page(self, start: str, number: int) -> Answer:
        shown = self.published(start)
        part = shown[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        more = f"{start}/seite/{number + 1}" if len(shown) > number * PAGE_SIZE else None
        page = listing_page(part, next_path=more)
        link = b"<link rel=alternate type=application/rss+xml href=/feed><body>"
        return Answer(body=page.replace(b"<body>", link)) if part else Answer(404)


def day_of(number: int, count: int) -> list[Story]:
    """The articles of the day before night `number`, newest first."""
    night = NIGHT + timedelta(days=number)
    gap = timedelta(hours=20) / max(count, 1)
    return [Story(f"tag-{number}-artikel-{n}", night - timedelta(hours=2) - n * gap) for n in range(count)]


def fewest(site: Site, crawls: Crawls, new: list[Story], at: datetime) -> dict[str, int]:
    """The requests that no crawler could do without."""
    pages = 0
    for start in site.starts:
        shown = site.published(start)
        fresh = sum(story in new for story in shown)
        pages += min(fresh // PAGE_SIZE + 1 + (fresh % PAGE_SIZE > 0), -(-len(shown) // PAGE_SIZE))
    with crawls.store() as store:
        due = len(store.due("kettner", now=at))
    return {"robots.txt, tdmrep.json": SITE_FILES, "listings": pages, "new": len(new), "due again": due}


def measure(label: str, site: Site, crawls: Crawls, new: list[Story], at: datetime) -> None:
    """One night, and a line of the table."""
    site.stories = new + site.stories
    site.now = at
    needed = fewest(site, crawls, new, at)
    site.forget()
    outcome = crawls(at=at)
    asked, least = len(site.asked), sum(needed.values())
    kinds = {kind: count for kind, count in outcome["requests"].items() if count}
    over = 100 * (asked / least - 1)
    print(
        f"  {label}: {asked} requests {kinds}, fewest {least} {needed}, {asked - least:+d}, {over:+.1f} %", flush=True
    )


def measure_site(size: Size) -> None:
    """Two weeks of nights, then those that are counted."""
    with tempfile.TemporaryDirectory() as directory, Site(size) as site:
        print(f"{size.listing_count} listings, {size.a_day} articles a day, {'index' if size.has_index else 'news'}")
        site.stories = [story for number in range(0, -14, -1) for story in day_of(number, size.a_day)]
        crawls = Crawls(Path(directory), site, program=("benchmarks.few_listings_once", str(size.listing_count)))
        for number in range(WARM_NIGHTS):
            site.stories = (day_of(number, size.a_day) if number else []) + site.stories
            site.now = NIGHT + timedelta(days=number)
            crawls(at=site.now)
        nights = [("as many new as ever", size.a_day), ("the same", size.a_day), ("one new", 1)]
        for label, count in [*nights, *((f"idle, night {n}", 0) for n in range(1, 5))]:
            number += 1
            measure(label, site, crawls, day_of(number, count), NIGHT + timedelta(days=number))


def main() -> None:
    for size in SIZES:
        measure_site(size)
        print(f"measured {size}", file=sys.stderr)


if __name__ == "__main__":
    main()
