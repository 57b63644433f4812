"""Redirects, as Scrapy follows them; one that leads to no URL ends its own request and is told by name."""

from scrapy import Request, Spider
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.http import Response

from crawler.answers import find_header
from crawler.errors import BrokenAnswer


class Redirect(RedirectMiddleware):
    """Scrapy's own raises what `Request` says of an impossible URL, which no errback can tell from a fault of ours."""

    def process_response(
        self,
        request: Request,
        response: Response,
        spider: Spider | None = None,  # noqa: ARG002 - Scrapy's own argument, deprecated
    ) -> Request | Response:
        """The request that a redirect leads to, or the answer.

        Raises: BrokenAnswer.
        """
        try:
            return super().process_response(request, response)
        except ValueError as error:
            location = find_header(response, "Location")
            raise BrokenAnswer(f"redirected to {location!r}, which is no URL: {error}", response.body) from error
