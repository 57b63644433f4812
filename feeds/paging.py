"""Archive pages (RFC 5005, 4): the complete history of a feed, in documents that do not change.

Page n of a feed holds its places (n-1)·size+1 to n·size (`feeds.ledger`), and appears when the last of them is taken: a
reader keeps a page that it has, and never asks for it again, so one that fills while it is public would lose it what
came later. Until then the articles on these places stand in the live document, whatever their age. A page changes only
when one of its own articles is corrected or withdrawn, and once by the link to the page that follows it (the first one
says only then that it is an archive). A feed whose articles all fit in the live document has no pages.
"""

from collections.abc import Iterable

from feeds.addresses import FeedKey
from feeds.channel import History


def page_count(place_count: int, size: int) -> int:
    """How many pages a feed of so many places has: full ones only."""
    return place_count // size if place_count > size else 0


def pages_of(places: Iterable[int], place_count: int, size: int) -> tuple[int, ...]:
    """The numbers of the pages, in order, that may differ when something came to these places or left them.

    A page whose last place is among them may be new, and then the one before it learns of it.
    """
    count, taken = page_count(place_count, size), set(places)
    touched = {-(-place // size) for place in taken} | {place // size - 1 for place in taken if place % size == 0}
    if size + 1 in taken:
        touched.add(1)  # full before, and not needed
    return tuple(sorted(page for page in touched if 1 <= page <= count))


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
    return History(current=None, previous=f"{stem}/{count}")


def page_history(key: FeedKey, page: int, count: int, base_url: str | None) -> History:
    """The links of a page among so many."""
    folder = f"{base_url}/{key.stem}/" if base_url else ""
    return History(
        current=f"{base_url}/{key.stem}" if base_url else f"../{key.file_name}",
        previous=f"{folder}{page - 1}" if page > 1 else None,
        following=f"{folder}{page + 1}" if page < count else None,
    )
