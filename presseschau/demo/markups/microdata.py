"""Markup 4: microdata, a section for each sub-heading."""

from collections.abc import Sequence
from html import escape

from articles.model import BlockKind
from presseschau.demo.address import SITE_NAME
from presseschau.demo.markups.document import canonical_link, render_document
from presseschau.demo.markups.semantic import render_passage
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
from presseschau.demo.story import Passage, Story
from presseschau.demo.view import ArticleView


def render_microdata(view: ArticleView) -> str:
    """The page in markup 4."""
    story = view.story
    body = f"""{render_header()}
<div class="columns">
<main itemscope itemtype="https://schema.org/NewsArticle">
{_head(story)}
<div itemprop="articleBody">
{_sections(view)}
</div>
{render_topic_links(view.topics)}
{render_share_bar(story.path)}
</main>
<aside class="margin">
{render_related(view.related)}
{render_advert(view.adverts[2])}
{render_newsletter(view.newsletter)}
</aside>
</div>
{render_breadcrumb(view.sections)}
{render_footer()}"""
    head = canonical_link(view.canonical_url)
    return render_document(title=f"{SITE_NAME}: {story.title}", head=head, body=body)


def _head(story: Story) -> str:
    author = (
        f'<p class="byline" itemprop="author" itemscope itemtype="https://schema.org/Person">von'
        f' <span itemprop="name">{escape(story.author)}</span></p>\n'
        if story.author
        else ""
    )
    modified = (
        f'<p class="dateline">Aktualisiert: <time itemprop="dateModified" datetime="{story.modified_at.isoformat()}">'
        f"{story.modified_at:%d.%m.%Y, %H:%M} Uhr</time></p>\n"
        if story.modified_at
        else ""
    )
    return f"""<meta itemprop="description" content="{escape(story.teaser)}">
<p class="dateline"><time itemprop="datePublished" datetime="{story.published_at.isoformat()}">\
{story.published_at:%d.%m.%Y} | {story.published_at:%H:%M} Uhr</time></p>
<h1 itemprop="headline">{escape(story.title)}</h1>
{author}{modified}"""


def _sections(view: ArticleView) -> str:
    """The text in a section for each sub-heading, an advertisement behind each of the first two."""
    adverts = [render_advert(advert) for advert in view.adverts[:2]]
    parts = []
    for part in _parts(view.story.passages):
        inner = "\n".join(render_passage(passage) for passage in part)
        parts.append(f"<section>\n{inner}\n</section>\n{adverts.pop(0) if adverts else ''}")
    return "\n".join(parts + adverts)


def _parts(passages: Sequence[Passage]) -> list[list[Passage]]:
    parts: list[list[Passage]] = [[]]
    for passage in passages:
        if passage.kind is BlockKind.HEADING and parts[-1]:
            parts.append([])
        parts[-1].append(passage)
    return parts
