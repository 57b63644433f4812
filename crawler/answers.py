"""What can be said of an answer before it is read, and how a request can end without one."""

import re
from http import HTTPStatus
from typing import Final, TypeGuard

from lxml.html import HtmlElement
from parsel import Selector
from scrapy.core.downloader.handlers.http11 import TunnelError
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from scrapy.http import Response, TextResponse
from twisted.internet.error import ConnectError, ConnectionClosed
from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding

from crawler.charset import find_charset

NO_ANSWER: Final = (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
    ConnectError,
    ConnectionClosed,
    TunnelError,
    OSError,
)
"""What a download raises when the network, the host or its certificate fails. None of it says anything of the page."""

_WEB_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})


_MOST_TAGS = 60_000
"""Pages have some thousand, the longest live blogs ten times that. What is made of a page takes a kilobyte per tag."""
_CROWDED_TAG = re.compile(
    rb"""
    <[a-zA-Z][^\s/>]*+
    (?: [\s/]*+ [^\s/>] [^\s/>=]*+ (?: \s*+ = \s*+ (?: "[^"]*+" | '[^']*+' | [^\s>]*+ ) )?+ ){10000}
    """,
    re.VERBOSE,
)
"""A tag with so many attributes; the time in which libxml2 reads it grows with their number's square, to minutes. Code
of a script that compares numbers may look like one, but not for so long without another `>`."""


def is_server_failure(response: Response) -> bool:
    """True for an answer that says nothing of the page: an error of the server, or too many requests."""
    return response.status >= HTTPStatus.INTERNAL_SERVER_ERROR or response.status == HTTPStatus.TOO_MANY_REQUESTS


def is_web_page(response: Response) -> TypeGuard[TextResponse]:
    """True for what calls itself HTML or plain text, which may be HTML by another name, or does not say what it is."""
    media_type = (find_header(response, "Content-Type") or "text/html").partition(";")[0].strip().lower()
    return isinstance(response, TextResponse) and media_type in _WEB_PAGES


def is_readable(response: Response) -> TypeGuard[TextResponse]:
    """True for a web page that came in an encoding we asked for, and does not consist of tags or attributes.

    For pages that are read in the crawl's own process, which no other takes over.
    """
    if not is_web_page(response) or find_header(response, "Content-Encoding") or has_too_many_tags(response):
        return False
    return _CROWDED_TAG.search(response.body) is None


def has_too_many_tags(response: Response) -> bool:
    """True for a page that would take more memory than any page is worth."""
    return response.body.count(b"<") > _MOST_TAGS


def read_text(response: TextResponse) -> TextResponse:
    """The answer in the charset that its body is written in."""
    # Asked for its encoding, an answer that declares none would guess among dozens of charsets.
    declared = http_content_type_encoding(find_header(response, "Content-Type"))
    charset = find_charset(response.body, declared or html_body_declared_encoding(response.body))
    return response if charset is None or charset == declared else response.replace(encoding=charset)


def parse_answer(response: TextResponse) -> HtmlElement:
    """The tree of an answer's text, read as HTML.

    Not the answer's own selector: answer and selector keep each other, so the tree, which takes fifty megabytes of a
    hostile page, would stay until Python looks for cycles. It looks when objects pile up, and a tree is hardly any.
    """
    root: HtmlElement = Selector(text=response.text, type="html").root
    return root


def may_say_reserved(response: Response) -> bool:
    """True when an answer that nobody can read has a word by which publishers reserve pages, wherever it stands."""
    headers = (piece for name, values in response.headers.items() for piece in (name, *values))
    said = b"\n".join((*headers, response.body)).lower()
    return any(word in said for word in (b"noarchive", b"tdm-reservation"))


def find_header(response: Response, name: str) -> str | None:
    """A header's value; None when the answer has no such header, or an empty one."""
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None
