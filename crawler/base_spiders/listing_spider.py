"""A publisher that is walked by its listings, newest entries first."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from http import HTTPStatus
from typing import ClassVar, NamedTuple

from scrapy import Request
from scrapy.core.engine import ExecutionEngine
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.http import Response
from twisted.python.failure import Failure

from articles.identity import CanonicalUrl
from articles.store.terms import UrlState
from crawler.answers import NO_ANSWER, find_header, is_readable, is_server_failure, parse_answer, read_text
from crawler.base_spiders.publisher_spider import PublisherSpider
from crawler.base_spiders.walk import Walk, WalkEnd
from crawler.discovery.listing_page import ListingPage
from crawler.errors import Reserved, RobotsForbidden
from crawler.tally import count

# Listings go first: the less time between two pages of one, the fewer entries move from one to the other.
_LISTING_PRIORITY = 10
_JUDGED_STATUSES = list(range(400, 600))
_QUIET_CHECK_SECONDS = 0.05
_NO_PAGE = ListingPage(entries=(), next_page=None)
# What nobody has answered yet; known articles are asked again on their own schedule, not because a listing shows them.
_UNANSWERED = (UrlState.DISCOVERED, UrlState.REQUESTED)


class ListingStart(NamedTuple):
    """Where a listing starts."""

    url: str
    title: str
    """Its name for people."""


class ListingSpider(PublisherSpider):
    """Walks each listing from its start until it comes to known ground, and asks for every article that is new."""

    listings: ClassVar[tuple[ListingStart, ...]]
    """Where its listings start; walked in this order."""
    page_path: ClassVar[str | None] = None
    """How pages are numbered behind a listing's own path, such as `/seite/{n}`. None: only links say."""

    async def start(self) -> AsyncIterator[Request]:
        """What is left open and what is due; when that is dealt with, the listings; and then what else names articles.

        In this order, so that an article whose address has changed keeps its identity: its old address redirects before
        a listing shows the new one, and so that sitemaps and feeds tell what the listings did not.
        """
        for request in self.ask_again():
            yield request
        await self._until_quiet()
        for url, _ in self.listings:
            if self.limit_is_reached and not self.is_probe:
                break
            number = self.memory.begin_walk(url, floor=self.since)
            newest = self.memory.newest_listed(number)
            walk = Walk(url, number, floor=self.since, goes_to_end=self.scope.full, newest_known=newest)
            self.walks.append(walk)
            yield self._listing_request(url, walk)
        await self._until_quiet()
        if not self.limit_is_reached:
            is_listing_broken = any(walk.end is None or not walk.end.is_finished for walk in self.walks)
            for request in self.source_round.requests(is_listing_broken=is_listing_broken):
                yield request

    def parse_listing(self, response: Response, walk: Walk, *, is_guess: bool) -> Iterator[Request]:
        """Remember a page's entries, ask for the new ones, and go on to the next page unless the walk is over."""
        if not is_server_failure(response):
            count(self.crawler, "answers", "listings")
        if response.status >= HTTPStatus.BAD_REQUEST or not is_readable(response):
            yield from self._end_at_error(response, walk, is_guess=is_guess)
            return
        tree = parse_answer(read_text(response))
        page = self._read_listing(tree, response.url, page_path=self.page_path)
        self._note_etag(response, walk)
        if not walk.page_count:
            self.source_round.note_page(tree, response.url)
        holding, requests = self._take_entries(page, walk)
        yield from requests
        walk.judge(
            response.url,
            page,
            holding=holding,
            is_guess=is_guess,
            page_limit=self.crawler.settings.getint("PRESSESCHAU_LISTING_PAGE_LIMIT"),
            limit_is_reached=self.limit_is_reached,
        )
        if not page.entries and walk.page_count == 1:
            self.empty_listings.append(walk.listing_url)
            reason = "a listing's first page shows no entries"
            now = self.memory.clock.now()
            self.memory.settling.keep_page(response.url, response.body, reason=reason, status=response.status, at=now)
        if walk.overlap_url is None:
            yield from self._go_on(walk, page)
        else:
            yield self._look_request(walk.overlap_url, walk, self.parse_overlap, following=page)

    def parse_overlap(self, response: Response, walk: Walk, following: ListingPage) -> Iterator[Request]:
        """Take what has slipped onto a page since it was read, and go on behind the page that followed it."""
        page = self._look(response, walk)
        if page is None:
            return
        urls = {entry.url for entry in page.entries}
        before = walk.page_before(response.url)
        is_all_new = bool(urls) and urls.isdisjoint(walk.shown)
        _, requests = self._take_entries(page, walk)
        yield from requests
        walk.shown |= urls
        if is_all_new and before:  # so much has moved up that some of it stands on the page before, too
            yield self._look_request(before, walk, self.parse_overlap, following=following)
        else:
            yield from self._go_on(walk, following)

    def parse_top(self, response: Response, walk: Walk, last: ListingPage) -> Iterator[Request]:
        """Take what has come onto the first pages since they were read, down to one that shows nothing more."""
        page = self._look(response, walk)
        if page is None:
            return
        _, requests = self._take_entries(page, walk)
        yield from requests
        if walk.look({entry.url for entry in page.entries}) and page.next_page:
            yield self._look_request(page.next_page.url, walk, self.parse_top, last=last)
            return
        walk.end_look(has_next=last.next_page is not None)
        yield from self._go_on(walk, last)

    def _look(self, response: Response, walk: Walk) -> ListingPage | None:
        """A page looked at once more, without entries where it has not changed; None when it could not be read."""
        if not is_server_failure(response):
            count(self.crawler, "answers", "listings")
        if response.status == HTTPStatus.NOT_MODIFIED:
            return _NO_PAGE
        if response.status >= HTTPStatus.BAD_REQUEST or not is_readable(response):
            self._break_off(response, walk)
            return None
        self._note_etag(response, walk)
        return self._read_listing(parse_answer(read_text(response)), response.url, page_path=self.page_path)

    def _take_entries(self, page: ListingPage, walk: Walk) -> tuple[frozenset[CanonicalUrl], list[Request]]:
        """Those of a page's entries on which the walk must not stop, and the requests for what nobody answered yet."""
        now = self.memory.clock.now()
        wanted = [
            entry
            for entry in page.entries
            if self.since is None or entry.published_at is None or entry.published_at >= self.since
        ]
        if not wanted:
            return frozenset(), []
        holding = self.memory.remember_entries(walk.number, wanted, at=now)
        remembered = self.memory.recall_all([entry.url for entry in wanted])
        requests: list[Request] = []
        for entry in wanted:
            known = remembered.get(entry.url)
            if known and known.state in _UNANSWERED:
                if known.discovered_at == now:
                    walk.new_count += 1
                    self.listed.add(entry.url)
                requests.extend(self.ask(known))
        return holding, requests

    def _go_on(self, walk: Walk, page: ListingPage) -> Iterator[Request]:
        """The next page or, when the walk is over, the first one once more if anything may have crossed its border."""
        if walk.end is None and page.next_page:
            yield self._listing_request(page.next_page.url, walk, is_guess=page.next_page.is_guess)
        elif walk.wants_top and walk.end and walk.end.is_finished:
            yield self._look_request(walk.pages[0], walk, self.parse_top, last=page)
        else:
            self._note_end(walk, page)

    def _note_end(self, walk: Walk, page: ListingPage) -> None:
        # A page that is linked and shows nothing may be a notice; met again on another night it is the listing's end.
        is_empty = not page.entries and walk.page_count > 1 and walk.end is not None and not walk.end.is_finished
        if is_empty and self.memory.note_empty_page(walk.number, walk.page_count):
            walk.end = WalkEnd("the end of the listing: its last page is linked and empty", is_finished=True)
        if walk.end and walk.end.is_finished:
            self.memory.finish_walk(walk.number)
        elif walk.end and walk.page_count > 1 and not self.limit_is_reached:
            self.warn(f"the walk over {walk.listing_url} was broken off: {walk.end.reason}")

    def note_listing_failure(self, failure: Failure) -> None:
        """Leave a walk unfinished whose page could not be had; the next run walks it again."""
        error = failure.value
        if not isinstance(error, (IgnoreRequest, DownloadCancelledError, *NO_ANSWER)):
            self.note_fault(failure)
        request: Request = failure.request  # type: ignore[attr-defined]
        reason = str(error) or type(error).__name__
        request.cb_kwargs["walk"].end = WalkEnd(reason, is_finished=False)
        if isinstance(error, RobotsForbidden | Reserved):
            count(self.crawler, "forbidden", "listings")
        self.warn(f"the listing page {request.url} could not be read: {reason}")

    async def _until_quiet(self) -> None:
        """Wait until nothing is queued, under way or being processed."""
        while not _is_quiet(self.crawler.engine):  # noqa: ASYNC110 - Scrapy has no signal for it while start goes on
            await asyncio.sleep(_QUIET_CHECK_SECONDS)

    def _listing_request(self, url: str, walk: Walk, *, is_guess: bool = False) -> Request:
        return Request(
            url,
            callback=self.parse_listing,
            errback=self.note_listing_failure,
            cb_kwargs={"walk": walk, "is_guess": is_guess},
            meta={"handle_httpstatus_list": _JUDGED_STATUSES},
            priority=_LISTING_PRIORITY,
            dont_filter=True,  # a walk knows the pages it has seen
        )

    def _look_request(
        self, url: str, walk: Walk, callback: Callable[..., Iterator[Request]], **told: ListingPage
    ) -> Request:
        """The request for a page that was read before; unchanged, it is not sent again."""
        etag = walk.etags.get(url)
        return self._listing_request(url, walk).replace(
            callback=callback,
            cb_kwargs={"walk": walk, **told},
            headers={"If-None-Match": etag} if etag else {},
            meta={"handle_httpstatus_list": [HTTPStatus.NOT_MODIFIED.value, *_JUDGED_STATUSES]},
        )

    def _note_etag(self, response: Response, walk: Walk) -> None:
        # Last-Modified counts seconds, and a page may change twice within one.
        if etag := find_header(response, "ETag"):
            walk.etags[response.url] = etag

    def _end_at_error(self, response: Response, walk: Walk, *, is_guess: bool) -> Iterator[Request]:
        if is_guess and response.status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
            walk.end = WalkEnd("the end of the listing", is_finished=True)
            yield from self._go_on(walk, _NO_PAGE)
        else:
            self._break_off(response, walk)

    def _break_off(self, response: Response, walk: Walk) -> None:
        reason = f"HTTP {response.status}" if response.status >= HTTPStatus.BAD_REQUEST else "it is no web page to read"
        walk.end = WalkEnd(reason, is_finished=False)
        self.warn(f"the listing page {response.url} could not be read: {reason}")


def _is_quiet(engine: ExecutionEngine) -> bool:
    has_requests = engine.scheduler is not None and engine.scheduler.has_pending_requests()
    is_processing = engine.scraper.slot is not None and not engine.scraper.slot.is_idle()
    return not (has_requests or engine.downloader.active or is_processing)
