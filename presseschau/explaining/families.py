"""Labels in families of a colour each: what a reader wants to tell apart at a glance."""

from crawler.separation.labels import KINDS

FAMILIES = {
    "article": "The article's body",
    "title": "Its title",
    "figure": "Pictures and captions",
    "people": "Who wrote it, and when",
    "topic": "Topics and breadcrumb",
    "advert": "Advertising",
    "related": "Other articles, comments",
    "furniture": "The page's own furniture",
}
"""Each with its name for people, in the order of the legend."""

_FAMILY_OF = {
    **dict.fromkeys(("paragraph", "heading", "quote", "list", "table", "code"), "article"),
    **dict.fromkeys(("title", "repeated title"), "title"),
    **dict.fromkeys(("caption", "image"), "figure"),
    **dict.fromkeys(("byline", "author box"), "people"),
    **dict.fromkeys(("topic links", "breadcrumb"), "topic"),
    **dict.fromkeys(("newsletter", "subscription", "advertising"), "advert"),
    **dict.fromkeys(("teaser", "comments", "repeated"), "related"),
}
LABELS = tuple(dict.fromkeys((*_FAMILY_OF, *(kind.name for kind in KINDS))))
"""Every label that has a place here; what separation adds is furniture until somebody gives it one."""


def family_of(label: str) -> str:
    """The family of a label."""
    return _FAMILY_OF.get(label) or ("advert" if label.endswith(" ad") else "furniture")
