"""The page as a reader saw it, inert: no script, no form, no link that leads anywhere, nothing that is loaded.

Three fences, one behind the other: only harmless elements and attributes are kept (nh3); a Content-Security-Policy
forbids whatever would load; and the frame that shows it is sandboxed without scripts.
"""

from collections.abc import Sequence
from copy import deepcopy
from urllib.parse import urlsplit

import nh3
from lxml.etree import _Element, tostring

from articles.model import Image
from crawler.separation.figures import find_image_url
from crawler.separation.outcome import LabelledBlock
from crawler.separation.urls import find_url
from presseschau.explaining.families import family_of
from presseschau.explaining.marking import mark_blocks
from presseschau.explaining.rendering import render
from presseschau.explaining.stylesheets import inline_styles, make_inert

_TAGS = nh3.ALLOWED_TAGS - {"img", "map", "area"} | {"font", "main", "section", "legend", "label", "picture", "big"}
_ATTRIBUTES = {"class", "id", "style", "title", "lang", "dir", "hidden", "role", "open"}
_OURS = {"data-block", "data-family", "data-picture"}
_ON_TABLES = {name: {"colspan", "rowspan", "align", "valign", "width"} for name in ("td", "th", "table", "tr", "col")}
_GONE = {"script", "style", "template", "noscript", "svg", "math", "canvas", "head", "title", "textarea", "select"}
_EMBEDS = ("iframe", "video", "audio", "object", "embed")


def render_original(tree: _Element, blocks: Sequence[LabelledBlock], images: Sequence[Image], base: str | None) -> str:
    """The HTML document of the frame; the caller's tree stays as it is."""
    copy = deepcopy(tree)
    elements = dict(zip(tree.iter(), copy.iter(), strict=True))
    styles = inline_styles(copy)
    _forget_data(copy)
    mark_blocks(copy, elements, blocks)
    for element in copy.iter("noscript"):
        if element.find(".//span[@data-block]") is not None:
            element.tag = "div"  # it was read; elsewhere nobody sees what stands there
    _replace_pictures(copy, {image.url for image in images}, base)
    body = copy.find("body") if copy.tag == "html" else copy
    body = copy if body is None else body
    own_tags = {element.tag for element in body.iter("*") if "-" in element.tag and ":" not in element.tag}
    inner = nh3.clean(
        tostring(body, encoding="unicode", method="html"),
        tags=_TAGS | {tag for tag in own_tags if tag.isascii()},
        clean_content_tags=_GONE,
        attributes={"*": _ATTRIBUTES | _OURS, **_ON_TABLES},
        attribute_filter=_filter_attribute,
        link_rel=None,
        url_schemes=set(),
    )
    return render(
        "original.html",
        page=copy if copy.tag == "html" else None,
        body=body,
        styles=styles,
        inner=inner,
        lines=(),
    )


def render_lines(blocks: Sequence[LabelledBlock]) -> str:
    """The same for plain text: a line per block."""
    lines = [(number, block, family_of(block.label)) for number, block in enumerate(blocks, start=1)]
    return render("original.html", page=None, body=None, styles="", inner="", lines=lines)


def _filter_attribute(_tag: str, name: str, value: str) -> str | None:
    return make_inert(value) if name == "style" else value


def _forget_data(tree: _Element) -> None:
    """Takes the page's own `data-` attributes off: ours alone mean something here."""
    for element in tree.iter():
        for name in [name for name in element.attrib if str(name).startswith("data-") and element.tag != "img"]:
            del element.attrib[name]


def _replace_pictures(tree: _Element, kept: set[str], base: str | None) -> None:
    """Puts a box with a few words in the place of whatever would be loaded."""
    for element in list(tree.iter("img", *_EMBEDS)):
        if element.getparent() is None:
            continue
        if element.tag == "img":
            url = find_image_url(element, base)
            words = " ".join((element.get("alt") or "").split())
            state = "kept" if url in kept else "left" if url else None
        else:
            url, state = find_url(element.get("src") or element.get("data"), base), "left"
            words = f"{element.tag} {urlsplit(url or '').hostname or ''}".strip()
        _put_box(element, words, state, title=url or "")


def _put_box(element: _Element, words: str, state: str | None, title: str) -> None:
    for child in list(element):
        element.remove(child)
    tail = element.tail
    element.attrib.clear()
    element.tag, element.text, element.tail = "span", words, tail
    if state is None:
        element.text = None  # a pixel, a logo: no reader misses it
    else:
        element.set("data-picture", state)
        element.set("title", title)
