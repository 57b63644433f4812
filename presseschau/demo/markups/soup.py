"""Markup 2: nothing but divs with utility classes; the text lies in several boxes with advertising between them."""

from html import escape

from articles.model import BlockKind
from presseschau.demo.address import SITE_NAME
from presseschau.demo.inline import render_inline
from presseschau.demo.markups.document import canonical_link, meta, render_document
from presseschau.demo.markups.placement import break_positions
from presseschau.demo.markups.soup_furniture import (
    div,
    render_advert_card,
    render_crumb_row,
    render_foot_bar,
    render_head_bar,
    render_newsletter_card,
    render_related_grid,
    render_share_row,
    render_topic_row,
)
from presseschau.demo.pictures import picture_path
from presseschau.demo.story import Passage
from presseschau.demo.view import ArticleView


def render_soup(view: ArticleView) -> str:
    """The page in markup 2."""
    story = view.story
    byline = div(f"Text: {escape(story.author)}", "text-sm text-grey") if story.author else ""
    body = f"""{render_head_bar()}
<div class="wrap mt-8">
<div class="flex gap-2 text-sm text-grey"><div>{story.published_at:%d.%m.%Y}</div>
<div>{story.published_at:%H:%M} Uhr</div></div>
<div class="text-3xl font-bold mt-2">{escape(story.title)}</div>
{byline}
<div class="content">
{_boxes(view)}
</div>
{render_share_row(story.path)}
{render_topic_row(view.topics)}
{render_advert_card(view.adverts[2])}
{render_crumb_row(view.sections)}
{render_newsletter_card(view.newsletter)}
{render_related_grid(view.related)}
</div>
{render_foot_bar()}"""
    head = canonical_link(view.canonical_url) + meta("description", story.teaser) + meta("og:title", story.title)
    return render_document(title=f"{story.title} - {SITE_NAME}", head=head, body=body)


def _boxes(view: ArticleView) -> str:
    """The text in three boxes, an advertisement behind each of the first two."""
    passages = view.story.passages
    first_end, second_end = break_positions(passages, 2)
    parts = (passages[:first_end], passages[first_end:second_end], passages[second_end:])
    boxes = [div("\n" + "\n".join(_passage(passage) for passage in part) + "\n", "mt-4 text-lg") for part in parts]
    return "\n".join(
        (boxes[0], render_advert_card(view.adverts[0]), boxes[1], render_advert_card(view.adverts[1]), boxes[2])
    )


def _passage(passage: Passage) -> str:
    match passage.kind:
        case BlockKind.HEADING:
            return div(render_inline(passage.text), "mt-8 text-xl font-bold")
        case BlockKind.QUOTE:
            return div(render_inline(passage.text), "mt-4 pl-4 border-l italic text-xl")
        case BlockKind.LIST:
            items = "\n".join(f'<li class="mt-2">{render_inline(item)}</li>' for item in passage.items)
            return f'<ul class="mt-4 pl-4 list">\n{items}\n</ul>'
        case BlockKind.TABLE:
            rows = "\n".join(
                "<tr>" + "".join(f'<td class="border-b py-2">{render_inline(cell)}</td>' for cell in row) + "</tr>"
                for row in passage.rows
            )
            return f'<table class="mt-4">\n{rows}\n</table>'
        case BlockKind.FIGURE:
            source = escape(picture_path(passage.picture or ""))
            caption = div(render_inline(passage.text), "text-sm text-grey")
            return f'<div class="mt-4"><img class="w-full" src="{source}" alt="">{caption}</div>'
        case _:
            return div(render_inline(passage.text), "mt-4")
