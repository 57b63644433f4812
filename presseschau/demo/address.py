"""The addresses of the demo site: where it claims to live and how it spells paths.

It is fetched from a loopback port, but its canonical links name the publisher whose spider crawls it: that is what
`--origin` is for, and stored URLs stay canonical.
"""

import unicodedata
from datetime import datetime

SITE_ORIGIN = "https://www.kettner-edelmetalle.de"
"""The canonical origin, in canonical links and in absolute links of listings."""
MIRROR_ORIGIN = "https://Pages.Kettner-Edelmetalle.de"
"""A second host of the same pages, spelled as careless editors spell it."""
SITE_NAME = "Quellmarker Bote"


def article_path(slug: str, published_at: datetime) -> str:
    """The path of an article's page: the slug and the local day."""
    return f"/news/{slug}-{published_at:%d-%m-%Y}"


def listing_path(topic: str | None, page_number: int) -> str:
    """The path of a page of all news (topic None) or of one topic; page numbers start at 1."""
    base = "/news" if topic is None else f"/news/c/{topic}"
    return base if page_number == 1 else f"{base}/seite/{page_number}"


def url_slug(text: str) -> str:
    """A slug in the publisher's style, umlauts dropped to their base letter: `Bäder/Hallen` becomes `bader-hallen`."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss")).encode("ascii", "ignore").decode()
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split())
