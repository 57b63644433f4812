"""Offers known by their build, in a box or flat between paragraphs: all of each goes, none of the article does."""

import pytest

from articles.model import Article
from crawler.separation.article import separate_page
from crawler.separation.page import Page

PARAGRAPHS = [
    "Der Deichgraf von Ostersiel hat am Mittwoch die Schleuse geöffnet und damit das Hinterland entwässert.",
    "Die Bauern hatten darauf gedrängt, weil die Rinder seit Ostern im Stall bleiben mussten.",
    "Gegen die Öffnung stimmte allein der Vogelschutz. Er fürchtet um die Brut der Uferschnepfen.",
]
COURSE = (
    "<h3>Segeln lernen auf der Schlei</h3><p>Drei Tage an Bord, gekocht wird gemeinsam, und das Ölzeug stellen wir.</p>"
    "<p>An Bord:</p><ul><li>Ida Blohm</li><li>Dr. Peer Harms</li></ul><ul><li>Knoten und Manöver</li></ul>"
    "<p><a href='/kurs'>Koje reservieren</a></p><p><small>Bezahlt wird erst im Hafen.</small></p>"
)
APPEAL = (
    "<h3>Halten Sie uns über Wasser</h3><p>Uns gehört niemand. Schon 3 € tragen uns.</p>"
    "<p><a href='/g'>Ich helfe</a></p>"
)
WRAPPED = (
    "<a href='/ofen'><h3>Der Ofen Nordlicht</h3><p>349,00 € frei Haus</p><p>Er wärmt auch eine große Stube.</p>"
    "<p>Auswählen</p></a>"
)


def separate(offer: str, *, heading: str = "h2") -> Article:
    first, second, third = (f"<p>{text}</p>" for text in PARAGRAPHS)
    body = f"{first}<{heading}>Was die Bauern sagen</{heading}>{second}{offer}{third}"
    content = f"<html lang=de><title>Schleuse offen</title><body><h1>Schleuse offen</h1><div>{body}</div></body></html>"
    return separate_page(Page(url="https://www.bote.example/schleuse", content=content)).article


@pytest.mark.parametrize("wrap", ["{}", "<div>{}</div>", "<section>{}</section>"])
@pytest.mark.parametrize("offer", [COURSE, APPEAL, WRAPPED])
def test_all_of_an_offer_goes_and_nothing_else(offer: str, wrap: str) -> None:
    article = separate(wrap.format(offer))
    assert [block.text for block in article.blocks] == [PARAGRAPHS[0], "Was die Bauern sagen", *PARAGRAPHS[1:]]
    assert len(article.ads) == 1


def test_an_offer_has_its_title_its_people_and_its_link() -> None:
    ad = separate(COURSE).ads[0]
    assert ad.title == "Segeln lernen auf der Schlei"
    assert ad.url == "https://www.bote.example/kurs"
    assert "Ida Blohm" in ad.text


def test_a_short_piece_of_the_article_with_a_link_below_stays() -> None:
    piece = "<h2>Wo man sich melden kann</h2><p>Das Amt hat dafür ein Telefon geschaltet.</p>"
    article = separate(f"{piece}<p><a href='/l'>Liste der Ämter</a></p>")
    assert "Wo man sich melden kann" in article.text
    assert "ein Telefon geschaltet" in article.text
