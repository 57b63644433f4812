"""What the page claims of itself, one reader per vocabulary."""

from lxml.etree import _Element

from crawler.separation.metadata.breadcrumb_lists import read_breadcrumb_lists
from crawler.separation.metadata.facts import Facts
from crawler.separation.metadata.json_ld import read_json_ld
from crawler.separation.metadata.meta_tags import read_meta_tags
from crawler.separation.metadata.microdata import read_microdata

__all__ = ["Facts", "read_facts"]


def read_facts(tree: _Element) -> Facts:
    """Everything the page's vocabularies claim, the most trusted first."""
    facts = Facts()
    read_json_ld(tree, facts)
    read_meta_tags(tree, facts)
    read_microdata(tree, facts)
    read_breadcrumb_lists(tree, facts)
    return facts
