"""What a publisher of feeds may choose."""

from dataclasses import replace

import pytest

from feeds.errors import InvalidBaseUrl, InvalidHubUrl
from feeds.settings import FeedSettings

SETTINGS = FeedSettings(base_url="https://example.org/feeds/", publisher_titles={"gazette": "The Gazette"})


def test_addresses_are_normalized_and_wrong_ones_refused() -> None:
    assert SETTINGS.base_url == "https://example.org/feeds"
    assert FeedSettings(hub_url="https://hub.example/publish/?a=b").hub_url == "https://hub.example/publish/?a=b"
    with pytest.raises(InvalidBaseUrl, match="example"):
        FeedSettings(base_url="example.org")
    with pytest.raises(InvalidHubUrl, match="example"):
        FeedSettings(hub_url="example.org")


@pytest.mark.parametrize("wrong", [{"entry_count": 0}, {"page_language": "fr"}])
def test_a_choice_that_cannot_be_is_refused(wrong: dict[str, int | str]) -> None:
    with pytest.raises(ValueError, match=str(next(iter(wrong.values())))):
        FeedSettings(**wrong)  # type: ignore[arg-type]  # that is the point


def test_a_publisher_without_a_title_is_called_by_its_name() -> None:
    assert (SETTINGS.title_of("gazette"), SETTINGS.title_of("courier")) == ("The Gazette", "courier")


def test_the_fingerprint_tells_whether_feeds_would_be_rendered_otherwise() -> None:
    others = [
        replace(SETTINGS, base_url="https://example.net"),
        replace(SETTINGS, entry_count=20),
        replace(SETTINGS, publisher_titles={}),
        replace(SETTINGS, teasers_only=frozenset({"gazette"})),
        replace(SETTINGS, hub_url="https://hub.example/"),
        replace(SETTINGS, tombstones=True),
        replace(SETTINGS, page_language="en"),
    ]
    fingerprints = [settings.fingerprint() for settings in [SETTINGS, *others]]
    assert len(set(fingerprints)) == len(fingerprints)
    assert replace(SETTINGS).fingerprint() == SETTINGS.fingerprint()
