"""The memory of one publisher: bounded, fading, and the same from whatever store it comes."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.separation.errors import InvalidFurniture
from crawler.separation.furniture import MAX_PAGES, Furniture, Lesson, parse_furniture, render_furniture
from crawler.separation.furniture.lesson import KEPT, SENTENCE, Trace
from crawler.separation.furniture.memory import MAX_DAYS, MAX_TEXTS
from crawler.separation.furniture.sketch import key_of, sketch_of, words_of
from tests.crawler.separation.furniture.lessons import TODAY, html, learned, separated, story

OFFER = ["Der trockene Keller", "Seit Jahren legen Maurer feuchte Wände trocken, vom Fundament an.", "Zum Keller"]
TEXTS = st.lists(st.text(alphabet="abc äß.1 ", min_size=1, max_size=60), max_size=8)


def lesson(texts: list[str], repeated: frozenset[int] = frozenset()) -> Lesson:
    traces = []
    for place, text in enumerate(texts):
        words = words_of(text)
        traces.append(Trace(key_of(words), sketch_of(words), KEPT | SENTENCE, place, text))
    return Lesson(traces=tuple(traces), repeated=repeated)


def with_offer(number: int) -> str:
    return html(f"Bericht {number}", [*story(number)[:3], *OFFER, *story(number)[3:]])


def test_it_holds_so_many_pages_and_no_more() -> None:
    furniture = Furniture()
    for number in range(MAX_PAGES + 20):
        furniture.learn(f"https://gazette.example/{number}", lesson([f"Seite {'x' * number}"]), TODAY)
    assert furniture.page_count == MAX_PAGES
    assert not furniture.holds("https://gazette.example/19")
    assert furniture.holds("https://gazette.example/20")


def test_it_holds_so_many_texts_and_no_more() -> None:
    furniture = Furniture()
    texts = ["w" * number for number in range(1, MAX_TEXTS + 100)]
    furniture.learn("https://gazette.example/", lesson(texts, frozenset(range(len(texts)))), TODAY)
    assert len(furniture.known) == MAX_TEXTS


def test_what_is_no_longer_seen_fades() -> None:
    furniture = learned([with_offer(number) for number in range(4)], on=TODAY - timedelta(days=MAX_DAYS + 1))
    assert furniture.known
    page = with_offer(9)
    assert OFFER[0] not in separated(9, page, furniture).article.text
    furniture.learn("https://gazette.example/new", lesson(["Etwas anderes"]), TODAY)
    assert not furniture.known
    assert furniture.page_count == 1
    assert OFFER[0] in separated(9, page, furniture).article.text


def test_an_ad_is_known_though_its_pages_are_forgotten() -> None:
    furniture = learned([with_offer(number) for number in range(4)])
    for number in range(MAX_PAGES):
        furniture.learn(f"https://gazette.example/other/{number}", lesson([f"Seite {'x' * number}"]), TODAY)
    assert OFFER[0] not in separated(9, with_offer(9), furniture).article.text


def test_a_redesign_is_learned_in_one_night() -> None:
    """Only words count: what was known stays known in whatever markup it comes."""
    furniture = learned([with_offer(number) for number in range(4)])
    paragraphs = [*story(8)[:3], *OFFER, *story(8)[3:]]
    page = "<title>Neu</title><h1>Neu</h1><main>" + "".join(f"<div class=z><div>{p}</div></div>" for p in paragraphs)
    assert separated(8, page, furniture).article.text == "\n\n".join(story(8))


def test_a_lesson_is_the_same_whatever_is_known() -> None:
    page = with_offer(5)
    furniture = learned([with_offer(number) for number in range(4)])
    cold, warm = separated(5, page).lesson, separated(5, page, furniture).lesson
    assert cold is not None
    assert warm is not None
    assert cold.traces == warm.traces


@given(st.lists(st.tuples(st.sampled_from("abcd"), TEXTS), max_size=6))
@settings(max_examples=50, deadline=None)
def test_it_comes_back_from_the_store_as_it_was(pages: list[tuple[str, list[str]]]) -> None:
    furniture = Furniture()
    for name, texts in pages:
        furniture.learn(name, lesson(texts, frozenset(range(0, len(texts), 2))), TODAY)
    stored = render_furniture(furniture)
    again = parse_furniture(stored)
    assert render_furniture(again) == stored
    for name, texts in pages:
        assert again.find_repeated(name, lesson(texts)) == furniture.find_repeated(name, lesson(texts))


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_learning_twice_is_learning_once(texts: list[str]) -> None:
    once, twice = Furniture(), Furniture()
    once.learn("a", lesson(texts), TODAY)
    for _ in range(2):
        twice.learn("a", lesson(texts), TODAY)
    assert render_furniture(once) == render_furniture(twice)


def test_a_full_memory_takes_half_a_megabyte() -> None:
    furniture = Furniture()
    for number in range(MAX_PAGES):
        texts = [
            " ".join(f"{chr(97 + (number * at) % 26)}{'yz'[place % 2] * (at % 9)}{place}x" for place in range(9))
            for at in range(60)
        ]
        furniture.learn(str(number), lesson(texts), date(2026, 1, 1))
    assert len(render_furniture(furniture)) < 1_000_000


@pytest.mark.parametrize(
    "content", [b"", b"{}", render_furniture(Furniture())[:-4], b"\x78\x9c\x03\x00\x00\x00\x00\x01"]
)
def test_other_bytes_are_refused(content: bytes) -> None:
    with pytest.raises(InvalidFurniture):
        parse_furniture(content)
