"""Markup 1: telling tags throughout, OpenGraph, JSON-LD."""

import json
from html import escape
from typing import Any

from articles.model import BlockKind
from presseschau.demo.address import SITE_NAME, SITE_ORIGIN
from presseschau.demo.inline import plain_text, render_inline
from presseschau.demo.markups.document import canonical_link, meta, render_document
from presseschau.demo.markups.placement import break_positions, render_with_breaks
from presseschau.demo.markups.semantic_furniture import (
    render_advert,
    render_breadcrumb,
    render_footer,
    render_header,
    render_newsletter,
    render_related,
    render_share_bar,
    render_topic_links,
)
from presseschau.demo.pictures import picture_path
from presseschau.demo.story import Passage, Story
from presseschau.demo.view import ArticleView


def render_semantic(view: ArticleView) -> str:
    """The page in markup 1."""
    story = view.story
    first, second, behind = view.adverts
    breaks = dict(zip(break_positions(story.passages, 2), map(render_advert, (first, second)), strict=True))
    text = render_with_breaks([render_passage(passage) for passage in story.passages], breaks)
    byline = f'<span class="byline">Von {escape(story.author)}</span>\n' if story.author else ""
    body = f"""{render_header()}
{render_breadcrumb(view.sections)}
<main>
<article>
<h1>{escape(story.title)}</h1>
<p class="dateline"><time datetime="{story.published_at.isoformat()}">{story.published_at:%d.%m.%Y, %H:%M} Uhr</time>
{byline}</p>
{render_share_bar(story.path)}
<div class="article-text">
{text}
</div>
</article>
{render_topic_links(view.topics)}
{render_advert(behind)}
{render_related(view.related)}
{render_newsletter(view.newsletter)}
</main>
{render_footer()}"""
    return render_document(title=f"{story.title} | {SITE_NAME}", head=_head(view), body=body)


def render_passage(passage: Passage) -> str:
    """A passage in plain, telling HTML."""
    match passage.kind:
        case BlockKind.HEADING:
            return f"<h2>{render_inline(passage.text)}</h2>"
        case BlockKind.QUOTE:
            return f"<blockquote><p>{render_inline(passage.text)}</p></blockquote>"
        case BlockKind.LIST:
            return "<ul>\n" + "\n".join(f"<li>{render_inline(item)}</li>" for item in passage.items) + "\n</ul>"
        case BlockKind.TABLE:
            rows = ("".join(f"<td>{render_inline(cell)}</td>" for cell in row) for row in passage.rows)
            return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"
        case BlockKind.FIGURE:
            source = escape(picture_path(passage.picture or ""))
            caption = f"<figcaption>{render_inline(passage.text)}</figcaption>"
            return f'<figure><img src="{source}" alt="" width="640" height="300">{caption}</figure>'
        case _:
            return f"<p>{render_inline(passage.text)}</p>"


def _head(view: ArticleView) -> str:
    story = view.story
    return (
        canonical_link(view.canonical_url)
        + meta("description", story.teaser)
        + meta("og:type", "article")
        + meta("og:site_name", SITE_NAME)
        + meta("og:title", story.title)
        + meta("og:description", story.teaser)
        + (meta("og:url", view.canonical_url) if view.canonical_url else "")
        + meta("article:published_time", story.published_at.isoformat())
        + _json_ld(story)
    )


def _json_ld(story: Story) -> str:
    about: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "description": story.teaser,
        "inLanguage": "de",
        "datePublished": story.published_at.isoformat(),
        "publisher": {"@type": "Organization", "name": SITE_NAME},
    }
    if story.author:
        about["author"] = {"@type": "Person", "name": story.author}
    if story.modified_at:
        about["dateModified"] = story.modified_at.isoformat()
    pictures = [SITE_ORIGIN + picture_path(p.picture) for p in story.passages if p.picture]
    if pictures:
        about["image"] = pictures
    about["wordCount"] = sum(len(plain_text(passage.text).split()) for passage in story.passages)
    written = json.dumps(about, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{written}</script>\n'
