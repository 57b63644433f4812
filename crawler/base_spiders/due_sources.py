"""Which of a publisher's sitemaps and feeds are asked in this run."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta

from articles.store.sources_contract import Source, SourceKind
from crawler.discovery.sitemaps import is_about_news
from crawler.schedule import IDLE_CHECKS, SECOND_NIGHT

_MANY_REQUESTS = 10
_NEVER = datetime.min.replace(tzinfo=UTC)


def due_sources(
    sources: Sequence[Source],
    *,
    kinds: Collection[SourceKind],
    now: datetime,
    limit: int,
    idle_limit: int,
    is_listing_broken: bool,
    is_anything_new: bool,
    request_count: int,
) -> list[Source]:
    """The sources to ask, those that told something new last first.

    Args: kinds: which are wanted at all. limit: the most of them, unless a listing is broken: then every one that
    answered when it was last asked. idle_limit: the most of those that have long told nothing. is_anything_new: whether
    listings showed anything new in this run; when not, one that answers is asked though none may be due, since a
    listing that stands still looks like one on an idle night. request_count: how many were sent for all else; where
    that one is more than a tenth of them, every second such night is enough.
    """
    wanted = [source for source in sources if source.kind in kinds and _is_asked_for_itself(source, sources)]
    if is_listing_broken:
        return [source for source in wanted if not source.failure_count]
    due = [source for source in wanted if _is_due(source, now)]
    busy = [source for source in due if source.idle_count < IDLE_CHECKS and not source.failure_count]
    busy.sort(key=lambda source: (not source.found_in, source.idle_count, source.next_check_at or _NEVER))
    idle = [source for source in due if source not in busy]
    idle.sort(key=lambda source: (bool(source.failure_count), source.next_check_at or _NEVER))
    chosen = [*busy, *idle[:idle_limit]][:limit]
    if chosen or is_anything_new:
        return chosen
    checked = [(source.checked_at, source) for source in wanted if source.checked_at]
    pause = SECOND_NIGHT if request_count >= _MANY_REQUESTS else SECOND_NIGHT + timedelta(days=1)
    if any(checked_at > now - pause for checked_at, _ in checked):
        return []
    # An index that has changed leads to one request more.
    indexes = {source.found_in for source in sources}
    rested = [source for _, source in checked]
    rested.sort(key=lambda source: (source.failure_count, source.url in indexes, source.next_check_at or _NEVER))
    return rested[: min(limit, 1)]


def _is_due(source: Source, now: datetime) -> bool:
    """Also true of one that was asked in the future, by a clock that went wrong."""
    is_misdated = source.checked_at is not None and source.checked_at > now + timedelta(days=1)
    return is_misdated or source.next_check_at is None or source.next_check_at <= now


def _is_asked_for_itself(source: Source, sources: Sequence[Source]) -> bool:
    """False for a sitemap that an index names: that tells when it changed, unless it is about news and always does."""
    indexes = {other.url for other in sources if other.kind is SourceKind.SITEMAP}
    return source.kind is SourceKind.FEED or source.found_in not in indexes or is_about_news(source.url)
