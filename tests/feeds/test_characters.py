"""What characters feeds carry."""

import sys

import pytest
from hypothesis import given
from lxml import etree

from feeds.characters import _LINE_ENDS, _ORDINARY, _UNPRINTABLE, is_printable, normalize_line, normalize_text
from tests.feeds.sample_articles import any_text


@given(any_text)
def test_normal_text_goes_into_xml_and_utf8(text: str) -> None:
    element = etree.Element("text")
    element.text = normalize_text(text)
    assert etree.fromstring(etree.tostring(element, encoding="UTF-8")).text == (normalize_text(text) or None)


@given(any_text)
def test_normalizing_twice_changes_nothing(text: str) -> None:
    assert normalize_text(normalize_text(text)) == normalize_text(text)
    assert normalize_line(normalize_line(text)) == normalize_line(text)
    assert is_printable(normalize_line(text))


def test_ordinary_text_stays_as_it_is() -> None:
    text = "„Größe“ – 5 < 7 & R&D, AT&T, Q&A: 100 % 🙂 \u200d ﷼"
    assert normalize_line(text) == text


@pytest.mark.parametrize("code", [0, 0xB, 0x7F, 0x80, 0x9F, 0xD800, 0xFDD0, 0xFFFD, 0xFFFE, 0x1FFFF])
def test_what_cannot_be_shown_goes(code: int) -> None:
    assert normalize_text(f"a{chr(code)}b") == "ab"


@pytest.mark.parametrize(("text", "line"), [("a\r\nb", "a b"), ("a\x85b", "a b"), ("  a \t b\u2028c ", "a b c")])
def test_a_line_is_one_line(text: str, line: str) -> None:
    assert normalize_line(text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<b>", "<\u2060b>"),
        ("</p>", "<\u2060/p>"),
        ("&amp;", "&\u2060amp;"),
        ("&#38;", "&\u2060#38;"),
        ("<3", "<3"),
        ("a & b", "a & b"),
    ],
)
def test_what_looks_like_markup_is_shown_and_not_obeyed(text: str, line: str) -> None:
    assert normalize_line(text) == line


@pytest.mark.parametrize(("text", "line"), [("MÃ¤rz", "März"), ("MÃ¤rz in Köln", "MÃ¤rz in Köln"), ("Ã ß", "Ã ß")])
def test_text_that_was_decoded_wrongly_is_decoded_anew_where_all_of_it_fits(text: str, line: str) -> None:
    assert normalize_line(text) == line


def test_the_quick_look_lets_nothing_through_that_the_close_one_would_not() -> None:
    for character in map(chr, range(sys.maxunicode + 1)):
        if _ORDINARY.fullmatch(character):
            assert not _UNPRINTABLE.search(character)
            assert not _LINE_ENDS.search(character)
