"""Topics known by the publisher's rule for their addresses, with or without a label and hash signs."""

import pytest

from crawler.separation.article import separate_page
from crawler.separation.page import Page, Site

TITLE = "Ostersiel öffnet seine Schleuse"
BODY = (
    "<p>Der Deichgraf von Ostersiel hat am Mittwoch die Schleuse geöffnet und das Hinterland entwässert.</p>"
    "<p>Drei Bauern schauten zu, einer klatschte, die anderen beiden hatten die Hände in den Taschen.</p>"
    "<p>Im Frühjahr soll ein zweites Tor folgen, sagte der Deichgraf, sofern das Geld beisammen ist.</p>"
)
SITE = Site(name="Ostersieler Bote", language="de", topic_path=r"/news/c/(?P<slug>[a-z0-9-]+)")
MENU = '<nav><a href="/news/c/see">See</a><a href="/news/c/land">Land</a></nav>'


@pytest.mark.parametrize(
    "links",
    [
        (
            '<p>Themen:</p><ul><li><a href="/news/c/deiche">#Deiche</a></li>'
            '<li><a href="/news/c/gross-x">Groß / X</a></li></ul>'
        ),
        '<div><a href="/news/c/deiche">Deiche</a></div><div><a href="/news/c/gross-x">Groß / X</a></div>',
    ],
    ids=["with a label", "without a label"],
)
def test_names_without_hash_and_slugs_from_the_address(links: str) -> None:
    teaser = (
        '<div><a href="/news/deiche-werden-hoeher-14-11-2025">Deiche werden in diesem Jahr noch höher gebaut</a></div>'
    )
    content = (
        f"<html><head><title>{TITLE}</title></head><body>{MENU}<h1>{TITLE}</h1>{BODY}{links}{teaser}</body></html>"
    )
    url = "https://www.bote.example/news/schleuse-13-11-2025"
    article = separate_page(Page(url=url, content=content, site=SITE)).article
    assert [(topic.name, topic.slug) for topic in article.topics] == [("Deiche", "deiche"), ("Groß / X", "gross-x")]
