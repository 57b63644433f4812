from dataclasses import replace

import pytest

from articles.model import Article, Block, BlockKind
from articles.sameness import is_same_story

TEXT = "Am Montag hat der Rat der Stadt nach langer Beratung beschlossen die alte Brücke für drei Jahre zu sperren"
WORDS = TEXT.split()


def story(title: str, text: str) -> Article:
    return Article(
        title=title, blocks=(Block(kind=BlockKind.PARAGRAPH, text=text),), html=f"<p>{text}</p>", confidence=1
    )


ONE = story("Brücke gesperrt", TEXT)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (ONE, True),
        (replace(ONE, title="Rat sperrt Brücke"), True),
        (story("brücke  GESPERRT", "Ganz neu geschrieben."), True),
        (story("Rat sperrt Brücke", " ".join([*WORDS, *(f"Nachtrag{n}" for n in range(40))])), True),
        (story("Rat sperrt Brücke", " ".join(WORDS[:9]) + " etwas völlig anderes als zuvor gesagt"), True),
        (story("Markt verlegt", "Der Wochenmarkt zieht im Frühjahr auf den Platz vor dem Bahnhof um."), False),
        (story("Markt verlegt", "Kurz."), False),
    ],
)
def test_an_edit_is_the_same_story_and_another_article_is_not(other: Article, same: bool) -> None:
    assert is_same_story(ONE, other) is same
    assert is_same_story(other, ONE) is same
