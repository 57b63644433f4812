"""A publisher in unknown markup with rotating advertisements: nothing of theirs in a body, nothing of a body lost."""

from dataclasses import dataclass
from functools import lru_cache

from crawler.separation.article import separate_page
from crawler.separation.furniture import Furniture
from crawler.separation.outcome import Separation
from crawler.separation.page import Page, Site
from tests.crawler.separation.furniture.lessons import TODAY
from tests.crawler.separation.furniture.rotating_publisher import Story, offered_sentences, publish, render

SITE = Site(topic_path=r"/thema/([a-z]+)")
COUNT = 48


@dataclass(frozen=True)
class Night:
    stories: list[Story]
    cold: list[Separation]
    warm: list[Separation]


@lru_cache(maxsize=1)
def night() -> Night:
    """Every page read as it came in, and again at the end."""
    stories = publish(COUNT)
    pages = [Page(url=story.url, content=render(story, stories), site=SITE) for story in stories]
    furniture = Furniture()
    for page in pages:
        lesson = separate_page(page, furniture=furniture).lesson
        assert lesson is not None
        furniture.learn(page.identity, lesson, TODAY)
    return Night(
        stories, [separate_page(page) for page in pages], [separate_page(page, furniture=furniture) for page in pages]
    )


def offered(separations: list[Separation]) -> int:
    sentences = offered_sentences(night().stories)
    return sum(sentence in separation.article.text for separation in separations for sentence in sentences)


def test_no_sentence_of_an_ad_is_in_any_body() -> None:
    assert offered(night().cold) > COUNT, "one page alone does not show what an advertisement is"
    assert offered(night().warm) == 0


def test_no_block_of_a_body_is_lost() -> None:
    lost = [
        (story.number, text)
        for story, separation in zip(night().stories, night().warm, strict=True)
        for text in story.paragraphs
        if text not in separation.article.text
    ]
    assert not lost


def test_the_body_is_nothing_but_the_story() -> None:
    for story, separation in zip(night().stories, night().warm, strict=True):
        assert separation.article.text == story.text


def test_topics_and_speakers_are_exact() -> None:
    for story, separation in zip(night().stories, night().warm, strict=True):
        assert [topic.name for topic in separation.article.topics] == list(story.topics)
        speakers = sorted(name for ad in separation.article.ads for name in ad.speakers)
        assert speakers == sorted(name for offer in story.offers for name in offer.speakers)


def test_ads_that_repetition_shows_come_out_as_data() -> None:
    for story, separation in zip(night().stories, night().warm, strict=True):
        said = "\n".join(ad.text for ad in separation.article.ads)
        for offer in story.offers:
            assert offer.title in said
            assert all(line.split("{")[0] in said for line in offer.lines)


def test_nothing_of_the_page_disappears() -> None:
    for cold, warm in zip(night().cold, night().warm, strict=True):
        assert [block.text for block in warm.blocks] == [block.text for block in cold.blocks]
