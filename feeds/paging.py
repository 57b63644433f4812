"""Archive pages (RFC 5005, 4): the complete history of a feed, in documents that do not change once they are full.

Page n of a feed holds its places (n-1)·size+1 to n·size (`feeds.ledger`). A page is closed when the next one begins;
from then on it changes only when one of its own articles is corrected or withdrawn. A feed whose articles all fit in
the live document has no pages.
"""

from collections.abc import Iterable

from feeds.addresses import FeedKey
from feeds.channel import History


def page_count(place_count: int, size: int) -> int:
    """How many pages a feed of so many places has."""
    return -(-place_count // size) if place_count > size else 0


def pages_of(places: Iterable[int], place_count: int, size: int) -> tuple[int, ...]:
    """The numbers of the pages, in order, that these places stand on."""
    count = page_count(place_count, size)
    return tuple(sorted({page for page in (-(-place // size) for place in places) if page <= count}))


def page_stem(key: FeedKey, page: int) -> str:
    """Path of a page below `feeds/` without its ending, such as `topics/spd/3`."""
    return f"{key.stem}/{page}"


def live_history(key: FeedKey, count: int, base_url: str | None) -> History | None:
    """The links of a live feed with so many pages; None when it has none.

    Without a base URL they are relative to the document, so that they lead on wherever it stands.
    """
    if count == 0:
        return None
    stem = f"{base_url}/{key.stem}" if base_url else key.file_name
    return History(current=None, previous=f"{stem}/{count}.atom")


def page_history(key: FeedKey, page: int, count: int, base_url: str | None) -> History:
    """The links of a page among so many."""
    folder = f"{base_url}/{key.stem}/" if base_url else ""
    return History(
        current=f"{base_url}/{key.stem}.atom" if base_url else f"../{key.file_name}.atom",
        previous=f"{folder}{page - 1}.atom" if page > 1 else None,
        following=f"{folder}{page + 1}.atom" if page < count else None,
    )
