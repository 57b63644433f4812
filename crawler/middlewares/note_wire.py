"""What an answer says of its body as it came over the wire; Scrapy unpacks the body and forgets it."""

from scrapy import Request
from scrapy.http import Response

WIRE_HEADERS = "presseschau_wire_headers"
"""The key of a request's meta that holds those headers of its last answer, as pairs of name and value."""
_NAMES = ("Content-Encoding", "Content-Length")


class NoteWire:
    """Keeps the headers for the archive."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Stands nearer to the publisher than the middleware that unpacks."""
        request.meta[WIRE_HEADERS] = tuple(
            (name, value.decode("latin-1")) for name in _NAMES for value in response.headers.getlist(name)
        )
        return response
