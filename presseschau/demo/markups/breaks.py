"""Markup 3: one container, lines parted by `<br><br>`, dates in visible text only, no metadata whatever."""

from html import escape

from articles.model import BlockKind
from presseschau.demo.adverts import Advert
from presseschau.demo.inline import render_inline
from presseschau.demo.markups.document import render_document
from presseschau.demo.markups.placement import break_positions
from presseschau.demo.markups.soup_furniture import (
    render_crumb_row,
    render_foot_bar,
    render_head_bar,
    render_newsletter_card,
    render_related_grid,
    render_topic_row,
)
from presseschau.demo.story import Passage
from presseschau.demo.view import ArticleView


def render_breaks(view: ArticleView) -> str:
    """The page in markup 3."""
    story = view.story
    body = f"""{render_head_bar()}
<div class="wrap">
{_advert(view.adverts[0])}
<div id="meldung">
<span class="text-grey">{story.published_at:%d.%m.%Y}</span>
<span class="text-grey">{story.published_at:%H:%M} Uhr</span>
<h1>{escape(story.title)}</h1>
<div class="text-lg">
{_text(view)}
</div>
</div>
{render_topic_row(view.topics)}
{_advert(view.adverts[2])}
{render_crumb_row(view.sections)}
{render_related_grid(view.related)}
{render_newsletter_card(view.newsletter)}
</div>
{render_foot_bar()}"""
    return render_document(title=story.title, head="", body=body, language=None)


def _text(view: ArticleView) -> str:
    passages = view.story.passages
    (position,) = break_positions(passages, 1)
    pieces = [_passage(passage) for passage in passages]
    pieces.insert(position, _advert(view.adverts[1]))
    return "\n<br><br>\n".join(pieces)


def _passage(passage: Passage) -> str:
    match passage.kind:
        case BlockKind.HEADING:
            return f"<b>{render_inline(passage.text)}</b>"
        case BlockKind.QUOTE:
            return f"<i>{render_inline(passage.text)}</i>"
        case BlockKind.LIST:
            return "<ul>" + "".join(f"<li>{render_inline(item)}</li>" for item in passage.items) + "</ul>"
        case BlockKind.PARAGRAPH:
            return render_inline(passage.text)
        case _:
            raise ValueError(f"this markup has no {passage.kind}: give the story another markup")


def _advert(advert: Advert) -> str:
    """Plain lines in a box."""
    lines = [f"<b>{escape(advert.title)}</b>", *map(escape, advert.lines)]
    if advert.speakers:
        lines += ["", escape(advert.speakers_heading), ""]
        for first, last in advert.speakers:
            lines += [escape(first), escape(last), ""]
    for claim in advert.claims:
        lines += [*map(escape, claim)]
    lines.append(f'<a href="{escape(advert.path)}">{escape(advert.action)}</a>')
    return '<div class="card">\n' + "<br>\n".join(lines) + "\n</div>"
