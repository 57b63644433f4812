"""Listing markup 1: an ordered list of articles with time elements."""

from html import escape

from presseschau.demo.address import SITE_NAME
from presseschau.demo.markups.document import feed_link, meta, render_document
from presseschau.demo.markups.semantic_furniture import render_advert, render_footer, render_header, render_link
from presseschau.demo.view import Entry, ListingView


def render_listing_list(view: ListingView) -> str:
    """The page in listing markup 1."""
    items = [_entry(entry) for entry in view.entries]
    items.insert(1, f"<li>{render_advert(view.advert)}</li>")
    older = f'<a rel="next" href="{escape(view.next_page.href)}">Ältere Meldungen</a>' if view.next_page else ""
    numbers = " ".join(render_link(page) for page in view.pages)
    topics = "\n".join(f"<li>{render_link(topic)}</li>" for topic in view.topics)
    shown = "\n".join(items)
    body = f"""{render_header()}
<div class="columns">
<main>
<h1>{escape(view.heading)}</h1>
<ol class="entries">
{shown}
</ol>
<nav class="pages">{numbers} {older}</nav>
</main>
<aside class="margin"><h2>Alle Rubriken</h2>
<ul>
{topics}
</ul>
<p><a href="/news/intern/dienstplan-20-11-2026">Dienstplan (nur Redaktion)</a></p></aside>
</div>
{render_footer()}"""
    head = meta("description", f"{view.heading} aus der Quellmark") + feed_link(view.feed_path)
    return render_document(title=f"{view.heading} | {SITE_NAME}", head=head, body=body)


def _entry(entry: Entry) -> str:
    return f"""<li><article class="entry">
<p class="dateline"><time datetime="{entry.published_at.isoformat()}">{entry.published_at:%d.%m.%Y}</time>
<span>{entry.published_at:%H:%M} Uhr</span></p>
<h2><a href="{escape(entry.href)}">{escape(entry.title)}</a></h2>
<p>{escape(entry.teaser)}</p>
</article></li>"""
