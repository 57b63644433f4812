"""What is different on the second night, exactly as the truth documents it."""

import re
from urllib.parse import urlsplit

from presseschau.demo.address import MIRROR_ORIGIN, SITE_ORIGIN
from presseschau.demo.answers import answer_to
from presseschau.demo.edition import load_edition
from presseschau.demo.nights import NIGHTS, ZONE
from presseschau.demo.topics import RENAMED_TOPIC, topic_name, topic_slugs
from presseschau.demo.truth import ExpectedArticle, expected_articles

_BEFORE = {article.key: article for article in expected_articles(1)}
_AFTER = {article.key: article for article in expected_articles(2)}


def _status(article: ExpectedArticle, night: int) -> int:
    return answer_to(urlsplit(article.url).path, night).status


def _page(article: ExpectedArticle, night: int) -> str:
    return answer_to(urlsplit(article.url).path, night).body.decode()


def _in_state(articles: dict[str, ExpectedArticle], state: str) -> list[ExpectedArticle]:
    return [article for article in articles.values() if article.state == state]


def test_the_nights_are_a_day_apart_in_local_time() -> None:
    assert [start.isoformat() for start in NIGHTS.values()] == [
        "2026-11-20T03:00:00+01:00",
        "2026-11-21T03:00:00+01:00",
    ]
    assert ZONE.key == "Europe/Berlin"


def test_new_articles_come_and_none_is_forgotten() -> None:
    assert set(_BEFORE) < set(_AFTER)
    new = set(_AFTER) - set(_BEFORE)
    assert len(new) >= 10
    assert all(_AFTER[key].first_night == 2 for key in new)
    assert all(_AFTER[key].published_at > NIGHTS[1] for key in new)


def test_three_edits_of_three_sorts() -> None:
    edited = [(_BEFORE[article.key], article) for article in _in_state(_AFTER, "edited")]
    assert len(edited) == 3
    retitled = [(old, new) for old, new in edited if old.title != new.title]
    longer = [(old, new) for old, new in edited if len(old.blocks) + 1 == len(new.blocks)]
    corrected = [pair for pair in edited if pair not in retitled + longer]
    ((old, new),) = retitled
    assert old.blocks == new.blocks
    ((old, new),) = longer
    assert old.blocks == new.blocks[:-1]
    assert (old.modified_at, new.modified_at is not None) == (None, True)
    assert str(new.modified_at and new.modified_at.isoformat()) in _page(new, 2)
    ((old, new),) = corrected
    different = [(a.text, b.text) for a, b in zip(old.blocks, new.blocks, strict=True) if a != b]
    assert len(different) == 1
    assert new.modified_at is None


def test_articles_that_are_neither_edited_moved_nor_broken_say_the_same() -> None:
    for key, before in _BEFORE.items():
        after = _AFTER[key]
        if after.state == "live" and after.former_url is None:
            assert (before.title, before.blocks, before.published_at) == (after.title, after.blocks, after.published_at)
            assert (before.url, before.summary) == (after.url, after.summary)
            if before.state == "live":
                assert before.ads != after.ads
                assert _page(before, 1) != _page(after, 2)


def test_two_are_gone_and_one_is_not_found() -> None:
    withdrawn = _in_state(_AFTER, "withdrawn")
    assert sorted(article.withdrawn_status or 0 for article in withdrawn) == [404, 410, 410]
    for article in withdrawn:
        assert (_status(article, 1), _status(article, 2)) == (200, article.withdrawn_status)
        assert article.ads == ()
        assert _BEFORE[article.key].is_live


def test_one_article_moved_and_its_old_address_redirects() -> None:
    (moved,) = (article for article in _AFTER.values() if article.former_url)
    assert moved.former_url == _BEFORE[moved.key].url != moved.url
    answer = answer_to(urlsplit(moved.former_url).path, 2)
    assert (answer.status, answer.location) == (301, urlsplit(moved.url).path)
    assert _status(moved, 2) == 200
    assert _status(moved, 1) == 404
    assert not moved.answers_not_modified
    assert _BEFORE[moved.key].blocks == moved.blocks


def test_one_page_is_empty_on_the_first_night_and_whole_on_the_second() -> None:
    (broken,) = _in_state(_BEFORE, "broken")
    answer = answer_to(urlsplit(broken.url).path, 1)
    assert (answer.status, answer.body) == (200, b"")
    assert _AFTER[broken.key].state == "live"
    assert not _AFTER[broken.key].answers_not_modified
    assert broken.lead in _page(broken, 2)
    assert _in_state(_AFTER, "broken") == []


def test_one_topic_has_a_new_name_at_its_old_address() -> None:
    renamed = [slug for slug in topic_slugs() if topic_name(slug, 1) != topic_name(slug, 2)]
    assert renamed == [RENAMED_TOPIC]
    tagged = [article for article in _AFTER.values() if RENAMED_TOPIC in {topic.slug for topic in article.topics}]
    assert any(article.first_night == 1 and not article.answers_not_modified for article in tagged)
    for article in tagged:
        assert f"#{topic_name(RENAMED_TOPIC, 2)}" in _page(article, 2)
        if article.key in _BEFORE:
            assert f"#{topic_name(RENAMED_TOPIC, 1)}" in _page(article, 1)


def test_half_of_what_stayed_answers_304() -> None:
    stayed = [_AFTER[key] for key, before in _BEFORE.items() if before.is_live and _AFTER[key].state == "live"]
    answered = sum(article.answers_not_modified for article in stayed)
    assert 0.4 * len(stayed) <= answered <= 0.6 * len(stayed)


def test_one_article_is_linked_on_the_mirror_host_and_canonically_elsewhere() -> None:
    links = re.findall(rf'href="({MIRROR_ORIGIN}[^"]+)"', answer_to("/news", 2).body.decode())
    (link,) = links
    assert link.endswith("?utm_source=startseite&amp;utm_medium=teaser")
    (article,) = (article for article in _AFTER.values() if urlsplit(article.url).path == urlsplit(link).path)
    assert article.first_night == 2
    assert f'href="{article.url}"' in answer_to("/news/c/spd", 2).body.decode()
    assert MIRROR_ORIGIN not in answer_to("/news", 1).body.decode()


def test_one_canonical_link_is_missing_and_one_names_the_home_page() -> None:
    odd = {story.key: story.canonical for story in load_edition(2).stories if story.canonical != "own"}
    assert sorted(odd.values()) == ["home", "missing"]
    for key, canonical in odd.items():
        found = re.findall(r'<link rel="canonical" href="([^"]+)">', _page(_AFTER[key], 2))
        assert found == ([f"{SITE_ORIGIN}/"] if canonical == "home" else [])
        assert _AFTER[key].first_night == 2
    for article in _AFTER.values():
        if article.is_live and article.key not in odd and article.markup != "breaks":
            assert f'<link rel="canonical" href="{article.url}">' in _page(article, 2)
