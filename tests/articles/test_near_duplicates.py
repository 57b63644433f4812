"""Which texts repeat each other: exact numbers over texts made here."""

import random

import pytest

from articles.model import Article, Block, BlockKind
from articles.near_duplicates import COMMON_MARKS, MARK_COUNT, MIN_WORDS, find_marks, repeats

SYLLABLES = (
    "ba",
    "ber",
    "den",
    "dor",
    "eis",
    "fel",
    "gau",
    "hei",
    "ka",
    "kon",
    "lan",
    "mer",
    "mit",
    "nor",
    "ost",
    "zu",
)


def text_of(seed: int, count: int = 300) -> list[str]:
    """So many words, always the same for a seed, in sentences that no other seed has."""
    chance = random.Random(seed)
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 3))) for _ in range(count)]


def article(words: list[str], title: str = "Titel") -> Article:
    text = " ".join(words)
    block = Block(kind=BlockKind.PARAGRAPH, text=text)
    return Article(title=title, blocks=(block,), html=f"<p>{text}</p>", confidence=1)


def edited(words: list[str], seed: int, edits: int) -> list[str]:
    """The text with so many single words replaced."""
    chance, changed = random.Random(seed), list(words)
    for place in chance.sample(range(len(words)), edits):
        changed[place] = "geändert" + str(place).translate(str.maketrans("0123456789", "abcdefghij"))
    return changed


def common_marks(one: Article, other: Article) -> int:
    return len(set(find_marks(one)) & set(find_marks(other)))


def test_every_lightly_edited_repeat_of_two_hundred_is_found() -> None:
    """Five single words of three hundred changed: at least 83 in 100 shingles are the same."""
    found = 0
    for seed in range(200):
        one, other = article(text_of(seed)), article(edited(text_of(seed), seed, 5), title="Neuer Titel")
        found += repeats(one, other) and common_marks(one, other) >= COMMON_MARKS
    assert found == 200


def test_no_pair_of_two_hundred_different_texts_has_a_mark_in_common() -> None:
    marks = [mark for seed in range(200) for mark in find_marks(article(text_of(seed)))]
    assert len(marks) == len(set(marks)) == 200 * MARK_COUNT


@pytest.mark.parametrize("edits", [20, 60])
def test_a_rewritten_text_is_no_repeat(edits: int) -> None:
    assert not any(repeats(article(text_of(n)), article(edited(text_of(n), n, edits))) for n in range(50))


def test_the_same_headline_over_another_text_is_no_repeat() -> None:
    assert not repeats(article(text_of(1), "Gold steigt"), article(text_of(2), "Gold steigt"))


def test_a_quotation_in_common_is_no_repeat() -> None:
    quotation = text_of(9, 60)
    assert not repeats(article(text_of(1, 200) + quotation), article(quotation + text_of(2, 200)))


def test_reports_by_one_pattern_with_other_numbers_are_no_repeats() -> None:
    pattern = text_of(3, 280)
    today = article([*pattern[:100], "3.512,40", "Euro", *pattern[100:], "plus", "1,2", "Prozent"])
    tomorrow = article([*pattern[:100], "3.498,10", "Euro", *pattern[100:], "plus", "0,4", "Prozent"])
    assert common_marks(today, tomorrow) >= COMMON_MARKS
    assert not repeats(today, tomorrow)


def test_short_notices_never_repeat_anything() -> None:
    notice = article(text_of(4, MIN_WORDS - 1))
    assert find_marks(notice) == ()
    assert not repeats(notice, notice)


def test_letter_case_punctuation_and_white_space_do_not_count() -> None:
    words = text_of(5)
    other = article([*(f"{word.title()}," for word in words[:-1]), f"{words[-1]}."])
    assert find_marks(article(words)) == find_marks(other)
    assert repeats(article(words), other)
