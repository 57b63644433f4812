"""The validators of article pages (RFC 9110, 8.8) and what a conditional request comes to.

Half of the articles are validated by their content alone, so that a page on which only the advertisements changed
answers 304; the other half by the whole page, so that it comes again with nothing but other advertisements.
"""

import hashlib
import zlib
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from presseschau.demo.story import Story


def validates_by_content(story_key: str) -> bool:
    """True for the half of the articles whose validators leave out everything that rotates."""
    return zlib.crc32(story_key.encode()[::-1]) % 2 == 0


def content_etag(story: Story) -> str:
    """Changes with title, text, address and times only."""
    return _etag(repr((story.title, story.path, story.published_at, story.modified_at, story.passages)).encode())


def page_etag(body: bytes) -> str:
    """Changes with every byte."""
    return _etag(body)


def http_date(moment: datetime) -> str:
    """The moment as Last-Modified spells it."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def is_not_modified(
    *, etag: str, last_modified: datetime | None, if_none_match: str | None, if_modified_since: str | None
) -> bool:
    """True when a conditional request is answered by 304: RFC 9110, 13.2.2; If-None-Match goes first."""
    if if_none_match is not None:
        asked = {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
        return "*" in asked or etag.removeprefix("W/") in asked
    if if_modified_since is None or last_modified is None:
        return False
    try:
        return last_modified <= parsedate_to_datetime(if_modified_since)
    except (ValueError, TypeError):  # not a date, or one without a zone: the header is to be ignored (13.1.3)
        return False


def _etag(content: bytes) -> str:
    """Weak, because the same tag stands for the compressed answer."""
    return f'W/"{hashlib.sha256(content).hexdigest()[:20]}"'
