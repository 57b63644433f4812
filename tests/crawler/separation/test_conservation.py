"""Nothing that a reader sees is lost: it is in the article, in an advertisement, or among what was removed."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.separation.article import separate_page
from crawler.separation.outcome import Separation
from crawler.separation.page import Page

PROSE = (
    "Der Kapitän wartete drei Tage auf den Schlepper, bis ihm am vierten die Geduld und der Kaffee ausgingen. Am Abend"
    " ließ er das Beiboot zu Wasser und ruderte selbst hinüber, um nach dem Rechten zu sehen."
)
FURNITURE = [
    "<nav><ul><li><a href='/a'>Start</a></li><li><a href='/b'>Sport</a></li></ul></nav>",
    "<div class='share'>Teilen <a href='#'>Facebook</a></div>",
    "<aside><h3>Newsletter</h3><p>Ihre E-Mail-Adresse</p><button>Anmelden</button></aside>",
    "<ul><li>Erstens</li><li>Zweitens<ul><li>darunter</li></ul></li></ul>",
    "<table><tr><th>Jahr</th><td>2025</td></tr><tr><td colspan=2>Summe<br>netto</td></tr></table>",
    "<figure><img src='/i.jpg'><figcaption>Ein Boot. Foto: Wer</figcaption></figure>",
    "<figure><figcaption>Ohne Bild</figcaption></figure>",
    "<blockquote>„Wir warten hier nicht auf besseres Wetter, wir warten auf Antworten.“</blockquote>",
    "<p>Zeile eins<br>Zeile zwei<br><br>Zeile drei</p>",
    "<div>Webinar: <b>Segeln</b><p>Ihre Experten im Webinar:</p><p>Ina<br>Boje</p></div>",
    "<footer>Impressum</footer>",
    "<h2>Was danach geschah</h2>",
    "<select><option>Nord</option><option>Süd</option></select><p><label>Region</label></p>",
    "<a href='/x'>Lesen Sie auch: Noch ein Boot</a>",
    "lose Zeile",
    f"<p>{PROSE}</p>",
    "<dl><dt>Länge</dt><dd>zwölf Meter</dd></dl><pre>a  b\n c</pre>",
]


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def everything(found: Separation) -> str:
    article = found.article
    captions = [block.caption or "" for block in article.blocks]
    parts = [article.title, article.text, *captions, *(ad.text for ad in article.ads)]
    return "\n".join([*parts, *(piece.text for piece in article.removed)])


@given(st.lists(st.sampled_from(FURNITURE), max_size=14))
@settings(deadline=None)
def test_every_visible_word_is_somewhere(parts: list[str]) -> None:
    inner = "\n".join(parts)
    content = f"<html><body><h1>Warten auf den Schlepper</h1><p>{PROSE}</p>{inner}<p>{PROSE}</p></body></html>"
    found = separate_page(Page(url="https://example.org/x", content=content))
    visible = re.sub(r"<[^>]+>", " ", inner)
    assert words(visible) <= words(everything(found))
    assert words(visible) <= words(" ".join(block.text for block in found.blocks))


@given(st.lists(st.sampled_from([re.sub(r"<[^>]+>", "\n", part) for part in FURNITURE]), max_size=14))
@settings(deadline=None)
def test_every_line_of_a_text_is_somewhere(parts: list[str]) -> None:
    content = "\n".join(["Warten auf den Schlepper", PROSE, *parts, PROSE])
    found = separate_page(Page(url=None, content=content))
    assert words(content) <= words(everything(found))


def test_text_and_html_hold_the_same_words() -> None:
    content = f"<h1>Warten auf den Schlepper</h1><p>{PROSE}</p>{''.join(FURNITURE)}<p>{PROSE}</p>"
    article = separate_page(Page(url="https://example.org/x", content=content)).article
    captions = " ".join(block.caption or "" for block in article.blocks)
    assert words(re.sub(r"<[^>]+>", " ", article.html)) == words(f"{article.text} {captions}")
