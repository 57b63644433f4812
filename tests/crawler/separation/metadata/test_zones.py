"""Times that a page writes without an offset."""

import pytest

from crawler.separation.article import separate_page
from crawler.separation.metadata.zones import guess_zone
from crawler.separation.page import Page

BODY = """<h1>Brücke wieder offen</h1>
<p>Nach elf Monaten rollt der Verkehr über die Mühlbrücke wieder auf beiden Spuren, teilte das Amt am Montag mit.</p>
<p>Gefeiert wird am Sonntag mit einem Umzug, zu dem die Feuerwehr und der Gesangsverein schon zugesagt haben.</p>"""


def published(head: str, url: str) -> tuple[str | None, tuple[str, ...]]:
    article = separate_page(Page(url=url, content=f"<html><head>{head}</head><body>{BODY}</body></html>")).article
    return article.published_at.isoformat() if article.published_at else None, article.warnings


def test_are_those_of_the_country_of_the_address_with_a_warning() -> None:
    head = '<meta name="date" content="2026-11-19T18:11">'
    moment, warnings = published(head, "https://bote.de/x")
    assert moment == "2026-11-19T18:11:00+01:00"
    assert warnings == ("the time of publication has no zone; it was taken as Europe/Berlin",)
    moment, warnings = published(head, "https://bote.example/x")
    assert moment == "2026-11-19T18:11:00+00:00"
    assert warnings == ("the time of publication has no zone; it was taken as UTC",)


def test_written_once_more_with_their_offset_have_it() -> None:
    head = '<meta name="date" content="2026-11-19 18:11:01.0"><meta name="pubdate" content="2026-11-19T18:11:01+02:00">'
    assert published(head, "https://bote.de/x") == ("2026-11-19T18:11:01+02:00", ())


@pytest.mark.parametrize(
    ("url", "language", "zone"),
    [
        ("https://bote.at/x", "en", "Europe/Vienna"),
        ("https://bote.example/x", "de-CH", "Europe/Berlin"),
        ("https://gazette.com/x", "en", None),
        ("https://[broken", None, None),
        (None, "ja", "Asia/Tokyo"),
    ],
)
def test_are_guessed_only_where_one_time_is_kept(url: str | None, language: str | None, zone: str | None) -> None:
    guessed = guess_zone(url, language)
    assert (guessed.key if guessed else None) == zone
