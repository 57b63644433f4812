"""Breadcrumbs in markup that names nothing: sections come from where the links lead."""

import pytest

from articles.model import Article
from crawler.separation.article import separate_page
from crawler.separation.page import Page, Site

LINKS = [
    '<a href="/news">Ostersieler Bote News</a>',
    '<a href="/news/c/kueste">Küste</a>',
    '<a href="/news/c/deiche">Deiche</a>',
]
TRAILS = {
    "list": "<ul>" + "".join(f"<li>{link}</li>" for link in LINKS) + "</ul>",
    "navigation": "<nav><ol>" + "".join(f"<li>{link}</li>" for link in LINKS) + "</ol></nav>",
    "spans": "<div>" + "".join(f"<span>{link}</span>" for link in LINKS) + "</div>",
    "arrows as images": "<div>" + "<svg></svg>".join(LINKS) + "</div>",
    "slashes between items": "<ul>" + "<li>/</li>".join(f"<li>{link}</li>" for link in LINKS) + "</ul>",
    "slashes in items": "<ul>" + "".join(f"<li>{link} / </li>" for link in LINKS) + "</ul>",
    "boxes": "".join(f"<div>{link}</div>" for link in LINKS),
    "words alone": "<div>Ostersieler Bote News / Küste / Deiche</div>",
}
MENUS = {
    "start page and sections": '<ul><li><a href="/">Start</a></li><li><a href="/see">See</a></li>'
    '<li><a href="/land">Land</a></li></ul>',
    "all news and sections": '<ul><li><a href="/news">Alle News</a></li><li><a href="/news/c/see">See</a></li>'
    '<li><a href="/news/c/land">Land</a></li></ul>',
    "words and bars": "<div>Home | See | Land</div>",
}


def separate(*, above: str = "", behind: str = "") -> Article:
    title = "Ostersiel öffnet seine Schleuse"
    body = (
        "<p>Der Deichgraf von Ostersiel hat am Mittwoch die Schleuse geöffnet und das Hinterland entwässert.</p>"
        "<p>Drei Bauern schauten zu, einer klatschte, die anderen beiden hatten die Hände in den Taschen.</p>"
        "<p>Im Frühjahr soll ein zweites Tor folgen, sagte der Deichgraf, sofern das Geld beisammen ist.</p>"
    )
    content = (
        f"<html lang=de><head><title>{title}</title></head><body>{above}<h1>{title}</h1>{body}{behind}</body></html>"
    )
    url = "https://www.bote.example/news/schleuse-13-11-2025"
    return separate_page(Page(url=url, content=content, site=Site(name="Ostersieler Bote", language="de"))).article


@pytest.mark.parametrize("trail", TRAILS)
@pytest.mark.parametrize("place", ["above", "behind"])
def test_sections_without_any_name_in_the_markup(trail: str, place: str) -> None:
    article = separate(**{place: TRAILS[trail]})
    assert [section.name for section in article.sections] == ["Küste", "Deiche"]
    assert len(article.blocks) == len(separate().blocks)


@pytest.mark.parametrize("menu", MENUS)
def test_a_menu_is_no_trail(menu: str) -> None:
    assert separate(above=MENUS[menu]).sections == ()
