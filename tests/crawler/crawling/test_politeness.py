"""What is not asked, and what waits."""

from datetime import timedelta
from email.utils import format_datetime

import pytest

from articles.identity import CanonicalUrl
from tests.crawler.crawling.crawls import Crawls
from tests.crawler.crawling.news_site import (
    CANONICAL,
    LISTINGS,
    NIGHT,
    Answer,
    Asked,
    NewsSite,
    listing_page,
    stories,
)


def remember(crawls: Crawls, count: int) -> None:
    """Let the next crawl begin with this many articles to ask for."""
    with crawls.store() as store:
        store.begin_run("run-0", command="crawl", at=NIGHT)
        for story in stories(count):
            store.discover("kettner", CanonicalUrl(story.url), run_id="run-0", at=NIGHT)


def pages(site: NewsSite) -> list[str]:
    return [asked.path for asked in site.asked if asked.path != "/robots.txt"]


def mean_gap_seconds(asked: list[Asked]) -> float:
    """Between requests as they arrived. A loaded machine moves single arrivals, so single gaps tell nothing."""
    return (asked[-1].at - asked[0].at) / (len(asked) - 1)


def test_robots_that_forbid_everything(crawls: Crawls, site: NewsSite) -> None:
    site.robots = Answer(body=b"User-agent: *\nDisallow: /\n", headers={"Content-Type": "text/plain"})
    remember(crawls, 50)
    outcome = crawls()
    assert pages(site) == []
    assert [asked.path for asked in site.asked] == ["/robots.txt"]
    assert outcome["outcomes"]["forbidden"] == 50
    assert outcome["reachable"] is True
    assert outcome["alarms"], "a publisher that shows nothing is under its floor"


@pytest.mark.parametrize("status", [500, 503])
def test_robots_that_fail_forbid_everything(crawls: Crawls, site: NewsSite, status: int) -> None:
    site.robots = Answer(status)
    remember(crawls, 50)
    outcome = crawls()
    assert pages(site) == []
    assert outcome["reachable"] is False
    site.robots = Answer(404)
    crawls()
    assert len(crawls.stored()) == 12


def test_robots_txt_and_tdmrep_are_asked_once_a_day(crawls: Crawls, site: NewsSite) -> None:
    site.robots = Answer(body=b"User-agent: *\nDisallow: /news/c/spd\n")
    kept = {"/robots.txt", "/.well-known/tdmrep.json"}
    for hours, asked in ((0, kept), (6, set()), (24, kept)):
        site.forget()
        crawls(at=NIGHT + timedelta(hours=hours))
        assert {each.path for each in site.asked} & kept == asked
        assert "/news/c/spd" not in pages(site)


def test_nothing_is_asked_in_quiet_hours_of_the_publishers_clock(crawls: Crawls, site: NewsSite) -> None:
    quiet = crawls(quiet_hours="02:30-03:30")  # NIGHT is three o'clock in Berlin
    assert site.asked == []
    assert quiet["quiet_until"] == "2026-11-20T03:30:00+01:00"
    assert (quiet["reachable"], quiet["alarms"], quiet["fault"]) == (True, [], None)
    assert crawls(at=NIGHT, quiet_hours="02:30-03:30 UTC")["outcomes"]["created"] == 12


def test_a_run_that_comes_into_quiet_hours_leaves_the_rest_for_later(crawls: Crawls, site: NewsSite) -> None:
    site.stories = stories(12)
    at = NIGHT.replace(hour=2, minute=29, second=58)
    quiet = crawls(at=at, quiet_hours="02:30-03:30", rate=4)
    assert 0 < len(site.asked) < 14
    assert (quiet["alarms"], quiet["fault"], bool(quiet["quiet_until"])) == ([], None, True)
    crawls(at=NIGHT + timedelta(hours=1), quiet_hours="02:30-03:30")
    assert len(crawls.stored()) == 12


def test_robots_that_lead_off_the_host_forbid_everything(crawls: Crawls, site: NewsSite) -> None:
    site.robots = Answer(301, headers={"Location": "http://169.254.169.254/robots.txt"})
    assert crawls()["reachable"] is False
    assert pages(site) == []


@pytest.mark.parametrize("path", ["/robots.txt", "/.well-known/tdmrep.json"])
def test_a_file_of_the_host_may_stand_elsewhere_on_it(crawls: Crawls, site: NewsSite, path: str) -> None:
    """What is redirected there must not wait for the very file that it is."""
    elsewhere = Answer(301, headers={"Location": "/anderswo.txt"})
    body = b"User-agent: *\nDisallow: /news/c/spd\n"
    if path == "/robots.txt":
        site.robots = elsewhere
    else:
        site.answers[path] = lambda _: elsewhere
        body = b'[{"location": "/news/c/spd", "tdm-reservation": 1}]'
    site.answers["/anderswo.txt"] = lambda _: Answer(body=body)
    outcome = crawls()
    assert outcome["outcomes"]["created"] == 12
    assert "/news/c/spd" not in [asked.path for asked in site.asked]


def test_robots_may_forbid_a_part(crawls: Crawls, site: NewsSite) -> None:
    forbidden = site.stories[5].path
    site.robots = Answer(body=f"User-agent: presseschau\nDisallow: {forbidden}\n".encode())
    outcome = crawls()
    assert forbidden not in pages(site)
    assert (outcome["outcomes"]["created"], outcome["outcomes"]["forbidden"]) == (11, 1)


def test_the_rate_is_never_exceeded(crawls: Crawls, site: NewsSite) -> None:
    site.stories = stories(3)
    outcome = crawls(rate=5)
    assert len(site.asked) > 6
    assert mean_gap_seconds(site.asked) > 0.2 * 0.8
    assert outcome["delay_seconds"] == {site.origin.removeprefix("http://"): 0.2}


def test_crawl_delay_is_kept(crawls: Crawls, site: NewsSite) -> None:
    site.stories = stories(1)
    site.robots = Answer(body=b"User-agent: *\nCrawl-delay: 0.4\n")
    outcome = crawls()
    assert len(site.asked) >= 7
    assert mean_gap_seconds(site.asked[1:]) > 0.4 * 0.8
    assert outcome["delay_seconds"] == {site.origin.removeprefix("http://"): 0.4}


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_stops_the_whole_host(crawls: Crawls, site: NewsSite, status: int) -> None:
    crawls.settings["RETRY_TIMES"] = 2
    told: list[Asked] = []

    def overloaded(asked: Asked) -> Answer | None:
        told.append(asked)
        return Answer(status, headers={"Retry-After": "2"}) if len(told) == 1 else None

    site.answers["/news"] = overloaded
    outcome = crawls()
    # What was on its way already may still arrive.
    late = [asked.path for asked in site.asked if told[0].at + 1 < asked.at < told[0].at + 1.9]
    assert late == []
    assert outcome["outcomes"]["created"] == 12
    assert sum(outcome["held_seconds"].values()) > 1.5


def test_retry_after_may_be_a_date(crawls: Crawls, site: NewsSite) -> None:
    told: list[Asked] = []

    def overloaded(asked: Asked) -> Answer | None:
        told.append(asked)
        until = format_datetime(NIGHT + timedelta(seconds=8))  # by the crawl's clock, which began at NIGHT
        return Answer(503, headers={"Retry-After": until}) if len(told) == 1 else None

    site.answers["/news"] = overloaded
    outcome = crawls()
    assert sum(outcome["held_seconds"].values()) > 2
    assert outcome["outcomes"]["created"] == 12


def test_a_host_that_wants_to_be_left_alone_for_long_is_given_up(crawls: Crawls, site: NewsSite) -> None:
    site.robots = Answer(body=b"User-agent: *\nCrawl-delay: 0.1\n")
    site.answers["/news/c/spd"] = lambda _: Answer(503, headers={"Retry-After": "86400"})
    outcome = crawls()
    assert len(site.asked) < 8
    assert outcome["fault"] is None
    assert any("left alone" in warning for warning in outcome["warnings"])
    del site.answers["/news/c/spd"]
    crawls()
    assert len(crawls.stored()) == 12


def test_a_host_that_wants_to_be_left_alone_for_ever_after_each_request_is_given_up(
    crawls: Crawls, site: NewsSite
) -> None:
    """Nobody would live to see the second one."""
    site.robots = Answer(body=b"User-agent: *\nCrawl-delay: 1e9\n")
    outcome = crawls()
    assert [asked.path for asked in site.asked] == ["/robots.txt"]
    assert (outcome["fault"], outcome["reachable"]) == (None, False)
    assert any("1e+09 s between two requests" in warning for warning in outcome["warnings"])
    site.robots = Answer(404)
    assert crawls()["outcomes"]["created"] == 12


@pytest.mark.parametrize("moment", ["0", "Thu, 01 Jan 1970 00:00:00 GMT"], ids=["at once", "passed"])
def test_an_overloaded_host_whose_moment_has_passed_is_spared_all_the_same(
    crawls: Crawls, site: NewsSite, moment: str
) -> None:
    """Its clock may be wrong, and it said that it is overloaded."""
    crawls.settings["PRESSESCHAU_BACKOFF_SECONDS"] = 0.4
    site.answers["/news/c/spd"] = lambda _: Answer(503, headers={"Retry-After": moment})
    outcome = crawls()
    assert sum(outcome["held_seconds"].values()) > 0.4 * 0.75
    assert outcome["outcomes"]["created"] == 12


def test_only_the_origin_is_asked(crawls: Crawls, site: NewsSite) -> None:
    """Foreign links, mirrors and redirects all stay on the origin or are not followed."""
    site.stories = stories(12)
    away, home = site.stories[3].path, site.stories[4].path
    site.answers[away] = lambda _: Answer(302, headers={"Location": "http://127.0.0.1:1/elsewhere"})
    site.answers[home] = lambda _: Answer(301, headers={"Location": f"{site.origin}{site.stories[5].path}"})
    outcome = crawls()
    assert outcome["fault"] is None
    assert outcome["outcomes"]["rejected"] == 1
    assert all(revision.url.startswith(CANONICAL) for revision in crawls.stored())
    moved = [revision for revision in crawls.stored() if site.stories[4].url in revision.urls]
    assert moved[0].urls == (site.stories[5].url, site.stories[4].url)


def test_absolute_links_to_the_origin_are_the_publishers(crawls: Crawls, site: NewsSite) -> None:
    page = listing_page(site.stories[:10], next_path=f"{site.origin}/news/seite/2").decode()
    site.answers["/news"] = lambda _: Answer(body=page.replace("href='/", f"href='{site.origin}/").encode())
    assert crawls()["outcomes"]["created"] == 12


def test_a_publisher_out_of_reach(crawls: Crawls, site: NewsSite) -> None:
    outcome = crawls(origin="http://127.0.0.1:9")
    assert outcome["reachable"] is False
    assert outcome["alarms"] == []
    assert outcome["fault"] is None


def test_a_host_that_stops_answering_is_given_up(crawls: Crawls, site: NewsSite) -> None:
    site.stories = stories(60)
    remember(crawls, 60)
    for path in (*LISTINGS, *(story.path for story in site.stories)):
        site.answers[path] = lambda _: Answer(500)
    outcome = crawls()
    assert len(pages(site)) < 15 + 16, "fifteen in a row, and what was on its way"
    assert outcome["fault"] is None
    assert outcome["reachable"] is False
    assert outcome["outcomes"]["failed"] == 60
    site.answers.clear()
    crawls()
    assert len(crawls.stored()) == 60


def test_the_user_agent_says_who_asks(crawls: Crawls, site: NewsSite) -> None:
    crawls(contact="mailto:redaktion@example.org")
    agents = {asked.headers["User-Agent"] for asked in site.asked}
    (agent,) = agents
    assert agent.startswith("Presseschau/")
    assert agent.endswith(" (+mailto:redaktion@example.org)")
