"""Listings that never end, go in circles or break: the walk over them ends, and the articles are had.

The site has five listings; each goes wrong in another way in one and the same crawl.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.crawler.crawling.crawls import Crawls
from tests.crawler.crawling.news_site import (
    LISTINGS,
    Answer,
    Asked,
    NewsSite,
    Story,
    article_page,
    listing_page,
    stories,
)

LOOPS: dict[str, Callable[[str, int], str]] = {
    "to itself": lambda start, _: f"{start}/seite/2",
    "in a circle": lambda start, round_: f"{start}/seite/{2 + round_ % 3}",
    "under ever new parameters": lambda start, round_: f"{start}/seite/2?runde={round_}",
    "under ever new spellings": lambda start, round_: f"{start}/seite/{'0' * round_}2",
}
ENDLESS = "endless, with ever new entries"
BREAKS = {
    "broken gzip": Answer(body=b"\x1f\x8b\x08 cut", headers={"Content-Encoding": "gzip"}),
    "a redirect loop": Answer(302, headers={"Location": "{self}"}),
    "a redirect to nowhere": Answer(302, headers={"Location": "http://[bad"}),
    "no page": Answer(body=b"%PDF-1.7", headers={"Content-Type": "application/pdf"}),
    "nothing but tags": Answer(body=b"<html>" + b"<div>" * 50_000),
}


def lead(site: NewsSite, start: str, follow: Callable[[Asked], Answer]) -> None:
    """Let a listing's first page lead to a second one that is answered so."""
    first = listing_page(site.stories[:3], next_path=f"{start}/seite/2")
    site.answers[start] = lambda _: Answer(body=first)
    site.answers[f"{start}/seite/2"] = follow


def circling(site: NewsSite, start: str, next_path: Callable[[str, int], str]) -> Callable[[Asked], Answer]:
    rounds = iter(range(1, 100))

    def follow(asked: Asked) -> Answer:
        path = next_path(start, next(rounds))
        site.answers[path] = follow
        return Answer(body=listing_page(site.stories[10:], next_path=path))

    return follow


def inventing(site: NewsSite, start: str) -> Callable[[Asked], Answer]:
    def follow(asked: Asked) -> Answer:
        number = int(asked.path.rpartition("/")[2])
        invented = [Story(f"erfunden-{number}-{n}", site.stories[-1].published_at) for n in range(2)]
        site.answers |= {story.path: lambda _, story=story: Answer(body=article_page(story)) for story in invented}  # type: ignore[misc]
        site.answers[f"{start}/seite/{number + 1}"] = follow
        return Answer(body=listing_page(invented, next_path=f"{start}/seite/{number + 1}"))

    return follow


@pytest.fixture(scope="module")
def circled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a crawl of endless listings came to, with its walks by what is wrong with them."""
    with NewsSite(stories(12)) as site:
        for (_, next_path), start in zip(LOOPS.items(), LISTINGS, strict=False):
            lead(site, start, circling(site, start, next_path))
        lead(site, LISTINGS[-1], inventing(site, LISTINGS[-1]))
        return crawl(tmp_path_factory.mktemp("endless"), site, [*LOOPS, ENDLESS])


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    with NewsSite(stories(12)) as site:
        for answer, start in zip(BREAKS.values(), LISTINGS, strict=True):
            headers = {name: value.format(self=f"{start}/seite/2") for name, value in answer.headers.items()}
            broken = Answer(answer.status, answer.body, headers)
            lead(site, start, lambda _, broken=broken: broken)  # type: ignore[misc]
        return crawl(tmp_path_factory.mktemp("broken"), site, list(BREAKS))


def crawl(directory: Path, site: NewsSite, names: list[str]) -> dict[str, Any]:
    crawls = Crawls(directory, site)
    crawls.settings["PRESSESCHAU_LISTING_PAGE_LIMIT"] = 6
    outcome = crawls()
    assert outcome["fault"] is None
    return outcome | {"by_name": dict(zip(names, outcome["walks"], strict=True))}


@pytest.mark.parametrize("name", LOOPS)
def test_a_listing_loop_ends(circled: dict[str, Any], name: str) -> None:
    walk = circled["by_name"][name]
    assert walk["finished"]
    assert walk["page_count"] <= 3, "a page that shows nothing new ends the walk"


def test_endless_pagination_ends_unfinished(circled: dict[str, Any]) -> None:
    walk = circled["by_name"][ENDLESS]
    assert (walk["page_count"], walk["finished"], walk["end"]) == (6, False, "more than 6 pages")
    assert any("more than 6 pages" in warning for warning in circled["warnings"])


def test_what_endless_listings_showed_is_had(circled: dict[str, Any]) -> None:
    assert circled["outcomes"]["created"] == 5 + 5 * 2


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_page_leaves_its_walk_unfinished(broken: dict[str, Any], name: str) -> None:
    """So that the next night comes by what stood behind it."""
    walk = broken["by_name"][name]
    assert not walk["finished"]
    assert any(walk["listing_url"] in warning for warning in broken["warnings"])


def test_what_stood_before_the_broken_pages_is_had(broken: dict[str, Any]) -> None:
    assert broken["outcomes"]["created"] == 3
