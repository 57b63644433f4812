"""The site's few pages that are neither article nor listing: imprint, shop, sign-up forms."""

from html import escape

from presseschau.demo.address import SITE_NAME
from presseschau.demo.markups.document import render_document
from presseschau.demo.markups.semantic_furniture import render_footer, render_header


def render_plain_page(title: str, text: str) -> str:
    """A page of one paragraph."""
    body = f"""{render_header()}
<main><h1>{escape(title)}</h1>
<p>{escape(text)}</p></main>
{render_footer()}"""
    return render_document(title=f"{title} | {SITE_NAME}", head="", body=body)
