"""Plain text as an extractor saw a page: one line per block, advertising thrown in anywhere."""

import pytest

from articles.model import Ad, AdKind, Article, BlockKind
from crawler.separation.article import separate_page
from crawler.separation.confidence import MAX_TEXT_CONFIDENCE
from crawler.separation.page import Page

TITLE = "Stadtrat streitet über die neue Brücke: Warum der Fluss nicht warten will"
LEAD = (
    "Der Stadtrat von Neuhafen hat am Dienstag stundenlang über den Bau der zweiten Brücke beraten. Am"
    " Ende stand keine"
    " Entscheidung, sondern eine Vertagung. Für die Pendler am rechten Ufer bedeutet das einen weiteren"
    " Winter im Stau."
)
BEFORE = [
    "Die Kosten laufen schon vor dem ersten Spatenstich davon",
    (
        "Vor drei Jahren sollte das Bauwerk vierzig Millionen kosten, inzwischen rechnet das Tiefbauamt mit"
        " mehr als dem"
        " Doppelten. Schuld seien der Stahlpreis, der weiche Grund und ein Gutachten, das viermal nachgebessert wurde."
    ),
    (
        "Die Opposition spricht von einem Fass ohne Boden. Ihr Sprecher verlangte, die Planung ganz neu"
        " auszuschreiben und"
        " bis dahin die Fähre öfter fahren zu lassen, auch in den frühen Morgenstunden."
    ),
]
AFTER = [
    "„Wer eine Brücke will, der muss auch sagen, von welchem Ufer aus er sie bezahlen möchte.“",
    "Am anderen Ufer wächst die Ungeduld",
    (
        "Im Ortsteil Sandau hat sich eine Initiative gegründet, die jeden Montag vor dem Rathaus steht. Sie"
        " zählt nach eigenen"
        " Angaben achthundert Mitglieder, und sie will bis zur Wahl im Frühjahr doppelt so viele werden."
    ),
    (
        "Der Bürgermeister kündigte an, das Gutachten im Januar vorzulegen. Bis dahin, sagte er, werde"
        " niemand den ersten"
        " Pfahl in den Grund treiben, und niemand werde ihm vorwerfen können, er habe es eilig gehabt."
    ),
]
TOPICS = ["- Themen:", "- #SPD", "- #Verkehr & Wege"]
CRUMBS = ["- Neuhafener Bote News", "- Regional", "- Politik"]
BODY = [LEAD, *BEFORE, *AFTER]

# Title, lines, speakers, claims: each advertisement with other people, promises and line breaks.
WEBINARS = {
    "names over two lines, parted by blank lines": (
        "Sicher durch den Winter: So heizen Sie ohne Angst",
        [
            *[
                "Sicher durch den Winter:So heizen Sie ohne Angst",
                "Keine Kreditkarte erforderlich • Keine versteckten Kosten",
            ],
            *["Ihre Experten im Webinar:", "", "Marlene", "Ostwald", "", "Dr. Dr.", "Henrik Sommerfeld", "", "Gräfin"],
            *[
                "von und zu Hohenlinden",
                "",
                "Tobias",
                "Krug",
                "Der kalte Keller",
                "wo die Wärme bleibt",
                "500 Liter Öl",
            ],
            "zu gewinnen",
        ],
        ("Marlene Ostwald", "Dr. Dr. Henrik Sommerfeld", "Gräfin von und zu Hohenlinden", "Tobias Krug"),
        ("Der kalte Keller wo die Wärme bleibt", "500 Liter Öl zu gewinnen"),
    ),
    "names over two lines without blank lines": (
        "Das große Garten-Webinar",
        [
            *[
                "Das große Garten-Webinar",
                "Unverbindlich und gratis",
                "Unsere Referenten im Online-Seminar:",
                "Ayla",
                "Demir",
            ],
            *["Prof. Dr.", "Jan van der Velde", "✓ Böden verstehen", "✓ Wasser sparen"],
        ],
        ("Ayla Demir", "Prof. Dr. Jan van der Velde"),
        ("Böden verstehen", "Wasser sparen"),
    ),
    "full names, one a line": (
        "Mut zur Lücke: Zahnersatz heute",
        [
            *[
                "Kostenloses Live-Webinar",
                "Mut zur Lücke: Zahnersatz heute",
                "Die Experten des Abends:",
                "Clara Wintermeyer",
            ],
            *["Dipl.-Ing. Paul O'Brien", "- Jetzt Platz sichern"],
        ],
        ("Clara Wintermeyer", "Dipl.-Ing. Paul O'Brien"),
        (),
    ),
    "three names in one line": (
        "Rente ohne Reue",
        ["Rente ohne Reue", "Ihre Experten im Webinar: Eva Lindgren, Max Adler und Ute Sander", "Nur heute Abend"],
        ("Eva Lindgren", "Max Adler", "Ute Sander"),
        ("Nur heute Abend",),
    ),
}


def separate(lines: list[str]) -> Article:
    return separate_page(Page(url=None, content="\n".join(lines))).article


def body_of(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


def only_ad(article: Article) -> Ad:
    assert [ad.kind for ad in article.ads] == [AdKind.WEBINAR]
    return article.ads[0]


def test_title_lead_and_kinds_without_any_advertising() -> None:
    article = separate([TITLE, *BODY])
    assert article.title == TITLE
    assert article.lead == LEAD
    assert body_of(article) == BODY
    assert [block.kind for block in article.blocks] == [
        *[BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH],
        *[BlockKind.QUOTE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH],
    ]
    assert article.ads == ()
    assert article.removed == ()
    assert article.confidence == MAX_TEXT_CONFIDENCE


def test_topics_and_sections_from_the_lists_at_the_end() -> None:
    article = separate([TITLE, *BODY, *TOPICS, *CRUMBS])
    assert [(topic.name, topic.slug) for topic in article.topics] == [
        ("SPD", "spd"),
        ("Verkehr & Wege", "verkehr-wege"),
    ]
    assert [section.name for section in article.sections] == ["Regional", "Politik"]
    assert body_of(article) == BODY


@pytest.mark.parametrize("case", WEBINARS, ids=lambda case: case.replace(" ", "-"))
def test_a_webinar_ad_behind_the_article(case: str) -> None:
    title, lines, speakers, claims = WEBINARS[case]
    article = separate([TITLE, *BODY, *TOPICS, *lines, *CRUMBS])
    ad = only_ad(article)
    assert ad.title == title
    assert ad.speakers == speakers
    assert ad.claims == claims
    assert body_of(article) == BODY


@pytest.mark.parametrize("case", WEBINARS, ids=lambda case: case.replace(" ", "-"))
def test_a_webinar_ad_between_the_paragraphs(case: str) -> None:
    title, lines, speakers, claims = WEBINARS[case]
    article = separate([TITLE, LEAD, *BEFORE, *lines, *AFTER, *TOPICS, *CRUMBS])
    ad = only_ad(article)
    assert (ad.title, ad.speakers) == (title, speakers)
    assert ad.claims == claims
    assert body_of(article) == BODY


def test_a_webinar_ad_before_a_sub_heading_leaves_it_the_heading() -> None:
    _, lines, _, claims = WEBINARS["names over two lines, parted by blank lines"]
    article = separate([TITLE, LEAD, *lines, *BEFORE, *AFTER, *TOPICS, *CRUMBS])
    assert only_ad(article).claims == claims
    assert body_of(article) == BODY


def test_news_about_a_webinar_is_no_advertisement() -> None:
    news = (
        "Zu dem Webinar des Ministeriums hatten sich mehr als zweitausend Bürgermeister angemeldet, von"
        " denen am Ende freilich"
        " nur ein Drittel kam, weil die Technik versagte und niemand eine zweite Einladung verschickt hatte."
    )
    article = separate([TITLE, LEAD, news, *AFTER])
    assert article.ads == ()
    assert news in body_of(article)


def test_the_page_head_and_the_date_stay_out_of_the_body() -> None:
    article = separate(["Kostenlose Beratung", "0800 1234567", "13.11.2025", "06:56 Uhr", TITLE, *BODY])
    assert article.title == TITLE
    assert body_of(article) == BODY
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2025-11-13T06:56:00+00:00"


def test_the_line_right_under_a_word_for_advertising_is_the_advertisers() -> None:
    lines = [TITLE, "", LEAD, "", "Anzeige", "Die besten Gummistiefel des Nordens", "", AFTER[2]]
    article = separate_page(Page(url=None, content="\n".join(lines))).article
    assert [block.text for block in article.blocks] == [LEAD, AFTER[2]]


def test_rights_behind_the_text_are_no_part_of_it() -> None:
    rights = "Alle Rechte vorbehalten, auch die der Übersetzung in das Platt der Nachbargemeinde."
    article = separate_page(Page(url=None, content="\n".join([TITLE, LEAD, *BEFORE, AFTER[2], rights]))).article
    assert article.blocks[-1].text == AFTER[2]


def test_a_webinar_ad_ends_with_its_last_promise() -> None:
    lines = [
        *["Gesund im Garten", "Ihre Experten im Webinar:", "Ayla", "Demir", "Jan", "Krug"],
        "Beete richtig anlegen",
    ]
    promises = ["Wege und Mauern", "in jedem Hof", "12 Ster Buche", "zu gewinnen"]
    ad = only_ad(separate([TITLE, *BODY, *TOPICS, *lines, *promises, *CRUMBS]))
    assert ad.speakers == ("Ayla Demir", "Jan Krug")
    assert ad.claims == ("Beete richtig anlegen", "Wege und Mauern in jedem Hof", "12 Ster Buche zu gewinnen")
