"""What calls for something, and what only looks like it."""

import pytest

from articles.model import Article
from crawler.separation.article import separate_page
from crawler.separation.page import Page

PARAGRAPHS = [
    "Der Deichgraf von Ostersiel hat am Mittwoch die Schleuse geöffnet und damit das Hinterland entwässert.",
    "Die Bauern hatten darauf gedrängt, weil die Rinder seit Ostern im Stall bleiben mussten.",
    "Gegen die Öffnung stimmte allein der Vogelschutz. Er fürchtet um die Brut der Uferschnepfen.",
]


def separate(between: str, behind: str = "") -> Article:
    first, second, third = (f"<p>{text}</p>" for text in PARAGRAPHS)
    content = (
        f"<html lang=de><title>Schleuse offen</title><body><div><h1>Schleuse offen</h1>{first}{second}{between}{third}"
        f"</div>{behind}</body></html>"
    )
    return separate_page(Page(url="https://www.bote.example/schleuse", content=content)).article


def test_terms_may_stand_behind_the_call() -> None:
    letter = (
        "<form><b>Die Hafenpost</b><br>Was auf der Werft geschieht, jeden Freitag in Ihrem Postfach.<br>"
        "<a href='/post'>Hafenpost abonnieren</a><br>Abbestellen geht jederzeit.</form>"
    )
    article = separate(letter)
    assert [block.text for block in article.blocks] == PARAGRAPHS
    assert [(ad.title, ad.url) for ad in article.ads] == [("Die Hafenpost", "https://www.bote.example/post")]


@pytest.mark.parametrize(
    "box",
    [
        (
            "<div><p>Wir verwenden Cookies, um Inhalte zu messen. Sie können Ihre Zustimmung jederzeit widerrufen.</p>"
            "<button>Alle akzeptieren</button><button>Auswahl speichern</button></div>"
        ),
        (
            "<div><p>Lesen Sie auch</p><p><a href=/1>Warum Möwen im Herbst die Küste wechseln</a></p>"
            "<p><a href='/2'>Fähre fällt aus</a></p></div>"
        ),
    ],
)
def test_a_box_of_the_page_itself_is_no_advertisement(box: str) -> None:
    article = separate("", box)
    assert [block.text for block in article.blocks] == PARAGRAPHS
    assert article.ads == ()
