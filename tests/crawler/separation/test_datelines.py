"""Lines that are a date, with its label, its time and its author at most."""

import pytest

from crawler.separation.article import separate_page
from crawler.separation.datelines import is_byline, is_dateline
from crawler.separation.page import Page

LINES = (
    "Von Paul Engel, 3. Februar 2024, 12:30 Uhr",
    "Feb. 3, 2024 at 5:12 p.m. EST",
    "Datum: 03.02.2024",
    "Last updated: 2:52 pm\nMarch 12, 2009\nPosted: 2:51 pm\nMarch 12, 2009",
    "Friday, September 18, 2009",
    "By Miriam Stone and Ann Lee | Published: 23. Juli 2017",
    "17:41 JST, October 13, 2024",
    "2024-02-03",
    "3. Februar 2024 um 12:30 Uhr Von Paul Engel und Eva Rott, Stade 3 Min. Lesezeit",
    "Autorinnen: Eva Rott, Ida Blohm | Datum: 3. Februar 2024, 12:30 Uhr",
    "Aus Prag berichtet Eva Rott | Erstellt: 03.02.2024",
    "Eva Rott • Reporterin | Veröffentlicht am 03.02.2024, 7.15 Uhr",
)
BYLINES = {
    "Von Eva Rott (Text) und Paul Engel (Fotos)": ("Eva Rott", "Paul Engel"),
    "Words: Miriam Stone": ("Miriam Stone",),
    "Aufgezeichnet von Eva Rott, Stade": ("Eva Rott",),
    "Eva Rott • Reporterin": ("Eva Rott",),
}
OTHERS = (
    "Luxembourg, July 1 2010",
    "Das Gesetz vom 12. März 2003",
    "Verkündet am: 12.11.2009",
    "Seminartermin: 22. & 23. August 2015",
    "11.12.2019, 14.00 – Chemnitz",
    "Saisonzeitraum 08.01.2020 - 02.02.2020",
    "Update vom 15. Mai 2019: Feinschliff",
    "Am 3. Februar 2024 fiel Paul Engel ins Wasser",
    "12:30 Uhr",
)
BODY = "<p>Der Deichgraf von Ostersiel hat am Mittwoch die Schleuse geöffnet und damit das Hinterland entwässert.</p>"


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("markup", ["<p>{}</p>", "<h3>{}</h3>", "<div class=x7f><span>{}</span></div>"])
def test_a_dateline_above_the_text_is_none_of_it(line: str, markup: str) -> None:
    shown = markup.format(line.replace("\n", "<br>"))
    page = Page(url="https://www.bote.example/schleuse", content=f"<h1>Die Schleuse ist offen</h1>{shown}{BODY * 2}")
    article = separate_page(page).article
    assert line.partition("\n")[0] not in article.text
    assert article.published_at is not None


@pytest.mark.parametrize("line", BYLINES)
def test_a_line_that_only_signs_is_none_of_the_text(line: str) -> None:
    article = separate_page(
        Page(url="https://www.bote.example/schleuse", content=f"<h1>Die Schleuse ist offen</h1><p>{line}</p>{BODY * 2}")
    ).article
    assert line not in article.text
    assert article.authors == BYLINES[line]


@pytest.mark.parametrize("line", ["Von Ostersiel zu Westersiel", "Der Deichgraf", "Von Eva Rott kam kein Wort."])
def test_a_line_that_tells_signs_nothing(line: str) -> None:
    assert not is_byline(line)


def test_a_dateline_before_the_title_is_none_of_the_text() -> None:
    head = "<i>3. Februar 2024, 12:30 Uhr</i><br><i>Deiche</i><br><b>Wieder offen: die Schleuse</b><br>"
    menu = "<div><a href=/>Bote</a> <a href=/k>Küste</a></div>"
    content = (
        "<html><head><title>Wieder offen: die Schleuse – Küste – Bote</title></head>"
        f"<body>{menu}<div>{head}<p>Von Eva Rott</p>{BODY * 2}</div></body></html>"
    )
    article = separate_page(Page(url="https://www.bote.example/schleuse", content=content)).article
    assert article.title == "Wieder offen: die Schleuse"
    assert article.authors == ("Eva Rott",)
    assert article.published_at is not None
    assert article.text.startswith("Der Deichgraf")


@pytest.mark.parametrize("line", OTHERS)
def test_a_line_that_says_more_is_no_dateline(line: str) -> None:
    assert not is_dateline(line)


def test_a_dateline_of_a_plain_text_is_none_of_it() -> None:
    body = "Rain fell on Harbour for a week, and nobody in the town was surprised by that at all.\n\n" * 2
    text = f"The harbour is shut\n\n3 February 2024, by Miriam Stone\n\n{body}"
    article = separate_page(Page(url=None, content=text)).article
    assert "Miriam" not in article.text
    assert article.text.count("Rain fell") >= 1
