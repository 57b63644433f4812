"""After the listings, what else names a publisher's articles: sitemaps and the feeds it offers.

They are found by themselves: in robots.txt (`Sitemap:`), in indexes of sitemaps, in the heads of listing pages
(`<link rel=alternate>`), and where they usually stand. What they name that no listing showed is asked for.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from http import HTTPStatus
from itertools import islice
from typing import TYPE_CHECKING

from lxml.html import HtmlElement
from protego import Protego
from scrapy import Request
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.http import Response
from twisted.python.failure import Failure

from articles.identity import CanonicalUrl
from articles.store.sources_contract import Source, SourceKind
from articles.store.terms import ListingEntry, UrlState
from crawler.answers import NO_ANSWER, find_header, is_server_failure
from crawler.base_spiders.due_sources import due_sources
from crawler.discovery.bulk_changes import MOST_A_DAY, without_bulk_changes
from crawler.discovery.feeds import discover_feed, discover_feed_links
from crawler.discovery.sitemaps import USUAL_PATHS, discover_sitemap, is_about_news
from crawler.discovery.source_file import NamedArticle, NamedSitemap, SourceFile
from crawler.discovery.xml_records import UnreadableSource
from crawler.errors import ForeignUrl, NotAsked, Reserved, RobotsForbidden
from crawler.schedule import LONGEST_PAUSE, next_source_check
from crawler.tally import SOURCE_URL, count, counts

if TYPE_CHECKING:
    from crawler.base_spiders.publisher_spider import PublisherSpider

_MOST_NAMED = 200  # in one place; whoever names thousands names no sources to be asked one by one
_MAX_BYTES = 16 * 1024 * 1024  # sitemaps list up to 50,000 pages; a page of that size is none
_JUDGED_STATUSES = [HTTPStatus.NOT_MODIFIED.value, *range(400, 600)]
_HEADERS = {"Accept": "application/xml, application/rss+xml, application/atom+xml, text/xml, */*;q=0.5"}
_NEWS_REACH = timedelta(days=3)  # news sitemaps name the articles of two days; a night may be missed
_OVERLAP = timedelta(days=1)
_INDEX_REST = timedelta(days=7)
_IDLE_SHARE = 0.1  # sources that have long told nothing cost no more of a night's requests, or one
_UNANSWERED = (UrlState.DISCOVERED, UrlState.REQUESTED)


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceReading:
    """What asking one source came to."""

    source: Source
    result: str
    """`read`, `not modified`, or why nothing could be read."""
    named: frozenset[CanonicalUrl] = frozenset()
    """The recent articles that it names."""
    new: frozenset[CanonicalUrl] = frozenset()
    """Those that nobody had named before, neither a listing nor another source."""


class SourceRound:
    """One run's round over the sources of one publisher.

    Settings: PRESSESCHAU_SITEMAPS and PRESSESCHAU_FEEDS, which kinds are asked at all; PRESSESCHAU_SOURCE_LIMIT, how
    many of them in a run while the listings are well.
    """

    def __init__(self, spider: "PublisherSpider") -> None:
        self.readings: list[SourceReading] = []
        self._spider = spider
        self._announced: dict[str, Source] = {}
        self._asked: set[str] = set()

    def note_page(self, tree: HtmlElement, url: str) -> None:
        """Take note of the feeds that a listing's page announces."""
        for link in discover_feed_links(tree, url=url, own_link=self._spider.own_link)[:_MOST_NAMED]:
            self._announced.setdefault(link, Source(url=link, kind=SourceKind.FEED, found_in=url))

    def requests(self, *, is_listing_broken: bool) -> Iterator[Request]:
        """Requests for the sources that are due; for all of them when a listing is broken."""
        settings, memory = self._spider.crawler.settings, self._spider.memory
        switches = {SourceKind.SITEMAP: "PRESSESCHAU_SITEMAPS", SourceKind.FEED: "PRESSESCHAU_FEEDS"}
        kinds = {kind for kind, switch in switches.items() if settings.getbool(switch)}
        if not kinds:
            return
        memory.note_sources([*self._announced.values(), *self._sitemaps()])
        sent = counts(self._spider.crawler, "requests")
        chosen = due_sources(
            memory.sources(),
            kinds=kinds,
            now=memory.clock.now(),
            limit=settings.getint("PRESSESCHAU_SOURCE_LIMIT"),
            idle_limit=max(1, round(_IDLE_SHARE * self._spider.asked_count)),
            is_listing_broken=is_listing_broken,
            is_anything_new=bool(self._spider.listed),
            request_count=sum(sent.get(kind, 0) for kind in ("robots", "listings", "articles")),
        )
        for source in chosen:
            yield from self._ask(source)

    async def parse(self, response: Response, source: Source) -> AsyncIterator[Request]:
        """Remember what a source names, and ask for what is new."""
        if not is_server_failure(response):
            count(self._spider.crawler, "answers", "sources")
        if response.status == HTTPStatus.NOT_MODIFIED:
            # What has not changed for so long may as well stand for as long again.
            reach = 2 * (self._spider.memory.clock.now() - source.checked_at) if source.checked_at else None
            self._settle(source, response, "not modified", reach=reach)
            return
        if response.status != HTTPStatus.OK:
            self._fail(source, f"HTTP {response.status}", is_server_failure=is_server_failure(response))
            return
        discover = discover_sitemap if source.kind is SourceKind.SITEMAP else discover_feed
        try:
            # A sitemap may take seconds; the crawl goes on meanwhile.
            file = await asyncio.to_thread(discover, response.body, self._spider.source_rules(response.url))
        except UnreadableSource as error:
            self._fail(source, str(error), is_server_failure=False)
            memory = self._spider.memory
            memory.settling.keep_page(source.url, response.body, reason=str(error), status=200, at=memory.clock.now())
            return
        for request in self._take(source, response, file):
            yield request

    def note_failure(self, failure: Failure) -> None:
        """Leave a source for later that could not be had. An exception of our own goes on to Scrapy, as a fault."""
        error = failure.value
        if not isinstance(error, (IgnoreRequest, DownloadCancelledError, *NO_ANSWER)):
            failure.raiseException()
        request: Request = failure.request  # type: ignore[attr-defined]
        if isinstance(error, NotAsked) and not isinstance(error, RobotsForbidden | Reserved | ForeignUrl):
            self._spider.logger.info("%s stays due: %s", request.url, error)
            return
        self._fail(request.cb_kwargs["source"], str(error) or type(error).__name__)

    def _take(self, source: Source, response: Response, file: SourceFile) -> Iterator[Request]:
        memory = self._spider.memory
        since = self._horizon(source)
        wanted = self._believed(source, [each for each in file.articles if self._is_wanted(each, source, since)])
        new = memory.remember_named(wanted)
        named = frozenset(entry.url for entry in wanted)
        followed = self._note_recent(source, file.sitemaps, since)
        self._settle(source, response, "read", named=named, new=new, reach=self._reach(source, file))
        remembered = memory.recall_all([entry.url for entry in wanted])
        for entry in wanted:
            known = remembered.get(entry.url)
            if known and known.state in _UNANSWERED:
                yield from self._spider.ask(known)
        for sitemap in followed:
            yield from self._ask(sitemap)

    def _believed(self, source: Source, articles: Sequence[NamedArticle]) -> list[ListingEntry]:
        """Without a whole archive that is said to have changed, unless that is what is wanted."""
        if self._spider.scope.full or len(articles) <= MOST_A_DAY:
            return [article.entry for article in articles]
        known = self._spider.memory.recall_all([article.entry.url for article in articles])
        believed = without_bulk_changes(articles, known=known)
        if left_count := len(articles) - len(believed):
            reason = f"says of {left_count} unknown articles that they changed on the same days"
            self._spider.warn(f"the {source.kind} {source.url} {reason}; only --full asks for them")
        return [article.entry for article in believed]

    def _note_recent(self, index: Source, sitemaps: tuple[NamedSitemap, ...], since: datetime) -> list[Source]:
        """Remember the sitemaps of an index that are about news, or have changed lately."""
        recent = [
            sitemap
            for sitemap in sitemaps
            if is_about_news(sitemap.url) or (sitemap.changed_at is not None and sitemap.changed_at >= since)
        ]
        recent.sort(key=lambda sitemap: (is_about_news(sitemap.url), sitemap.changed_at or since), reverse=True)
        limit = self._spider.crawler.settings.getint("PRESSESCHAU_SOURCE_LIMIT")
        memory = self._spider.memory
        memory.note_sources([Source(url=s.url, kind=SourceKind.SITEMAP, found_in=index.url) for s in recent[:limit]])
        known = {source.url: source for source in memory.sources()}
        return [known[sitemap.url] for sitemap in recent[:limit]]

    def _sitemaps(self) -> list[Source]:
        """Those that robots.txt names or, where it names none, the places where one usually stands."""
        origin = self._spider.rule.origin
        robots_url = f"{origin}/robots.txt"
        robots = self._spider.memory.find_site_file(robots_url)
        named = Protego.parse(robots.body.decode(errors="replace")).sitemaps if robots else ()
        own = [url for url in map(self._spider.own_link, islice(named, _MOST_NAMED)) if url]
        if own:
            return [Source(url=url, kind=SourceKind.SITEMAP, found_in=robots_url) for url in own]
        return [Source(url=f"{origin}{path}", kind=SourceKind.SITEMAP, found_in="") for path in USUAL_PATHS]

    def _horizon(self, source: Source) -> datetime:
        """What was touched before it, listings have long shown."""
        reach = self._spider.memory.clock.now() - _NEWS_REACH
        return min(reach, source.checked_at - _OVERLAP) if source.checked_at else reach

    def _reach(self, source: Source, file: SourceFile) -> timedelta | None:
        """How long the source goes on naming an article, as far as its answer tells."""
        touched = [article.touched_at for article in file.articles if article.touched_at]
        if touched:
            return self._spider.memory.clock.now() - min(touched)
        # An index rests while its parts tell nothing; a sitemap without times cannot be told from an archive.
        return _INDEX_REST if file.sitemaps or (file.articles and source.kind is SourceKind.SITEMAP) else None

    def _is_wanted(self, article: NamedArticle, source: Source, since: datetime) -> bool:
        touched_at, floor = article.touched_at, self._spider.since
        if touched_at is None:  # feeds are short, and a sitemap without times may hold every article there ever was
            return source.kind is SourceKind.FEED or self._spider.scope.full
        if floor is not None and (article.entry.published_at or touched_at) < floor:
            return False
        return touched_at >= since or self._spider.scope.full

    def _ask(self, source: Source) -> Iterator[Request]:
        if source.url in self._asked:
            return
        self._asked.add(source.url)
        validators = {"If-None-Match": source.etag, "If-Modified-Since": source.last_modified}
        yield Request(
            source.url,
            callback=self.parse,
            errback=self.note_failure,
            headers=_HEADERS | {name: value for name, value in validators.items() if value},
            cb_kwargs={"source": source},
            meta={
                SOURCE_URL: source.url,
                "handle_httpstatus_list": _JUDGED_STATUSES,
                "download_maxsize": _MAX_BYTES,
            },
            dont_filter=True,
        )

    def _settle(
        self,
        source: Source,
        response: Response,
        result: str,
        *,
        named: frozenset[CanonicalUrl] = frozenset(),
        new: frozenset[CanonicalUrl] = frozenset(),
        reach: timedelta | None,
    ) -> None:
        memory = self._spider.memory
        now = memory.clock.now()
        idle_count = 0 if new else source.idle_count + 1
        is_unchanged = response.status == HTTPStatus.NOT_MODIFIED
        due_at = next_source_check(idle_count=idle_count, failure_count=0, reach=reach, now=now)
        known = memory.sources()
        if any(other.found_in == source.url and is_about_news(other.url) for other in known):
            due_at = now + _INDEX_REST  # what it would lead to is asked for itself
        checked = replace(
            source,
            etag=find_header(response, "ETag") or (source.etag if is_unchanged else None),
            last_modified=find_header(response, "Last-Modified") or (source.last_modified if is_unchanged else None),
            idle_count=idle_count,
            failure_count=0,
            checked_at=now,
            next_check_at=due_at,
        )
        memory.settle_source(checked)
        for index in known:
            if new and index.url == source.found_in and not is_about_news(source.url):  # this is asked by way of it
                memory.settle_source(replace(index, idle_count=0, next_check_at=due_at))
        self.readings.append(SourceReading(source=source, result=result, named=named, new=new))
        count(self._spider.crawler, "sources", "read")

    def _fail(self, source: Source, reason: str, *, is_server_failure: bool = True) -> None:
        now, failures = self._spider.memory.clock.now(), source.failure_count + 1
        due_at = next_source_check(idle_count=source.idle_count, failure_count=failures, reach=None, now=now)
        if source.found_in:
            self._spider.warn(f"the {source.kind} {source.url} could not be read: {reason}")
        elif not is_server_failure:
            due_at = now + LONGEST_PAUSE  # the guess was wrong
        self._spider.memory.settle_source(replace(source, failure_count=failures, next_check_at=due_at))
        self.readings.append(SourceReading(source=source, result=reason))
        count(self._spider.crawler, "sources", "rejected")
