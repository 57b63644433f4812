"""The advertisements of the demo site."""

from articles.model import AdKind
from presseschau.demo.adverts import ADVERTS, adverts_on
from presseschau.demo.edition import load_edition

_KEYS = [story.key for story in load_edition(2).stories]


def test_there_are_at_least_eight_of_every_kind_together() -> None:
    assert len({advert.title for advert in ADVERTS}) == len(ADVERTS) >= 8
    assert {advert.kind for advert in ADVERTS} == set(AdKind)


def test_webinars_have_speakers_with_names_over_two_lines_claims_and_no_one_twice() -> None:
    webinars = [advert for advert in ADVERTS if advert.kind is AdKind.WEBINAR]
    assert len(webinars) >= 3
    speakers = [speaker for advert in webinars for speaker in advert.speakers]
    assert len(speakers) == len(set(speakers)) >= 9
    assert all(first and last for first, last in speakers)
    assert all(len(advert.claims) >= 2 for advert in webinars)


def test_no_page_shows_one_twice_and_every_one_is_shown() -> None:
    shown = [adverts_on(key, night) for key in _KEYS for night in (1, 2)]
    assert all(len(set(adverts)) == len(adverts) == 4 for adverts in shown)
    assert {advert.title for adverts in shown for advert in adverts} == {advert.title for advert in ADVERTS}


def test_every_page_shows_other_ones_on_the_second_night() -> None:
    for key in _KEYS:
        assert not set(adverts_on(key, 1)) & set(adverts_on(key, 2)), key


def test_the_same_page_shows_the_same_ones_all_night() -> None:
    assert [adverts_on(key, 1) for key in _KEYS] == [adverts_on(key, 1) for key in _KEYS]
