"""What repeats and is furniture, and what repeats and is none."""

import pytest

from tests.crawler.separation.furniture.lessons import html, learned, separated, story, warm

QUOTATION = "Wir haben gebaut, damit niemand mehr nasse Füße bekommt, sagte die Baurätin Wernicke in der Sitzung."
OFFER = [
    "Dachpflege leicht gemacht",
    "Unser Meister schaut nach Ihren Ziegeln und hört ihnen dabei aufmerksam zu.",
    '<p><a href="/dach">Mehr über Dächer</a></p>',
]
PLAIN_OFFER = ["Der trockene Keller", "Seit Jahren legen Maurer feuchte Wände trocken, vom Fundament an.", "Zum Keller"]
BACKGROUND = [
    "<h2>Was bisher geschah</h2>",
    "Persona hatte den Hafen im Frühjahr gekauft und den Damm danach mit eigener Hand erhöht.",
    "Damals rief der Kran am Ufer nach Persona, und die Fähre fuhr drei Tage lang ohne Segel.",
]


def pages(count: int, extra: list[str], *, of: int | None = None, at: int = 3) -> list[str]:
    """So many articles; the first `of` of them have the extra parts in their middle."""
    made = []
    for number in range(count):
        parts = story(number)
        if number < (count if of is None else of):
            parts[at:at] = extra
        made.append(html(f"Bericht über Person{chr(97 + number)}", parts))
    return made


@pytest.mark.parametrize("offer", [OFFER, PLAIN_OFFER], ids=["with a link", "without"])
def test_an_ad_on_two_pages_only_is_furniture(offer: list[str]) -> None:
    for number, separation in enumerate(warm(pages(4, offer, of=2))):
        assert separation.article.text == "\n\n".join(story(number))
    assert [ad.title for ad in warm(pages(4, offer, of=2))[1].article.ads] == [offer[0]]


def test_an_ad_that_moves_is_known_at_its_other_place() -> None:
    made = [html(f"Bericht über Person{chr(97 + n)}", story(n)[: n + 1] + OFFER + story(n)[n + 1 :]) for n in range(4)]
    for number, separation in enumerate(warm(made)):
        assert separation.article.text == "\n\n".join(story(number))


def test_an_ad_whose_names_and_numbers_change_is_known() -> None:
    made = []
    for number, name in enumerate(("Hanna", "Ulrich", "Marlene")):
        line = f"Bis zum {number + 3}. Mai legt {name} mit der ganzen Werkstatt feuchte Wände im Keller trocken."
        made.append(html(f"Bericht {number}", [*story(number)[:3], "Keller", line, "Zum Keller", *story(number)[3:]]))
    for number, separation in enumerate(warm(made)):
        assert separation.article.text == "\n\n".join(story(number))


def test_a_sentence_quoted_in_a_second_article_stays() -> None:
    for separation in warm(pages(4, [QUOTATION], of=2))[:2]:
        assert QUOTATION in separation.article.text


def test_a_quotation_element_in_a_second_article_stays() -> None:
    for separation in warm(pages(4, [f"<blockquote>„{QUOTATION}“</blockquote>"], of=2))[:2]:
        assert QUOTATION in separation.article.text


def test_a_background_that_a_second_article_repeats_stays() -> None:
    made = pages(4, [])
    made[0] = html("Bericht über Persona", [*story(0)[:3], *BACKGROUND, *story(0)[3:]])
    made[1] = html("Persona zum zweiten Mal", [*story(1)[:3], *BACKGROUND, *story(1)[3:]])
    for separation in warm(made)[:2]:
        assert all(text in separation.article.text for text in BACKGROUND[1:])
        assert "Was bisher geschah" in separation.article.text


def test_a_sentence_on_every_page_goes() -> None:
    note = "Die Gazette haftet nicht für Ratschläge, die aus solchen Meldungen abgeleitet werden."
    for number, separation in enumerate(warm(pages(6, [note], at=6))):
        assert separation.article.text == "\n\n".join(story(number))


@pytest.mark.parametrize("count", [2, 3, 6])
def test_the_same_story_at_other_addresses_loses_nothing(count: int) -> None:
    made = [*[html("Bericht über Personz", story(9))] * count, *pages(4, OFFER)]
    for separation in warm(made)[:count]:
        assert separation.article.text == "\n\n".join(story(9))


def test_an_agencys_text_with_another_head_loses_nothing() -> None:
    made = [
        html(title, [*lead, *story(9, count=8)]) for title, lead in (("Nachts", story(7)[:1]), ("Tags", story(8)[:1]))
    ]
    for separation in warm([*made, *pages(3, [])])[:2]:
        assert all(text in separation.article.text for text in story(9, count=8))


def test_a_daily_report_with_other_figures_loses_nothing() -> None:
    made = [
        html(
            f"Pegel am {day}. Mai",
            [
                f"Der Pegel am Stillsee lag am Morgen des {day}. Mai bei {day * 3} Zentimetern über dem alten Strich.",
                f"Am Wehr wurden zugleich {day * 2} Zentimeter gemessen, so die Wasserwacht in ihrer Meldung.",
                f"Für die kommenden Tage rechnet die Wacht mit {day + 5} Zentimetern und ruhigem Wetter am See.",
            ],
        )
        for day in range(3, 9)
    ]
    for day, separation in zip(range(3, 9), warm(made), strict=True):
        assert len(separation.article.blocks) == 3, day


def test_an_articles_lead_that_others_tease_stays() -> None:
    lead = story(9)[0]
    teaser = f'<section><h3><a href="/9">Bericht über Personj</a></h3><p>{lead}</p></section>'
    made = [html("Bericht über Personj", story(9)), *pages(6, [teaser], at=6)]
    separation = warm(made)[0]
    assert separation.article.lead == lead
    assert separation.article.text == "\n\n".join(story(9))


def test_a_usual_sub_heading_stays_over_text_of_its_own() -> None:
    for number, separation in enumerate(warm(pages(5, ["<h2>Hintergrund</h2>"]))):
        assert separation.article.text.count("Hintergrund") == 1
        assert all(text in separation.article.text for text in story(number))


def test_cells_that_other_tables_have_too_stay() -> None:
    tables = [
        f"<table><tr><td>Wache</td><td>{word}</td></tr><tr><td>Gesamt</td><td>{word}berg</td></tr></table>"
        for word in ("Ulm", "Rom", "Bonn", "Köln")
    ]
    made = [html(f"Bericht {n}", [*story(n)[:3], table, *story(n)[3:]]) for n, table in enumerate(tables)]
    for separation in warm(made):
        assert "Gesamt" in separation.article.text


def test_the_page_itself_is_no_repetition() -> None:
    made = pages(1, PLAIN_OFFER)
    assert PLAIN_OFFER[0] in separated(0, made[0], learned(made)).article.text


def test_what_never_repeats_is_no_furniture() -> None:
    made = pages(6, OFFER)
    note = "Eine Bitte in eigener Sache stand an diesem Tag nur hier und nirgends sonst auf der Welt geschrieben."
    made[0] = html("Bericht über Persona", [*story(0), note])
    assert note in warm(made)[0].article.text
