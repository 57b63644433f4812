"""What stands around the text in the div dress: no telling tags, only utility classes."""

from collections.abc import Iterable
from html import escape

from presseschau.demo.address import SITE_NAME
from presseschau.demo.adverts import Advert
from presseschau.demo.view import Entry, Link


def div(content: str, classes: str) -> str:
    """A div around HTML."""
    return f'<div class="{classes}">{content}</div>'


def anchor(link: Link, classes: str, prefix: str = "") -> str:
    """A link; the prefix stands inside it."""
    return f'<a class="{classes}" href="{escape(link.href)}">{prefix}{escape(link.text)}</a>'


def render_head_bar() -> str:
    """The page head."""
    return f"""<div class="bg-dark text-sm py-2"><div class="wrap flex gap-4">
<div>Kostenlose Beratung</div><div><a href="tel:+493023125014">030 23125 014</a></div>
<div>12.000 zufriedene Haushalte</div><div>Versand in Holzwolle</div></div></div>
<div class="wrap py-2"><a class="text-3xl font-bold" href="/">{SITE_NAME}</a></div>
<div class="wrap flex gap-4 border-b py-2"><a href="/news">Alle Nachrichten</a><a href="/news/c/politik">Politik</a>
<a href="/news/c/finanzen">Finanzen</a><a href="/news/c/land-leute">Land &amp; Leute</a>
<a href="/shop">Laden</a></div>"""


def render_foot_bar() -> str:
    """The page foot."""
    return f"""<div class="bg-dark text-sm mt-8 py-4"><div class="wrap flex gap-4"><div>© 2026 {SITE_NAME}</div>
<a href="/impressum">Impressum</a><a href="/datenschutz">Datenschutz</a><a href="/kontakt">Kontakt</a></div></div>"""


def render_share_row(path: str) -> str:
    """Buttons that send the page around."""
    return f"""<div class="flex gap-2 mt-4 text-sm"><div>Artikel teilen</div>
<a class="pill" href="mailto:?body={escape(path)}">E-Mail</a>
<a class="pill" href="https://taube.example/senden?seite={escape(path)}">Brieftaube</a></div>"""


def render_topic_row(topics: Iterable[Link]) -> str:
    """The topics behind the text."""
    links = "\n".join(anchor(topic, "pill", "#") for topic in topics)
    return f'<div class="mt-8 flex gap-2"><div class="font-bold">Themen:</div>\n{links}\n</div>'


def render_crumb_row(sections: Iterable[Link]) -> str:
    """The breadcrumb, the site itself first."""
    crumbs = (Link(text=f"{SITE_NAME} News", href="/news"), *sections)
    links = '<span class="px-1">/</span>'.join(anchor(crumb, "underline") for crumb in crumbs)
    return div(links, "mt-8 text-sm text-grey")


def render_advert_card(advert: Advert) -> str:
    """An advertisement; its pieces carry the same classes as the text around it."""
    lines = "\n".join(div(escape(line), "mt-2") for line in advert.lines)
    speakers = "\n".join(
        f'<div class="text-center"><div class="avatar"></div><div>{escape(first)}</div><div>{escape(last)}</div></div>'
        for first, last in advert.speakers
    )
    claims = "\n".join(
        f'<div class="mt-2">{"".join(f"<div>{escape(line)}</div>" for line in claim)}</div>' for claim in advert.claims
    )
    shown_speakers = f"{div(escape(advert.speakers_heading), 'mt-4')}\n{div(speakers, 'flex gap-4 mt-2')}\n"
    return f"""<div class="mt-8 card">
<div class="text-xl font-bold">{escape(advert.title)}</div>
{lines}
{shown_speakers if speakers else ""}{claims}
<div class="mt-4"><a class="btn" href="{escape(advert.path)}">{escape(advert.action)}</a></div>
</div>
"""


def render_newsletter_card(advert: Advert) -> str:
    """A newsletter box with its form."""
    return f"""<div class="mt-8 card"><div class="font-bold">{escape(advert.title)}</div>
<div class="mt-2">{escape(advert.lines[0])}</div>
<form class="mt-2" action="{escape(advert.path)}" method="post"><input type="email" placeholder="name@example.org">
<button class="btn">{escape(advert.action)}</button></form></div>"""


def render_related_grid(entries: Iterable[Entry]) -> str:
    """Teasers of other stories."""
    cards = "\n".join(
        f'<a class="card block" href="{escape(entry.href)}"><div class="text-sm text-grey">'
        f'{entry.published_at:%d.%m.%Y}</div><div class="font-bold">{escape(entry.title)}</div>'
        f'<div class="text-sm mt-2">{escape(entry.teaser)}</div></a>'
        for entry in entries
    )
    return f'<div class="mt-8 text-xl font-bold">Mehr zum Thema</div>\n<div class="grid mt-4">\n{cards}\n</div>'
