"""Whether a page reads the same by what is known later, told by its lesson alone: exactly as reading it again would."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.model import Article
from crawler.separation.article import separate_page
from crawler.separation.errors import InvalidFurniture, NotAnArticle
from crawler.separation.furniture import (
    Furniture,
    Lesson,
    notice_furniture,
    parse_lesson,
    reads_the_same,
    render_lesson,
    with_noticed,
)
from crawler.separation.page import Page, Site
from tests.crawler.separation.furniture.lessons import TODAY, html, story
from tests.crawler.separation.furniture.rotating_publisher import publish, render

SITE = Site(topic_path=r"/thema/([a-z]+)")
COUNT = 48


@lru_cache
def pages(seed: int, count: int = COUNT) -> tuple[Page, ...]:
    stories = publish(count, seed=seed)
    return tuple(Page(url=story.url, content=render(story, stories), site=SITE) for story in stories)


def read(page: Page, furniture: Furniture) -> tuple[Article, Lesson]:
    separation = separate_page(page, furniture=furniture)
    assert separation.lesson is not None
    return separation.article, separation.lesson


def holds_article(page: Page, furniture: Furniture | None = None) -> bool:
    try:
        separate_page(page, furniture=furniture)
    except NotAnArticle:
        return False
    return True


def stands(page: Page, lesson: Lesson, furniture: Furniture) -> bool:
    return reads_the_same(lesson, with_noticed(lesson, notice_furniture(page.identity, lesson, furniture)))


def learned(some: Iterable[Page]) -> Furniture:
    furniture = Furniture()
    for page in some:
        if not holds_article(page, furniture):
            continue
        furniture.learn(page.identity, read(page, furniture)[1], TODAY)
    return furniture


@pytest.mark.parametrize("seed", [1, 2])
def test_at_the_end_of_a_night_it_tells_which_pages_have_another_article(seed: int) -> None:
    furniture, first = Furniture(), []
    for page in pages(seed):
        article, lesson = read(page, furniture)
        first.append((page, article, lesson))
        furniture.learn(page.identity, lesson, TODAY)
    told = [stands(page, parse_lesson(render_lesson(lesson)), furniture) for page, _, lesson in first]
    changed = [read(page, furniture)[0] != article for page, article, _ in first]
    assert not any(one and other for one, other in zip(told, changed, strict=True))
    assert any(changed)
    assert sum(told) > COUNT / 2, "most pages need not be read again"


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_whatever_was_known_and_is_known_now(data: st.DataObject) -> None:
    known = pages(3, 16)
    subsets = st.lists(st.sampled_from(known), max_size=6, unique_by=lambda page: page.url)
    before, now = learned(data.draw(subsets)), learned(data.draw(subsets))
    for page in data.draw(subsets):
        article, lesson = read(page, before)
        if stands(page, lesson, now):
            assert read(page, now)[0] == article


PARTS = (
    *story(1),
    *story(2, count=3),
    "Der trockene Keller",
    "Seit Jahren legen Maurer feuchte Wände trocken.",
    '<p><a href="/keller">Zum Keller</a></p>',
    "<h2>Hintergrund</h2>",
    '<p class="teaser"><a href="/x">Ein anderer Bericht über den Hafen</a></p>',
    '<p class="share">Teilen</p>',
    "<ul><li>Erstens der Damm</li><li>Zweitens das Ufer</li></ul>",
    '<p class="teaser">Ein Bericht von gestern, der vom Hafen und vom Damm erzählt, und von vielem sonst.</p>',
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PARTS), min_size=3, max_size=12), min_size=2, max_size=6), st.data())
def test_whatever_pages_are_made_of(made: list[list[str]], data: st.DataObject) -> None:
    """Parts thrown together, so that everything may repeat anywhere."""
    some = [
        Page(url=f"https://gazette.example/{number}", content=html(f"Bericht {'abcdef'[number]}", parts))
        for number, parts in enumerate(made)
    ]
    known = [page for page in some if holds_article(page)]
    before, now = (learned(page for page in known if data.draw(st.booleans())) for _ in range(2))
    for page in known:
        if holds_article(page, before):
            article, lesson = read(page, before)
            if stands(page, lesson, now):
                assert read(page, now)[0] == article


def test_a_lesson_comes_back_as_it_was() -> None:
    furniture = learned(pages(1)[:12])
    for page in pages(1)[:12]:
        _, lesson = read(page, furniture)
        assert lesson.repeated
        assert parse_lesson(render_lesson(lesson)) == lesson


def test_a_lesson_with_half_a_character_comes_back() -> None:
    _, lesson = read(pages(1)[0], Furniture())
    odd = replace(lesson, title="\ud83d", traces=(replace(lesson.traces[0], text="\ud83d"),))
    assert parse_lesson(render_lesson(odd)).title == "\ud83d"


@pytest.mark.parametrize("content", [b"", b"[1]", b"x\x9cK", render_lesson(Lesson(traces=()))[:-5]])
def test_what_is_no_lesson_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidFurniture):
        parse_lesson(content)


def test_a_page_without_an_article_has_none() -> None:
    with pytest.raises(NotAnArticle):
        separate_page(Page(url="https://gazette.example/", content="<h1>Nichts</h1>"), furniture=Furniture())
