"""What answers to article requests come to, night after night."""

from dataclasses import replace
from datetime import timedelta

import pytest

from articles.identity import CanonicalUrl
from tests.crawler.crawling.crawls import Crawls
from tests.crawler.crawling.news_site import (
    NIGHT,
    Answer,
    Asked,
    NewsSite,
    article_page,
    not_modified,
    stories,
)


class Always:
    """Gives every request the same answer."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, asked: Asked) -> Answer | None:
        return self.answer


class Once:
    """Answers the first request so, and all later ones as the site would."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.is_told = False

    def __call__(self, asked: Asked) -> Answer | None:
        if self.is_told:
            return None
        self.is_told = True
        return self.answer


def test_young_articles_are_asked_conditionally(crawls: Crawls, site: NewsSite) -> None:
    crawls()
    for story in site.stories:
        site.answers[story.path] = not_modified
    site.forget()
    outcome = crawls()
    assert outcome["outcomes"]["unchanged"] == 12
    assert outcome["outcomes"]["revised"] == 0
    assert {asked.headers.get("If-None-Match", "") for asked in site.asked if asked.path in site.asked_articles()} != {
        ""
    }


def test_the_same_bytes_are_unchanged(crawls: Crawls, site: NewsSite) -> None:
    crawls()
    outcome = crawls()
    assert outcome["outcomes"]["unchanged"] == 12


def test_old_articles_rest(crawls: Crawls, site: NewsSite) -> None:
    crawls()
    crawls(at=NIGHT + timedelta(days=1))  # they are a day old now: asked, and next when their age has doubled
    site.forget()
    outcome = crawls(at=NIGHT + timedelta(days=1, hours=6))
    assert site.asked_articles() == []
    assert outcome["requests"]["articles"] == 0


def test_an_edit_makes_a_revision(crawls: Crawls, site: NewsSite) -> None:
    crawls()
    site.stories = [replace(site.stories[0], text="Ein ganz anderer Text, der den alten ersetzt."), *site.stories[1:]]
    outcome = crawls()
    assert outcome["outcomes"]["revised"] == 1
    assert outcome["outcomes"]["unchanged"] == 11


def test_404_withdraws_on_the_second_night(crawls: Crawls, site: NewsSite) -> None:
    crawls()
    gone, *rest = site.stories
    site.stories = rest
    assert crawls()["outcomes"]["missing"] == 1
    assert len(crawls.stored()) == 12
    assert crawls()["outcomes"]["withdrawn"] == 1
    assert gone.url not in {revision.url for revision in crawls.stored()}
    site.forget()
    crawls()
    assert gone.path not in [asked.path for asked in site.asked]


def test_404_in_a_second_run_of_the_same_night_confirms_nothing(crawls: Crawls, site: NewsSite) -> None:
    crawls()
    gone, *site.stories = site.stories
    for hours in (24, 26):
        assert crawls(at=NIGHT + timedelta(hours=hours))["outcomes"]["withdrawn"] == 0
    assert len(crawls.stored()) == 12
    assert crawls(at=NIGHT + timedelta(hours=48))["outcomes"]["withdrawn"] == 1
    assert gone.url not in {revision.url for revision in crawls.stored()}


def test_many_gone_are_an_alarm_and_no_massacre_night_after_night(crawls: Crawls, site: NewsSite) -> None:
    crawls()
    for story, status in zip(site.stories[:6], (410, 404, 404, 410, 410, 404), strict=True):
        site.answers[story.path] = Always(Answer(status))
    for _ in range(2):
        outcome = crawls()
        assert outcome["outcomes"]["withdrawn"] == 0
        assert any("pages asked for are gone; no article" in alarm for alarm in outcome["alarms"])
    assert len(crawls.stored()) == 12
    for story in site.stories[1:6]:
        del site.answers[story.path]
    assert crawls()["outcomes"]["withdrawn"] == 1
    assert len(crawls.stored()) == 11


def test_many_gone_are_withdrawn_when_a_person_says_so(crawls: Crawls, site: NewsSite) -> None:
    crawls()
    for story in site.stories[:6]:
        site.answers[story.path] = Always(Answer(404))
    (alarm,) = crawls()["alarms"]
    assert "--accept-gone" in alarm
    outcome = crawls(accept_gone=True)
    assert (outcome["outcomes"]["withdrawn"], outcome["alarms"]) == (6, [])


@pytest.mark.parametrize(
    ("count", "form"),
    [(6, "<h1>{title}</h1>"), (2, "<h1>{title}</h1><p>{title} lesen Sie bald wieder hier.</p>")],
    ids=["six", "two that name their headline"],
)
def test_a_notice_that_repeats_each_headline_overwrites_nothing(
    crawls: Crawls, site: NewsSite, count: int, form: str
) -> None:
    crawls()
    before = {revision.url: revision.article.text for revision in crawls.stored()}
    sentence = "<p>Wegen dringender Arbeiten an unseren Servern ist dieser Beitrag heute Nacht nicht zu lesen.</p>"
    for story in site.stories[:count]:
        page = f"<html><title>{story.slug}</title><body>{form.format(title=story.slug)}{sentence * 6}</body></html>"
        site.answers[story.path] = Always(Answer(body=page.encode()))
    outcome = crawls()
    assert (outcome["outcomes"]["revised"], outcome["outcomes"]["rejected"]) == (0, count)
    assert bool(outcome["alarms"]) == (count == 6)
    assert {revision.url: revision.article.text for revision in crawls.stored()} == before


def test_a_text_that_is_rewritten_from_the_ground_up_is_a_revision_all_the_same(crawls: Crawls, site: NewsSite) -> None:
    crawls()
    text = "Nichts davon hat Bestand, und an jedem Satz wurde so lange gefeilt, bis kein Wort mehr stehen blieb."
    site.stories = [replace(site.stories[0], text=text), *site.stories[1:]]
    assert crawls()["outcomes"]["revised"] == 1


def test_410_withdraws_at_once_and_a_return_is_a_revision(crawls: Crawls, site: NewsSite) -> None:
    crawls()
    story = site.stories[0]
    site.stories = site.stories[1:]
    site.answers[story.path] = lambda _: Answer(410)
    assert crawls()["outcomes"]["withdrawn"] == 1
    del site.answers[story.path]
    site.stories = [story, *site.stories]
    assert crawls()["outcomes"]["revised"] == 1
    assert len(crawls.stored()) == 12


def test_an_article_that_moved_keeps_its_identity(crawls: Crawls, site: NewsSite) -> None:
    crawls()
    before = {revision.url: revision.id for revision in crawls.stored()}
    moved = site.stories[:4]
    # Published as before, under other addresses; the listings show only those.
    site.stories = [replace(story, slug=f"umbenannt-{story.slug}") for story in moved] + site.stories[4:]
    for old, new in zip(moved, site.stories, strict=False):
        site.answers[old.path] = Always(Answer(301, headers={"Location": new.path}))
    assert crawls()["outcomes"]["created"] == 0
    after = {revision.url: revision.id for revision in crawls.stored()}
    assert len(after) == 12
    for old, new in zip(moved, site.stories, strict=False):
        assert after[CanonicalUrl(new.url)] == before[CanonicalUrl(old.url)]


@pytest.mark.parametrize("status", [500, 502])
def test_an_error_of_the_server_leaves_the_article_open(crawls: Crawls, site: NewsSite, status: int) -> None:
    path = site.stories[0].path
    site.answers[path] = lambda _: Answer(status)
    outcome = crawls()
    assert (outcome["outcomes"]["created"], outcome["outcomes"]["failed"]) == (11, 1)
    assert outcome["requests"]["retries"] == 1
    del site.answers[path]
    assert crawls()["outcomes"]["created"] == 1


@pytest.mark.parametrize(
    "answer",
    [
        Answer(403),
        Answer(200, b""),
        Answer(200, b"%PDF-1.7", {"Content-Type": "application/pdf"}),
        Answer(301, headers={"Location": "/"}),
        Answer(302, headers={"Location": "ftp://127.0.0.1/"}),
        Answer(304),
    ],
    ids=["forbidden", "empty", "pdf", "home", "ftp", "unasked 304"],
)
def test_a_page_that_is_no_article_is_rejected_and_asked_again(crawls: Crawls, site: NewsSite, answer: Answer) -> None:
    site.answers[site.stories[0].path] = Once(answer)
    site.answers["/"] = lambda _: Answer(200, b"<html><h1>Startseite</h1><p>Willkommen.</p></html>")
    outcome = crawls()
    assert (outcome["outcomes"]["created"], outcome["outcomes"]["rejected"]) == (11, 1)
    assert outcome["alarms"] == []
    with crawls.store() as store:
        ((_, url, reason),) = store.rejections_of_run("run-1")
    assert url == site.stories[0].url
    assert reason
    assert crawls()["outcomes"]["created"] == 1


def test_many_rejections_are_an_alarm(crawls: Crawls, site: NewsSite) -> None:
    for story in site.stories[:6]:
        site.answers[story.path] = lambda _: Answer(200, b"")
    assert any("6 of 12" in alarm for alarm in crawls()["alarms"])
    assert crawls()["alarms"] == [], "what was broken last night is no news"


def test_one_text_in_place_of_many_is_an_alarm(crawls: Crawls, site: NewsSite) -> None:
    notice = article_page(
        replace(site.stories[0], slug="Wir bauen um", text="Unsere Seiten sind bald wieder da, Geduld.")
    )
    for story in site.stories[:6]:
        site.answers[story.path] = Always(Answer(200, notice))
    assert any("6 pages show one and the same text" in alarm for alarm in crawls()["alarms"])


def test_the_first_page_of_a_notice_with_headlines_is_put_right_by_the_next_run(crawls: Crawls, site: NewsSite) -> None:
    """Its articles are too old to be asked again soon for their age's sake."""
    site.stories = stories(12, newest_at=NIGHT - timedelta(days=20))
    notice = "<p>Wegen dringender Arbeiten an unseren Servern ist dieser Beitrag heute Nacht nicht zu lesen.</p>" * 6
    for story in site.stories[:6]:
        page = f"<html><title>{story.slug}</title><body><h1>{story.slug}</h1>{notice}</body></html>"
        site.answers[story.path] = Always(Answer(body=page.encode()))
    assert crawls()["alarms"]
    site.answers.clear()
    crawls()
    assert len(crawls.stored()) == 12
    assert not [revision.url for revision in crawls.stored() if "Server" in revision.article.text]


def test_a_reservation_is_respected(crawls: Crawls, site: NewsSite) -> None:
    story = site.stories[0]
    site.answers[story.path] = lambda _: Answer(200, article_page(story), {"TDM-Reservation": "1"})
    outcome = crawls()
    assert outcome["outcomes"]["rejected"] == 1
    with crawls.store() as store:
        ((_, _, reason),) = store.rejections_of_run("run-1")
    assert reason == "tdm reservation"


@pytest.mark.parametrize(
    "claim", ["/", "https://elsewhere.example/news/a-19-11-2026", "http://[", "/news/geschichte-nummer-3-19-11-2026"]
)
def test_a_wrong_canonical_is_not_believed(crawls: Crawls, site: NewsSite, claim: str) -> None:
    """All pages claim to be the same other page; each stays an article of its own."""
    for story in site.stories:
        page = article_page(story).replace(b"</head>", f"<link rel=canonical href='{claim}'></head>".encode())
        site.answers[story.path] = Always(Answer(body=page))
    for _ in range(2):
        crawls()
        stored = crawls.stored()
        assert {revision.url for revision in stored} == {story.url for story in site.stories}
        assert {len(revision.urls) for revision in stored} == {1}
        assert {revision.number for revision in stored} == {1}


def test_an_article_that_others_redirect_to_keeps_its_own_teaser(crawls: Crawls, site: NewsSite) -> None:
    """What listings said of the others is not said of it."""
    crawls()
    for story in site.stories[1:4]:
        site.answers[story.path] = Always(Answer(301, headers={"Location": site.stories[0].path}))
    outcome = crawls()
    assert outcome["outcomes"]["revised"] == 0
    (revision,) = [revision for revision in crawls.stored() if revision.url == site.stories[0].url]
    assert (revision.number, site.stories[0].slug in (revision.article.summary or "")) == (1, True)


@pytest.mark.parametrize("are_gone", [False, True], ids=["the claimed alone", "the articles, too"])
def test_canonicals_that_lead_nowhere_are_no_articles_that_are_gone(
    crawls: Crawls, site: NewsSite, are_gone: bool
) -> None:
    """Else a publisher with such a fault in its pages would raise an alarm every night."""
    for story in site.stories:
        link = f"<link rel=canonical href='/news/nirgends-{story.slug}-19-11-2026'></head>".encode()
        page = article_page(story).replace(b"</head>", link)
        site.answers[story.path] = Always(Answer(body=page))
    crawls()
    if are_gone:
        site.answers |= {story.path: Always(Answer(404)) for story in site.stories}
    outcome = crawls()
    said = [alarm.partition(";")[0] for alarm in outcome["alarms"]]
    assert said == (["12 of 24 pages asked for are gone"] if are_gone else [])
    assert outcome["outcomes"]["missing"] == (24 if are_gone else 12)
    assert len(crawls.stored()) == 12


def test_a_canonical_that_nobody_listed_is_asked_for(crawls: Crawls, site: NewsSite) -> None:
    story = site.stories[0]
    page = article_page(story).replace(b"</head>", b"<link rel=canonical href='/news/der-wahre-ort-19-11-2026'></head>")
    site.answers[story.path] = Always(Answer(body=page))
    site.answers["/news/der-wahre-ort-19-11-2026"] = Always(Answer(body=page))
    crawls()
    crawls()
    assert "/news/der-wahre-ort-19-11-2026" in [asked.path for asked in site.asked]


def test_a_page_that_is_too_big_is_rejected(crawls: Crawls, site: NewsSite) -> None:
    crawls.settings["DOWNLOAD_MAXSIZE"] = 20_000
    site.answers[site.stories[0].path] = lambda _: Answer(200, b"x" * 30_000)
    outcome = crawls()
    assert (outcome["outcomes"]["created"], outcome["outcomes"]["rejected"]) == (11, 1)


@pytest.mark.parametrize("content_type", ["application/json", "application/rss+xml", "image/png"])
def test_what_is_no_web_page_is_rejected(crawls: Crawls, site: NewsSite, content_type: str) -> None:
    site.answers[site.stories[0].path] = lambda _: Answer(200, b"[1]", {"Content-Type": content_type})
    assert crawls()["outcomes"]["rejected"] == 1


def test_a_redirect_loop_is_rejected(crawls: Crawls, site: NewsSite) -> None:
    path = site.stories[0].path
    site.answers[path] = lambda _: Answer(302, headers={"Location": path})
    assert crawls()["outcomes"]["rejected"] == 1
