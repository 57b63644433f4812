"""Pure: a stored article as an entry of a feed."""

import hashlib
import html
import re
import textwrap
from datetime import datetime, timedelta

from articles.model import Article, Revision, Topic
from feeds.addresses import find_ascii_url
from feeds.body import normalize_body
from feeds.channel import Category, Entry, Picture, Source
from feeds.characters import normalize_line, normalize_text
from feeds.errors import InvalidFeed
from feeds.moments import normalize_moment

_SUMMARY_CHARS = 300
_LOW_COMMA = "\u201a"  # the single low quotation mark
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def entry_of(
    revision: Revision,
    *,
    publisher: str,
    first_stored_at: datetime,
    full_text: bool = True,
    source: Source | None = None,
) -> Entry:
    """What a feed says of an article.

    `revision` is its newest, not a tombstone; `publisher` what the publisher calls itself, named as the author where
    the page names none; `first_stored_at` stands in where nothing says when the article was published; without
    `full_text` the entry carries the teaser only; `source` is the publisher's own feed.

    Raises: InvalidFeed, when its URL is none that a reader can follow.
    """
    article = revision.article
    url = find_ascii_url(revision.url)
    if url is None:
        raise InvalidFeed(f"article {revision.id} has a URL that no feed can carry: {revision.url!r}")
    title = normalize_line(article.title) or url
    published_at = normalize_moment(article.published_at or first_stored_at).replace(microsecond=0)
    return Entry(
        id=revision.id,
        url=url,
        title=title,
        summary=_find_summary(article) or title,
        html=(normalize_body(article.html, base=url) or _paragraphs(article) or html.escape(title))
        if full_text
        else None,
        published_at=published_at,
        updated_at=_updated_at(revision, published_at),
        authors=tuple(filter(None, map(normalize_line, article.authors)))
        or (normalize_line(publisher) or revision.publisher,),
        categories=_categories(article),
        pictures=tuple(
            Picture(url=address, caption=normalize_line(image.caption or image.alt or "") or None)
            for image in article.images
            if (address := find_ascii_url(image.url, url))
        ),
        language=_find_language(article.language),
        source=source,
    )


def _updated_at(revision: Revision, published_at: datetime) -> datetime:
    """Not before publication, and with a fraction of a second that is the article's own.

    Readers and validators take two entries with the same time of change for a mistake; several articles a minute, in
    times that know no seconds, are none.
    """
    updated_at = max(normalize_moment(revision.updated_at), published_at).replace(microsecond=0)
    digest = hashlib.sha256(revision.id.encode()).digest()
    return updated_at + timedelta(microseconds=int.from_bytes(digest[:8]) % 1_000_000)


def _find_language(language: str | None) -> str | None:
    """The language where it is written as BCP 47 wants it; pages also write `de_DE`, or `German`."""
    tag = (language or "").strip().replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else None


def _find_summary(article: Article) -> str | None:
    """The publisher's teaser, else the lead, else how the article begins."""
    for text in (article.summary, article.lead):
        if line := normalize_line(text or ""):
            return line
    beginning = " ".join(normalize_text(article.text).split())
    # Only its first line counts, and all of it would be cut into words; a word may itself be as long as a line.
    end = beginning.find(" ", 2 * _SUMMARY_CHARS)
    beginning = beginning if end < 0 else beginning[:end]
    return normalize_line(textwrap.shorten(beginning, _SUMMARY_CHARS, placeholder=" …")) or None


def _paragraphs(article: Article) -> str:
    """The body without its markup, for an article whose HTML is empty or all forbidden."""
    texts = (normalize_text(block.text).strip() for block in article.blocks)
    return "\n".join(f"<p>{html.escape(text, quote=False)}</p>" for text in texts if text)


def _categories(article: Article) -> tuple[Category, ...]:
    by_term: dict[str, Category] = {}
    for topic in (*article.topics, *article.sections):
        if term := normalize_line(topic.slug):
            by_term.setdefault(term, Category(term=term, label=_label(topic) or term, scheme=_find_scheme(topic)))
    return tuple(by_term.values())


def _label(topic: Topic) -> str:
    """The topic's name, its commas by another sign of the same look: readers take a comma for the next topic."""
    return normalize_line(topic.name).replace(",", _LOW_COMMA)


def _find_scheme(topic: Topic) -> str | None:
    """The publisher's list of topics: the topic's URL without the slug it ends in."""
    url = find_ascii_url(topic.url) if topic.url else None
    return url.removesuffix(topic.slug) if url and url.endswith(f"/{topic.slug}") else None
