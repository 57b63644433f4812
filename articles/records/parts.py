"""The parts of an article as plain JSON values, and back without loss.

The store keeps an article in this form, and a record is made of the same parts, so the two cannot come apart.
"""

from collections.abc import Callable
from typing import TypeVar

from articles.errors import InvalidArticle, InvalidRecord
from articles.model import Ad, AdKind, Article, Block, BlockKind, Image, Removed, Topic
from articles.records.fields import Fields
from articles.records.moments import render_moment

_Part = TypeVar("_Part")


def render_parts(article: Article) -> dict[str, object]:
    """Every field of the article by its name; what can be computed from them (text, hashes) is left out."""
    return {
        "title": article.title,
        "lead": article.lead,
        "summary": article.summary,
        "html": article.html,
        "language": article.language,
        "blocks": [_render_block(block) for block in article.blocks],
        "topics": [_render_topic(topic) for topic in article.topics],
        "sections": [_render_topic(section) for section in article.sections],
        "authors": list(article.authors),
        "published_at": None if article.published_at is None else render_moment(article.published_at),
        "modified_at": None if article.modified_at is None else render_moment(article.modified_at),
        "images": [{"url": image.url, "caption": image.caption, "alt": image.alt} for image in article.images],
        "ads": [_render_ad(ad) for ad in article.ads],
        "removed": [{"label": removed.label, "text": removed.text} for removed in article.removed],
        "confidence": article.confidence,
        "warnings": list(article.warnings),
    }


def parse_parts(fields: Fields) -> Article:
    """The article whose fields these are; other fields of the same object stay unread.

    Raises: InvalidRecord, naming the field.
    """
    try:
        return Article(
            title=fields.text("title"),
            lead=fields.find_text("lead"),
            summary=fields.find_text("summary"),
            html=fields.text("html"),
            language=fields.find_text("language"),
            blocks=_parse_each(fields, "blocks", _parse_block),
            topics=_parse_each(fields, "topics", _parse_topic),
            sections=_parse_each(fields, "sections", _parse_topic),
            authors=fields.texts("authors"),
            published_at=fields.find_moment("published_at"),
            modified_at=fields.find_moment("modified_at"),
            images=_parse_each(fields, "images", _parse_image),
            ads=_parse_each(fields, "ads", _parse_ad),
            removed=_parse_each(fields, "removed", _parse_removed),
            confidence=fields.number("confidence"),
            warnings=fields.texts("warnings"),
        )
    except InvalidArticle as error:
        raise InvalidRecord(f"{fields.where}: {error}") from error


def _parse_each(fields: Fields, name: str, parse: Callable[[Fields], _Part]) -> tuple[_Part, ...]:
    return tuple(_parse_one(part, parse) for part in fields.objects(name))


def _parse_one(fields: Fields, parse: Callable[[Fields], _Part]) -> _Part:
    try:
        part = parse(fields)
    except InvalidArticle as error:
        raise InvalidRecord(f"{fields.where}: {error}") from error
    fields.close()
    return part


def _render_block(block: Block) -> dict[str, object]:
    """A block carries only the keys of its kind."""
    fields: dict[str, object] = {"kind": block.kind.value, "text": block.text}
    match block.kind:
        case BlockKind.HEADING:
            fields["level"] = block.level
        case BlockKind.LIST:
            fields["items"] = None if block.items is None else list(block.items)
        case BlockKind.TABLE:
            fields["rows"] = None if block.rows is None else [list(row) for row in block.rows]
        case BlockKind.FIGURE:
            fields |= {"url": block.url, "caption": block.caption}
        case _:
            pass
    return fields


def _parse_block(fields: Fields) -> Block:
    kind = fields.choice("kind", BlockKind)
    return Block(
        kind=kind,
        text=fields.text("text"),
        level=fields.whole("level") if kind is BlockKind.HEADING else None,
        items=fields.find_texts("items") if kind is BlockKind.LIST else None,
        rows=fields.find_rows("rows") if kind is BlockKind.TABLE else None,
        url=fields.text("url") if kind is BlockKind.FIGURE else None,
        caption=fields.find_text("caption") if kind is BlockKind.FIGURE else None,
    )


def _render_topic(topic: Topic) -> dict[str, object]:
    return {"name": topic.name, "slug": topic.slug, "url": topic.url}


def _parse_topic(fields: Fields) -> Topic:
    return Topic(name=fields.text("name"), slug=fields.text("slug"), url=fields.find_text("url"))


def _parse_image(fields: Fields) -> Image:
    return Image(url=fields.text("url"), caption=fields.find_text("caption"), alt=fields.find_text("alt"))


def _render_ad(ad: Ad) -> dict[str, object]:
    return {
        "kind": ad.kind.value,
        "title": ad.title,
        "text": ad.text,
        "speakers": list(ad.speakers),
        "claims": list(ad.claims),
        "url": ad.url,
    }


def _parse_ad(fields: Fields) -> Ad:
    return Ad(
        kind=fields.choice("kind", AdKind),
        title=fields.find_text("title"),
        text=fields.text("text"),
        speakers=fields.texts("speakers"),
        claims=fields.texts("claims"),
        url=fields.find_text("url"),
    )


def _parse_removed(fields: Fields) -> Removed:
    return Removed(label=fields.text("label"), text=fields.text("text"))
