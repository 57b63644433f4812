"""What no XML text may hold never reaches the tree, however the page was decoded."""

import pytest

from crawler.separation.page import Page
from crawler.separation.tree import clean_characters, parse_tree

FORBIDDEN = ["\x00", "\x01", "\x0b", "\x1f", "\x7f", "\ufffe", "\uffff", "\ud800", "\udfff"]
ALLOWED = ["\t", "\n", "\x0c", "\x80", "ß", "\ufffd", "\ufeff", "😀"]


@pytest.mark.parametrize("character", [*FORBIDDEN, *ALLOWED], ids=ascii)
def test_forbidden_characters_become_spaces_and_no_others(character: str) -> None:
    content = f"<html><body><p>vor{character}nach</p></body></html>"
    expected = "vor nach" if character in FORBIDDEN else f"vor{character}nach"
    assert clean_characters(f"vor{character}nach") == expected
    assert parse_tree(Page(url=None, content=content)).findtext("body/p") == expected
