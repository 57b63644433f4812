"""The page's tree: parsed once, whatever was sent as a page."""

import re

from lxml.etree import ErrorTypes, HTMLParser, ParserError, XMLSyntaxError, _Element
from lxml.html import document_fromstring

from crawler.separation.errors import NotAnArticle
from crawler.separation.page import Page

# A tag, an end tag, a comment or a doctype; "a < b" and "<3" are neither.
_HAS_TAG = re.compile(r"<(?:[a-zA-Z][a-zA-Z0-9-]*(?:[\s/][^<>]*)?>|/[a-zA-Z]|!--|!doctype|\?xml)", re.IGNORECASE)
# libxml2 ends the document at NUL; the others may stand in no XML text, so that lxml would refuse to hand them out.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
# In UTF-8 no byte of another character is below 0x80.
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\f\r"})
_CONTROLS_TO_SPACES = bytes.maketrans(_CONTROLS, b" " * len(_CONTROLS))
_NONCHARACTERS = "\ufffe\uffff"
_WRAPPER = re.compile(
    rb"</?(?:div|span|font|center|section|b|i|em|strong|ul|ol|li|table|tbody|tr|td)\b[^>]*>", re.IGNORECASE
)


def is_html(content: str) -> bool:
    """True when the text has a tag; without one it is plain text."""
    return _HAS_TAG.search(content) is not None


def clean_characters(content: str) -> str:
    """The text without control characters, lone surrogates and noncharacters."""
    return _FORBIDDEN.sub(" ", content)


def _encode(content: str) -> bytes:
    """The text in UTF-8, without the forbidden characters."""
    for noncharacter in _NONCHARACTERS:
        content = content.replace(noncharacter, " ")
    try:
        return content.encode("utf-8").translate(_CONTROLS_TO_SPACES)
    except UnicodeEncodeError:  # a lone surrogate
        return clean_characters(content).encode("utf-8")


def parse_tree(page: Page) -> _Element:
    """The tree of an HTML page: the caller's, if it has one.

    Raises: NotAnArticle, when there is nothing to parse.
    """
    if page.tree is not None:
        return page.tree
    content = _encode(page.content)
    # Plain elements: lxml.html's ask for their class at each step of a walk. Nothing is looked up by its id.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True)
    try:
        tree: _Element = document_fromstring(content, parser=parser)
        if any(entry.type == ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
            # libxml2 drops what is nested too deep; such a page is nothing but wrappers.
            tree = document_fromstring(_WRAPPER.sub(b" ", content), parser=parser)
    except (ParserError, XMLSyntaxError) as error:
        raise NotAnArticle(page.url, f"no HTML can be read from it ({error})") from error
    return tree
