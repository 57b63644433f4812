"""The kept blocks as HTML: inline markup as on the page, addresses absolute, and only what is safe in any reader."""

from html import escape

import nh3

from articles.model import Block, BlockKind
from crawler.separation.blocks import EMPHASIS, Markup, PageBlock
from crawler.separation.urls import find_url

_TAGS = {
    *EMPHASIS,
    *["a", "blockquote", "br", "caption", "dd", "dl", "dt", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6"],
    *["img", "li", "ol", "p", "pre", "table", "tbody", "td", "tr", "ul"],
}
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}}
_SANITIZER = nh3.Cleaner(tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https"}, link_rel=None)


def render_inline(block: PageBlock, base: str | None) -> str:
    """The block's text with its links and emphasis."""
    if not block.runs or (len(block.runs) == 1 and not block.runs[0][1]):
        return escape(block.text, quote=False).replace("\n", "<br>")
    parts: list[str] = []
    open_tags: list[tuple[object, str]] = []
    for text, markup in block.runs:
        _change(parts, open_tags, markup, base)
        parts.append(escape(text, quote=False).replace("\v", "<br>"))
    _change(parts, open_tags, (), base)
    return _trim("".join(parts))


def render_block(block: Block, inline: list[str]) -> str:
    """One block of the body; `inline` holds its text with markup, per paragraph, item or cell."""
    kind = block.kind
    if kind is BlockKind.HEADING:
        return f"<h{block.level}>{inline[0]}</h{block.level}>"
    if kind is BlockKind.LIST:
        return f"<ul>{''.join(f'<li>{item}</li>' for item in inline)}</ul>"
    if kind is BlockKind.TABLE:
        cells = iter(inline)
        rows = ("".join(f"<td>{next(cells, '')}</td>" for _ in row) for row in block.rows or ())
        return f"<table><tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody></table>"
    if kind is BlockKind.QUOTE:
        return f"<blockquote><p>{inline[0]}</p></blockquote>"
    if kind is BlockKind.CODE:
        return f"<pre>{escape(block.text, quote=False)}</pre>"
    return f"<p>{inline[0]}</p>"


def render_figure(block: Block, alt: str | None) -> str:
    """A figure: its image and its caption."""
    caption = f"<figcaption>{escape(block.caption, quote=False)}</figcaption>" if block.caption else ""
    return f'<figure><img src="{escape(block.url or "")}" alt="{escape(alt or "")}">{caption}</figure>'


def sanitize(html: str) -> str:
    """The HTML with nothing but the allowed elements, attributes and schemes."""
    return _SANITIZER.clean(html)


def _change(parts: list[str], open_tags: list[tuple[object, str]], markup: Markup, base: str | None) -> None:
    wanted = [element for element in markup if element.tag in EMPHASIS or element.tag == "a"]
    shared = 0
    while shared < min(len(open_tags), len(wanted)) and open_tags[shared][0] is wanted[shared]:
        shared += 1
    while len(open_tags) > shared:
        parts.append(open_tags.pop()[1])
    for element in wanted[shared:]:
        tag = str(element.tag)
        if tag != "a":
            parts.append(f"<{tag}>")
            open_tags.append((element, f"</{tag}>"))
            continue
        url = find_url(element.get("href"), base)
        parts.append(f'<a href="{escape(url)}">' if url else "")
        open_tags.append((element, "</a>" if url else ""))


def _trim(html: str) -> str:
    html = " ".join(html.split())
    while html.startswith("<br>"):
        html = html[4:].lstrip()
    while html.endswith("<br>"):
        html = html[:-4].rstrip()
    return html
