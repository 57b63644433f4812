"""File names, ids and URLs of feeds."""

import re
import unicodedata
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from feeds.addresses import FeedKey, FeedKind, feed_id, feed_urls, file_name, find_ascii_url, normalize_base_url
from feeds.errors import InvalidBaseUrl

HOSTILE = [
    "..",
    ".",
    "CON",
    "con",
    "nul",
    "com1",
    "ä/ö",
    "a/../b",
    "x" * 300,
    "",
    " ",
    "\x00",
    "index",
    "spd--0123456789ab",
    "-",
    "a\\b",
]


@pytest.mark.parametrize("slug", ["spd", "cdu-csu", "g7", "wahl_2026", "x" * 80])
def test_a_plain_slug_names_its_file_itself(slug: str) -> None:
    assert file_name(slug) == slug


@pytest.mark.parametrize("slug", HOSTILE)
def test_a_hostile_slug_gets_another_name(slug: str) -> None:
    assert file_name(slug) != slug
    assert re.fullmatch(r"[a-z0-9-]+--[0-9a-f]{12}", file_name(slug))


def test_a_name_stays_readable() -> None:
    assert file_name("Äußere Sicherheit/NATO").startswith("aeussere-sicherheit-nato--")


def test_no_letter_case_or_spelling_of_a_slug_shares_a_name() -> None:
    slugs = [
        "spd",
        "SPD",
        "Spd",
        "s-p-d",
        "spd-",
        "spd.",
        "äpfel",
        unicodedata.normalize("NFD", "äpfel"),
        "aepfel",
        *HOSTILE,
    ]
    assert len({file_name(slug).casefold() for slug in slugs}) == len(slugs)


@given(st.text())
def test_any_slug_gets_a_safe_name(slug: str) -> None:
    assert re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,79}", file_name(slug))


@given(st.text(), st.text())
@example("spd", "SPD")
def test_two_slugs_never_share_a_name(one: str, other: str) -> None:
    assert (file_name(one).casefold() == file_name(other).casefold()) == (one == other)


def test_names_of_different_kinds_do_not_meet() -> None:
    keys = [
        FeedKey(kind=FeedKind.ALL),
        *(FeedKey(kind=kind, slug="all") for kind in (FeedKind.TOPIC, FeedKind.SECTION)),
    ]
    assert [key.stem for key in keys] == ["all", "topics/all", "sections/all"]


def test_urls_and_ids_of_a_feed() -> None:
    urls = feed_urls("topics/spd", "https://example.org/feeds")
    assert urls is not None
    assert urls.atom == "https://example.org/feeds/topics/spd.atom"
    assert feed_id("topics/spd", "https://example.org/feeds") == "tag:example.org,2026:/feeds/topics/spd"


def test_without_a_base_url_there_are_ids_but_no_urls() -> None:
    assert feed_urls("all", None) is None
    assert feed_id("all", None) == "tag:presseschau.invalid,2026:/all"


@pytest.mark.parametrize(
    "base_url", ["", "example.org", "ftp://example.org/", "https://example.org/?q=1", "/feeds", "mailto:a@b.example"]
)
def test_a_base_url_that_is_none_is_refused(base_url: str) -> None:
    with pytest.raises(InvalidBaseUrl, match=re.escape(repr(base_url))):
        normalize_base_url(base_url)


def test_a_base_url_loses_its_last_slash() -> None:
    assert normalize_base_url("https://Example.org/feeds/") == "https://example.org/feeds"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://bücher.example/straße?q=ä#ö", "https://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%A4#%C3%B6"),
        ("/a b%c3", "https://example.org/a%20b%C3"),
        ("100%", "https://example.org/x/100%25"),
        ("//cdn.example/i.png", "https://cdn.example/i.png"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", None),
        ("data:image/png;base64,AA", None),
        ("http://a b/", None),
        ("http://[", None),
        ("http://example.org:port/", None),
    ],
)
def test_foreign_urls_become_absolute_and_ascii(url: str, expected: str | None) -> None:
    assert find_ascii_url(url, "https://example.org/x/y") == expected


@given(st.text())
def test_an_ascii_url_is_one_however_odd_its_source(text: str) -> None:
    url = find_ascii_url(text, "https://example.org/")
    if url is not None:
        assert url.isascii()
        assert not re.search(r"[\s<>\"{}|\\^`]", url)
        assert urlsplit(url).scheme in ("http", "https", "mailto")
        assert find_ascii_url(url) == url
