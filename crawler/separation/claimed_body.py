"""The body of a page that draws itself by script: its text stands in structured data alone."""

from bs4 import BeautifulSoup
from lxml.etree import _Element

from crawler.separation.blocks import PageBlock
from crawler.separation.cut_text import cut_text
from crawler.separation.inline_state import find_stated_bodies
from crawler.separation.metadata.facts import Facts
from crawler.separation.tree import is_html

_MIN_CHARS = 200
_SHOWN_SHARE = 0.3
_HARDLY_ANY_CHARS = 1000


def cut_claimed_body(shown: list[PageBlock], facts: Facts, tree: _Element) -> list[PageBlock]:
    """What the page shows and, behind it, the body that it claims, as lines; empty when the page shows its own body."""
    visible = sum([len(block.text) - block.link_chars for block in shown])
    claimed = max(facts.bodies, key=len, default="")
    if not claimed and visible < _HARDLY_ANY_CHARS:
        titles = [*facts.headlines, *facts.card_titles, *facts.tab_titles, *(block.text for block in shown)]
        claimed = next(iter(find_stated_bodies(tree, titles)), "")
    if len(claimed) < _MIN_CHARS or visible > _SHOWN_SHARE * len(claimed):
        return []
    if is_html(claimed):
        claimed = BeautifulSoup(claimed, "lxml").get_text("\n")
    return cut_text("\n".join([*(block.text for block in shown), claimed]))
