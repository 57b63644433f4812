"""One listing, many markups, the same entries."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring

from articles.identity import UrlRule
from articles.store.terms import ListingEntry
from crawler.discovery.entries import DateRules
from crawler.discovery.listing_page import ListingPage, discover_listing
from tests.crawler.discovery.markups import AD_TEXT, ENTRIES, MARKUPS, around, cards

ZONE = ZoneInfo("Europe/Berlin")
RULE = UrlRule(
    origin="https://www.gazette.example",
    hosts=frozenset({"gazette.example"}),
    article_path=re.compile(r"/news/[a-z0-9-]+-\d{2}-\d{2}-\d{4}"),
    tag_authority="gazette.example",
    tag_date="2025",
)
DATE_RULES = DateRules(language="de", zone=ZONE, not_after=datetime(2026, 1, 22, tzinfo=UTC))


def read(html: str, url: str = "https://www.gazette.example/news/seite/2") -> ListingPage:
    return discover_listing(
        document_fromstring(html), url=url, rule=RULE, date_rules=DATE_RULES, page_path="/seite/{n}"
    )


@pytest.fixture(params=MARKUPS, ids=lambda markup: str(markup.__name__))
def entries(request: pytest.FixtureRequest) -> tuple[ListingEntry, ...]:
    markup: Callable[[], str] = request.param
    return read(markup()).entries


def test_urls(entries: tuple[ListingEntry, ...]) -> None:
    assert [entry.url for entry in entries] == [RULE.origin + shown.path for shown in ENTRIES]


def test_titles(entries: tuple[ListingEntry, ...]) -> None:
    assert [entry.title for entry in entries] == [shown.title for shown in ENTRIES]


def test_minutes(entries: tuple[ListingEntry, ...]) -> None:
    expected = [
        datetime.strptime(f"{shown.day} {shown.clock}", "%d.%m.%Y %H:%M").replace(tzinfo=ZONE) for shown in ENTRIES
    ]
    assert [entry.published_at for entry in entries] == expected


def test_teasers(entries: tuple[ListingEntry, ...]) -> None:
    assert [entry.summary for entry in entries] == [shown.teaser for shown in ENTRIES]


def test_the_advertisement_is_nowhere(entries: tuple[ListingEntry, ...]) -> None:
    said = " ".join(f"{entry.title} {entry.summary}" for entry in entries)
    assert AD_TEXT[:20] not in said


def test_a_lonely_entry_does_not_take_the_page_along() -> None:
    shown = ENTRIES[0]
    html = around(
        f"<div><div><p>{shown.day}</p><p>{shown.clock} Uhr</p><h3><a href='{shown.path}'>{shown.title}</a></h3>"
        f"<p>{shown.teaser}</p></div></div>"
    )
    (entry,) = read(html).entries
    assert (entry.title, entry.summary) == (shown.title, shown.teaser)


def test_links_elsewhere_are_added_without_taking_facts_away() -> None:
    """The newest article stands in a box beside the list too, by its headline alone."""
    box = f"<aside><h2>Meistgelesen</h2><a href='{ENTRIES[2].path}'>Kurz: Dritte</a></aside>"
    entries = read(cards().replace("<main>", f"{box}<main>")).entries
    assert {entry.url: entry.title for entry in entries} == {RULE.origin + shown.path: shown.title for shown in ENTRIES}


def test_a_page_without_entries() -> None:
    assert read(around("<p>Wir sind gleich wieder da, bitte haben Sie etwas Geduld.</p>")).entries == ()


def test_odd_links_are_passed_over() -> None:
    html = around(
        "<a href='http://['>x</a><a href='mailto:a@b'>x</a><a href=''>x</a><a>x</a><a href='javascript:0'>x</a>"
    )
    assert read(html).entries == ()


def test_the_base_element_is_honoured() -> None:
    html = "<html><head><base href='/news/'></head><body><a href='a-21-01-2026'>Titel</a></body></html>"
    assert [entry.url for entry in read(html).entries] == [f"{RULE.origin}/news/a-21-01-2026"]


@pytest.mark.parametrize("host", ["http://gazette.example", "https://www.gazette.example:443", "//www.gazette.example"])
def test_pages_may_be_linked_on_any_own_host(host: str) -> None:
    html = around(f"<p><a href='{host}/news/a-21-01-2026'>Titel</a></p>").replace(
        "/news/seite/3", f"{host}/news/seite/3"
    )
    page = read(html)
    assert [entry.url for entry in page.entries] == [f"{RULE.origin}/news/a-21-01-2026"]
    assert page.next_page is not None
    assert (page.next_page.url, page.next_page.is_guess) == (f"{RULE.origin}/news/seite/3", False)


def test_a_label_in_the_link_is_not_its_headline() -> None:
    labels = ("Video", "Kommentar", "Exklusiv")
    html = "".join(
        f"<a href='/news/{label.lower()}-lasst-er-geld-{n}-21-01-2026'><i>{label}</i><b>Er lässt Geld {n}</b></a>"
        for n, label in enumerate(labels)
    )
    assert [entry.title for entry in read(around(html)).entries] == [f"Er lässt Geld {n}" for n in range(3)]


def test_a_page_nested_without_end() -> None:
    depth = 3000
    html = f"<html><body>{'<div>' * depth}<a href='/news/a-21-01-2026'>Titel</a>{'</div>' * depth}</body></html>"
    assert len(read(html).entries) <= 1


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), max_size=300))
def test_any_text_between_entries_is_survived(text: str) -> None:
    html = cards().replace("<main>", f"<main><div>{escape(text)}</div>")
    assert [entry.url for entry in read(html).entries] == [RULE.origin + shown.path for shown in ENTRIES]
