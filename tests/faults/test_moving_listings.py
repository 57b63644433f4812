"""Listings that move while they are read: what crosses a border between two pages is had in the same night.

Five listings move in one crawl, each in a way of its own and with stories of its own.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from tests.crawler.crawling.crawls import Crawls
from tests.crawler.crawling.news_site import LISTINGS, NIGHT, Answer, Asked, NewsSite, Story, listing_page

PAGE_SIZE = 4
Stories = list[Story]
Move = Callable[["MovingSite", Stories], Stories]


def push(number: int) -> Move:
    """So many new ones come on top."""
    return lambda site, shown: [*(site.invent(NIGHT - timedelta(minutes=5)) for _ in range(number)), *shown]


def withdraw(number: int) -> Move:
    """So many are taken away from the second place on."""
    return lambda _, shown: shown[:1] + shown[1 + number :]


def both(number: int) -> Move:
    return lambda site, shown: push(number)(site, withdraw(number)(site, shown))


MOVES: dict[str, tuple[Sequence[int], Move]] = {
    "one is put on top": ([2], push(1)),
    "a page of them is put on top": ([2], push(PAGE_SIZE)),
    "more than a page is put on top": ([2], push(PAGE_SIZE + 2)),
    "some are put on top deep in the walk": ([4], push(3)),
    "one is put on top before every page": ([2, 3, 4, 5], push(1)),
    "one is withdrawn": ([2], withdraw(1)),
    "some are withdrawn": ([2], withdraw(3)),
    "some are withdrawn deep in the walk": ([4], withdraw(2)),
    "more than a page is withdrawn deep in the walk": ([4], withdraw(PAGE_SIZE + 2)),
    "some are withdrawn and as many put on top": ([2, 4], both(2)),
}
"""By what happens: before which pages are answered for the first time, and how the listing moves then."""


class MovingSite(NewsSite):
    """Each listing has stories of its own, and moves when one of its pages is asked for the first time."""

    def __init__(self, moves: Sequence[tuple[Sequence[int], Move]]) -> None:
        super().__init__([], page_size=PAGE_SIZE)
        self._numbers = count()
        self._moves = dict(zip(LISTINGS, moves, strict=True))
        self.moved: set[tuple[str, int]] = set()
        self.shown = {
            start: [self.invent(NIGHT - timedelta(hours=1 + number)) for number in range(5 * PAGE_SIZE + 3)]
            for start in LISTINGS
        }

    def invent(self, published_at: datetime) -> Story:
        story = Story(f"meldung-nummer-{next(self._numbers)}", published_at)
        self.stories.append(story)
        return story

    def answer(self, asked: Asked) -> Answer:
        start, _, number = asked.path.partition("/seite/")
        if start not in LISTINGS:
            return super().answer(asked)
        page = int(number or 1)
        pages, move = self._moves[start]
        with self._lock:
            self.asked.append(asked)
            if page in pages and (start, page) not in self.moved:
                self.moved.add((start, page))
                self.shown[start] = move(self, self.shown[start])
            part = self.shown[start][(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
            has_more = len(self.shown[start]) > page * PAGE_SIZE
        if not part:
            return Answer(404)
        body = listing_page(part, next_path=f"{start}/seite/{page + 1}" if has_more else None)
        etag = f'"{hash(body)}"'
        return Answer(304) if asked.headers.get("If-None-Match") == etag else Answer(body=body, headers={"ETag": etag})


@pytest.fixture(scope="module")
def missing(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """By what happens: the stories a listing shows when the crawl is over and that it did not bring."""
    found: dict[str, list[str]] = {}
    for names in (list(MOVES)[:5], list(MOVES)[5:]):
        directory: Path = tmp_path_factory.mktemp("moving")
        with MovingSite([MOVES[name] for name in names]) as site:
            crawls = Crawls(directory, site)
            outcome = crawls()
            assert all(walk["finished"] for walk in outcome["walks"])
            stored = {revision.url for revision in crawls.stored()}
            for name, start in zip(names, LISTINGS, strict=True):
                assert {number for place, number in site.moved if place == start} == set(MOVES[name][0])
                found[name] = [story.slug for story in site.shown[start] if story.url not in stored]
    return found


@pytest.mark.parametrize("name", MOVES)
def test_everything_shown_is_had_in_the_same_night(missing: dict[str, list[str]], name: str) -> None:
    assert missing[name] == []


def test_a_later_night_finds_what_moved_and_looks_twice_only_then(tmp_path: Path) -> None:
    with MovingSite([((), push(0))] * 4 + [([3], both(2))]) as site:
        crawls = Crawls(tmp_path, site)
        crawls()
        for number, start in enumerate(LISTINGS):
            site.shown[start] = push(number if number < PAGE_SIZE else 2 * PAGE_SIZE)(site, site.shown[start])
        site.moved.clear()
        site.forget()
        crawls()
        stored = {revision.url for revision in crawls.stored()}
        assert {story.url for shown in site.shown.values() for story in shown} <= stored
        twice = [path for path in site.asked_listings() if site.asked_listings().count(path) > 1]
        assert set(twice) <= {"/news", "/news/seite/2"}
