"""Small pages and what a memory learns from them."""

import random
from datetime import date

from crawler.separation.article import separate_page
from crawler.separation.furniture import Furniture
from crawler.separation.outcome import Separation
from crawler.separation.page import Page

TODAY = date(2026, 11, 22)
SITE = "https://gazette.example"
_WORDS = """Hafen Morgen Besuch Bote Nachricht Rathaus Leute Abend Sache Brücke Damm Ufer Segel Fähre Kanal Mühle Weide
Turm Acker Speicher Graben Pegel Steg Werft Zoll Linde Nebel Markt Gasse Brunnen Feld Holz Korn Kran Lager Mauer"""


def story(number: int, *, count: int = 6) -> list[str]:
    """The paragraphs of an article that shares hardly a word group with another."""
    dice = random.Random(number)
    name = f"Person{chr(97 + number)}"
    return [f"{name} sah {' '.join(dice.sample(_WORDS.split(), 8))} bei Ort{place}." for place in range(count)]


def html(title: str, parts: list[str]) -> str:
    """A page whose parts are paragraphs, or markup as it is."""
    body = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)
    return f"<title>{title}</title><h1>{title}</h1><article>{body}</article>"


def url(number: int) -> str:
    return f"{SITE}/{number}"


def separated(number: int, page: str, furniture: Furniture | None = None) -> Separation:
    known = Furniture() if furniture is None else furniture
    return separate_page(Page(url=url(number), content=page), furniture=known)


def teach(furniture: Furniture, number: int, page: str, *, on: date = TODAY) -> None:
    lesson = separated(number, page, furniture).lesson
    assert lesson is not None
    furniture.learn(url(number), lesson, on)


def learned(pages: list[str], *, on: date = TODAY) -> Furniture:
    """A memory of these pages, read one after the other; what one night has, all together."""
    furniture = Furniture()
    for number, page in enumerate(pages):
        teach(furniture, number, page, on=on)
    return furniture


def warm(pages: list[str]) -> list[Separation]:
    """Each page as it is read when all are known."""
    furniture = learned(pages)
    return [separated(number, page, furniture) for number, page in enumerate(pages)]
