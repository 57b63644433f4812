"""The part of every publisher's spider that asks for articles and deals with the answers."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from http import HTTPStatus
from itertools import islice
from typing import ClassVar
from urllib.parse import urldefrag, urljoin
from zoneinfo import ZoneInfo

import scrapy
from lxml.html import HtmlElement
from scrapy import Request
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.http import Response
from twisted.python.failure import Failure

from articles.errors import InvalidUrl
from articles.identity import CanonicalUrl, UrlRule, normalize_url
from articles.store.terms import Fetched, UrlMemory, UrlState
from crawler.answers import NO_ANSWER, find_header, has_too_many_tags, is_server_failure, is_web_page
from crawler.base_spiders.source_round import SourceRound
from crawler.base_spiders.walk import Walk
from crawler.discovery.entries import DateRules
from crawler.discovery.listing_page import ListingPage, discover_listing
from crawler.discovery.source_file import SourceRules
from crawler.errors import BrokenAnswer, ForeignUrl, NotAsked, Reserved, RobotsForbidden
from crawler.extensions.crawl_memory import CrawlMemory, memory_of
from crawler.extensions.faults import faults_of
from crawler.extensions.withdrawals import withdrawals_of
from crawler.items import FetchedPage
from crawler.middlewares.note_request import ARTICLE_URL
from crawler.origin import Origin, find_origin
from crawler.scope import parse_scope
from crawler.separation.page import Site
from crawler.tally import count

# Answers that the callback wants to see itself; redirects stay with Scrapy, which follows them.
_JUDGED_STATUSES = [HTTPStatus.NOT_MODIFIED.value, *range(400, 600)]
_KNOWN = "presseschau_known"
"""The key of a request's meta that holds what was known of its URL when it was to be asked."""
_NOTED_AT_ONCE = 50
"""Requests that are written down together before the first of them leaves."""
_MISSING = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


class PublisherSpider(scrapy.Spider):
    """A publisher: the facts that a spider file states, and what is done with its article pages.

    Spider arguments: `full`, `since` and `limit`; see `crawler.scope`.
    """

    title: ClassVar[str]
    """The publisher's name for people, as in its pages' titles and breadcrumbs."""
    language: ClassVar[str]
    """BCP 47."""
    zone: ClassVar[ZoneInfo]
    """Of times that its pages show without an offset."""
    rule: ClassVar[UrlRule]
    """How it addresses its articles."""
    allowed_domains: ClassVar[tuple[str, ...]]
    """Scrapy's own: the domains by which its commands know whose page a URL is."""
    topic_path: ClassVar[str | None] = None
    """A regular expression for the path of a topic's page that captures its slug; None when it has no such pages."""
    floor: ClassVar[int]
    """The fewest articles that its listings show on a healthy night; fewer raise an alarm."""
    article_examples: ClassVar[tuple[str, ...]]
    """Real URLs of its articles, in the spellings it uses; tests hold the rule against them."""

    def __init__(
        self, *, full: str | bool = False, since: str | date | None = None, limit: str | int | None = None
    ) -> None:
        super().__init__()
        self.scope = parse_scope(full=full, since=since, limit=limit)
        self.since = datetime.combine(self.scope.since, time(), tzinfo=self.zone) if self.scope.since else None
        self.warnings: list[str] = []
        self.walks: list[Walk] = []
        self.empty_listings: list[str] = []
        """Starts of walks that answered and showed no article."""
        self.listed: set[CanonicalUrl] = set()
        """Articles that listings showed in this run and nobody had named before."""
        self.source_round = SourceRound(self)
        self._asked: set[CanonicalUrl] = set()
        self._asked_by_age = {"new": 0, "known": 0}

    @classmethod
    def site(cls) -> Site:
        """What separation is told of the publisher."""
        return Site(name=cls.title, language=cls.language, zone=cls.zone, topic_path=cls.topic_path)

    @property
    def memory(self) -> CrawlMemory:
        """What the crawl remembers."""
        return memory_of(self.crawler)

    @property
    def asked_count(self) -> int:
        """How many articles this run has asked for, or is about to."""
        return len(self._asked)

    @property
    def is_probe(self) -> bool:
        """True when every listing is looked at, however few articles may be asked for."""
        return self.crawler.settings.getbool("PRESSESCHAU_PROBE")

    @property
    def limit_is_reached(self) -> bool:
        """True when no further new article may be asked for in this run."""
        return self._is_spent("new")

    def warn(self, text: str) -> None:
        """Say in the log and in the run's report that something is not as it should be."""
        self.logger.warning(text)
        self.warnings.append(text)

    # Asking

    def ask_again(self) -> Iterator[Request]:
        """Requests for what a run before this one left open, and for the known articles that are due."""
        rest = iter((*self.memory.pending(), *self.memory.due()))
        while some := tuple(islice(rest, _NOTED_AT_ONCE)):
            yield from [request for known in some for request in self.ask(known)]

    def ask(self, known: UrlMemory) -> Iterable[Request]:
        """The request for an article; none when this run asked for it, it is too old, or the limit is reached."""
        published_at = known.entry.published_at
        is_too_old = self.since is not None and published_at is not None and published_at < self.since
        age = "new" if known.settled_at is None else "known"
        if known.url in self._asked or is_too_old or self._is_spent(age):
            return ()
        self._asked.add(known.url)
        self.memory.expect(known.url)
        self._asked_by_age[age] += 1
        headers = {}
        if known.state is UrlState.SETTLED:  # only then does "not modified" mean: as stored
            headers = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
        request = Request(
            known.url,
            callback=self.parse_article,
            errback=self.note_failure,
            headers={name: value for name, value in headers.items() if value},
            meta={ARTICLE_URL: known.url, _KNOWN: known, "handle_httpstatus_list": _JUDGED_STATUSES},
            dont_filter=True,  # `_asked` is the filter; Scrapy's would swallow a redirect to an article met before
        )
        return (request,)

    def _is_spent(self, age: str) -> bool:
        """New articles and known ones have a limit each: asking again for the known must not keep the new away."""
        return self.scope.limit is not None and self._asked_by_age[age] >= self.scope.limit

    # Answers

    def parse_article(self, response: Response) -> Iterator[FetchedPage]:
        """Settle what an answer says without being read; hand on the page when it must be."""
        known: UrlMemory = response.meta[_KNOWN]
        fetched = self._fetched(response, known)
        is_failing = is_server_failure(response)
        if not is_failing:
            count(self.crawler, "answers", "articles")
        if response.status in _MISSING:
            withdrawals_of(self.crawler).hold(fetched, known=known)
        elif is_failing:
            self._leave_open(known.url, f"HTTP {response.status}")
        elif reason := self._refusal(response, known):
            self.memory.settling.settle_rejected(fetched, known=known, reason=reason, body=response.body)
        elif response.status == HTTPStatus.NOT_MODIFIED or (
            known.state is UrlState.SETTLED and fetched.content_hash == known.content_hash
        ):
            self.memory.settling.settle_unchanged(fetched, known=known)
        elif is_web_page(response):
            yield FetchedPage(response=response, fetched=fetched)

    def note_failure(self, failure: Failure) -> None:
        """Deal with a request that came to no answer."""
        request: Request = failure.request  # type: ignore[attr-defined]
        known = self._known(request.meta[ARTICLE_URL])
        error = failure.value
        reason = str(error) or type(error).__name__
        if isinstance(error, RobotsForbidden | Reserved):
            count(self.crawler, "forbidden", "articles")
            self.memory.leave_open("forbidden")
        elif isinstance(error, NO_ANSWER) or (isinstance(error, NotAsked) and not isinstance(error, ForeignUrl)):
            self._leave_open(known.url, reason)
        elif isinstance(error, IgnoreRequest | DownloadCancelledError):  # it led nowhere, or was more than we take
            fetched = Fetched(url=known.url, at=self.memory.clock.now(), status=0)
            body = error.body if isinstance(error, BrokenAnswer) else None
            self.memory.settling.settle_rejected(fetched, known=known, reason=reason, body=body)
        else:
            self.note_fault(failure)

    def note_fault(self, failure: Failure) -> None:
        """Note an exception of our own on the way to an answer; Scrapy would log it and give no signal."""
        url = failure.request.url  # type: ignore[attr-defined]
        self.logger.error("%s: a fault of ours:\n%s", url, failure.getTraceback())
        faults_of(self.crawler).note(failure.value, url)

    def _known(self, url: CanonicalUrl) -> UrlMemory:
        known = self.memory.recall(url)
        if known is None:
            raise LookupError(f"{url} was asked for, and the store does not know it")
        return known

    def _leave_open(self, url: CanonicalUrl, reason: str) -> None:
        self.logger.info("%s stays open: %s", url, reason)
        self.memory.leave_open("failed")

    def _refusal(self, response: Response, known: UrlMemory) -> str | None:
        """Why an answer cannot be an article's page; None when it can."""
        if response.status == HTTPStatus.NOT_MODIFIED:
            return (
                None if known.state is UrlState.SETTLED else "HTTP 304, and nothing is stored that could be unchanged"
            )
        if response.status != HTTPStatus.OK:
            return f"HTTP {response.status}"
        if self.find_article(response.url) is None:
            return f"redirected to {response.url}, which is no article"
        if encoding := find_header(response, "Content-Encoding"):
            return f"sent as {encoding}, which was not asked for"
        if has_too_many_tags(response):
            return "it has more tags than any page of an article"
        return None if is_web_page(response) else f"no web page: {find_header(response, 'Content-Type') or 'no type'}"

    def _fetched(self, response: Response, known: UrlMemory) -> Fetched:
        is_unchanged = response.status == HTTPStatus.NOT_MODIFIED
        answered = self.find_article(response.url)
        stations = (self.find_article(url) for url in response.meta.get("redirect_urls", ()))
        return Fetched(
            url=known.url,
            answered_url=answered if answered != known.url else None,
            seen_urls=tuple(dict.fromkeys(url for url in stations if url and url not in (known.url, answered))),
            at=self.memory.clock.now(),
            status=response.status,
            etag=find_header(response, "ETag") or (known.etag if is_unchanged else None),
            last_modified=find_header(response, "Last-Modified") or (known.last_modified if is_unchanged else None),
            content_hash=known.content_hash if is_unchanged else hashlib.sha256(response.body).hexdigest(),
        )

    def _read_listing(self, tree: HtmlElement, url: str, *, page_path: str | None = None) -> ListingPage:
        origin = find_origin(self.crawler.settings)
        return self.read_listing(tree, url, origin=origin, now=self.memory.clock.now(), page_path=page_path)

    @classmethod
    def read_listing(
        cls, tree: HtmlElement, url: str, *, origin: Origin | None, now: datetime, page_path: str | None = None
    ) -> ListingPage:
        """What a page shows when it is read as a listing.

        Args: origin: what is asked in place of the publisher's own; page_path: how its pages are numbered.
        """
        return discover_listing(
            tree,
            url=url,
            rule=cls.rule,
            date_rules=DateRules(language=cls.language, zone=cls.zone, not_after=now),
            page_path=page_path,
            canonical_link=lambda link: origin.canonical_url(link, cls.rule) if origin else link,
        )

    def source_rules(self, url: str) -> SourceRules:
        """How a sitemap or a feed at this URL is read."""
        return SourceRules(
            find_article=lambda link: self.find_article(self._absolute(link, url)),
            own_link=lambda link: self.own_link(self._absolute(link, url)),
            zone=self.zone,
            not_after=self.memory.clock.now(),
        )

    def own_link(self, link: str) -> str | None:
        """An absolute link without its fragment, as the publisher's own; None for one that leads elsewhere."""
        link = self._absolute(link, self.rule.origin)
        return urldefrag(link).url if link.startswith(("http://", "https://")) and self.rule.owns(link) else None

    def _absolute(self, link: str, base_url: str) -> str:
        """A link as an absolute one, on the publisher's own host where it names the origin; empty for what is none."""
        try:
            absolute = urljoin(base_url, link.strip()) if link.strip() else ""
            origin = find_origin(self.crawler.settings)
            return origin.canonical_url(absolute, self.rule) if origin else absolute
        except ValueError:  # "http://[" is no URL
            return ""

    @classmethod
    def find_article(cls, url: str) -> CanonicalUrl | None:
        """The canonical URL, when it is that of an article of this publisher."""
        try:
            canonical = normalize_url(url, cls.rule)
        except InvalidUrl:
            return None
        return canonical if cls.rule.is_article(canonical) else None
