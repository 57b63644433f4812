"""What a block's words speak for, found the short way as by the expressions themselves."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.separation.labels import BIT, KINDS, MAX_OPENING_CHARS, kinds_of_text
from crawler.separation.labels.kind import Kind

OPENING = [kind for kind in KINDS if kind.opening]


@pytest.mark.parametrize("kind", OPENING, ids=lambda kind: kind.name)
def test_whatever_opens_like_a_kind_speaks_for_one(kind: Kind) -> None:
    written = re.compile(kind.opening, re.IGNORECASE)

    @settings(max_examples=20)
    @given(st.from_regex(written).filter(lambda text: len(text) <= MAX_OPENING_CHARS and written.match(text)))
    def check(text: str) -> None:
        # The İ of Turkish is two characters when small.
        assert kinds_of_text(text) or "\u0130" in text

    check()


@pytest.mark.parametrize("text", ["Anzeige", "ANZEIGE", "Von Jette Marquardt", "3 KOMMENTARE", "Foto: Jette Marquardt"])
def test_letter_case_does_not_matter_but_in_names(text: str) -> None:
    assert kinds_of_text(text)
    assert not kinds_of_text("von jette marquardt hat niemand etwas gehört")


def test_words_handed_over_are_the_texts_own() -> None:
    text = (
        "Abonnieren Sie jetzt unseren Newsletter, damit Sie jeden Morgen wissen, was am Deich geschehen ist und warum."
    )
    assert kinds_of_text(text, text.split()) == kinds_of_text(text)
    assert kinds_of_text(text) & BIT["newsletter"]
    assert not kinds_of_text(
        "Der Deich hält, sagt der Deichgraf, und wer es nicht glaubt, der soll sich dorthin stellen."
    )
