"""The style sheet of an XML document. Source: w3.org/TR/xml-stylesheet.

CSS and not XSLT, which browsers are taking out: a feed opened in one is readable with it, and stays a plain feed.
"""

from lxml import etree


def link_stylesheet(root: etree._Element, address: str | None) -> None:
    """Have browsers show the document with this style sheet, if there is one."""
    if address is not None:
        root.addprevious(etree.ProcessingInstruction("xml-stylesheet", f'type="text/css" href="{address}"'))
