"""The JSON Lines record, one per revision; its schema is docs/article.schema.json.

A record says what a publisher published. When the store took it in, and in which run, is no part of it; so what
`parse_record` gives is a `Record` and not a `Revision`.
"""

import json
from dataclasses import dataclass
from datetime import datetime

from articles.errors import InvalidRecord, InvalidUrl
from articles.identity import ArticleId, CanonicalUrl, UrlRule, article_id, normalize_url
from articles.model import Article, Revision
from articles.records.fields import Fields
from articles.records.moments import render_utc
from articles.records.parts import parse_parts, render_parts

SCHEMA = "presseschau/article/1"
_OWN_ID = object()


@dataclass(frozen=True, kw_only=True)
class Record:
    """What a record says of a revision; the fields mean what those of `Revision` mean."""

    id: ArticleId
    publisher: str
    urls: tuple[CanonicalUrl, ...]
    number: int
    deleted: bool
    same_as: ArticleId | None
    article: Article
    fetched_at: datetime


def render_record(revision: Revision | Record) -> dict[str, object]:
    """The record of a stored revision: every key, in the order of the schema."""
    identity: dict[str, object] = {
        "id": revision.id,
        "publisher": revision.publisher,
        "url": revision.urls[0],
        "urls": list(revision.urls),
        "revision": revision.number,
        "deleted": revision.deleted,
        "same_as": revision.same_as,
    }
    return _render(identity, revision.article, fetched_at=render_utc(revision.fetched_at))


def render_article_record(
    article: Article,
    *,
    url: str | None,
    given_id: object = _OWN_ID,
    publisher: str | None = None,
    rule: UrlRule | None = None,
) -> dict[str, object]:
    """The record of an article that is in no store; `revision` and `fetched_at` are null.

    `url` is where its page was; None when unknown, and then the article has no id either. A `given_id`, any JSON value,
    becomes the record's `id`; the article's own then stands in `article_id`. With its publisher's `rule` the article
    has the id and the URL that a crawl would give it.

    Raises: InvalidUrl.
    """
    canonical = None if url is None else normalize_url(url, rule)
    own_id = None if canonical is None else article_id(canonical, rule)
    identity: dict[str, object] = {"id": own_id} if given_id is _OWN_ID else {"id": given_id, "article_id": own_id}
    identity |= {
        "publisher": publisher,
        "url": canonical,
        "urls": [] if canonical is None else [canonical],
        "revision": None,
        "deleted": False,
        "same_as": None,
    }
    return _render(identity, article, fetched_at=None)


def _render(identity: dict[str, object], article: Article, *, fetched_at: str | None) -> dict[str, object]:
    parts = render_parts(article)
    return {
        "schema": SCHEMA,
        **identity,
        "title": parts["title"],
        "lead": parts["lead"],
        "summary": parts["summary"],
        "text": article.text,
        "html": parts["html"],
        "word_count": article.word_count,
        "language": parts["language"],
        "blocks": parts["blocks"],
        "topics": parts["topics"],
        "sections": parts["sections"],
        "authors": parts["authors"],
        "published_at": parts["published_at"],
        "modified_at": parts["modified_at"],
        "fetched_at": fetched_at,
        "images": parts["images"],
        "canonical_hash": article.canonical_hash,
        "ads": parts["ads"],
        "removed": parts["removed"],
        "confidence": parts["confidence"],
        "warnings": parts["warnings"],
    }


def parse_record(line: bytes | str) -> Record:
    """What a line of JSON Lines says of a stored revision.

    Raises: InvalidRecord, naming the field that is missing, unknown, of a wrong type, or at odds with another.
    """
    try:
        fields = Fields(json.loads(line, parse_constant=_refuse_constant))
    except (ValueError, RecursionError) as error:
        raise InvalidRecord(f"record: not JSON: {error}") from error
    if (schema := fields.text("schema")) != SCHEMA:
        raise InvalidRecord(f"record.schema: {SCHEMA} is wanted, not {schema!r}")
    stated = {name: fields.take(name) for name in ("url", "text", "word_count", "canonical_hash")}
    record = Record(
        id=ArticleId(fields.text("id")),
        publisher=fields.text("publisher"),
        urls=tuple(map(CanonicalUrl, fields.texts("urls"))),
        number=fields.whole("revision"),
        deleted=fields.truth("deleted"),
        same_as=ArticleId(same_as) if (same_as := fields.find_text("same_as")) is not None else None,
        fetched_at=fields.moment("fetched_at"),
        article=parse_parts(fields),
    )
    fields.close()
    _check(record, stated)
    return record


def _check(record: Record, stated: dict[str, object]) -> None:
    """What is said twice must be said alike."""
    if not record.urls:
        raise InvalidRecord("record.urls: at least one URL is wanted")
    if record.number < 1:
        raise InvalidRecord(f"record.revision: 1 or more is wanted, not {record.number}")
    for url in record.urls:
        try:
            normalize_url(url)
        except InvalidUrl as error:
            raise InvalidRecord(f"record.urls: {error}") from error
    article = record.article
    computed = {
        "url": record.urls[0],
        "text": article.text,
        "word_count": article.word_count,
        "canonical_hash": article.canonical_hash,
    }
    for name, value in computed.items():
        if stated[name] != value:
            raise InvalidRecord(f"record.{name}: does not fit the record's other fields")


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON number")
