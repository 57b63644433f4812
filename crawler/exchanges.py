"""From Scrapy's answers to what was exchanged, as the archive and the worker take it, and back."""

from datetime import datetime

from scrapy import Request
from scrapy.http import Headers as ScrapyHeaders
from scrapy.http import Response
from scrapy.responsetypes import responsetypes

from crawler.archive.exchange import Exchange, Headers

WIRE_HEADERS = "presseschau_wire_headers"
"""The key of a request's meta that holds what its last answer's headers said of the body on the wire."""

_OF_BODY = frozenset({b"content-length", b"transfer-encoding"})
_CREDENTIALS = frozenset({b"authorization", b"proxy-authorization", b"cookie"})


def exchange_of(response: Response, *, at: datetime) -> Exchange:
    """What was asked and answered. `at`: when the answer came, UTC."""
    request = response.request
    headers = _pairs(response, without=_OF_BODY)
    wire: Headers = request.meta.get(WIRE_HEADERS, ()) if request else ()
    return Exchange(
        url=response.url,
        at=at,
        request_headers=_pairs(request, without=_CREDENTIALS) if request else (),
        status=response.status,
        headers=headers,
        # An encoding that is not known to Scrapy is still there.
        wire_headers=tuple(pair for pair in wire if pair not in headers),
        body=response.body,
        ip_address=str(response.ip_address) if response.ip_address else None,
    )


def response_of(exchange: Exchange) -> Response:
    """The answer as Scrapy makes it of the same headers and bytes."""
    headers = ScrapyHeaders()
    for name, value in exchange.headers:
        headers.appendlist(name, value)
    kind = responsetypes.from_args(headers=headers, url=exchange.url, body=exchange.body)
    return kind(url=exchange.url, status=exchange.status, headers=headers, body=exchange.body)


def _pairs(message: Request | Response, *, without: frozenset[bytes]) -> Headers:
    """Its headers in order, without some."""
    return tuple(
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in message.headers.items()
        if name.lower() not in without
        for value in values
    )
