"""Listing markup 2: cards of divs, each one link as a whole."""

from html import escape

from presseschau.demo.address import SITE_NAME
from presseschau.demo.markups.document import render_document
from presseschau.demo.markups.soup_furniture import anchor, div, render_advert_card, render_foot_bar, render_head_bar
from presseschau.demo.view import Entry, ListingView


def render_listing_cards(view: ListingView) -> str:
    """The page in listing markup 2."""
    cards = [_card(entry) for entry in view.entries]
    cards.insert(1, render_advert_card(view.advert))
    numbers = "\n".join(anchor(page, "pill") for page in view.pages)
    older = anchor(view.next_page, "pill", "weiter: Seite ") if view.next_page else ""
    topics = "\n".join(anchor(topic, "pill") for topic in view.topics)
    shown = "\n".join(cards)
    body = f"""{render_head_bar()}
<div class="wrap">
<div class="text-3xl font-bold mt-8">{escape(view.heading)}</div>
{shown}
<div class="flex gap-2 mt-8">{numbers}
{older}</div>
{div("Rubriken", "mt-8 font-bold")}
<div class="flex gap-2 mt-2">{topics}
<a class="pill" href="/news/intern/dienstplan-20-11-2026">Dienstplan (nur Redaktion)</a></div>
</div>
{render_foot_bar()}"""
    return render_document(title=f"{view.heading} - {SITE_NAME}", head="", body=body)


def _card(entry: Entry) -> str:
    return f"""<a class="block card mt-4" href="{escape(entry.href)}">
<div class="flex gap-2 text-sm text-grey"><div>{entry.published_at:%d.%m.%Y}</div>
<div>{entry.published_at:%H:%M} Uhr</div></div>
<div class="text-xl font-bold">{escape(entry.title)}</div>
<div class="mt-2">{escape(entry.teaser)}</div>
</a>"""
