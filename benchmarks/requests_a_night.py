"""How many requests a night costs, beside the fewest that could do.

Usage: python -m benchmarks.requests_a_night

A site on loopback with five listings, a news sitemap and a feed publishes 25 articles a day; conditional requests are
answered by 304. After a week of nights the requests of three kinds of nights are counted. The fewest possible are: of
each listing the pages down to the first that shows nothing new, the new articles, and the known articles that were due.
"""

import sys
import tempfile
from datetime import datetime, timedelta
from functools import partial
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

PER_DAY = 25
DAYS = 14
PAGE_SIZE = 10
TOPIC_EVERY = {"/news/c/politik": 2, "/news/c/cdu-csu": 4, "/news/c/spd": 5, "/news/c/wahlen": 8, "/news": 1}
"""Each listing shows every so manieth article."""


class Site(NewsSite):
    """Listings that differ, validators on everything, a sitemap and a feed."""

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
        if start in LISTINGS:
            return self._page(start, int(number or 1))
        if asked.path == "/robots.txt":
            return Answer(body=f"User-agent: *\nSitemap: {CANONICAL}/news-sitemap.xml\n".encode())
        if asked.path == "/news-sitemap.xml":
            urls = "".join(
                f"<url><loc>{story.url}</loc><n:news><n:publication_date>{story.published_at.isoformat()}"
                "</n:publication_date></n:news></url>"
                for story in self.stories[: 2 * PER_DAY]
            )
            body = f"<urlset xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'>{urls}</urlset>"
            return Answer(body=body.encode(), headers={"Content-Type": "application/xml"})
        if asked.path == "/feed":
            items = "".join(f"<item><link>{story.url}</link></item>" for story in self.stories[:20])
            body = f"<rss version='2.0'><channel>{items}</channel></rss>"
            return Answer(body=body.encode(), headers={"Content-Type": "application/rss+xml"})
        found = [story for story in self.stories if story.path == asked.path]
        return Answer(body=article_page(found[0])) if found else Answer(404)

    def _page(self, start: str, number: int) -> Answer:
        shown = self.published(start)
        part = shown[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        more = f"{start}/seite/{number + 1}" if len(shown) > number * PAGE_SIZE else None
        page = listing_page(part, next_path=more)
        link = b"<link rel=alternate type=application/rss+xml href=/feed><body>"
        return Answer(body=page.replace(b"<body>", link)) if part else Answer(404)


def day_of(number: int, count: int = PER_DAY) -> list[Story]:
    """The articles of the day before night `number`, newest first."""
    night = NIGHT + timedelta(days=number)
    gap = timedelta(hours=20) / max(count, 1)
    return [Story(f"tag-{number}-artikel-{n}", night - timedelta(hours=2) - n * gap) for n in range(count)]


def fewest(site: Site, crawls: Crawls, new: list[Story], at: datetime) -> dict[str, int]:
    """The requests that no crawler could do without."""
    pages = 0
    for start in LISTINGS:
        shown = site.published(start)
        fresh = sum(story in new for story in shown)
        pages += min(fresh // PAGE_SIZE + 1 + (fresh % PAGE_SIZE > 0), -(-len(shown) // PAGE_SIZE))
    with crawls.store() as store:
        due = len(store.due("kettner", now=at))
    return {"listings": pages, "new articles": len(new), "due again": due}


def measure(label: str, site: Site, crawls: Crawls, new: list[Story], at: datetime) -> None:
    site.stories = new + site.stories
    needed = fewest(site, crawls, new, at)
    site.forget()
    outcome = crawls(at=at)
    asked, least = len(site.asked), sum(needed.values())
    kinds = {kind: count for kind, count in outcome["requests"].items() if count}
    over = 100 * (asked / least - 1)
    print(f"{label}: {asked} requests {kinds}, fewest {least} {needed}, {over:+.1f} %")


def main() -> None:
    say = partial(print, file=sys.stderr)
    with tempfile.TemporaryDirectory() as directory, Site([], page_size=PAGE_SIZE) as site:
        site.stories = [story for number in range(0, -DAYS, -1) for story in day_of(number)]
        crawls = Crawls(Path(directory), site)
        for number in range(7):
            if number:
                site.stories = day_of(number) + site.stories
            crawls(at=NIGHT + timedelta(days=number))
            say(f"night {number} done")
        measure("25 new", site, crawls, day_of(7), NIGHT + timedelta(days=7))
        measure("25 new", site, crawls, day_of(8), NIGHT + timedelta(days=8))
        measure("5 new", site, crawls, day_of(9, 5), NIGHT + timedelta(days=9))
        measure("idle", site, crawls, [], NIGHT + timedelta(days=10))
        measure("idle, second in a row", site, crawls, [], NIGHT + timedelta(days=11))
        measure("idle, six hours later", site, crawls, [], NIGHT + timedelta(days=11, hours=6))


if __name__ == "__main__":
    main()
