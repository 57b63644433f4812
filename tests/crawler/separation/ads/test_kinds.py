"""What an advertisement is for."""

import pytest

from articles.model import AdKind
from crawler.separation.article import separate_page
from crawler.separation.page import Page

BEFORE = (
    "Die Gemeinde Rodau hat am Montag beschlossen, den alten Speicher am Hafen zu verkaufen. Es gibt drei Bieter, einer"
    " davon ist eine Ziege, vertreten durch ihren Anwalt."
)
BEHIND = (
    "Über den Zuschlag entscheidet der Rat im Mai. Bis dahin bleibt das Tor offen, damit die Katzen ein und aus gehen"
    " können wie seit hundert Jahren, und niemand hat etwas dagegen."
)


@pytest.mark.parametrize(
    ("heading", "line", "path", "kind", "label"),
    [
        (
            "Weiterlesen mit dem Boten",
            "Jederzeit kündbar, vier Wochen für einen Euro",
            "/abo",
            AdKind.OTHER,
            "subscription",
        ),
        ("Der Speicher als Bausatz", "Aus Birke, in drei Größen", "/shop", AdKind.SHOP, "shop ad"),
    ],
)
def test_what_is_ordered(heading: str, line: str, path: str, kind: AdKind, label: str) -> None:
    offer = f'<div><h3>{heading}</h3><p>{line}</p><a href="{path}">Jetzt bestellen</a></div>'
    content = (
        "<html><head><title>Speicher von Rodau steht zum Verkauf</title></head><body><article>"
        f"<h1>Speicher von Rodau steht zum Verkauf</h1><p>{BEFORE}</p><p>{BEHIND}</p>{offer}<p>{BEHIND[:70]} Juni.</p>"
        "</article></body></html>"
    )
    separation = separate_page(Page(url="https://bote.example/speicher", content=content))
    assert [ad.kind for ad in separation.article.ads] == [kind]
    assert [block.label for block in separation.blocks if block.text == line] == [label]
