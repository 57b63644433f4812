"""Whether a listing has moved between two of its pages."""

import pytest

from articles.identity import CanonicalUrl
from crawler.base_spiders.borders import has_moved_down


@pytest.mark.parametrize(
    ("before", "after", "awaited"),
    [
        ("abcd", "efgh", False),
        ("abcd", "defg", True),
        ("abcd", "xabc", True),
        ("pabcd", "pefgh", False),
        ("pabcd", "pdefg", True),
        ("abcdst", "efghst", False),
        ("abcdst", "defgst", True),
        ("pabcds", "pefghs", False),
        ("abcd", "abcd", False),
        ("abcd", "", False),
        ("", "abcd", False),
    ],
    ids=[
        "one goes on where the other ends",
        "the last one again",
        "more than a page was put on top",
        "one pinned on every page",
        "one pinned, and the last one again",
        "a box below every page",
        "a box below, and the last one again",
        "a pin and a box",
        "one page twice",
        "no entries",
        "no entries before",
    ],
)
def test_has_moved_down(before: str, after: str, awaited: bool) -> None:
    one, other = ([CanonicalUrl(f"https://gazette.example/{letter}") for letter in page] for page in (before, after))
    assert has_moved_down(one, other) is awaited
