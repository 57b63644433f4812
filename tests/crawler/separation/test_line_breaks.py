"""Pages of an older kind: tables, bold lines and line breaks instead of headings and paragraphs."""

from articles.model import AdKind, Article
from crawler.separation.article import separate_page
from crawler.separation.page import Page

_QUESTIONS = (
    (
        "Frau Rott, wie schlimm ist die Lage?",
        "Schlimmer, als viele denken. Wir zahlen sehr viele Zinsen in diesem Jahr.",
    ),
    ("Was würden Sie tun?", "Zuerst die Zuschüsse streichen, die niemandem nützen. Das ist einfache Rechnung."),
    ("Und die Rentner?", "Die jetzigen Rentner würden nichts verlieren. Es geht um die, die heute vierzig sind."),
)
_OFFER = "ANZEIGE<br><a href='https://laden.example/'>Kronentaler jetzt mit 3 % Rabatt – nur diese Woche</a><br><br>"
_HEAD = (
    "<font size=5><b>„Die Schulden holen uns wieder ein“</b></font><br>"
    "<i>Die Ökonomin Sabine Rott über Zinsen, Rente und die Frage, wer am Ende bezahlt</i><br>"
    "<font size=1>Von Karl-Heinz Obermüller · 12.10.2026</font><br><br>"
)


def interview() -> Article:
    answers = [f"<b>{question}</b><br>{answer}<br><br>" for question, answer in _QUESTIONS]
    answers.insert(2, _OFFER)
    menu = "<tr><td colspan=2><a href='/'>Wochenpost</a> | <a href='/politik'>Politik</a></td></tr>"
    title = "Interview mit Sabine Rott: „Die Schulden holen uns wieder ein“ | Wochenpost"
    content = (
        f"<html><head><title>{title}</title></head><body><table>{menu}<tr><td width=600>{_HEAD}{''.join(answers)}</td>"
        "</tr></table></body></html>"
    )
    return separate_page(Page(url="https://wochenpost.example/1", content=content)).article


def test_a_bold_line_is_the_title_where_there_is_no_heading() -> None:
    assert interview().title == "„Die Schulden holen uns wieder ein“"


def test_a_dateline_behind_a_single_break_is_no_line_of_the_body() -> None:
    article = interview()
    assert article.blocks[0].text == "Die Ökonomin Sabine Rott über Zinsen, Rente und die Frage, wer am Ende bezahlt"
    assert article.authors == ("Karl-Heinz Obermüller",)
    assert article.published_at is not None
    assert article.published_at.date().isoformat() == "2026-10-12"


def test_question_and_answer_stay_together() -> None:
    assert [block.text for block in interview().blocks[1:]] == ["\n".join(pair) for pair in _QUESTIONS]


def test_a_link_under_its_label_is_an_advertisement() -> None:
    assert [(ad.kind, ad.title) for ad in interview().ads] == [
        (AdKind.SPONSORED, "Kronentaler jetzt mit 3 % Rabatt – nur diese Woche")
    ]
