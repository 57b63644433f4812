"""Pages that draw themselves by script and state their article as HTML."""

import json

from articles.model import AdKind
from crawler.separation.article import separate_page
from crawler.separation.page import Page

_PARAGRAPHS = (
    "Der Hafen von Süderfeld bekommt einen neuen Kran. Der alte war im Frühjahr bei einem Sturm umgefallen.",
    "„Wir haben lange darauf gewartet“, sagte Hafenmeisterin Grete Jansen am Montag. Die Kosten trägt das Land.",
    "Aufgestellt wird er im Mai, wenn das Wasser niedrig steht und die Fähre ohnehin nicht fährt.",
)
_OFFER = (
    "<div><p>Online-Seminar am 12. Dezember</p><p>Segeln im Winter: So geht es</p><p>Mit Kapitän Onno Harms</p>"
    '<p><a href="https://kurse.example/">Zur Anmeldung</a></p></div>'
)


def test_advertisements_between_its_paragraphs_are_found() -> None:
    body = f"<p>{_PARAGRAPHS[0]}</p>{_OFFER}" + "".join(f"<p>{paragraph}</p>" for paragraph in _PARAGRAPHS[1:])
    state = json.dumps({"article": {"headline": "Ein Kran für Süderfeld", "body": body}}).replace("</", r"<\/")
    content = (
        "<html><head><title>Ein Kran für Süderfeld</title></head><body><div id=app></div>"
        f'<script type="application/json">{state}</script></body></html>'
    )
    article = separate_page(Page(url="https://bote.example/kran", content=content)).article
    assert article.title == "Ein Kran für Süderfeld"
    assert tuple(block.text for block in article.blocks) == _PARAGRAPHS
    assert [(ad.kind, ad.title) for ad in article.ads] == [(AdKind.WEBINAR, "Segeln im Winter: So geht es")]
