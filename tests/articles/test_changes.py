"""Which parts differ between two readings of an article."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from articles.changes import find_changes, is_fleeting
from articles.model import Ad, AdKind, Article, Block, BlockKind, Image, Removed, Topic

OLD = Article(
    title="Titel",
    blocks=(Block(kind=BlockKind.PARAGRAPH, text="Eins."), Block(kind=BlockKind.HEADING, text="Zwei", level=2)),
    html="<p>Eins.</p><h2>Zwei</h2>",
    topics=(Topic(name="X", slug="x"),),
    removed=(Removed(label="teaser", text="Anderes"), Removed(label="teaser", text="Anderes")),
    confidence=0.5,
)


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({}, ()),
        ({"confidence": 0.9, "html": "<p>Eins.</p>", "warnings": ("neu",)}, ()),
        ({"title": "Anders"}, ("title",)),
        ({"lead": "Eins."}, ("lead",)),
        ({"blocks": OLD.blocks[:1]}, ("text", "blocks")),
        ({"blocks": (OLD.blocks[0], replace(OLD.blocks[1], level=3))}, ("blocks",)),
        ({"summary": "Kurz"}, ("summary",)),
        ({"topics": (Topic(name="Anders genannt", slug="x"),)}, ()),
        ({"topics": ()}, ("topics",)),
        ({"sections": (Topic(name="S", slug="s"),)}, ("sections",)),
        ({"authors": ("Luise Anders",)}, ("authors",)),
        ({"published_at": datetime(2026, 1, 1, tzinfo=UTC)}, ("published date",)),
        ({"modified_at": datetime(2026, 1, 1, tzinfo=UTC)}, ("modified date",)),
        ({"language": "de"}, ("language",)),
        ({"images": (Image(url="https://example.org/a.png"),)}, ("images",)),
        ({"ads": (Ad(kind=AdKind.SHOP, title=None, text="Kauft!"),)}, ("ads",)),
        ({"removed": OLD.removed[:1]}, ("removed: teaser",)),
        ({"removed": (*OLD.removed, Removed(label="byline", text="Von L."))}, ("removed: byline",)),
    ],
)
def test_parts_that_differ_are_named(changed: dict[str, Any], named: tuple[str, ...]) -> None:
    assert find_changes(OLD, replace(OLD, **changed)) == named


def test_what_changes_from_fetch_to_fetch() -> None:
    assert [name for name in ("title", "text", "ads", "removed: teaser", "modified date") if is_fleeting(name)] == [
        "ads",
        "removed: teaser",
        "modified date",
    ]
