"""The HTML of an entry."""

import re

import pytest
from hypothesis import given
from lxml import html

from feeds.body import normalize_body
from feeds.characters import is_printable
from tests.feeds.sample_articles import any_html

BASE = "https://www.gazette.example/news/one"


def body(fragment: str) -> str:
    return normalize_body(fragment, base=BASE)


def test_an_articles_own_markup_stays() -> None:
    parts = (
        '<p>Ein <strong>Wort</strong> und <a href="https://a.example/x?id=1">ein Link</a>.</p><h2>Titel</h2>',
        '<blockquote>Zitat</blockquote><ul><li>Eins</li></ul><ol start="3"><li>Drei</li></ol>',
        '<table><tbody><tr><td colspan="2">Zelle</td></tr></tbody></table><pre>code</pre>',
        '<figure><img src="https://a.example/i.png" alt="Bild" width="4" height="3">',
        "<figcaption>Unter</figcaption></figure>",
    )
    assert body("".join(parts)) == "".join(parts)


@pytest.mark.parametrize(
    "fragment",
    [
        "<script>alert(1)</script>",
        "<p onclick='alert(1)'>x</p>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='java\x00script:alert(1)'>x</a>",
        "<iframe src='https://a.example/'>x</iframe>",
        "<svg><script>alert(1)</script></svg>",
        "<img src='x' onerror='alert(1)'>",
        "<style>p{}</style>",
        "<form action='/'><input name='q'></form>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    ],
)
def test_nothing_runs(fragment: str) -> None:
    assert not re.search(r"script|alert|onerror|<(?:iframe|svg|style|form|input|math)", body(fragment), re.IGNORECASE)


def test_a_hidden_scheme_becomes_a_harmless_path() -> None:
    assert (
        body("<a href='java&#1;script:run'>x</a>")
        == '<a href="https://www.gazette.example/news/java%01script:run">x</a>'
    )


def test_addresses_become_absolute() -> None:
    assert body("<a href='../x?a=1#b'>x</a>") == '<a href="https://www.gazette.example/x?a=1#b">x</a>'


def test_campaign_parameters_go_and_others_stay() -> None:
    link = "<a href='https://a.example/?utm_source=n&amp;id=7&amp;fbclid=z&amp;q=a+b'>x</a>"
    assert body(link) == '<a href="https://a.example/?id=7&amp;q=a+b">x</a>'


@given(any_html)
def test_any_html_is_clean_and_stays_as_it_is(fragment: str) -> None:
    clean = body(fragment)
    assert is_printable(clean)
    assert body(clean) == clean
    if clean:
        for element in html.fragment_fromstring(clean, create_parent=True).iter():
            assert not set(element.attrib) & {"style", "srcset"}
            assert not any(name.startswith("on") for name in map(str, element.attrib))
