"""When an article appeared: what the page claims, its dateline, the listing and the address, weighed."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from articles.model import Article
from crawler.separation.article import separate_page
from crawler.separation.page import Listing, Page, Site

BERLIN = ZoneInfo("Europe/Berlin")
LISTED = Listing(published_at=datetime(2025, 11, 13, 6, 56, tzinfo=BERLIN))
LISTED_MINUTE = "2025-11-13T06:56:00+01:00"
URL = "https://www.bote.example/news/schleuse-13-11-2025"
BODY = (
    "<p>Der Deichgraf von Ostersiel hat am Mittwoch die Schleuse geöffnet und damit das Hinterland entwässert.</p>"
    "<p>Drei Bauern schauten zu, einer von ihnen klatschte, die anderen beiden hatten die Hände in den Taschen.</p>"
    "<p>Im Frühjahr soll ein zweites Tor folgen, sagte der Deichgraf, sofern das Geld bis dahin beisammen ist.</p>"
)


def json_ld(date: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{date}"}}</script>'


def separate(
    *, head: str = "", above: str = "", below: str = "", behind: str = "", listed: bool = True, url: str = URL
) -> Article:
    title = "Ostersiel öffnet seine Schleuse"
    content = (
        f"<html lang=de><head><title>{title}</title>{head}</head><body>{above}<h1>{title}</h1>{below}{BODY}{behind}"
        "</body></html>"
    )
    return separate_page(
        Page(
            url=url,
            content=content,
            site=Site(language="de", zone=BERLIN),
            listing=LISTED if listed else Listing(),
        )
    ).article


@pytest.mark.parametrize(
    "parts",
    [
        {"above": "<div>Webinar am 12.11.2025 um 19:00 Uhr</div>"},
        {"above": "<div>Konzert am Mittwoch, 12.11.2025, 19:00 Uhr</div>"},
        {"behind": "<div><h3>Mehr</h3><div>14.11.2025 08:00 Uhr</div><a href=/n/x>Ein ganz anderer Artikel</a></div>"},
        {"behind": "<p>Am 03.02.2024, 10:00 Uhr hatte der Rat getagt.</p>"},
        {"head": json_ld("2025-11-13T00:00:00+01:00")},
        {"head": json_ld("2025-11-13")},
        {"below": "<p>13.11.2025</p>"},
        {"head": json_ld("2025-11-20T09:00:00+01:00")},
        {"below": "<p>20.11.2025, 09:00 Uhr</p>"},
    ],
    ids=[
        "an event above the title",
        "another event above the title",
        "a teaser below",
        "a date in a sentence",
        "a claim at midnight",
        "a claimed day",
        "a dateline without a time",
        "a claim against listing and address",
        "a dateline against listing and address",
    ],
)
def test_the_listings_minute_stands(parts: dict[str, str]) -> None:
    published = separate(**parts).published_at  # type: ignore[arg-type]  # none of the parts is `listed`
    assert published is not None
    assert published.isoformat() == LISTED_MINUTE


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"head": json_ld("2025-11-13T07:15:00+01:00"), "below": "<p>13.11.2025, 08:00 Uhr</p>"}, "07:15"),
        ({"below": "<p>13.11.2025</p><p>09:00 Uhr</p>"}, "09:00"),
        ({"below": "<p>Von Gesa Harms, 13. November 2025, 09:05 Uhr</p>"}, "09:05"),
        ({"head": json_ld("2025-11-13T00:00:00Z"), "above": "<p>13.11.2025, 09:10 Uhr</p>"}, "09:10"),
    ],
    ids=["a claim with a time", "a dateline in two lines", "a byline with a date", "a dateline beside midnight"],
)
def test_better_evidence_than_the_listing(parts: dict[str, str], expected: str) -> None:
    published = separate(**parts).published_at  # type: ignore[arg-type]  # none of the parts is `listed`
    assert published is not None
    assert published.strftime("%Y-%m-%d %H:%M") == f"2025-11-13 {expected}"


def test_a_day_that_others_contradict_is_warned_of() -> None:
    (warning,) = separate(head=json_ld("2025-11-20T09:00:00+01:00")).warnings
    assert "2025-11-20" in warning


def test_a_day_from_the_address_alone() -> None:
    published = separate(behind="<p>Am 03.02.2024, 10:00 Uhr hatte der Rat getagt.</p>", listed=False).published_at
    assert published == datetime(2025, 11, 13, tzinfo=BERLIN)


def test_a_shown_change_is_the_modification() -> None:
    article = separate(below="<p>13.11.2025, 06:56 Uhr</p><p>Aktualisiert: 13.11.2025, 09:30 Uhr</p>")
    assert article.published_at == datetime(2025, 11, 13, 6, 56, tzinfo=BERLIN)
    assert article.modified_at == datetime(2025, 11, 13, 9, 30, tzinfo=BERLIN)


def test_a_change_before_publication_is_none() -> None:
    article = separate(
        below="<p>13.11.2025, 06:56 Uhr</p>",
        head='<meta property="article:modified_time" content="2025-11-12T06:56:00+01:00">',
    )
    assert article.modified_at is None


@pytest.mark.parametrize(
    ("behind", "moment"),
    [
        ("<ul><li>Datum 13.11.2025</li></ul>", "2025-11-13T00:00:00+01:00"),
        ("<p>Veröffentlicht am 13.11.2025, 06:56 Uhr</p>", LISTED_MINUTE),
        ("<p>Aktualisiert: 13.11.2025</p>", None),
        ("<footer>13.11.2025</footer>", None),
    ],
)
def test_a_line_behind_the_text_counts_where_it_tells_of_publication(behind: str, moment: str | None) -> None:
    published = separate(behind=behind, listed=False, url="https://www.bote.example/news/schleuse").published_at
    assert (published.isoformat() if published else None) == moment
