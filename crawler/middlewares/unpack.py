"""Bodies are asked for packed and unpacked again, whole or not at all: see `crawler.unpacking`."""

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response, TextResponse
from scrapy.responsetypes import responsetypes

from crawler.errors import BrokenAnswer
from crawler.unpacking import ENCODINGS, CannotUnpack, unpack


class Unpack:
    """Stands in the place of Scrapy's HttpCompressionMiddleware.

    Setting: DOWNLOAD_MAXSIZE, Scrapy's own, for the body as it was before it was packed; `download_maxsize` in a
    request's meta wins.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._max_bytes = crawler.settings.getint("DOWNLOAD_MAXSIZE")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Ask for encodings that can be undone."""
        request.headers.setdefault("Accept-Encoding", ", ".join(ENCODINGS))

    def process_response(self, request: Request, response: Response) -> Response:
        """The answer with its body unpacked; encodings that were not asked for stay, and their header with them.

        Raises: BrokenAnswer.
        """
        max_bytes = request.meta.get("download_maxsize", self._max_bytes)
        encodings = _encodings(response)
        body = response.body
        kept = list(encodings)
        while kept and kept[-1] in (*ENCODINGS, "x-gzip", "identity"):
            encoding = kept.pop()
            if encoding == "identity":
                continue
            try:
                body = unpack(body, encoding, max_bytes=max_bytes)
            except CannotUnpack as error:
                raise BrokenAnswer(f"sent as {', '.join(encodings)}, and {error}", response.body) from error
        if kept == encodings:
            return response
        headers = response.headers.copy()
        if kept:
            headers["Content-Encoding"] = ", ".join(kept)
        else:
            del headers["Content-Encoding"]
        # What the bytes are, and in which charset, can be told only now.
        kind = responsetypes.from_args(headers=headers, url=response.url, body=body)
        charset = {"encoding": None} if issubclass(kind, TextResponse) else {}
        return response.replace(cls=kind, headers=headers, body=body, **charset)


def _encodings(response: Response) -> list[str]:
    """In the order in which they were applied."""
    listed = b",".join(response.headers.getlist("Content-Encoding")).decode("latin-1")
    return [word.strip().lower() for word in listed.split(",") if word.strip()]
