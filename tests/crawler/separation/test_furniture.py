"""What a publisher repeats, learned from its pages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.separation.article import separate_page
from crawler.separation.errors import InvalidFurniture
from crawler.separation.furniture import Furniture
from crawler.separation.page import Page

TODAY = date(2026, 11, 22)
NUMBERS = ["eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht"]
QUOTE = "Wir haben die Brücke gebaut, damit niemand mehr nasse Füße bekommt, sagte die Baurätin in der Sitzung."


def body(name: str) -> list[str]:
    return [
        f"Zum Fall {name} gehört ein Hafen, in dem an diesem Morgen niemand mit Besuch rechnete, auch nicht {name}.",
        f"Der Bote von {name} brachte jedes Mal eine andere Nachricht vom Rathaus herüber, und alle riefen: {name}!",
        f"Gut {name} Leute waren sich am Abend einig, dass man die Sache nun besser schlafen lasse bis {name}.",
    ]


def ad(variant: str) -> list[str]:
    return [
        f"Dachpflege leicht gemacht {variant}",
        "Unser Meister schaut nach Ihren Ziegeln und hört zu.",
        "Mehr über Dächer",
    ]


def page(name: str, *, ad_lines: list[str] | None = None, extra: str = "") -> str:
    paragraphs = [f"<p>{text}</p>" for text in body(name)]
    box = f"<p>{'</p><p>'.join(ad_lines)}</p>" if ad_lines else ""
    quoted = f"<p>{extra}</p>" if extra else ""
    text = f"{paragraphs[0]}{box}{''.join(paragraphs[1:])}{quoted}"
    return f"<h1>Bericht Nummer {name} aus dem Hafen</h1><article>{text}</article>"


def learned(*contents: str) -> Furniture:
    furniture = Furniture()
    for number, content in enumerate(contents):
        url = f"https://example.org/{number}"
        furniture.learn(url, [block.text for block in separate_page(Page(url=url, content=content)).blocks], TODAY)
    return furniture


def text_of(content: str, url: str, furniture: Furniture) -> str:
    return separate_page(Page(url=url, content=content), furniture=furniture).article.text


def test_an_ad_seen_on_two_pages_is_furniture() -> None:
    contents = [page("eins", ad_lines=ad("jetzt")), page("zwei", ad_lines=ad("jetzt"))]
    text = text_of(contents[1], "https://example.org/1", learned(*contents))
    assert "Ziegeln" not in text
    assert all(sentence in text for sentence in body("zwei"))


def test_a_sentence_quoted_in_a_second_article_stays() -> None:
    contents = [page("eins", extra=QUOTE), page("zwei", extra=QUOTE)]
    assert QUOTE in text_of(contents[1], "https://example.org/1", learned(*contents))


def test_a_sentence_on_every_page_goes() -> None:
    contents = [page(name, extra=QUOTE) for name in NUMBERS]
    assert QUOTE not in text_of(contents[3], "https://example.org/3", learned(*contents))


def test_numbers_do_not_make_a_repetition_another_text() -> None:
    contents = [page(name, ad_lines=ad(str(at))) for at, name in enumerate(NUMBERS)]
    assert "Dachpflege" not in text_of(contents[2], "https://example.org/2", learned(*contents))


def test_the_same_story_at_a_second_address_loses_nothing() -> None:
    contents = [page("eins"), page("eins")]
    assert text_of(contents[1], "https://example.org/1", learned(*contents)) == "\n\n".join(body("eins"))


def test_the_page_itself_is_no_repetition() -> None:
    contents = [page("eins", ad_lines=ad("jetzt"))]
    assert "Ziegeln" in text_of(
        contents[0],
        "https://example.org/0",
        learned(
            *contents,
        ),
    )


def test_what_is_no_longer_seen_is_forgotten() -> None:
    furniture = Furniture()
    furniture.learn("https://example.org/a", ["Ein alter Kasten"], date(2026, 1, 1))
    furniture.learn("https://example.org/b", ["Ein neuer Kasten"], TODAY)
    furniture.forget(date(2026, 6, 1))
    assert len(furniture) == 1


def test_articles_own_text_is_forgotten_sooner() -> None:
    furniture = Furniture()
    furniture.learn("https://example.org/a", ["Nur hier", "Überall"], date(2026, 11, 1))
    furniture.learn("https://example.org/b", ["Überall"], date(2026, 11, 1))
    furniture.forget_singles(TODAY, days=14)
    assert len(furniture) == 1


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.lists(st.text(max_size=60), max_size=6)), max_size=6))
def test_it_comes_back_from_json_as_it_was(pages: list[tuple[str, list[str]]]) -> None:
    furniture = Furniture()
    for url, texts in pages:
        furniture.learn(url, texts, TODAY)
    stored = furniture.to_json()
    again = Furniture.from_json(stored)
    assert again.to_json() == stored
    for url, texts in pages:
        assert again.find_repeated(url, texts) == furniture.find_repeated(url, texts)


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=8))
def test_learning_twice_is_learning_once(texts: list[str]) -> None:
    once, twice = Furniture(), Furniture()
    once.learn("https://example.org/a", texts, TODAY)
    twice.learn("https://example.org/a", texts, TODAY)
    twice.learn("https://example.org/a", texts, TODAY)
    assert once.to_json() == twice.to_json()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 99, "texts": {}}', '{"version": 1, "texts": {"a": []}}'])
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(InvalidFurniture):
        Furniture.from_json(text)
