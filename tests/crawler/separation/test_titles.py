"""Which of a page's titles is the article's: without kicker, without the site's name."""

import pytest

from crawler.separation.article import separate_page
from crawler.separation.page import Page

BODY = "".join(
    f"<p>Der Deichgraf von Ostersiel hat am {day} die Schleuse geöffnet und damit das Hinterland entwässert.</p>"
    for day in ("Montag", "Mittwoch", "Freitag")
)


def title_of(shown: str, *, card: str = "", tab: str = "") -> str:
    head = f'<title>{tab}</title><meta property="og:title" content="{card}">'
    content = f"<html lang=de><head>{head}</head><body><h1>{shown}</h1><main>{BODY}</main></body></html>"
    return separate_page(Page(url="https://www.bote.example/schleuse", content=content)).article.title


@pytest.mark.parametrize(
    "shown",
    [
        "Hochwasser: Ostersiel öffnet seine Schleuse",
        "Hochwasser im Norden - Ostersiel öffnet seine Schleuse",
        "<span>Hochwasser</span><br><span>Ostersiel öffnet seine Schleuse</span>",
    ],
)
def test_a_kicker_in_the_heading_is_left_out_where_a_claim_does_without(shown: str) -> None:
    assert title_of(shown, card="Ostersiel öffnet seine Schleuse") == "Ostersiel öffnet seine Schleuse"


def test_a_kicker_that_every_claim_repeats_belongs_to_the_title() -> None:
    title = "Hochwasser: Ostersiel öffnet seine Schleuse"
    assert title_of(title, card=title, tab=f"{title} | Bote") == title


def test_the_last_words_of_a_title_are_no_title() -> None:
    title = "Ostersiel: Schleuse offen"
    assert title_of(title, card="Schleuse offen") == title


def test_what_cards_add_behind_the_heading_is_the_sites() -> None:
    card = "Ostersiel öffnet seine Schleuse | bote.example | Ihr Blatt am Deich"
    assert title_of("Ostersiel öffnet seine Schleuse", card=card, tab=card) == "Ostersiel öffnet seine Schleuse"


@pytest.mark.parametrize(
    ("shown", "card"),
    [
        ("Ex-Minister öffnet in Ostersiel die Schleuse", "Minister öffnet in Ostersiel die Schleuse"),
        ("Ostersiel 3:2 Deichhorn nach wildem Spiel", "2 Deichhorn nach wildem Spiel"),
    ],
)
def test_half_a_word_is_no_kicker(shown: str, card: str) -> None:
    assert title_of(shown, card=card) == shown


def test_a_speaker_whom_the_tab_alone_leaves_out_stays() -> None:
    title = "Deichgraf: Wir öffnen die Schleuse nicht"
    assert title_of(title, card=title, tab="Wir öffnen die Schleuse nicht") == title


def test_a_heading_that_is_the_kicker_alone_is_not_the_title() -> None:
    headline = "Hochwasser - Ostersiel öffnet seine Schleuse"
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{headline}"}}</script>'
    assert title_of("Hochwasser", card=f'{headline}">{data}<meta name="x') == headline


@pytest.mark.parametrize(
    "shown",
    [
        "<span>Nach dem Hochwasser</span> Ostersiel öffnet seine Schleuse",
        "<span class='q7'>Nach dem Hochwasser</span><span>Ostersiel öffnet seine Schleuse</span>",
        "<a href='#'><small>Nach dem Hochwasser</small> <span>Ostersiel öffnet seine Schleuse</span></a>",
    ],
)
def test_a_kicker_in_an_element_of_its_own_is_left_out(shown: str) -> None:
    assert title_of(shown) == "Ostersiel öffnet seine Schleuse"
    assert title_of(shown, tab="Nach dem Hochwasser - Ostersiel öffnet seine Schleuse") == title_of(shown)


@pytest.mark.parametrize(
    ("shown", "card", "title"),
    [
        ("<span>Ostersiel</span> öffnet seine Schleuse", "", "Ostersiel öffnet seine Schleuse"),
        ("<em>Hochwasser</em> Alarm an allen Schleusen", "", "Hochwasser Alarm an allen Schleusen"),
        (
            "<span>Deichgraf Harms</span> Graf über neun Schleusen",
            "Deichgraf Harms Graf über neun Schleusen",
            "Deichgraf Harms Graf über neun Schleusen",
        ),
        (
            "<span>Hochwasser</span><span hidden>: </span><span>Ostersiel öffnet seine Schleuse</span>",
            "Hochwasser: Ostersiel öffnet seine Schleuse",
            "Hochwasser: Ostersiel öffnet seine Schleuse",
        ),
    ],
)
def test_a_title_that_runs_on_keeps_its_first_words(shown: str, card: str, title: str) -> None:
    assert title_of(shown, card=card, tab=title) == title


def test_a_card_that_stops_at_a_quotation_mark_is_no_title() -> None:
    shown = 'Deichgraf nennt die Schleuse "endlich offen"'
    assert title_of(shown, card="Deichgraf nennt die Schleuse ") == shown


def test_sentences_in_a_heading_under_the_title_are_the_lead() -> None:
    lead = "Die Schleuse war vier Jahre lang zu. Nun läuft das Wasser ab."
    content = f"<html lang=de><body><h1>Ostersiel öffnet</h1><h2>{lead}</h2><main>{BODY}</main></body></html>"
    assert separate_page(Page(url="https://www.bote.example/schleuse", content=content)).article.lead == lead
