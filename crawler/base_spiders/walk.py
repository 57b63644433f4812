"""One walk over a listing: what its pages have shown so far, and whether the next one is wanted."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from articles.identity import CanonicalUrl
from crawler.base_spiders.borders import has_moved_down
from crawler.discovery.listing_page import ListingPage

_ENOUGH_PAGES = 2
_NOTHING_MORE = "the end of the listing: a page showed nothing that earlier ones had not"


@dataclass(frozen=True, slots=True)
class WalkEnd:
    """Why a walk stops."""

    reason: str
    is_finished: bool
    """True when nothing below was left out that this run or an earlier one should have seen."""


@dataclass(slots=True)
class Walk:
    """A walk under way."""

    listing_url: str
    number: int
    """As the store counts walks."""
    floor: datetime | None
    """Entries before it are not wanted. None: all are."""
    goes_to_end: bool
    """True: known ground does not stop it."""
    newest_known: datetime | None = None
    """When the newest entry was published that earlier walks saw. None: they saw none, or the listing does not say."""
    page_count: int = 0
    new_count: int = 0
    shown: set[CanonicalUrl] = field(default_factory=set)
    pages: list[str] = field(default_factory=list)
    """Where its pages were read, in order."""
    etags: dict[str, str] = field(default_factory=dict)
    """By page, of those that had one."""
    end: WalkEnd | None = None
    overlap_url: str | None = None
    """The page before the one judged last, when it must be looked at once more: an entry that stood below its last one
    has moved onto it if an article above was withdrawn in between. None: no entry can be lost there, or the page is the
    first one, and looked at when the walk is over."""
    wants_top: bool = False
    """True when the first page must be looked at once more before the walk may count as finished: what stood on the
    second may have moved onto it, or new entries were put on top meanwhile."""
    look_count: int = 0
    """How many pages were looked at once more from the top."""
    has_found_on_top: bool = False
    """True when that showed entries that the walk had not."""
    _newest_shown: datetime | None = None
    _new_ending_url: str | None = None
    """The page judged last, when nobody knows yet what stands below its last entry."""
    _last_shown: tuple[CanonicalUrl, ...] = ()
    """The entries of the page judged last."""
    _known_page_count: int = 0
    """How many pages in a row showed nothing but known ground."""

    def judge(
        self,
        url: str,
        page: ListingPage,
        *,
        holding: Collection[CanonicalUrl],
        is_guess: bool,
        page_limit: int,
        limit_is_reached: bool,
    ) -> WalkEnd | None:
        """Take note of a page; None when the walk goes on to its `next_page`.

        Args: url: where the page was read. holding: those of its entries on which the walk must not stop. page_limit:
        no listing is that long. is_guess: no link led to the page. limit_is_reached: no more articles may be asked for.
        """
        fresh = {entry.url for entry in page.entries} - self.shown
        self.shown |= fresh
        self.pages.append(url)
        self.page_count += 1
        self._known_page_count = 0 if holding else self._known_page_count + 1
        self._note_border(tuple(entry.url for entry in page.entries), has_more=bool(fresh))
        shown_at = (entry.published_at for entry in page.entries if entry.published_at)
        self._newest_shown = max((*shown_at, *filter(None, [self._newest_shown])), default=None)
        self._new_ending_url = url if page.entries and page.entries[-1].url in holding else None
        self.end = self._end(
            page, fresh, holding, is_guess=is_guess, page_limit=page_limit, limit_is_reached=limit_is_reached
        )
        return self.end

    def page_before(self, url: str) -> str | None:
        """The page that was read before this one; None for the first."""
        index = self.pages.index(url) if url in self.pages else 0
        return self.pages[index - 1] if index else None

    def look(self, urls: Collection[CanonicalUrl]) -> bool:
        """Take note of a page looked at once more, counted from the top; True when the one below it must be, too."""
        self.look_count += 1
        fresh = set(urls) - self.shown
        self.shown |= fresh
        self.has_found_on_top |= bool(fresh)
        if fresh and self.look_count > self.page_count:
            self.end = WalkEnd("its first pages change faster than they are read", is_finished=False)
            return False
        return bool(fresh)

    def end_look(self, *, has_next: bool) -> None:
        """The looking from the top is over. What seemed the listing's end was one page twice, if all had moved down.

        `has_next`: the page judged last leads to a next one.
        """
        if self.has_found_on_top and has_next and self.end and self.end.reason == _NOTHING_MORE:
            self.end = None
        self.wants_top = self.has_found_on_top = False

    def _note_border(self, urls: tuple[CanonicalUrl, ...], *, has_more: bool) -> None:
        """What may have crossed the border between the page judged last and the one with these entries."""
        before, self._last_shown = self._last_shown, urls
        is_first_border = self.page_count == 2  # noqa: PLR2004 - between the first page and the second
        is_open = has_more and self._new_ending_url is not None
        self.overlap_url = self._new_ending_url if is_open and not is_first_border else None
        is_same = not has_more and bool(urls) and urls == before
        self.wants_top |= (is_open and is_first_border) or is_same or has_moved_down(before, urls)

    def _end(
        self,
        page: ListingPage,
        fresh: Collection[CanonicalUrl],
        holding: Collection[CanonicalUrl],
        *,
        is_guess: bool,
        page_limit: int,
        limit_is_reached: bool,
    ) -> WalkEnd | None:
        checks = (
            (not page.entries and self.page_count == 1, "its first page shows no entries", False),
            # Whatever stands there, it is not the page that the one before linked to.
            (not page.entries and not is_guess, "a page without entries where one was linked", False),
            (not page.entries, "the end of the listing", True),
            (not fresh, _NOTHING_MORE, True),
            (self._is_below_floor(page), "the floor", True),
            (not holding and not self.goes_to_end and self._is_ground(page), "known ground", True),
            (page.next_page is None, "the end of the listing", True),
            (page.next_page is not None and page.next_page.url in self.pages, "a loop of its pages", True),
            (limit_is_reached, "the limit of articles", False),
            (self.page_count >= page_limit, f"more than {page_limit} pages", False),
        )
        return next((WalkEnd(reason, is_finished) for applies, reason, is_finished in checks if applies), None)

    def _is_ground(self, page: ListingPage) -> bool:
        """True when known entries mean that nothing new stands below.

        Where they do not stand newest first, but for some that are pinned on top, something else has ordered them, and
        what is new may stand anywhere; so too where all are older than one that an earlier walk saw, and may all be
        pinned. Then a second such page is wanted.
        """
        if self._known_page_count >= _ENOUGH_PAGES:
            return True
        moments = [entry.published_at for entry in page.entries if entry.published_at]
        if self._newest_shown and self.newest_known and self._newest_shown < self.newest_known:
            return False
        unpinned = moments[moments.index(max(moments)) :] if moments else []
        return unpinned == sorted(unpinned, reverse=True) and 2 * len(unpinned) >= len(moments)

    def _is_below_floor(self, page: ListingPage) -> bool:
        dated = [entry.published_at for entry in page.entries if entry.published_at]
        return self.floor is not None and bool(dated) and all(moment < self.floor for moment in dated)
