"""Whether a page is about what was announced."""

import pytest

from articles.identity import CanonicalUrl
from articles.model import Article, Block, BlockKind
from articles.store.terms import ListingEntry
from crawler.announcement import body_key, tells_teaser

TITLE = "Brücke wird gesperrt"


def article(text: str, title: str = TITLE) -> Article:
    return Article(
        title=title, blocks=(Block(kind=BlockKind.PARAGRAPH, text=text),), html=f"<p>{text}</p>", confidence=1
    )


def announced(summary: str | None) -> ListingEntry:
    return ListingEntry(url=CanonicalUrl("https://gazette.example/brucke-gesperrt"), title=TITLE, summary=summary)


@pytest.mark.parametrize(
    ("summary", "text", "awaited"),
    [
        ("Autofahrer brauchen drei Wochen lang Geduld.", "Drei Wochen lang ruht der Verkehr über die Aule.", True),
        ("Autofahrer brauchen drei Wochen lang Geduld.", "Wir arbeiten an unserer Seite: Brücke wird gesperrt.", False),
        ("Die Brücke wird gesperrt.", "Wir arbeiten an unserer Seite.", True),
        (None, "Wir arbeiten an unserer Seite.", True),
    ],
    ids=["an article", "a notice with the headline", "a teaser with no words of its own", "no teaser"],
)
def test_an_article_has_words_of_its_teaser(summary: str | None, text: str, awaited: bool) -> None:
    assert tells_teaser(article(text), announced(summary)) is awaited


def test_notices_that_repeat_a_headline_have_one_key() -> None:
    one = article("Sie wollten Brücke  wird gesperrt lesen. Bitte warten.")
    other = article("Sie wollten Hochwasser geht zurück lesen. Bitte warten.", title="Hochwasser geht zurück")
    assert body_key(one) == body_key(other)
    assert body_key(one) != body_key(article("Sie wollten etwas anderes lesen. Bitte warten."))


def test_reports_that_differ_in_numbers_alone_have_a_key_each() -> None:
    assert body_key(article("Der Pegel steht bei 312 cm.")) != body_key(article("Der Pegel steht bei 298 cm."))
