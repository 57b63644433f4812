"""Something else in an article's place, answered with 200: it never becomes a revision, and its bytes are kept."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from articles.model import Revision
from tests.crawler.crawling.crawls import Crawls
from tests.crawler.crawling.news_site import LISTINGS, Answer, Asked, NewsSite, Story, article_page, listing_page

NOTICE = (
    "<html lang=de><head><title>Wartung</title></head><body><h1>Wir sind gleich zurück</h1>"
    "<p>Unsere Server werden gerade auf den neuesten Stand gebracht, das dauert noch etwa eine Stunde.</p>"
    "<p>Bitte besuchen Sie uns später wieder, und entschuldigen Sie die Unannehmlichkeiten.</p>{}</body></html>"
)


def kept(crawls: Crawls) -> dict[str, bytes]:
    """Pages in quarantine by URL."""
    paths = sorted((crawls.directory / "quarantine").glob("*/*.json"))
    return {json.loads(path.read_bytes())["url"]: path.with_suffix(".html").read_bytes() for path in paths}


def texts(revisions: list[Revision]) -> str:
    return "\n".join(revision.article.text for revision in revisions)


def test_a_maintenance_page_in_place_of_all_articles(crawls: Crawls, site: NewsSite) -> None:
    for number, story in enumerate(site.stories):
        page = NOTICE.format(f"<p>Vorgang 4711-{number}, {number} Uhr.</p>").encode()
        site.answers[story.path] = lambda _, page=page: Answer(body=page)  # type: ignore[misc]
    outcome = crawls()
    assert outcome["outcomes"]["created"] == 0
    assert outcome["outcomes"]["rejected"] == 12
    assert outcome["alarms"]
    assert crawls.stored() == []
    assert set(kept(crawls)) == {story.url for story in site.stories}
    assert "Unsere Server" not in crawls.log(), "pages are kept in quarantine, not in the log"
    site.answers.clear()
    assert crawls()["outcomes"]["created"] == 12, "what was turned down is asked again"


def test_a_maintenance_page_in_place_of_known_articles(crawls: Crawls, site: NewsSite) -> None:
    crawls()
    before = crawls.stored()
    for story in site.stories:
        site.answers[story.path] = lambda _: Answer(body=NOTICE.format("").encode())
    assert crawls()["alarms"]
    assert crawls.stored() == before


def test_a_notice_that_mentions_each_headline_is_held_back(crawls: Crawls, site: NewsSite) -> None:
    """It speaks of what was announced, so only its being everywhere tells."""
    names = ", ".join(f"Titel {story.slug}" for story in site.stories)
    page = NOTICE.format(f"<p>Bald wieder zu lesen: {names}.</p>").encode()
    for story in site.stories[:2]:
        site.answers[story.path] = lambda _: Answer(body=page)
    outcome = crawls()
    assert (outcome["outcomes"]["created"], outcome["outcomes"]["rejected"]) == (10, 2)
    assert "gleich zurück" not in texts(crawls.stored())


@pytest.mark.parametrize("known", [False, True], ids=["new", "known"])
def test_a_single_not_found_with_200(crawls: Crawls, site: NewsSite, known: bool) -> None:
    if known:
        crawls()
    story = site.stories[0]
    page = (
        "<html lang=de><head><title>Seite nicht gefunden</title></head><body><h1>Hoppla!</h1>"
        "<p>Die gewünschte Seite ist leider nicht mehr vorhanden oder umgezogen.</p></body></html>"
    ).encode()
    site.answers[story.path] = lambda _: Answer(body=page)
    outcome = crawls()
    assert outcome["outcomes"]["rejected"] == 1
    assert outcome["alarms"] == []
    assert "gewünschte" not in texts(crawls.stored())
    assert len(crawls.stored()) == (12 if known else 11)
    assert kept(crawls) == {story.url: page}


@pytest.mark.parametrize("known", [False, True], ids=["new", "known"])
def test_the_home_page_in_place_of_an_article(crawls: Crawls, site: NewsSite, known: bool) -> None:
    """It carries the article's headline and teaser, among those of others."""
    if known:
        crawls()
    before = crawls.stored()
    page = listing_page(site.stories, next_path=None)
    page = page.replace(b"<html>", b"<html lang=de><head><title>Die Zeitung: Startseite</title></head>")
    site.answers[site.stories[0].path] = lambda _: Answer(body=page)
    assert crawls()["outcomes"]["rejected"] == 1
    if known:
        assert crawls.stored() == before
    else:
        assert len(crawls.stored()) == 11


TEASERS = (
    "Der Bürgermeister räumt Fehler beim Umbau der Brücke ein und kündigt Gespräche an.",
    "Ein Hochwasser hat am Wochenende mehrere Keller in der Altstadt überflutet.",
    "Forscher entdecken im Moor Überreste eines Bootes aus der Bronzezeit.",
)


def announce(site: NewsSite, teasers: tuple[str, ...]) -> list[Story]:
    """List three stories with real teasers; their pages show headline, teaser and text."""
    told = [replace(story, text=text) for story, text in zip(site.stories[:3], teasers, strict=True)]
    site.stories[:3] = told
    page = listing_page(site.stories, next_path=None).decode()
    for story, teaser in zip(told, TEASERS, strict=True):
        page = page.replace(f"Der Anriss zu {story.slug} ist ein Satz.", teaser)
    for path in LISTINGS:
        site.answers[path] = lambda _: Answer(body=page.encode())
    return told


def put_notices(site: NewsSite, stories: list[Story]) -> None:
    """Notices that bear each headline, above the text and within it."""
    for story in stories:
        page = NOTICE.format(f"<p>Sie wollten {story.slug} lesen.</p>")
        page = page.replace("<title>Wartung", f"<title>{story.slug}").replace("Wir sind gleich zurück", story.slug)
        site.answers[story.path] = lambda _, page=page: Answer(body=page.encode())  # type: ignore[misc]


@pytest.mark.parametrize("known", [False, True], ids=["new", "known"])
def test_not_even_the_first_page_of_a_notice_that_bears_each_headline_is_stored(
    crawls: Crawls, site: NewsSite, known: bool
) -> None:
    told = announce(site, TEASERS)
    if known:
        crawls()
    before = crawls.stored() if known else []
    put_notices(site, told[:2])
    outcome = crawls()
    assert outcome["outcomes"]["rejected"] == 2
    assert "neuesten Stand" not in texts(crawls.stored())
    assert set(kept(crawls)) == {story.url for story in told[:2]}
    if known:
        assert crawls.stored() == before
    for story in told:
        site.answers.pop(story.path, None)
    crawls()
    assert len(crawls.stored()) == 12, "they are had when the site is back"


def test_reports_that_say_nothing_of_their_teaser_and_differ_in_numbers_alone_are_stored(
    crawls: Crawls, site: NewsSite
) -> None:
    """They wait for the end of the crawl, and each is the only one of its text."""
    said = tuple(
        f"Hier steht, was gemessen wurde, in immer denselben Worten: {number} cm." for number in (312, 298, 305)
    )
    told = announce(site, said)
    outcome = crawls()
    assert outcome["outcomes"]["created"] == 12
    assert outcome["outcomes"]["rejected"] == 0
    assert crawls.log().count("is held back") == 3
    assert {story.url for story in told} <= {revision.url for revision in crawls.stored()}


def test_an_article_under_another_headline_is_stored(crawls: Crawls, site: NewsSite) -> None:
    """Headlines are rewritten after they were listed; that alone is no reason for doubt."""
    story = site.stories[0]
    page = article_page(story).replace(f"<h1>{story.slug}</h1>".encode(), b"<h1>Was alle jetzt wissen wollen</h1>")
    page = page.replace(f"<title>{story.slug}</title>".encode(), b"<title>Was alle jetzt wissen wollen</title>")
    site.answers[story.path] = lambda _: Answer(body=page)
    outcome = crawls()
    assert outcome["outcomes"]["created"] == 12
    assert any(revision.article.title == "Was alle jetzt wissen wollen" for revision in crawls.stored())


def test_the_same_text_under_two_headlines_stays_two_articles(crawls: Crawls, site: NewsSite) -> None:
    text = article_page(Story("die-immer-gleiche-meldung", site.stories[0].published_at))
    for story in site.stories[:2]:
        page = text.replace(b"<h1>die-immer-gleiche-meldung</h1>", f"<h1>Titel {story.slug}</h1>".encode())
        site.answers[story.path] = lambda _, page=page: Answer(body=page)  # type: ignore[misc]
    assert crawls()["outcomes"]["created"] == 12


def test_a_notice_in_place_of_a_listing_is_kept(crawls: Crawls, site: NewsSite) -> None:
    site.answers["/news"] = lambda _: Answer(body=NOTICE.format("").encode())
    outcome = crawls()
    assert any("/news shows no entries" in alarm for alarm in outcome["alarms"])
    assert any(url.endswith("/news") for url in kept(crawls))


def test_what_is_held_back_when_a_run_is_killed_is_asked_again(crawls: Crawls, site: NewsSite, tmp_path: Path) -> None:
    story = site.stories[0]
    page = article_page(story).replace(f"<h1>{story.slug}</h1>".encode(), b"<h1>Was alle jetzt wissen wollen</h1>")
    page = page.replace(f"<title>{story.slug}</title>".encode(), b"")
    site.answers[story.path] = lambda _: Answer(body=page)
    process = crawls.start()

    def kill_at_the_end(_: Asked) -> Answer | None:
        process.kill()
        return None

    site.answers[site.stories[-1].path] = kill_at_the_end
    process.wait(timeout=60)
    process.communicate()
    del site.answers[site.stories[-1].path]
    assert story.url not in {revision.url for revision in crawls.stored()}
    crawls()
    assert story.url in {revision.url for revision in crawls.stored()}
