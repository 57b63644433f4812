"""How far walks go, and what is left for the next run."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from tests.crawler.crawling.crawls import Crawls
from tests.crawler.crawling.news_site import (
    CANONICAL,
    LISTINGS,
    NIGHT,
    Answer,
    Asked,
    NewsSite,
    Story,
    listing_page,
    stories,
)

NEW = [Story("ganz-neu", NIGHT + timedelta(hours=5)), Story("auch-neu", NIGHT + timedelta(hours=4))]


def ends(outcome: dict[str, Any]) -> dict[str, str]:
    return {walk["listing_url"].removeprefix(CANONICAL): walk["end"] for walk in outcome["walks"]}


def test_a_first_crawl_finds_every_article_once(crawls: Crawls, site: NewsSite) -> None:
    outcome = crawls()
    assert outcome["fault"] is None
    assert outcome["outcomes"]["created"] == 12
    assert sorted(site.asked_articles()) == sorted(story.path for story in site.stories)
    assert {revision.url for revision in crawls.stored()} == {story.url for story in site.stories}
    assert all(walk["finished"] for walk in outcome["walks"])


def test_listing_facts_reach_the_article(crawls: Crawls, site: NewsSite) -> None:
    crawls()
    newest = crawls.stored()[0].article
    assert newest.summary == f"Der Anriss zu {site.stories[0].slug} ist ein Satz."
    assert newest.published_at == site.stories[0].published_at


def test_the_next_night_stops_at_known_ground(crawls: Crawls, site: NewsSite) -> None:
    site.stories = stories(40)
    crawls()
    site.stories = NEW + site.stories
    site.forget()
    outcome = crawls()
    assert outcome["outcomes"]["created"] == 2
    assert "/news/seite/3" not in site.asked_listings()
    assert ends(outcome)["/news"] == "known ground"


def test_full_walks_to_the_end(crawls: Crawls, site: NewsSite) -> None:
    site.stories = stories(40)
    crawls()
    site.forget()
    crawls(full=True)
    assert "/news/seite/4" in site.asked_listings()


def test_an_interrupted_walk_is_completed(crawls: Crawls, site: NewsSite) -> None:
    site.stories = stories(40)
    site.answers["/news/seite/3"] = lambda _: Answer(503)
    first = crawls()
    assert first["outcomes"]["created"] == 20
    assert any("/news/seite/3" in warning for warning in first["warnings"])
    del site.answers["/news/seite/3"]
    second = crawls()
    assert second["outcomes"]["created"] == 20
    assert len(crawls.stored()) == 40


def test_a_limit_is_not_used_up_by_what_is_known(crawls: Crawls, site: NewsSite) -> None:
    crawls()
    site.stories = NEW + site.stories
    site.forget()
    outcome = crawls(limit=2)  # more than two of the known ones are young, and asked again on every run
    assert outcome["outcomes"]["created"] == 2
    assert len(site.asked_articles()) == 4


def test_a_limit_leaves_the_rest_for_later(crawls: Crawls, site: NewsSite) -> None:
    site.stories = stories(40)
    assert crawls(limit=15)["outcomes"]["created"] == 15
    assert len(site.asked_articles()) == 15
    crawls()
    assert len(crawls.stored()) == 40


def test_since_is_a_floor(crawls: Crawls, site: NewsSite) -> None:
    site.stories = stories(40, step=timedelta(hours=12))
    day = NIGHT.date() - timedelta(days=2)
    outcome = crawls(since=day.isoformat())
    expected = [story for story in site.stories if story.published_at.date() >= day]
    assert sorted(site.asked_articles()) == sorted(story.path for story in expected)
    assert "/news/seite/4" not in site.asked_listings()
    assert all(walk["finished"] for walk in outcome["walks"])
    crawls()
    assert len(crawls.stored()) == 40, "a walk to a floor must not count as one to the end"


def test_an_endless_listing_ends(crawls: Crawls, site: NewsSite) -> None:
    def last_page_again(asked: Asked) -> Answer:
        number = int(asked.path.rsplit("/", 1)[1])
        return Answer(body=listing_page(site.stories[-2:], next_path=f"/news/seite/{number + 1}"))

    for number in range(2, 10):
        site.answers[f"/news/seite/{number}"] = last_page_again
    crawls()
    assert [path for path in site.asked_listings() if path.startswith("/news/seite")] == [
        "/news/seite/2",
        "/news/seite/3",
    ]


def test_a_loop_of_pages_ends(crawls: Crawls, site: NewsSite) -> None:
    site.answers["/news/seite/2"] = lambda _: Answer(body=listing_page(site.stories[10:], next_path="/news"))
    assert crawls()["outcomes"]["created"] == 12
    assert site.asked_listings().count("/news/seite/2") == 1


def test_entries_pushed_over_a_page_border_are_not_doubled(crawls: Crawls, site: NewsSite) -> None:
    def push(_: Asked) -> None:
        if site.stories[0] not in NEW:
            site.stories = NEW + site.stories

    site.answers["/news/seite/2"] = push
    crawls()
    assert len(site.asked_articles()) == len(set(site.asked_articles()))
    assert {story.url for story in stories(12)} <= {revision.url for revision in crawls.stored()}


def test_an_entry_that_moved_up_over_a_deep_page_border_is_found_at_once(crawls: Crawls, site: NewsSite) -> None:
    """The next night stops far above it."""
    site.stories = stories(40)
    slipped = site.stories[30]

    def withdraw(_: Asked) -> None:
        if len(site.stories) == 40:
            site.stories = site.stories[:4] + site.stories[5:]

    site.answers["/news/seite/4"] = withdraw
    outcome = crawls()
    assert slipped.url in {revision.url for revision in crawls.stored()}
    assert all(walk["finished"] for walk in outcome["walks"])
    site.forget()
    crawls()
    assert "/news/seite/2" not in site.asked_listings()


def test_a_page_that_fails_when_looked_at_again_leaves_its_walk_unfinished(crawls: Crawls, site: NewsSite) -> None:
    site.stories = stories(40)

    def fail_again(asked: Asked) -> Answer | None:
        return Answer(503) if [each.path for each in site.asked].count(asked.path) > 1 else None

    site.answers["/news/seite/2"] = fail_again
    (walk,) = [walk for walk in crawls()["walks"] if walk["listing_url"] == f"{CANONICAL}/news"]
    assert not walk["finished"]
    del site.answers["/news/seite/2"]
    crawls()
    assert len(crawls.stored()) == 40


def test_pinned_entries_do_not_stop_the_walk(crawls: Crawls, site: NewsSite) -> None:
    site.stories = stories(40)
    crawls()
    pinned = site.stories[25:34]
    site.stories = [*pinned, *NEW, *site.stories[:25], *site.stories[34:]]
    assert crawls()["outcomes"]["created"] == 2


def test_a_first_page_of_nothing_but_pinned_entries_does_not_stop_the_walk(crawls: Crawls, site: NewsSite) -> None:
    """They stand newest first, as if they were the listing's newest."""
    pinned, others = stories(40)[15:25], stories(40)[:15] + stories(40)[25:]
    site.stories = [*pinned, *others]
    crawls()
    site.stories = [*pinned, *NEW, *others]
    site.forget()
    assert crawls()["outcomes"]["created"] == 2
    assert "/news/seite/4" not in site.asked_listings()


def test_a_first_page_in_another_order_does_not_stop_the_walk(crawls: Crawls, site: NewsSite) -> None:
    """The ten most read ones stand on top, all of them known; what is new stands on the second page."""
    site.stories = stories(40)
    crawls()
    most_read = [site.stories[place] for place in (17, 3, 30, 9, 22, 5, 28, 11, 2, 35)]
    site.stories = [*most_read, *NEW, *(story for story in site.stories if story not in most_read)]
    site.forget()
    outcome = crawls()
    assert outcome["outcomes"]["created"] == 2
    assert "/news/seite/4" not in site.asked_listings(), "two pages that show nothing new are enough"


def test_a_last_page_that_is_linked_and_empty_is_the_end_on_the_second_night(crawls: Crawls, site: NewsSite) -> None:
    site.stories = stories(20)
    site.answers["/news/seite/2"] = lambda _: Answer(body=listing_page(site.stories[10:20], next_path="/news/seite/3"))
    site.answers["/news/seite/3"] = lambda _: Answer(body=b"<html><body><h1>Nachrichten</h1></body></html>")
    finished = []
    for hours in (0, 2, 24):
        outcome = crawls(at=NIGHT + timedelta(hours=hours))
        finished += [walk["finished"] for walk in outcome["walks"] if walk["listing_url"] == f"{CANONICAL}/news"]
    assert finished == [False, False, True], "a second run of the same night tells nothing new"
    site.forget()
    crawls(at=NIGHT + timedelta(hours=48))
    assert [path for path in site.asked_listings() if path.startswith("/news/seite")] == []


def test_mirrors_letter_case_and_parameters_are_one_article(crawls: Crawls, site: NewsSite) -> None:
    """Each listing links the same story in another spelling."""
    story = site.stories[0]
    spellings = (
        f"https://pages.kettner-edelmetalle.de{story.path}",
        f"http://WWW.Kettner-Edelmetalle.AT{story.path.upper()}?utm_source=x#top",
        f"{story.path}/",
        f"https://kettner-edelmetalle.app//news/../{story.path.lstrip('/')}?ref=1&page=2",
    )
    for path, spelling in zip(LISTINGS, spellings, strict=False):
        body = listing_page(site.stories[:3], next_path=None).decode().replace(f"'{story.path}'", f"'{spelling}'")
        assert spelling in body
        site.answers[path] = partial(_shown, body.encode())
    outcome = crawls()
    assert outcome["outcomes"]["created"] == 12
    assert site.asked_articles().count(story.path) == 1
    assert {revision.url for revision in crawls.stored()} == {each.url for each in site.stories}


def _shown(body: bytes, _: Asked) -> Answer:
    return Answer(body=body)


def test_a_missing_topic_is_a_warning(crawls: Crawls, site: NewsSite) -> None:
    site.answers["/news/c/spd"] = lambda _: Answer(404)
    outcome = crawls()
    assert outcome["outcomes"]["created"] == 12
    assert outcome["alarms"] == []
    assert [warning for warning in outcome["warnings"] if f"{CANONICAL}/news/c/spd" in warning]


def test_a_listing_without_entries_is_an_alarm(crawls: Crawls, site: NewsSite) -> None:
    site.answers["/news"] = lambda _: Answer(
        body=b"<html><body><h1>Wartung</h1><p>Wir sind gleich zur\xc3\xbcck.</p></body></html>"
    )
    outcome = crawls()
    assert any(f"{CANONICAL}/news shows no entries" in alarm for alarm in outcome["alarms"])


def test_too_few_articles_are_an_alarm(crawls: Crawls, site: NewsSite) -> None:
    site.stories = stories(4)
    assert any("under its floor" in alarm for alarm in crawls()["alarms"])


@pytest.mark.parametrize("status", [404, 503])
def test_a_page_that_a_link_names_does_not_end_the_walk_when_it_fails(
    crawls: Crawls, site: NewsSite, status: int
) -> None:
    site.answers["/news/seite/2"] = lambda _: Answer(status)
    outcome = crawls()
    (walk,) = [walk for walk in outcome["walks"] if walk["listing_url"] == f"{CANONICAL}/news"]
    assert not walk["finished"]
    del site.answers["/news/seite/2"]
    crawls()
    assert len(crawls.stored()) == 12
