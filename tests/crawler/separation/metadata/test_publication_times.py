"""When an article appeared: what the page claims, its dateline, the listing and the address, weighed."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from articles.model import Article
from crawler.separation.article import separate_page
from crawler.separation.page import Listing, Page, Site

BERLIN = ZoneInfo("Europe/Berlin")
LISTED = Listing(published_at=datetime(2025, 11, 13, 6, 56, tzinfo=BERLIN))
LISTED_MINUTE = "2025-11-13T06:56:00+01:00"
URL = "https://www.bote.example/news/schleuse-13-11-2025"
NO_DAY = "https://www.bote.example/news/schleuse"
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
        ("<p>Letzte Änderung: 13.11.2025<br>Erschienen am 12.11.2025</p>", "2025-11-12T00:00:00+01:00"),
        (
            "<p><time>13.11.2025</time></p><ul><li><a href=/n/x>Noch eine Schleuse</a></li></ul>",
            "2025-11-13T00:00:00+01:00",
        ),
        ("<footer>13.11.2025</footer><aside>14.11.2025</aside>", None),
    ],
)
def test_a_line_behind_the_text_counts_where_it_tells_of_publication(behind: str, moment: str | None) -> None:
    published = separate(behind=behind, listed=False, url="https://www.bote.example/news/schleuse").published_at
    assert (published.isoformat() if published else None) == moment


OFFICE = "Hafenamt Ostersiel am Deich, 13. November 2025"
OPENED = "<p>{} Der Deichgraf von Ostersiel hat die Schleuse geöffnet und damit das ganze Hinterland entwässert.</p>"


@pytest.mark.parametrize(
    ("opening", "moment"),
    [
        ("13.11.2025 –", "2025-11-13"),
        ("(13. November 2025)", "2025-11-13"),
        ("Ostersiel, 13. November 2025:", "2025-11-13"),
        ("Pressemitteilung vom 13. November 2025 | Ostersiel –", "2025-11-13"),
        ("2025-11-13 |", "2025-11-13"),
        ("Am 13. November 2025 – einem Donnerstag – kamen alle.", None),
        ("13. November 2025 heißt ein Lied.", None),
    ],
)
def test_a_date_that_opens_the_text_is_its_dateline(opening: str, moment: str | None) -> None:
    others = "<p>Ein zweiter Termin am 14.11.2025 blieb frei.</p><footer>15.11.2025</footer><footer>16.11.2025</footer>"
    published = separate(below=OPENED.format(opening), behind=others, listed=False, url=NO_DAY).published_at
    assert (f"{published:%Y-%m-%d}" if published else None) == moment


@pytest.mark.parametrize(
    "parts",
    [
        {"below": "<div><h5>Datum:</h5> 13.11.2025</div>"},
        {"behind": "<div><h5>Datum:</h5> 13.11.2025</div><div>14.11.2025</div>"},
        {"below": "<div>Erscheinungsdatum 13. November 2025</div>"},
        {"head": '<meta name="hafen:article_published_time" content="2025-11-13">'},
        {"head": '<meta name="bepress_citation_date" content="2025-11-13">'},
        {"head": json_ld("Thu Nov 13 06:56:01 CET 2025")},
        {"head": json_ld("2025-11-13").replace("NewsArticle", "WebPage")},
        {"head": "<script>var ebene = {'publishDate': '2025-11-13T06:56:00'};</script>"},
        {"behind": f"<div>{OFFICE}</div><footer>Veröffentlichung: 13.11.2025, 06:56 Uhr</footer>"},
    ],
    ids=[
        "a label in an element of its own",
        "such a label behind the text",
        "a label before the date",
        "a field of another vocabulary",
        "a field of a catalogue",
        "as programs print it",
        "a page that is no article",
        "a field of a script",
        "a word for publication far from the text",
    ],
)
def test_a_day_in_an_odd_place(parts: dict[str, str]) -> None:
    published = separate(**parts, listed=False, url=NO_DAY).published_at
    assert published is not None
    assert f"{published:%Y-%m-%d}" == "2025-11-13"


def test_days_of_several_fields_say_nothing() -> None:
    head = "<script>var a = [{'publishDate': '2025-11-13'}, {'publishDate': '2025-11-14'}];</script>"
    assert separate(head=head, listed=False, url=NO_DAY).published_at is None


@pytest.mark.parametrize(
    "behind",
    [
        "<aside><h3>Termine</h3><b>Lesung im Rathaus</b> <span>14. Mai 2024, 19 Uhr</span></aside>",
        "<dl><dt>Regie</dt><dd>Anna Berg</dd><dt>Kinostart</dt><dd>7. März 2024</dd></dl>",
        "<div>Release date: March 7, 2024</div>",
        "<div>Public hearing: 7 March 2024, Town Hall</div>",
        "<ul><li>Geboren am 3. Juni 1961 in Ostersiel</li></ul>",
        "<ul><li>Born: June 3, 1961</li></ul>",
        "<div><div>Das sagen unsere Leser</div><div><span>Egon P.</span><span>12.04.2024</span></div></div>",
        "<footer><p>© Hafenbote, 1. Januar 2019</p></footer>",
        "<p>Bewerbungsschluss: 31. März 2024</p>",
        "<div>Angebot gültig bis 31.12.2024</div>",
        "<footer>AGB in der Fassung vom 1. Juli 2021</footer>",
        "<section><h3>Aktuelle Ausgabe</h3><span>Heft 4 vom 12.10.2025</span></section>",
        "<figure><img src=a.jpg><figcaption>Die Schleuse am 12. Mai 1965</figcaption></figure>",
    ],
)
def test_the_only_day_of_a_page_may_be_of_something_else(behind: str) -> None:
    assert separate(behind=behind, listed=False, url=NO_DAY).published_at is None


@pytest.mark.parametrize(
    "between",
    ["<h2>Das Gesetz vom 12. März 2003</h2>", "<ul><li>3. Mai 1998: Die letzte Schicht</li></ul>"],
)
def test_a_day_that_the_text_tells_of_is_no_dateline(between: str) -> None:
    body = BODY.replace("</p><p>", f"</p>{between}<p>", 1)
    content = f"<html lang=de><body><h1>Ostersiel öffnet seine Schleuse</h1>{body}</body>"
    assert separate_page(Page(url=NO_DAY, content=content)).article.published_at is None


@pytest.mark.parametrize(
    "path",
    ["/2025/11/13/schleuse", "/2025-11/13/schleuse", "/schleuse-13-11-2025", "/13-11-2025", "/20251113-schleuse",
     "/schleuse_vom_13.11.2025"],
)  # fmt: skip
def test_days_in_addresses(path: str) -> None:
    published = separate(listed=False, url=f"https://www.bote.example{path}").published_at
    assert published == datetime(2025, 11, 13, tzinfo=BERLIN)


def test_numbers_in_addresses_that_are_no_days() -> None:
    for path in ("/120251113", "/20251313-schleuse", "/news/2025/13", "/99-13-2025"):
        assert separate(listed=False, url=f"https://www.bote.example{path}").published_at is None


def test_a_date_in_the_titles_element() -> None:
    content = (
        f"<html lang=de><body><h1><span>13. November 2025</span> Ostersiel öffnet seine Schleuse</h1>{BODY}</body>"
    )
    published = separate_page(Page(url=NO_DAY, content=content, site=Site(zone=BERLIN))).article.published_at
    assert published == datetime(2025, 11, 13, tzinfo=BERLIN)


@pytest.mark.parametrize(
    "line", ["Aktualisiert: 13.11.2025", "Seite zuletzt am 13.11.2025 geändert.", "Stand 13.11.2025"]
)
def test_the_last_change_is_no_publication(line: str) -> None:
    article = separate(behind=f"<footer>{line}</footer>", listed=False, url=NO_DAY)
    assert article.published_at is None
    assert article.modified_at == datetime(2025, 11, 13, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("line", "moment"),
    [("13.11.2025", None), ("Veröffentlichung: 13.11.2025", datetime(2025, 11, 13, tzinfo=BERLIN))],
)
@pytest.mark.parametrize("fetched_on", [13, 14])
def test_a_day_in_the_foot_counts_only_where_it_is_named(line: str, moment: datetime | None, fetched_on: int) -> None:
    fetched_at = datetime(2025, 11, fetched_on, 23, 30, tzinfo=BERLIN).astimezone(UTC)
    foot = f"<ul><li><a href=/i>Impressum</a></li><li><a href=/d>Datenschutz</a></li></ul><footer>{line}</footer>"
    content = f"<html lang=de><h1>Die Schleuse ist offen</h1>{BODY}{foot}"
    page = Page(url=NO_DAY, content=content, site=Site(zone=BERLIN), fetched_at=fetched_at)
    assert separate_page(page).article.published_at == moment


def test_a_time_in_utc_is_told_as_the_sites_clock_shows_it() -> None:
    content = f"<html lang=de><head>{json_ld('2025-11-12T23:30:00Z')}</head><body><h1>Schleuse</h1>{BODY}</body></html>"
    published = separate_page(Page(url="https://www.bote.de/schleuse", content=content)).article.published_at
    assert published is not None
    assert published.isoformat() == "2025-11-13T00:30:00+01:00"


@pytest.mark.parametrize("line", ["Anhörung: 12. Dezember 2024", "Eröffnung: Samstag, 3. Mai 2025"])
def test_what_takes_place_on_a_day_beside_the_title_dates_no_article(line: str) -> None:
    assert separate(below=f"<p>{line}</p>", listed=False, url=NO_DAY).published_at is None


@pytest.mark.parametrize("line", ["Datum: 12. Dezember 2024", "Erschienen: Donnerstag, 12. Dezember 2024"])
def test_a_labelled_day_of_publication_beside_the_title_does(line: str) -> None:
    published = separate(below=f"<p>{line}</p>", listed=False, url=NO_DAY).published_at
    assert published is not None
    assert f"{published:%Y-%m-%d}" == "2024-12-12"


@pytest.mark.parametrize(
    ("claim", "line", "day"),
    [
        ("2025-11-15", "13.11.2025", "2025-11-13"),
        ("2025-11-15T08:00:00+01:00", "13.11.2025", "2025-11-13"),
        ("2025-11-10", "13.11.2025", "2025-11-10"),
        ("2025-11-02", "11.02.2025", "2025-11-02"),
    ],
)
def test_a_claim_of_a_later_day_than_the_head_shows_is_no_first_publication(claim: str, line: str, day: str) -> None:
    published = separate(head=json_ld(claim), below=f"<p>{line}</p>", listed=False, url=NO_DAY).published_at
    assert published is not None
    assert f"{published:%Y-%m-%d}" == day
