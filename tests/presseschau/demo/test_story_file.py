"""The form of story files."""

import pytest

from articles.model import BlockKind
from presseschau.demo.inline import plain_text, render_inline
from presseschau.demo.story_file import UnreadableStoryError, parse_story_file

_EVERY_KIND = """\
title: Ein Titel: mit Doppelpunkt
teaser: Kurz.

Ein Absatz,
über zwei Zeilen.

## Zwischentitel

> „Zitat“

- eins
- zwei

| a | b |
| c | d |

! bild | Unterschrift
"""


def test_the_header_and_every_kind_of_passage_are_read() -> None:
    parsed = parse_story_file("x.txt", _EVERY_KIND)
    assert parsed.fields == {"title": "Ein Titel: mit Doppelpunkt", "teaser": "Kurz."}
    assert [passage.kind for passage in parsed.passages] == [
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.QUOTE,
        BlockKind.LIST,
        BlockKind.TABLE,
        BlockKind.FIGURE,
    ]
    paragraph, _, quote, items, table, figure = parsed.passages
    assert paragraph.text == "Ein Absatz, über zwei Zeilen."
    assert quote.text == "„Zitat“"
    assert items.items == ("eins", "zwei")
    assert table.rows == (("a", "b"), ("c", "d"))
    assert (figure.picture, figure.text) == ("bild", "Unterschrift")


def test_a_file_may_be_a_header_alone() -> None:
    parsed = parse_story_file("x.txt", "withdrawn: 410\n")
    assert (parsed.fields, parsed.passages) == ({"withdrawn": "410"}, ())


@pytest.mark.parametrize("line", ["titel: x", "ohne Doppelpunkt"])
def test_a_wrong_header_line_is_named(line: str) -> None:
    with pytest.raises(UnreadableStoryError, match=r"night-1/x\.txt, line 2: .*title"):
        parse_story_file("night-1/x.txt", f"title: x\n{line}\n\nText.")


def test_inline_marks() -> None:
    text = "Ein **fettes** [Wort & mehr](/news/c/politik) <hier>."
    assert plain_text(text) == "Ein fettes Wort & mehr <hier>."
    assert render_inline(text) == (
        'Ein <strong>fettes</strong> <a href="/news/c/politik">Wort &amp; mehr</a> &lt;hier&gt;.'
    )
