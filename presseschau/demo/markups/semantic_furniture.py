"""What stands around the text in the semantic dress: header, nav, aside, footer, with telling tags."""

from collections.abc import Iterable
from html import escape

from presseschau.demo.address import SITE_NAME
from presseschau.demo.adverts import Advert
from presseschau.demo.view import Entry, Link


def render_link(link: Link, prefix: str = "") -> str:
    """A link; the prefix stands inside it."""
    return f'<a href="{escape(link.href)}">{prefix}{escape(link.text)}</a>'


def render_header() -> str:
    """The page head: service line, name of the site, main navigation."""
    return f"""<header class="site-header">
<ul class="service">
<li>Kostenlose Beratung</li>
<li><a href="tel:+493023125014">030 23125 014</a></li>
<li>12.000 zufriedene Haushalte</li>
<li>Versand in Holzwolle</li>
</ul>
<a class="site-name" href="/">{SITE_NAME}</a>
<nav class="main-nav">
<a href="/news">Alle Nachrichten</a> <a href="/news/c/politik">Politik</a> <a href="/news/c/wirtschaft">Wirtschaft</a>
<a href="/news/c/kultur">Kultur</a> <a href="/news/c/wissen">Wissen</a> <a href="/shop">Laden</a>
</nav>
</header>"""


def render_footer() -> str:
    """The page foot."""
    return f"""<footer class="site-footer">
<p>© 2026 {SITE_NAME}, Am Kornmarkt 3, Hohenquell. Alle Rechte vorbehalten.</p>
<nav><a href="/impressum">Impressum</a> <a href="/datenschutz">Datenschutz</a> <a href="/kontakt">Kontakt</a></nav>
</footer>"""


def render_share_bar(path: str) -> str:
    """Buttons that send the page around."""
    return f"""<ul class="share">
<li>Teilen:</li>
<li><a href="mailto:?body={escape(path)}" rel="nofollow">E-Mail</a></li>
<li><a href="https://taube.example/senden?seite={escape(path)}" rel="nofollow">Brieftaube</a></li>
<li><button type="button">Drucken</button></li>
</ul>"""


def render_topic_links(topics: Iterable[Link]) -> str:
    """The topics behind the text."""
    items = "\n".join(f"<li>{render_link(topic, '#')}</li>" for topic in topics)
    return f'<section class="topics"><span>Themen:</span>\n<ul>\n{items}\n</ul></section>'


def render_breadcrumb(sections: Iterable[Link]) -> str:
    """The breadcrumb, the site itself first."""
    crumbs = (Link(text=f"{SITE_NAME} News", href="/news"), *sections)
    items = "\n".join(f"<li>{render_link(crumb)}</li>" for crumb in crumbs)
    return f'<nav class="breadcrumb" aria-label="Brotkrumen"><ol>\n{items}\n</ol></nav>'


def render_advert(advert: Advert) -> str:
    """An advertisement."""
    lines = "\n".join(f"<p>{escape(line)}</p>" for line in advert.lines)
    return f"""<aside class="promo promo-{advert.kind}">
<h3>{escape(advert.title)}</h3>
{lines}
{_speakers(advert)}{_claims(advert)}<a class="button" href="{escape(advert.path)}">{escape(advert.action)}</a>
</aside>
"""


def render_newsletter(advert: Advert) -> str:
    """A newsletter box with its form."""
    return f"""<aside class="promo promo-newsletter">
<form action="{escape(advert.path)}" method="post">
<h3>{escape(advert.title)}</h3>
<p>{escape(advert.lines[0])}</p>
<input type="email" name="adresse" placeholder="Ihre E-Mail-Adresse"> <button>{escape(advert.action)}</button>
</form>
</aside>"""


def render_related(entries: Iterable[Entry]) -> str:
    """Teasers of other stories."""
    items = "\n".join(
        f'<li><a href="{escape(entry.href)}"><h3>{escape(entry.title)}</h3></a>'
        f"<p>{escape(entry.teaser)}</p><small>{entry.published_at:%d.%m.%Y}</small></li>"
        for entry in entries
    )
    return f'<section class="related"><h2>Das könnte Sie auch interessieren</h2>\n<ul>\n{items}\n</ul></section>'


def _speakers(advert: Advert) -> str:
    if not advert.speakers:
        return ""
    items = "\n".join(
        f"<li><span>{escape(first)}</span><br><span>{escape(last)}</span></li>" for first, last in advert.speakers
    )
    return f'<p>{escape(advert.speakers_heading)}</p>\n<ul class="speakers">\n{items}\n</ul>\n'


def _claims(advert: Advert) -> str:
    if not advert.claims:
        return ""
    items = "\n".join(f"<li>{'<br>'.join(escape(line) for line in claim)}</li>" for claim in advert.claims)
    return f'<ul class="claims">\n{items}\n</ul>\n'
