"""The HTML document around a page: head, style, cookie box. The same in every markup but for what the head says."""

from functools import lru_cache
from html import escape
from importlib.resources import files


@lru_cache(maxsize=1)
def _style() -> str:
    return files(__package__).joinpath("style.css").read_text(encoding="utf-8")


def render_document(*, title: str, head: str, body: str, language: str | None = "de") -> str:
    """A whole page. `head` and `body` are HTML, the title is text; without a language the root element names none."""
    lang = f' lang="{language}"' if language else ""
    return f"""<!DOCTYPE html>
<html{lang}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
{head}
<style>
{_style()}</style>
</head>
<body>
{body}
<div class="cookie-box" role="dialog">
<div class="cookie-title">Wir verwenden Cookies</div>
<div>Manche sind nötig, andere zählen nur mit. Sie können Ihre Einwilligung jederzeit widerrufen.</div>
<button type="button">Alle annehmen</button> <button type="button">Nur notwendige</button>
<a href="/datenschutz">Datenschutzhinweise</a>
</div>
<script>document.querySelectorAll(".cookie-box button").forEach(b => b.onclick = () => b.parentNode.remove());</script>
</body>
</html>
"""


def meta(name: str, content: str) -> str:
    """A meta element; names with a colon are OpenGraph's and the like."""
    attribute = "property" if ":" in name else "name"
    return f'<meta {attribute}="{name}" content="{escape(content)}">\n'


def feed_link(path: str) -> str:
    """The link element by which readers and crawlers find the site's feed."""
    return f'<link rel="alternate" type="application/rss+xml" title="Alle Meldungen" href="{path}">\n'


def canonical_link(url: str | None) -> str:
    """The canonical link element; nothing when the page names none."""
    return f'<link rel="canonical" href="{escape(url)}">\n' if url else ""
