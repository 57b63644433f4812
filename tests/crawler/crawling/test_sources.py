"""What names articles beside listings: found by itself, asked rarely, and told apart in the outcome."""

import gzip
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from tests.crawler.crawling.crawls import Crawls
from tests.crawler.crawling.news_site import CANONICAL, NIGHT, Answer, Asked, NewsSite, Story, article_page

UNLISTED = Story("steht-in-keiner-liste", NIGHT - timedelta(hours=5))
LATER = Story("erst-in-der-zweiten-nacht", NIGHT + timedelta(hours=20))
SITEMAP, FEED = "/aktuelles.xml", "/rss"
XML = {"Content-Type": "application/xml"}


def sitemap(*named: Story) -> bytes:
    urls = "".join(
        f"<url><loc>{story.url}</loc><n:news><n:publication_date>{story.published_at.isoformat()}</n:publication_date>"
        f"<n:title>Titel {story.slug}</n:title></n:news></url>"
        for story in named
    )
    return f"<urlset xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'>{urls}</urlset>".encode()


def rss(*named: Story) -> bytes:
    items = "".join(f"<item><title>Titel {story.slug}</title><link>{story.url}</link></item>" for story in named)
    return f"<rss version='2.0'><channel>{items}</channel></rss>".encode()


def serve(site: NewsSite, *stories: Story) -> None:
    """Have the pages of stories that no listing shows."""
    for story in stories:
        site.answers[story.path] = partial(_page, Answer(body=article_page(story)))


def _page(answer: Answer, _: Asked) -> Answer:
    return answer


def announce(site: NewsSite, path: str, body: bytes, *, etag: str | None = None) -> None:
    """Name a sitemap in robots.txt and answer to it, to a conditional request by 304."""
    site.robots = Answer(body=f"User-agent: *\nAllow: /\nSitemap: {CANONICAL}{path}\n".encode())

    def answer(asked: Asked) -> Answer:
        if etag and asked.headers.get("If-None-Match") == etag:
            return Answer(304)
        return Answer(body=body, headers=XML | ({"ETag": etag} if etag else {}))

    site.answers[path] = answer


def offer_feed(site: NewsSite, path: str, body: bytes) -> None:
    """Announce a feed in the head of the list of all news."""
    plain = site.answers.get("/news")

    def with_link(asked: Asked) -> Answer | None:
        answer = plain(asked) if plain else None
        del site.answers["/news"]
        shown = answer or site.answer(asked)
        site.asked.pop()
        site.answers["/news"] = with_link
        link = f"<link rel=alternate type=application/rss+xml href='{path}'><body>".encode()
        return Answer(shown.status, shown.body.replace(b"<body>", link))

    site.answers["/news"] = with_link
    site.answers[path] = lambda _: Answer(body=body, headers={"Content-Type": "application/rss+xml"})


def asked_sources(site: NewsSite) -> list[str]:
    return [asked.path for asked in site.asked if asked.path.endswith((".xml", ".gz", "rss"))]


def stored(crawls: Crawls) -> set[str]:
    return {revision.url for revision in crawls.stored()}


def source(outcome: dict[str, Any], path: str) -> dict[str, Any]:
    (found,) = [source for source in outcome["sources"] if source["url"] == CANONICAL + path]
    assert isinstance(found, dict)
    return found


def test_what_only_a_news_sitemap_names_is_found_with_its_title_and_time(crawls: Crawls, site: NewsSite) -> None:
    serve(site, UNLISTED)
    announce(site, SITEMAP, sitemap(UNLISTED, *site.stories))
    outcome = crawls()
    assert outcome["outcomes"]["created"] == 13
    assert UNLISTED.url in stored(crawls)
    told = source(outcome, SITEMAP)
    assert (told["found_in"], told["result"]) == (f"{CANONICAL}/robots.txt", "read")
    assert (told["named_count"], told["new_count"], told["sole"]) == (13, 1, [UNLISTED.url])
    with crawls.store() as store:
        memory = store.find_memory("kettner", UNLISTED.url)  # type: ignore[arg-type]  # as it is written
    assert memory is not None
    assert (memory.entry.title, memory.entry.published_at) == (f"Titel {UNLISTED.slug}", UNLISTED.published_at)


def test_what_only_a_feed_names_is_found(crawls: Crawls, site: NewsSite) -> None:
    serve(site, UNLISTED)
    offer_feed(site, FEED, rss(UNLISTED, *site.stories))
    outcome = crawls()
    assert UNLISTED.url in stored(crawls)
    assert source(outcome, FEED)["sole"] == [UNLISTED.url]
    assert source(outcome, FEED)["found_in"] == f"{CANONICAL}/news"


def test_what_two_sources_name_is_nobodys_own_find(crawls: Crawls, site: NewsSite) -> None:
    serve(site, UNLISTED)
    announce(site, SITEMAP, sitemap(UNLISTED))
    offer_feed(site, FEED, rss(UNLISTED))
    outcome = crawls()
    assert [told["sole"] for told in outcome["sources"]] == [[], []]
    assert UNLISTED.url in stored(crawls)
    listed = {walk["listing_url"]: walk["sole_count"] for walk in outcome["walks"]}
    assert listed[f"{CANONICAL}/news"] == 9, "three of twelve stand in every topic too"


def test_an_index_leads_to_what_is_about_news_or_has_changed(crawls: Crawls, site: NewsSite) -> None:
    serve(site, UNLISTED)
    changed = (NIGHT - timedelta(hours=1)).isoformat()
    parts = {"/a-2019.xml": "2019-12-31", "/b-2026.xml.gz": changed, "/c-news.xml": "", "/d.xml": ""}
    body = "".join(
        f"<sitemap><loc>{CANONICAL}{path}</loc>{f'<lastmod>{moment}</lastmod>' if moment else ''}</sitemap>"
        for path, moment in parts.items()
    )
    announce(site, SITEMAP, f"<sitemapindex>{body}</sitemapindex>".encode())
    site.answers["/b-2026.xml.gz"] = lambda _: Answer(
        body=gzip.compress(sitemap(UNLISTED)), headers={"Content-Type": "application/gzip"}
    )
    site.answers["/c-news.xml"] = lambda _: Answer(body=sitemap(*site.stories), headers=XML)
    outcome = crawls()
    assert sorted(asked_sources(site)) == [SITEMAP, "/b-2026.xml.gz", "/c-news.xml"]
    assert source(outcome, "/b-2026.xml.gz")["sole"] == [UNLISTED.url]
    crawls()
    site.forget()
    crawls()
    assert asked_sources(site) == ["/c-news.xml"], "the index rests when no part of it told anything new"


def test_a_sitemap_is_asked_once_a_night_and_conditionally(crawls: Crawls, site: NewsSite) -> None:
    announce(site, SITEMAP, sitemap(*site.stories), etag='"1"')
    crawls()
    site.forget()
    crawls(at=NIGHT + timedelta(hours=6))
    assert asked_sources(site) == []
    outcome = crawls(at=NIGHT + timedelta(days=1))
    assert asked_sources(site) == [SITEMAP]
    assert source(outcome, SITEMAP)["result"] == "not modified"


def test_a_broken_listing_has_the_sources_asked_at_once(crawls: Crawls, site: NewsSite) -> None:
    announce(site, SITEMAP, sitemap(*site.stories))
    crawls()
    site.forget()
    serve(site, LATER)
    announce(site, SITEMAP, sitemap(LATER, *site.stories))
    site.answers["/news"] = lambda _: Answer(500)
    crawls(at=NIGHT + timedelta(hours=20, minutes=5, seconds=-600))
    assert asked_sources(site) == [SITEMAP]
    assert LATER.url in stored(crawls)


def test_since_and_limit_hold_for_sitemaps_too(crawls: Crawls, site: NewsSite) -> None:
    old = Story("alt", NIGHT - timedelta(days=2))
    serve(site, UNLISTED, LATER, old)
    announce(site, SITEMAP, sitemap(UNLISTED, old))
    crawls(since=(NIGHT - timedelta(days=1)).date().isoformat())
    assert UNLISTED.url in stored(crawls)
    assert old.path not in [asked.path for asked in site.asked]
    announce(site, SITEMAP, sitemap(LATER, Story("b", NIGHT), Story("c", NIGHT)))
    site.forget()
    crawls(limit=1)
    named = [
        asked.path for asked in site.asked if asked.path in (LATER.path, "/news/b-20-11-2026", "/news/c-20-11-2026")
    ]
    assert len(named) == 1


def test_an_old_sitemap_does_not_open_the_archive(crawls: Crawls, site: NewsSite) -> None:
    old = [Story(f"alt-{number}", NIGHT - timedelta(days=400 + number)) for number in range(50)]
    plain = "".join(f"<url><loc>{story.url}</loc></url>" for story in old[:25])
    dated = "".join(f"<url><loc>{story.url}</loc><lastmod>2020-01-01</lastmod></url>" for story in old[25:])
    announce(site, SITEMAP, f"<urlset>{plain}{dated}</urlset>".encode())
    assert crawls()["outcomes"]["created"] == 12
    assert not {asked.path for asked in site.asked} & {story.path for story in old}


def test_an_archive_that_is_said_to_have_changed_today_is_not_opened(crawls: Crawls, site: NewsSite) -> None:
    """Many sites write the time of its making behind every page of a sitemap."""
    old = [Story(f"alt-{number}", NIGHT - timedelta(days=400 + number % 300)) for number in range(1200)]
    now = (NIGHT - timedelta(hours=1)).isoformat()
    urls = "".join(f"<url><loc>{story.url}</loc><lastmod>{now}</lastmod></url>" for story in (*old, *site.stories))
    announce(site, SITEMAP, f"<urlset>{urls}</urlset>".encode())
    outcome = crawls()
    assert outcome["outcomes"]["created"] == 12
    assert not {asked.path for asked in site.asked} & {story.path for story in old}
    assert any("1200 unknown articles" in warning for warning in outcome["warnings"])


def test_without_a_word_in_robots_txt_the_usual_places_are_tried_once(crawls: Crawls, site: NewsSite) -> None:
    serve(site, UNLISTED)
    site.answers["/sitemap-news.xml"] = lambda _: Answer(body=sitemap(UNLISTED), headers=XML)
    outcome = crawls()
    assert UNLISTED.url in stored(crawls)
    assert [told["url"] for told in outcome["sources"]] == [f"{CANONICAL}/sitemap-news.xml"]
    assert outcome["warnings"] == []
    site.forget()
    crawls()
    crawls()
    assert set(asked_sources(site)) <= {"/sitemap-news.xml", "/sitemap.xml.gz"}


def test_sources_can_be_switched_off(crawls: Crawls, site: NewsSite) -> None:
    announce(site, SITEMAP, sitemap(*site.stories))
    offer_feed(site, FEED, rss(*site.stories))
    crawls.settings |= {"PRESSESCHAU_SITEMAPS": False, "PRESSESCHAU_FEEDS": False}
    assert crawls()["sources"] == []
    assert asked_sources(site) == []


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(404), "HTTP 404"),
        (Answer(302, headers={"Location": "http://127.0.0.1:1/s.xml"}), "not on a host"),
    ],
    ids=["gone", "led away"],
)
def test_a_source_that_cannot_be_read_is_counted_and_the_night_goes_on(
    crawls: Crawls, site: NewsSite, answer: Answer, reason: str
) -> None:
    announce(site, SITEMAP, b"")
    site.answers[SITEMAP] = lambda _: answer
    outcome = crawls()
    assert (outcome["outcomes"]["created"], outcome["fault"], outcome["alarms"]) == (12, None, [])
    assert reason in source(outcome, SITEMAP)["result"]
    assert any(CANONICAL + SITEMAP in warning for warning in outcome["warnings"])


def test_an_index_that_names_itself_is_read_once(crawls: Crawls, site: NewsSite) -> None:
    body = f"<sitemapindex><sitemap><loc>{CANONICAL}/news-index.xml</loc></sitemap></sitemapindex>".encode()
    announce(site, "/news-index.xml", body)
    crawls()
    assert asked_sources(site) == ["/news-index.xml"]


def test_robots_txt_forbids_sitemaps_too(crawls: Crawls, site: NewsSite) -> None:
    announce(site, SITEMAP, sitemap(UNLISTED))
    site.robots = Answer(body=site.robots.body.replace(b"Allow: /", f"Disallow: {SITEMAP}".encode()))
    assert crawls()["outcomes"]["created"] == 12
    assert asked_sources(site) == []
