"""Tables of figures between paragraphs stay, also where advertising or another container follows them."""

import pytest

from crawler.separation.article import separate_page
from crawler.separation.page import Page

BEFORE = (
    "<p>Zwei Gemeindediener hatten von Mai bis August an den Ortsgrenzen gestanden und Striche gemacht.</p>"
    "<p>Bei mehr als sechs Bienen gleichzeitig, so einer der beiden, verliere man den Überblick und den Mut.</p>"
)
TABLE = (
    "<table><tr><td>Zustand</td><td>Anzahl</td></tr><tr><td>dicht</td><td>58</td></tr><tr><td>tropft</td><td>16</td></tr>"
    "<tr><td>ohne Brause</td><td>5</td></tr><tr><td>nicht auffindbar</td><td>5</td></tr></table>"
)
AD = (
    "<aside class=promo><h3>Der lange Winter: So retten Sie Ihre Stube</h3><p>Ihre Fachleute im Webinar:</p>"
    "<a href=/webinar/der-lange-winter>Jetzt Platz im Webinar sichern</a></aside>"
)
BEHIND = (
    "<h2>Empfehlung: Vertrauen</h2><p>Der Hof rät davon ab, die Kannen anzuketten, wie es ein Antrag verlangt.</p>"
    "<p>Eine Kette koste mehr als eine Kanne, sagte die Prüferin, und gieße außerdem schlechter als eine.</p>"
)


@pytest.mark.parametrize("between", ["", AD, "</section><section>"])
def test_a_table_between_paragraphs_stays(between: str) -> None:
    body = f"<section>{BEFORE}{TABLE}{between}{BEHIND}</section>"
    page = Page(
        url="https://www.bote.example/kannen", content=f"<h1>Der Hof zählt Kannen</h1><article>{body}</article>"
    )
    text = separate_page(page).article.text
    assert "tropft\t16" in text
    assert "Webinar" not in text


@pytest.mark.parametrize("wrap", ["<div class=r4x>{}</div>", "<li>{}</li>"])
def test_a_table_stays_where_each_part_has_a_wrapper(wrap: str) -> None:
    sentences = (BEFORE + BEHIND.partition("</h2>")[2]).replace("</p>", "</p>|").split("|")[:-1]
    parts = [*sentences[:2], TABLE, "<p><a href=/kannen>Kannen und Eimer im Angebot</a></p>", *sentences[2:]]
    body = "".join(map(wrap.format, parts))
    page = Page(url="https://www.bote.example/kannen", content=f"<h1>Der Hof zählt Kannen</h1><main>{body}</main>")
    assert "tropft\t16" in separate_page(page).article.text


def test_a_short_last_sentence_stays_where_each_paragraph_has_a_wrapper() -> None:
    sentences = (BEFORE + BEHIND + "<p>Er gießt weiter.</p>").replace("</p>", "</p>|").split("|")[:-1]
    body = "".join(f"<div class=r4x>{sentence}</div>" for sentence in sentences)
    page = Page(url="https://www.bote.example/kannen", content=f"<h1>Der Hof zählt Kannen</h1><main>{body}</main>")
    assert separate_page(page).article.blocks[-1].text == "Er gießt weiter."
