"""A wrong article cannot exist, and what makes it the same article is what a reader would say."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given

from articles.errors import InvalidArticle
from articles.identity import ArticleId, CanonicalUrl
from articles.model import Ad, AdKind, Article, Block, BlockKind, Image, Removed, Revision, Topic
from tests.articles.strategies import articles

PARAGRAPH = Block(kind=BlockKind.PARAGRAPH, text="Erster Satz.")
FIGURE = Block(kind=BlockKind.FIGURE, text="", url="https://example.org/i.jpg", caption="Ein Bild")
ARTICLE = Article(title="Titel", blocks=(PARAGRAPH, FIGURE), html="<p>Erster Satz.</p>", confidence=1)
NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": BlockKind.PARAGRAPH, "text": ""},
        {"kind": BlockKind.PARAGRAPH, "text": " a"},
        {"kind": BlockKind.PARAGRAPH, "text": "a", "level": 2},
        {"kind": BlockKind.HEADING, "text": "a"},
        {"kind": BlockKind.HEADING, "text": "a", "level": 1},
        {"kind": BlockKind.QUOTE, "text": "a", "items": ("a",)},
        {"kind": BlockKind.LIST, "text": "a", "rows": (("a",),)},
        {"kind": BlockKind.FIGURE, "text": ""},
        {"kind": BlockKind.FIGURE, "text": "a", "url": "https://example.org/i.jpg"},
        {"kind": BlockKind.TABLE, "text": "a", "caption": "a"},
    ],
)
def test_wrong_blocks_cannot_exist(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidArticle):
        Block(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": " "},
        {"blocks": ()},
        {"blocks": (FIGURE,)},
        {"confidence": 1.1},
        {"confidence": float("nan")},
        {"published_at": datetime(2026, 1, 1)},  # noqa: DTZ001  # that it has no zone is the point
        {"modified_at": datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1)))},
        {"modified_at": datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-1)))},
    ],
)
def test_wrong_articles_cannot_exist(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidArticle):
        replace(ARTICLE, **wrong)


def test_a_topic_needs_a_name_and_a_slug() -> None:
    with pytest.raises(InvalidArticle):
        Topic(name=" ", slug="a")
    with pytest.raises(InvalidArticle):
        Topic(name="a", slug="")


@pytest.mark.parametrize(
    "wrong",
    [
        {"urls": ()},
        {"number": 0},
        {"fetched_at": NOON.astimezone(timezone(timedelta(hours=1)))},
        {"updated_at": NOON.replace(tzinfo=None)},
    ],
)
def test_wrong_revisions_cannot_exist(wrong: dict[str, Any]) -> None:
    revision = Revision(
        id=ArticleId("tag:example.org,2026:/a"),
        publisher="gazette",
        urls=(CanonicalUrl("https://example.org/a"),),
        number=1,
        article=ARTICLE,
        fetched_at=NOON,
        stored_at=NOON,
        updated_at=NOON,
        run_id="r",
    )
    assert revision.url == "https://example.org/a"
    with pytest.raises(InvalidArticle):
        replace(revision, **wrong)


def test_text_and_words_are_those_of_the_blocks() -> None:
    article = replace(ARTICLE, blocks=(PARAGRAPH, FIGURE, Block(kind=BlockKind.QUOTE, text="Ein Zitat")))
    assert article.text == "Erster Satz.\n\nEin Zitat"
    assert article.word_count == 4


@pytest.mark.parametrize(
    "change",
    [
        {"ads": (Ad(kind=AdKind.WEBINAR, title=None, text="Werbung"),)},
        {"removed": (Removed(label="teaser", text="Mehr"),)},
        {"modified_at": NOON},
        {"html": "<p><b>Erster</b> Satz.</p>"},
        {"confidence": 0.5},
        {"warnings": ("hm",)},
    ],
)
def test_what_publishers_change_beside_the_article_makes_no_revision(change: dict[str, Any]) -> None:
    changed = replace(ARTICLE, **change)
    assert changed.revision_hash == ARTICLE.revision_hash
    assert changed.canonical_hash == ARTICLE.canonical_hash


@pytest.mark.parametrize(
    "change",
    [{"summary": "Anriss"}, {"topics": (Topic(name="A", slug="a"),)}, {"authors": ("A",)}, {"published_at": NOON}],
)
def test_what_stands_around_the_text_makes_a_revision_of_the_same_text(change: dict[str, Any]) -> None:
    changed = replace(ARTICLE, **change)
    assert changed.revision_hash != ARTICLE.revision_hash
    assert changed.canonical_hash == ARTICLE.canonical_hash


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Anderer Titel"},
        {"blocks": (replace(PARAGRAPH, text="Anderer Satz."),)},
        {"images": (Image(url="https://example.org/j.jpg"),)},
    ],
)
def test_title_text_and_images_are_the_article(change: dict[str, Any]) -> None:
    assert replace(ARTICLE, **change).canonical_hash != ARTICLE.canonical_hash


def test_a_topic_with_another_name_is_the_same_topic() -> None:
    one, other = Topic(name="CDU-CSU", slug="cdu-csu"), Topic(name="CDU/CSU", slug="cdu-csu")
    assert replace(ARTICLE, topics=(one,)).revision_hash == replace(ARTICLE, topics=(other,)).revision_hash


def test_half_a_character_has_the_hash_of_what_is_stored_for_it() -> None:
    assert replace(ARTICLE, title="a\ud83d").canonical_hash == replace(ARTICLE, title="a\ufffd").canonical_hash


@given(articles)
def test_white_space_is_no_change(article: Article) -> None:
    spaced = replace(article, title=article.title.replace(" ", " \n"))
    assert spaced.canonical_hash == article.canonical_hash
