"""Bytes against what their sender claims."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.charset import find_charset

TEXT = "Die Brücke über die Aule heißt „Müllerinnensteg“ – seit jeher."


@pytest.mark.parametrize("declared", ["cp1252", "iso-8859-1", "iso-8859-15", "windows-1251", "utf-8"])
def test_utf_8_is_recognised(declared: str) -> None:
    assert find_charset(TEXT.encode(), declared) == "utf-8"


def test_what_claims_to_be_utf_8_and_is_not() -> None:
    assert find_charset(TEXT.encode("cp1252"), "utf-8") == "cp1252"


def test_without_a_claim() -> None:
    assert find_charset(TEXT.encode(), None) == "utf-8"
    assert find_charset(TEXT.encode("cp1252"), None) == "cp1252"


def test_a_cut_letter_changes_nothing() -> None:
    assert find_charset(TEXT.encode() + "ü".encode()[:1], "utf-8") == "utf-8"


@pytest.mark.parametrize("charset", ["cp1252", "iso-8859-2", "utf-16-le", "iso-2022-jp", "big5"])
def test_a_true_claim_is_believed(charset: str) -> None:
    text = "Čeština příliš" if charset == "iso-8859-2" else "日本語" if charset in ("iso-2022-jp", "big5") else "Grüße"
    assert find_charset(text.encode(charset), charset) == charset


@given(st.binary(), st.sampled_from(["utf-8", "cp1252", "utf-16-le"]))
def test_any_bytes_get_a_charset_that_exists(body: bytes, declared: str) -> None:
    body.decode(find_charset(body, declared) or "ascii", errors="replace")
