"""The same story gets the same identity, whatever its address is spelled like."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.errors import InvalidUrl
from articles.identity import UrlRule, article_id, normalize_url, slug_of

RULE = UrlRule(
    origin="https://www.example.org",
    hosts=frozenset({"example.org", "pages.example.org", "example.at", "xn--bcher-kva.example"}),
    article_path=re.compile(r"/news/[a-z0-9-]+-\d\d-\d\d-\d{4}"),
    tag_authority="example.org",
    tag_date="2025",
    case_insensitive_path=True,
    kept_parameters=frozenset({"page"}),
)
ARTICLE = "https://www.example.org/news/a-story-31-01-2026"

# Text that looks like a URL, with everything in it that URLs go wrong with.
_PIECES = [
    *("http", "https", "ftp", ":", "//", "/", ".", "..", "?", "#", "@", "&", "=", "%", "%2F", "%2e", "%C3%A4", "%ff"),
    *("ä", "ß", "İ", "。", "．", "Σ", "[", "]", "[::1]", ":80", ":8080", ":x", "a", "B", "+", ";", " ", "\t", "\n"),
    *("example.org", "WWW.Example.ORG", "bücher.example", "BÜCHER.example", "page", "utm_source", "\ud800", "\udc80"),
]
_pieces = st.lists(st.sampled_from(_PIECES), max_size=12).map("".join)
url_like = st.one_of(_pieces, _pieces.map("https://example.org/".__add__), _pieces.map("http://".__add__), st.text())


@pytest.mark.parametrize(
    "spelling",
    [
        ARTICLE,
        "http://example.org/news/a-story-31-01-2026",
        "HTTPS://Pages.Example.ORG:443/News/A-Story-31-01-2026/",
        "https://example.at./news//a-story-31-01-2026?utm_source=x&fbclid=1&id=7#top",
        "  https://user:secret@www.example.org/x/../news/./a%2Dstory-31-01-2026\n",
        "https://bücher.example/news/a-story-31-01-2026",
        "https://BÜCHER.example/news/a-story-31-01-2026",
    ],
)
def test_every_spelling_of_an_article_is_one_url(spelling: str) -> None:
    assert normalize_url(spelling, RULE) == ARTICLE
    assert RULE.owns(spelling)
    assert article_id(normalize_url(spelling, RULE), RULE) == "tag:example.org,2025:/news/a-story-31-01-2026"


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("http://Other.example:80", "http://other.example/"),
        ("http://other.example:8080/A/", "http://other.example:8080/A"),
        ("https://other.example/Ä b?x=ü&utm_medium=m&ref=r&ID=1", "https://other.example/%C3%84%20b?x=%C3%BC&ID=1"),
        ("https://other.example/a%2Fb/%c3%a4", "https://other.example/a%2Fb/%C3%A4"),
        ("http://[2001:DB8::1]:80/", "http://[2001:db8::1]/"),
        ("https://a。example。/x", "https://a.example/x"),
    ],
)
def test_other_hosts_lose_only_what_names_no_page(url: str, normal: str) -> None:
    assert normalize_url(url, RULE) == normal
    assert normalize_url(url) == normal


def test_a_rule_keeps_the_parameters_that_select_a_page() -> None:
    assert normalize_url("https://example.org/news?page=2&x=1", RULE) == "https://www.example.org/news?page=2"


def test_letters_are_lowered_and_percent_signs_are_not() -> None:
    assert normalize_url("https://example.org/%C3%84PFEL", RULE) == "https://www.example.org/%C3%A4pfel"


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "news/a",
        "//example.org/a",
        "ftp://example.org/a",
        "mailto:a@example.org",
        "https://",
        "https:///a",
        "https://a b/",
        "http://[::1",
        "http://example.org:x/",
        "http://..",
        "http://a..b/",
        "https://example.org/\ud800",
        "https://example.org/?a=\ud800",
        "http://" + "ä" * 100 + ".example/",
        "http://a:99999/",
        "javascript:alert(1)",
    ],
)
def test_what_is_no_absolute_web_address_is_refused_by_name(wrong: str) -> None:
    with pytest.raises(InvalidUrl) as error:
        normalize_url(wrong)
    assert repr(wrong) in str(error.value)


@given(url_like)
def test_the_letter_case_of_the_scheme_changes_nothing(url: str) -> None:
    """Nor does the short way, which a URL takes whose scheme is written small."""
    scheme, mark, rest = url.partition(":")
    try:
        normal = normalize_url(f"{scheme.upper()}{mark}{rest}")
    except InvalidUrl:
        with pytest.raises(InvalidUrl):
            normalize_url(url)
    else:
        assert normalize_url(url) == normal


@given(url_like)
def test_normalizing_twice_changes_nothing(url: str) -> None:
    for rule in (None, RULE):
        try:
            once = normalize_url(url, rule)
        except InvalidUrl:
            continue
        assert normalize_url(once, rule) == once
        assert once.isascii()
        if rule is not None:
            assert rule.owns(url) == once.startswith(rule.origin + "/")


@given(url_like)
def test_a_rule_can_be_asked_about_any_text(text: str) -> None:
    assert RULE.owns(text) in (True, False)


def test_only_articles_are_articles() -> None:
    assert RULE.is_article(normalize_url(ARTICLE, RULE))
    for other in ("https://www.example.org/news", ARTICLE + "/more", "https://other.example/news/a-story-31-01-2026"):
        assert not RULE.is_article(normalize_url(other, RULE))
    assert not RULE.is_article(normalize_url(ARTICLE.replace("/news/", f"/news/{'a' * 2083}-"), RULE))


def test_an_article_without_a_rule_is_named_after_its_own_host() -> None:
    url = normalize_url("https://other.example/a?x=1")
    assert article_id(url) == "tag:other.example,2026:/a?x=1"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("CDU-CSU", "cdu-csu"),
        ("Äußere Sicherheit / NATO", "aeussere-sicherheit-nato"),
        ("A\u0308pfel", "aepfel"),
        ("  Café  Crème ", "cafe-creme"),
        ("🔥 Krieg", "krieg"),
    ],
)
def test_slugs_are_readable(name: str, slug: str) -> None:
    assert slug_of(name) == slug


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Українська політика", "Українська економіка"),
        ("Путин 2", "Зеленский 2"),
        ("x" * 80 + "a", "x" * 80 + "b"),
        ("!", "?"),
    ],
)
def test_names_that_ascii_cannot_tell_apart_have_slugs_that_differ(one: str, other: str) -> None:
    assert slug_of(one) != slug_of(other)


@given(st.text())
def test_a_slug_is_short_plain_and_its_own_slug(name: str) -> None:
    slug = slug_of(name)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 80
    assert slug_of(slug) == slug
