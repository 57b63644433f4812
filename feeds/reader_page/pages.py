"""Rendering the pages. Pure: a directory or a feed in, bytes out.

Each page exists in both languages; one of them has the plain name, such as `topics/spd.html`, and the other says its
language, `topics/spd.en.html`.
"""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from feeds.channel import Channel
from feeds.directory import Directory, ListedFeed
from feeds.reader_page import chart
from feeds.reader_page.words import WORDS, write_time
from feeds.wording import PROGRAM, describe_feed

LANGUAGES = ("de", "en")
_CARD_COUNT = 60  # feeds of a kind that are shown with all there is to say; the rest of thousands are links
_FORMATS = (("rss", "application/rss+xml"), ("atom", "application/atom+xml"), ("json", "application/feed+json"))


def render_index(directory: Directory, plain: str) -> Iterator[tuple[str, bytes]]:
    """The directory's page in both languages: path below `feeds/`, and HTML.

    `plain` is the language of pages with plain names.
    """
    groups = [("sections", directory.sections), ("topics", directory.topics), ("publishers", directory.publishers)]
    for language in LANGUAGES:
        yield (
            page_name("index", language, plain),
            _render(
                "index.html",
                language=language,
                title=PROGRAM,
                description=WORDS[language]["intro"],
                root="",
                address=directory.everything.key.stem,
                other_page=page_name("index", _other(language), plain),
                directory=directory,
                groups=[(name, feeds) for name, feeds in groups if feeds],
                card_count=_CARD_COUNT,
                page_of=lambda feed, language=language: page_name(feed.key.stem, language, plain),
            ),
        )


def render_feed_page(feed: ListedFeed, channel: Channel, plain: str) -> Iterator[tuple[str, bytes]]:
    """A feed's page in both languages: path below `feeds/`, and HTML."""
    for language in LANGUAGES:
        kind, subject = feed.key.kind, feed.subject
        yield (
            page_name(feed.key.stem, language, plain),
            _render(
                "feed.html",
                language=language,
                title=channel.title,
                description=describe_feed(kind, subject.name, subject.publishers, language),
                root="../" * feed.key.stem.count("/"),
                address=feed.key.file_name,
                other_page=page_name(feed.key.file_name, _other(language), plain),
                index_page=page_name("index", language, plain),
                feed=feed,
                channel=channel,
            ),
        )


def render_search_index(directory: Directory, plain: str) -> bytes:
    """What search looks through: title, address and a note, of each feed and of the newest articles."""
    feeds = [[feed.title, page_name(feed.key.stem, plain, plain), "Feed"] for feed in directory.feeds()]
    articles = [[article.title, article.url, write_time(article.published_at, plain)] for article in directory.articles]
    return json.dumps(feeds + articles, ensure_ascii=False, separators=(",", ":")).encode()


def assets() -> Iterator[tuple[str, bytes]]:
    """What the pages load: name and content."""
    for asset in sorted(files("feeds.reader_page").joinpath("assets").iterdir(), key=lambda asset: asset.name):
        yield asset.name, asset.read_bytes()


def page_name(stem: str, language: str, plain: str) -> str:
    """A page's path below `feeds/`."""
    return f"{stem}.html" if language == plain else f"{stem}.{language}.html"


def _other(language: str) -> str:
    return next(other for other in LANGUAGES if other != language)


def _render(template: str, *, language: str, **values: Any) -> bytes:
    html = (
        _environment()
        .get_template(template)
        .render(language=language, other_language=_other(language), words=WORDS[language], formats=_FORMATS, **values)
    )
    return html.encode()


@cache
def _environment() -> Environment:
    environment = Environment(loader=PackageLoader("feeds.reader_page"), autoescape=True, undefined=StrictUndefined)
    environment.globals.update(bars=chart.bars, width=chart.width, height=chart.HEIGHT, write_time=write_time)
    return environment
