"""JSON Feed 1.1. Source: jsonfeed.org/version/1.1.

What is unknown is left out: the format knows no null. Our own part stands under `_presseschau`, as the format asks of
extensions.
"""

import json
from datetime import datetime

from feeds.channel import Channel, Entry
from feeds.errors import InvalidFeed

VERSION = "https://jsonfeed.org/version/1.1"
_EXTENSION = "_presseschau"


def render_jsonfeed(channel: Channel) -> bytes:
    """The channel as JSON Feed 1.1, in UTF-8."""
    document: dict[str, object] = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": channel.home_url,
        "feed_url": channel.urls.json if channel.urls else None,
        "description": channel.description,
        "language": channel.language,
        "authors": _authors(channel.authors),
        _EXTENSION: {"id": channel.id, "updated_at": channel.updated_at.isoformat()},
        "items": [_item(entry) for entry in channel.entries],
    }
    return json.dumps(_known(document), ensure_ascii=False, indent=1).encode() + b"\n"


def parse_jsonfeed_channel(content: bytes) -> Channel:
    """The channel of a document that `render_jsonfeed` wrote, without its entries and its own addresses.

    Raises: InvalidFeed, when it is no such document.
    """
    try:
        document = json.loads(content)
        own = document[_EXTENSION]
        return Channel(
            id=own["id"],
            title=document["title"],
            description=document["description"],
            home_url=document["home_page_url"],
            updated_at=datetime.fromisoformat(own["updated_at"]),
            authors=tuple(author["name"] for author in document["authors"]),
            language=document.get("language"),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise InvalidFeed(f"not a JSON Feed of ours: {error!r}") from error


def _item(entry: Entry) -> dict[str, object]:
    return _known(
        {
            "id": entry.id,
            "url": entry.url,
            "title": entry.title,
            "content_html": entry.html,
            "summary": entry.summary,
            "image": entry.pictures[0].url if entry.pictures else None,
            "date_published": entry.published_at.isoformat(),
            "date_modified": entry.updated_at.isoformat(),
            "authors": _authors(entry.authors),
            "tags": [category.label for category in entry.categories] or None,
            "language": entry.language,
        }
    )


def _authors(names: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"name": name} for name in names]


def _known(members: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in members.items() if value is not None}
