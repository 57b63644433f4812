"""The page as it was fetched is put into the archive, before anything is made of it.

So its record is on the disk before its article is settled: after a kill in between, the page is fetched and archived
once more, which does no harm. What a publisher does not want archived is not: `noarchive`, or a reservation of text and
data mining, in a header or in a meta tag.
"""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.answers import parse_answer
from crawler.archive.archive import Archive
from crawler.archive.exchange import Exchange, Headers
from crawler.items import ArticlePage
from crawler.middlewares.note_wire import WIRE_HEADERS
from crawler.separation.metadata import read_facts
from crawler.separation_version import separation_version

_OF_BODY = frozenset({"content-length", "transfer-encoding"})
_CREDENTIALS = frozenset({"authorization", "proxy-authorization", "cookie"})


class ArchivePage:
    """Archives pages, unless the setting PRESSESCHAU_ARCHIVE, the archive's directory, is empty."""

    def __init__(self, crawler: Crawler) -> None:
        directory = crawler.settings.get("PRESSESCHAU_ARCHIVE")
        about = {
            "software": str(crawler.settings["USER_AGENT"]),
            "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "robots": "obey",
        }
        self._archive = Archive(Path(directory), about) if directory else None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        pipeline = cls(crawler)
        crawler.signals.connect(pipeline.close, signal=signals.spider_closed)
        return pipeline

    async def process_item(self, item: ArticlePage) -> ArticlePage:
        """The item, which now knows where its page is archived.

        Raises: OSError, such as for a full disk; the page then stays open, and the next run asks again.
        """
        fetched = replace(item.fetched, separation=separation_version())
        if self._archive is not None and not _is_reserved(item):
            # Compressing and waiting for the disk take milliseconds; they need not hold the crawl up.
            place = await asyncio.to_thread(self._archive.add, _exchange(item))
            fetched = replace(fetched, archived=place)
        return replace(item, fetched=fetched)

    def close(self) -> None:
        """The crawl is over."""
        if self._archive is not None:
            self._archive.close()


def _is_reserved(item: ArticlePage) -> bool:
    if item.tdm_reservation or "noarchive" in item.robots:
        return True
    text = item.page.content.lower()
    if "noarchive" not in text and "tdm-reservation" not in text:
        return False
    facts = read_facts(parse_answer(item.response))
    return facts.tdm_reservation or "noarchive" in facts.robots


def _exchange(item: ArticlePage) -> Exchange:
    response, request = item.response, item.response.request
    headers = _pairs(response, without=_OF_BODY)
    wire: Headers = response.meta.get(WIRE_HEADERS, ()) if request else ()
    return Exchange(
        url=response.url,
        at=item.fetched.at,
        request_headers=_pairs(request, without=_CREDENTIALS) if request else (),
        status=response.status,
        headers=headers,
        # An encoding that is not known to Scrapy is still there.
        wire_headers=tuple(pair for pair in wire if pair not in headers),
        body=response.body,
        ip_address=str(response.ip_address) if response.ip_address else None,
    )


def _pairs(message: Request | Response, *, without: frozenset[str]) -> Headers:
    """Its headers in order, without some."""
    return tuple(
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in message.headers.items()
        if name.decode("latin-1").lower() not in without
        for value in values
    )
