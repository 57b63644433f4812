"""What only one place told."""

from articles.identity import CanonicalUrl
from crawler.cross_check import find_sole

A, B, C, D = (CanonicalUrl(f"https://example.org/{name}") for name in "abcd")


def test_what_one_place_alone_names_is_its_own() -> None:
    named = {"listing": {A, B}, "feed": {B, C}, "sitemap": {B, D, A}}
    assert find_sole(named, {A, B, C}) == {"listing": (), "feed": (C,), "sitemap": ()}


def test_what_was_known_before_is_nobodys_find() -> None:
    assert find_sole({"listing": {A}}, ()) == {"listing": ()}
