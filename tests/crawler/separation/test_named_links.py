"""Links in a box that its names say is none of the body's: not weighed, and never the article's."""

from crawler.separation.article import separate_page
from crawler.separation.page import Page

SENTENCE = "Der Deichgraf von Ostersiel hat am Mittwoch die Schleuse geöffnet und damit das Hinterland entwässert."
LINK = "Im Hafen von Ostersiel liegen seit dem Morgen wieder alle Kutter der kleinen Flotte."


def page_with(box: str) -> Page:
    paragraphs = f"<p>{SENTENCE}</p><p>{SENTENCE[:-1]}, sagte er.</p>"
    return Page(
        url="https://www.bote.example/schleuse",
        content=f"<h1>Die Schleuse ist offen</h1><article>{paragraphs}{box}{paragraphs.upper()}</article>",
    )


def test_a_linked_sentence_in_an_aside_is_named_for_it_without_weighing() -> None:
    separation = separate_page(page_with(f'<aside><h3><a href="/hafen">{LINK}</a></h3></aside>'))
    (found,) = (block for block in separation.blocks if block.text == LINK)
    assert (found.label, found.kept, found.odds) == ("navigation", False, None)
    assert "a link in a box" in found.reason
    assert LINK not in separation.article.text


def test_a_linked_sentence_in_no_such_box_is_weighed() -> None:
    separation = separate_page(page_with(f'<p><a href="/hafen">{LINK}</a></p>'))
    (found,) = (block for block in separation.blocks if block.text == LINK)
    assert found.odds is not None
    assert LINK in separation.article.text


def test_names_that_nearly_all_of_the_text_bears_say_nothing_of_a_link() -> None:
    linked = f'<p><a href="/hafen">{LINK}</a></p>'
    text = "".join(f"<p>{SENTENCE[:-1]}, sagte Zeuge {witness}.</p>" for witness in range(9))
    body = f'<h1>Die Schleuse ist offen</h1><article><aside class="related">{text}{linked}{text}</aside></article>'
    separation = separate_page(Page(url="https://www.bote.example/schleuse", content=body))
    (found,) = (block for block in separation.blocks if block.text == LINK)
    assert found.odds is not None
