"""The demo publisher's stories: enough of them, varied, and nothing said twice."""

import re
from collections import Counter

import pytest

from articles.model import BlockKind
from presseschau.demo.answers import MARKUPS
from presseschau.demo.edition import load_edition
from presseschau.demo.inline import plain_text
from presseschau.demo.nights import NIGHTS
from presseschau.demo.story import Story
from presseschau.demo.topics import topic_slugs

_EVERY_STORY = load_edition(2).stories
_SENTENCE_END = re.compile(r"(?<=[.!?:])[“”]?\s+")


def _sentences(story: Story) -> list[str]:
    texts = [story.title, story.teaser]
    for passage in story.passages:
        texts += [passage.text, *passage.items, *(" | ".join(row) for row in passage.rows)]
    return [part for text in texts if text for part in _SENTENCE_END.split(plain_text(text))]


def test_there_are_sixty_articles_and_more() -> None:
    assert len(load_edition(1).stories) >= 56
    assert len(_EVERY_STORY) >= 64


def test_no_sentence_stands_in_two_stories() -> None:
    seen: dict[str, str] = {}
    for story in _EVERY_STORY:
        for sentence in _sentences(story):
            if len(sentence.split()) > 1:
                assert seen.setdefault(sentence.casefold(), story.key) == story.key, sentence


@pytest.mark.parametrize("story", _EVERY_STORY, ids=lambda story: story.key)
def test_every_story_is_a_little_article(story: Story) -> None:
    kinds = Counter(passage.kind for passage in story.passages)
    words = sum(len(sentence.split()) for sentence in _sentences(story))
    assert story.passages[0].kind is BlockKind.PARAGRAPH, "the lead stands first"
    assert 4 <= kinds[BlockKind.PARAGRAPH] <= 9
    assert 2 <= kinds[BlockKind.HEADING] <= 3
    assert 150 <= words <= 350
    assert 1 <= len(re.split(r"(?<=[.?!])\s", story.teaser)) <= 3
    assert set(story.topics + story.sections) <= set(topic_slugs())
    assert story.topics
    assert story.sections
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", story.slug)


def test_every_kind_of_passage_and_every_markup_is_used() -> None:
    kinds = {passage.kind for story in _EVERY_STORY for passage in story.passages}
    assert kinds == set(BlockKind) - {BlockKind.CODE}
    markups = Counter(story.markup for story in _EVERY_STORY)
    assert set(markups) == set(MARKUPS)
    assert min(markups.values()) >= 10


def test_stories_lie_within_ten_days_before_their_night() -> None:
    for night, start in NIGHTS.items():
        for story in load_edition(night).stories:
            age = NIGHTS[story.first_night] - story.published_at
            assert 0 < age.total_seconds() < 10.5 * 24 * 3600, story.key
            assert story.modified_at is None or story.published_at < story.modified_at < start
    minutes = Counter(story.published_at for story in _EVERY_STORY)
    assert sum(count > 1 for count in minutes.values()) >= 4, "several in the same minute"
    young = [story for story in load_edition(1).stories if (NIGHTS[1] - story.published_at).days == 0]
    assert 20 <= len(young) <= 35
