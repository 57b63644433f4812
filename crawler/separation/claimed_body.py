"""The body of a page that draws itself by script: its text stands in structured data alone."""

from copy import deepcopy

from lxml.etree import _Element
from lxml.html import fragment_fromstring

from crawler.separation.blocks import PageBlock
from crawler.separation.cut_text import cut_text
from crawler.separation.inline_state import find_stated_bodies
from crawler.separation.metadata.facts import Facts

_MIN_CHARS = 200
_SHOWN_SHARE = 0.3
_HARDLY_ANY_CHARS = 1000


def find_claimed_body(shown: list[PageBlock], facts: Facts, tree: _Element) -> str | None:
    """The body that a page claims in structured data, text or HTML; None when the page shows its own body."""
    visible = sum([len(block.text) - block.link_chars for block in shown])
    claimed = max(facts.bodies, key=len, default="")
    if not claimed and visible < _HARDLY_ANY_CHARS:
        titles = [*facts.headlines, *facts.card_titles, *facts.tab_titles, *(block.text for block in shown)]
        claimed = next(iter(find_stated_bodies(tree, titles)), "")
    if len(claimed) < _MIN_CHARS or visible > _SHOWN_SHARE * len(claimed):
        return None
    return claimed


def cut_claimed_text(shown: list[PageBlock], claimed: str) -> list[PageBlock]:
    """What the page shows and, behind it, the text that it claims, as lines."""
    return cut_text("\n".join([*(block.text for block in shown), claimed]))


def with_claimed_html(tree: _Element, claimed: str) -> _Element:
    """A copy of the page that shows, behind all else, the HTML that it claims."""
    page = deepcopy(tree)
    body = page.find("body")
    (body if body is not None else page).append(fragment_fromstring(claimed, create_parent="article"))
    return page
