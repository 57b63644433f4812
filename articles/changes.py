"""What differs between two readings of the same article, part by part."""

from collections import Counter
from collections.abc import Callable, Mapping

from articles.model import Article

PARTS: Mapping[str, Callable[[Article], object]] = {
    "title": lambda article: article.title,
    "lead": lambda article: article.lead,
    "text": lambda article: article.text,
    "blocks": lambda article: [(block.kind, block.level, block.url, block.caption) for block in article.blocks],
    "summary": lambda article: article.summary,
    "topics": lambda article: sorted({topic.slug for topic in article.topics}),
    "sections": lambda article: [section.slug for section in article.sections],
    "authors": lambda article: article.authors,
    "published date": lambda article: article.published_at,
    "modified date": lambda article: article.modified_at,
    "language": lambda article: article.language,
    "images": lambda article: sorted(image.url for image in article.images),
    "ads": lambda article: article.ads,
}
"""Each part by its name, and what of it counts: of topics and sections not the names, which follow the publisher's."""
FLEETING = frozenset({"modified date", "ads", "removed"})
"""Parts that a publisher changes without touching the article; two fetches differ in them, whoever reads them."""


def find_changes(old: Article, new: Article) -> tuple[str, ...]:
    """The names of the parts that differ; of what was removed from the page, `removed: ` and each label that does."""
    changed = [name for name, part in PARTS.items() if part(old) != part(new)]
    before, after = (Counter((each.label, each.text) for each in article.removed) for article in (old, new))
    labels = sorted({label for label, _ in (before - after) + (after - before)})
    return (*changed, *(f"removed: {label}" for label in labels))


def is_fleeting(change: str) -> bool:
    """True for the name of a part that tells nothing when the two readings are of different fetches."""
    return change.partition(":")[0] in FLEETING
