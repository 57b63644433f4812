"""The last words of an article, and what its publisher adds to them."""

import pytest

from crawler.separation.article import separate_page
from crawler.separation.page import Page

BODY = (
    "Die Gemeinde Rodau hat am Montag beschlossen, den alten Speicher am Hafen an einen von drei Bietern zu verkaufen.",
    "Der Bürgermeister nannte den Preis einen Witz, aber einen guten. Im Speicher lagern neun Boote und ein Klavier.",
    "Über den Zuschlag entscheidet der Rat im Mai. Bis dahin bleibt das Tor offen, damit die Katzen hinein können.",
    "Ein Bieter ist eine Ziege, vertreten durch ihren Anwalt. Sie will den Speicher als Stall behalten, wie er ist.",
)


def last_words(*lines: str) -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in (*BODY, *lines))
    content = (
        '<html><head><title>Speicher von Rodau</title><meta name="author" content="Grete Halm"></head><body><article>'
        f"<h1>Speicher von Rodau</h1>{paragraphs}</article></body></html>"
    )
    return separate_page(Page(url="https://bote.example/speicher", content=content)).article.blocks[-1].text


@pytest.mark.parametrize(
    "line",
    [
        "Grete Halm schreibt seit neun Jahren über alles, was am Hafen liegt.",
        "Alle Rechte vorbehalten, auch die der Übersetzung in das Platt der Nachbarn.",
        "Folgen Sie uns auf der Tafel am Kai, dort steht alles zuerst.",
        "Follow the Bote on the noticeboard at the pier, where all is told first.",
        "Dieser Beitrag wurde am Montag unter Hafen abgelegt und seitdem nicht bewegt.",
    ],
)
def test_notes_of_the_publisher_are_no_last_words(line: str) -> None:
    assert last_words(line) == BODY[-1]


@pytest.mark.parametrize(
    "line",
    [
        "Jonas Moor schreibt seit neun Jahren Briefe an den Rat, ohne je eine Antwort zu bekommen.",
        "Follow the money, the mayor said, and you will find it on the roof of the old barn.",
        "Das Klavier folgt dem neuen Besitzer, so steht es im Vertrag, den der Rat im Mai beschließt.",
    ],
)
def test_last_words_of_the_article_stay(line: str) -> None:
    assert last_words(line) == line


def test_what_is_said_of_rights_before_the_last_words_stays() -> None:
    line = "Auf dem Schild am Speicher steht, alle Rechte vorbehalten, aber niemand weiß mehr, welche es sind."
    assert last_words(line, BODY[0][:90] + " wieder.") == BODY[0][:90] + " wieder."
