"""What an answer says of its body as it came over the wire; Scrapy unpacks the body and forgets it."""

from scrapy import Request
from scrapy.http import Response

from crawler.exchanges import WIRE_HEADERS

_NAMES = ("Content-Encoding", "Content-Length")


class NoteWire:
    """Keeps the headers for the archive."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Stands nearer to the publisher than the middleware that unpacks."""
        request.meta[WIRE_HEADERS] = tuple(
            (name, value.decode("latin-1")) for name in _NAMES for value in response.headers.getlist(name)
        )
        return response
