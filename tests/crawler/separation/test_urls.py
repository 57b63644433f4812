"""Addresses on a page: what each way of writing one leads to."""

import pytest

from crawler.separation.urls import find_url

BASE = "https://bote.example/news/2026/"


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://other.example/a/", "https://other.example/a"),
        ("http://other.example", "http://other.example/"),
        ("HTTP://Other.example/a?utm_source=x", "http://other.example/a"),
        (" /kueste/ ", "https://bote.example/kueste"),
        ("/kueste/../deiche", "https://bote.example/deiche"),
        ("deiche", "https://bote.example/news/2026/deiche"),
        ("?seite=2", "https://bote.example/news/2026?seite=2"),
        ("//other.example/a#mitte", "https://other.example/a#mitte"),
        ("/a#xtor=RSS-1", "https://bote.example/a"),
        ("http:///a", None),
        ("#mitte", None),
        ("mailto:post@bote.example", None),
        ("https://[::1", None),
        ("", None),
        (None, None),
    ],
)
def test_an_address_is_made_absolute_or_left_out(written: str | None, url: str | None) -> None:
    assert find_url(written, BASE) == url


@pytest.mark.parametrize("base", [None, "", "seite.html", "file:///seite.html", "https://[::1/"])
def test_a_base_without_a_host_leads_nowhere(base: str | None) -> None:
    assert find_url("/a", base) is None
    assert find_url("https://bote.example/a", base) == "https://bote.example/a"
